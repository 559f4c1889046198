import { define } from "./define.js";
import { DeskrulesTimer } from "./timer.js";

define("deskrules-timer", DeskrulesTimer);
