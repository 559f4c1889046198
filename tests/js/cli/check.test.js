// `deskrules check`: what it answers of requests and policies that can be read.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { COMPLETE, file, folder, NOW, run } from "./command.js";

const complete = file("complete.json", COMPLETE);
const { rollback: _, ...rest } = COMPLETE;
const withoutRollback = file("without-rollback.json", rest);
const late = file("late.json", { ...COMPLETE, window: { start: "2026-11-24T16:00:00+01:00", end: "2026-11-24T18:00:00+01:00" } });

test("a complete request is accepted and exits with 0", () => {
  const { status, stdout, stderr } = run(["check", "patch", complete, ...NOW]);
  assert.equal(stderr, "");
  assert.match(stdout, /this comes with it:\n {2}- After the installation the provider does a technical check/);
  assert.ok(stdout.endsWith(`${complete}: patch request accepted\n`), stdout);
  assert.equal(status, 0);
});

test("a refused request tells every finding with its help, and exits with 1", () => {
  const { status, stdout } = run(["check", "patch", withoutRollback, ...NOW]);
  assert.match(stdout, / {2}error {2}rollback: the rollback scenario is missing\n {9}write step by step how to undo the patch\n/);
  assert.ok(stdout.endsWith(": patch request not accepted (1 error)\n"), stdout);
  assert.equal(status, 1);
});

test("the same in Dutch", () => {
  const { status, stdout } = run(["check", "patch", withoutRollback, ...NOW, "--lang", "nl"]);
  assert.match(stdout, / {2}fout {2}rollback: het rollbackscenario ontbreekt\n/);
  assert.ok(stdout.endsWith(": patchverzoek niet geaccepteerd (1 fout)\n"), stdout);
  assert.equal(status, 1);
});

test("the language is that of the environment when none is asked for", () => {
  assert.match(run(["check", "patch", late, ...NOW], { env: { LANG: "nl_NL.UTF-8" } }).stdout, /niet geaccepteerd/);
  assert.match(run(["check", "patch", late, ...NOW], { env: { LANG: "fr_FR.UTF-8" } }).stdout, /not accepted/);
});

test("the next window that fits is offered in words, and as it goes into the request", () => {
  const { stdout } = run(["check", "patch", late, ...NOW]);
  assert.match(stdout, /next window that fits: Wednesday, 25 November 2026, 09:00–11:00 \(Europe\/Amsterdam\)/);
  assert.match(stdout, /"window": \{ "start": "2026-11-25T09:00:00\+01:00", "end": "2026-11-25T11:00:00\+01:00" \}/);
});

test("a change request outside the catalogue is accepted with a note", () => {
  const change = file("change.json", { item: "elephant", title: "Feed the elephant", requestedBy: COMPLETE.requestedBy });
  const { stdout } = run(["check", "change", change, ...NOW, "--format", "json"]);
  const [{ type, findings }] = JSON.parse(stdout);
  assert.equal(type, "normal");
  assert.ok(findings.some((/** @type {{ code: string, path: string }} */ { code, path }) => code === "needs-assessment" && path === "item"));
});

test("a warning refuses only when asked to be strict", () => {
  const policy = file("soft.yaml", "{ id: soft, schedules: { o: { timeZone: UTC, hours: { mon: ['09:00-23:59'] } } } }");
  assert.equal(run(["check", "policy", policy]).status, 0);
  const strict = run(["check", "policy", policy, "--strict"]);
  assert.equal(strict.status, 1);
  assert.match(strict.stdout, /not accepted \(1 warning\)/);
});

test("a dash reads standard input, as JSON or as YAML", () => {
  // With a comment before it, it is YAML.
  for (const input of [JSON.stringify(COMPLETE), `# a comment\n${JSON.stringify(COMPLETE)}`]) {
    const { status, stdout, stderr } = run(["check", "patch", "-", ...NOW], { input });
    assert.equal(stderr, "");
    assert.ok(stdout.endsWith("<stdin>: patch request accepted\n"), stdout);
    assert.equal(status, 0);
  }
});

test("of several files each is reported, and the worst decides the exit code", () => {
  const { status, stdout, stderr } = run(["check", "patch", complete, withoutRollback, join(folder, "nowhere.json"), late, ...NOW]);
  const verdicts = stdout.split("\n").filter((line) => /: patch request /.test(line));
  assert.deepEqual(verdicts, [
    `${complete}: patch request accepted`,
    `${withoutRollback}: patch request not accepted (1 error)`,
    `${late}: patch request not accepted (1 error)`,
  ]);
  assert.equal(stderr, `${join(folder, "nowhere.json")}: there is no such file [no-such-file]\n`);
  assert.equal(status, 2);
});

test("a policy of one's own decides, in JSON or YAML", () => {
  for (const policy of [file("policy.json", { id: "own", includes: [], patches: {} }), file("policy.yaml", "id: own\nincludes: []\npatches: {}\n")]) {
    const { status, stdout } = run(["check", "patch", complete, ...NOW, "--policy", policy]);
    assert.match(stdout, /error {2}service: the agreement does not contain the service `patches`/);
    assert.equal(status, 1);
  }
});

test("a policy with errors is refused with all of them, each at its line", () => {
  const policy = file("bad-policy.yaml", "id: own\ntimeZone: Europe/Amsterdm\nhoursPerWorkingDay: 90\n");
  const { status, stderr } = run(["check", "patch", complete, ...NOW, "--policy", policy]);
  assert.deepEqual(stderr.match(/:\d+:\d+: |\[[a-z-]+\]/g), [":2:11: ", "[unknown-zone]", ":3:21: ", "[impossible-working-day]"]);
  assert.equal(status, 2);
});

test("the lint of a policy tells its findings with their lines, and exits with 1 on errors", () => {
  const policy = file("linted.yaml", "id: own\ntimeZone: Europe/Amsterdm\nschedules:\n  o: { hours: { mon: ['09:00-23:59'] } }\n");
  const { status, stdout } = run(["check", "policy", policy, "--lang", "nl"]);
  assert.match(stdout, /fout {4}timeZone: deze tijdzone bestaat niet \(`Europe\/Amsterdm`\): bedoelt u `Europe\/Amsterdam`\?\n/);
  assert.match(stdout, /2 \| timeZone: Europe\/Amsterdm\n +\| {11}\^{15}\n +gebruik een naam uit de IANA-lijst/);
  assert.match(stdout, /let op {2}schedules\.o\.hours\.mon\[0\]: .*\n +4 \| {3}o: /);
  assert.ok(stdout.endsWith(": beleid niet geaccepteerd (1 fout, 1 waarschuwing)\n"), stdout);
  assert.equal(status, 1);
});

test("escape sequences in a request never reach the terminal", () => {
  const { stdout } = run(["check", "patch", file("escape.json", { ...COMPLETE, service: "\u001b[2J" }), ...NOW]);
  assert.match(stdout, /`\\u001b\[2J`/);
  assert.ok(!stdout.includes("\u001b"));
});
