export { DeskrulesForm } from "./index.js";
