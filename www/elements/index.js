// For those who bundle: the wasm is part of the module, and all elements are defined.
import "../client/inlined.js";
import "./form-define.js";
import "./request-define.js";
import "./timeline-define.js";
import "./timer-define.js";

export { setClock } from "./clock.js";
export { setDefaults } from "./defaults.js";
export { DeskrulesForm } from "./form.js";
export { DeskrulesRequest } from "./request.js";
export { DeskrulesTimeline } from "./timeline.js";
export { DeskrulesTimer } from "./timer.js";
