import { define } from "./define.js";
import { DeskrulesTimeline } from "./timeline.js";

define("deskrules-timeline", DeskrulesTimeline);
