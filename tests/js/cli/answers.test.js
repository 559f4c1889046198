// What the commands beside `check` answer, for people and for programs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "deskrules";
import { file, NOW, run } from "./command.js";

const AT = "2026-11-24T09:00:00+01:00";
const TICKET = { priority: "P1", reportedAt: AT, events: [{ at: "2026-11-24T09:20:00+01:00", type: "responded" }] };
const NOON = "2026-11-24T12:00:00+01:00";
file("ticket.yaml", `priority: P1\nreportedAt: ${AT}\nevents:\n  - { at: 2026-11-24T09:20:00+01:00, type: responded }\n`);
const desk = await load();

/** @type {[string, string[], string][]} */
const SAID = [
  ["the priority and what it promises", ["priority", "--impact", "high", "--urgency", "medium"], `\
P2 (Priority 2)
  response within 1 hour of business time
  resolution within 8 hours of business time
`],
  ["the priority in Dutch", ["priority", "--impact", "low", "--urgency", "low", "--lang", "nl"], `\
P4 (Prioriteit 4)
  reactie binnen 8 uur werktijd
  oplossing in overleg
`],
  ["the deadlines", ["due", "--priority", "P2", "--reported", AT], `\
P2 (Europe/Amsterdam)
  response by Tuesday, 24 November 2026 at 10:00
  resolution by Tuesday, 24 November 2026 at 17:00
  to line 2 at Tuesday, 24 November 2026 at 13:00
  to line 3 at Tuesday, 24 November 2026 at 15:00
`],
  ["the deadlines by impact and urgency, with a remark", ["due", "--impact", "low", "--urgency", "low", "--reported", AT, "--component", "printer", "--lang", "nl"], `\
P4 (Europe/Amsterdam)
  reactie uiterlijk dinsdag 24 november 2026 om 17:00
  oplossing in overleg
  let op: component: \`printer\` valt buiten de overeenkomst; wel inbegrepen: network, server
`],
  ["where a ticket stands", ["track", "ticket.yaml", "--now", NOON], `\
P1, with line 3 (Europe/Amsterdam)
  response: stopped, met, Tuesday, 24 November 2026 at 09:30
  resolution: running, at risk, Tuesday, 24 November 2026 at 13:00, 1 hour left
  changes next at Tuesday, 24 November 2026 at 13:00
`],
  ["why", ["explain", "ticket.yaml", "--now", NOON], `${desk.explain(TICKET, NOON, "en")}\n`],
  ["why, in Dutch", ["explain", "ticket.yaml", "--now", NOON, "--lang", "nl"], `${desk.explain(TICKET, NOON, "nl")}\n`],
  ["the next window", ["window", "--kind", "patch", "--minutes", "120", "--not-before", "2026-11-27T15:30:00+01:00"], "Monday, 30 November 2026, 09:00–11:00 (Europe/Amsterdam)\n"],
];

for (const [what, args, stdout] of SAID) {
  test(`${args[0]} tells ${what}`, () => {
    assert.deepEqual(run(args), { status: 0, stdout, stderr: "" });
  });
}

/** @type {[string[], unknown][]} */
const ANSWERED = [
  [["priority", "--impact", "high", "--urgency", "medium"], desk.classify({ impact: "high", urgency: "medium" })],
  [["due", "--priority", "P2", "--reported", AT, "--channel", "phone"], desk.deadlines({ priority: "P2", reportedAt: AT, channel: "phone" })],
  [["track", "ticket.yaml", "--now", NOON], desk.track(TICKET, NOON)],
  [["window", "--kind", "change", "--minutes", "60", "--not-before", AT], desk.nextWindow({ kind: "change", minutes: 60, notBefore: AT })],
];

for (const [args, answer] of ANSWERED) {
  test(`${args[0]} answers programs what the library answers`, () => {
    assert.deepEqual(JSON.parse(run([...args, "--format", "json"]).stdout), JSON.parse(JSON.stringify(answer)));
  });
}

test("explain gives programs the intervals of each clock", () => {
  const { resolution } = JSON.parse(run(["explain", "ticket.yaml", "--now", NOON, "--format", "json"]).stdout);
  assert.deepEqual(resolution, desk.track(TICKET, NOON).resolution?.why);
});

test("no window that fits exits with 1", () => {
  assert.deepEqual(run(["window", "--kind", "patch", "--minutes", "500"]), { status: 1, stdout: "there is no window that fits\n", stderr: "" });
});

test("a policy of one's own answers", () => {
  const policy = "id: own\nschedules: { o: { timeZone: UTC, hours: { mon: ['09:00-17:00'] } } }\nincidents: { impact: [{ id: all }], urgency: [{ id: now }], matrix: { all: { now: P0 } }, priorities: [{ id: P0, response: PT2H }] }\n";
  const { stdout } = run(["priority", "--impact", "all", "--urgency", "now", "--policy", file("own.yaml", policy)]);
  assert.equal(stdout, "P0\n  response within 2 hours of business time\n");
});

test("a slip in a ticket is told at its line, and exits with 2", () => {
  const path = file("slip.yaml", `priority: P1\nreportedAt: ${AT}\nevents:\n  - { at: ${AT}, type: respnded }\n`);
  const line = `${path}:4:44: events[0].type: unknown event \`respnded\`: did you mean \`responded\`? [unknown-event]\n`;
  assert.deepEqual(run(["track", path, ...NOW]), { status: 2, stdout: "", stderr: line });
  assert.match(run(["explain", path, ...NOW, "--lang", "nl"]).stderr, /: deze gebeurtenis bestaat niet \(`[^`]+`\): /);
});

/** @type {[string, string[], string][]} */
const MISUSED = [
  ["an unknown level", ["priority", "--impact", "hihg", "--urgency", "low"], "--impact: unknown impact `hihg`: did you mean `high`?; see `deskrules priority --help`"],
  ["half of a question", ["priority", "--impact", "high"], "give both `--impact` and `--urgency`; see `deskrules priority --help`"],
  ["an unknown priority", ["due", "--priority", "P9"], "--priority: unknown priority `P9`: did you mean `P1`?; see `deskrules due --help`"],
  ["a moment without an offset", ["due", "--priority", "P1", "--reported", "2026-11-24T09:00"], "--reported: `2026-11-24T09:00` has no offset from UTC: add one, like `+01:00` or `Z`; see `deskrules due --help`"],
  ["a present without an offset", ["track", "ticket.yaml", "--now", "2026-11-24T09:00"], "--now: `2026-11-24T09:00` has no offset from UTC: add one, like `+01:00` or `Z`; see `deskrules track --help`"],
  ["minutes that are none", ["window", "--kind", "patch", "--minutes", "1h"], "--minutes: `1h` is not a whole number of minutes; see `deskrules window --help`"],
  ["a start without an offset", ["window", "--kind", "patch", "--minutes", "60", "--not-before", "2026-11-24T09:00"], "--not-before: `2026-11-24T09:00` has no offset from UTC: add one, like `+01:00` or `Z`; see `deskrules window --help`"],
  ["an unknown kind of work", ["window", "--kind", "pach", "--minutes", "60"], "unknown kind of work `pach`: did you mean `patch`?; see `deskrules window --help`"],
  ["no ticket", ["track"], "name one file with a ticket, or `-` for standard input; see `deskrules track --help`"],
];

for (const [what, args, line] of MISUSED) {
  test(`${args[0]} with ${what} is one line with a hint, and exits with 2`, () => {
    assert.deepEqual(run(args), { status: 2, stdout: "", stderr: `deskrules: ${line}\n` });
  });
}
