import "./shared.js";

export { DeskrulesRequest } from "../elements/request.js";
