import "./shared.js";

export { DeskrulesTimeline } from "../elements/timeline.js";
