// What must not compile, each at its line.
import { load, Schedule, type PatchRequest } from "deskrules";
import { checkPatchFile } from "deskrules/node";
import { setDefaults } from "deskrules/elements";
import { nothing } from "deskrules"; // no such name
import inside from "deskrules/client/engine.js"; // not exported

const desk = await load();
desk.classify({ impact: "high", urgensy: "medium" }); // a slip
desk.deadlines({ priority: "P2", reportedAt: true }); // no instant
desk.deadlines({ priority: "P2", reportedAt: 0 }).response.due; // may be null
desk.nextWindow({ minutes: "120" }); // no number
const request: PatchRequest = { backoutPaln: {} }; // a slip
await checkPatchFile(7); // no path
new Schedule({ timeZone: "Europe/Amsterdam", hours: { monday: ["09:00-17:00"] } }); // no such day
setDefaults({ language: "nl" }); // no such default
document.createElement("deskrules-request").kind = 7; // no text
desk.zoneData = "2026a"; // read only
