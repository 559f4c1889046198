import "./shared.js";

export { DeskrulesForm } from "../elements/form.js";
