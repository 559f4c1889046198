// What a program in strict TypeScript does with the package; it is compiled and run.
import { readFileSync } from "node:fs";
import { DeskrulesError, Schedule, load, type Classification, type PatchRequest, type PolicyDocument } from "deskrules";
import { checkPatchFile } from "deskrules/node";
import { answers } from "./answers.mjs";

const desk = await load();
const { priority, targets }: Classification = desk.classify({ impact: "high", urgency: "medium" });
const { response } = desk.deadlines({ priority, reportedAt: new Date("2026-11-24T09:00:00+01:00") });
const due: string | null = response && "due" in response ? response.due : null;
const request: PatchRequest = { product: { name: "PostgreSQL", to: "16.6" } };
const lines: (number | undefined)[] = (await checkPatchFile("request.json", { now: 0 })).findings.map(({ line }) => line);
const same: boolean = lines.length === desk.checkPatch(request, { now: 0 }).findings.length;
const policy: PolicyDocument = { id: "acme", timeZone: "Europe/Nowhere" };
const thrown: unknown = await load({ policy }).catch((error: unknown) => error);
const office = new Schedule({ timeZone: "Europe/Amsterdam", hours: { tue: ["09:00-17:00"] } });
const next: string | null = office.nextOpen("2026-11-24T08:00:00+01:00");

const said = [targets.response satisfies number | "agreed" | null, due, same, thrown instanceof DeskrulesError && thrown.code, next];
console.log(JSON.stringify({ said, found: answers(desk, JSON.parse(readFileSync("questions.json", "utf8"))) }));
