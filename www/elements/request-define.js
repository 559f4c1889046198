import { define } from "./define.js";
import { DeskrulesRequest } from "./request.js";

define("deskrules-request", DeskrulesRequest);
