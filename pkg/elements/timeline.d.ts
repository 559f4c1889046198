export { DeskrulesTimeline } from "./index.js";
