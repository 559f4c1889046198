// What a page in strict TypeScript does with the elements; it is compiled.
import { DeskrulesForm, DeskrulesTimer, setClock, setDefaults } from "deskrules/elements";
import { DeskrulesTimeline } from "deskrules/elements/timeline";
import { load } from "deskrules/web";
import "deskrules/elements/request-define";
import "deskrules/deskrules.js";

setDefaults({ lang: "nl", policy: "/policy.json" });
setClock(() => Date.parse("2026-11-24T10:00:00+01:00"));
const form: DeskrulesForm = document.createElement("deskrules-form");
form.values = { P1: "Urgent" };
form.subject = "#subject";
document.querySelector("deskrules-request")?.check();
const standing: string = new DeskrulesTimer().standing;
document.body.append(new DeskrulesTimeline(), form, standing, (await load()).zoneData);
