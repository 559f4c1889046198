import "./shared.js";

export { DeskrulesTimer } from "../elements/timer.js";
