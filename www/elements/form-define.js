import { define } from "./define.js";
import { DeskrulesForm } from "./form.js";

define("deskrules-form", DeskrulesForm);
