export { DeskrulesTimer } from "./index.js";
