export { DeskrulesRequest } from "./index.js";
