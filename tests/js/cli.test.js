import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../pkg/cli/deskrules.js", import.meta.url));
const NOW = ["--now", "2026-11-24T09:00:00+01:00"];
const COMPLETE = {
  product: { name: "Exact Globe", from: "4.21", to: "4.22" },
  servers: ["app-01"],
  requestedBy: { name: "Sanne de Wit", email: "sanne@example.org" },
  installer: { file: "globe-4.22.msi" },
  instructions: { steps: ["Stop the service", "Run globe-4.22.msi as administrator", "Start the service"] },
  releaseNotes: { url: "https://example.org/globe/4.22" },
  rollback: { steps: ["Stop the service", "Restore the snapshot of app-01"] },
  window: { start: "2026-11-25T09:00:00+01:00", end: "2026-11-25T11:00:00+01:00" },
};

const folder = mkdtempSync(join(tmpdir(), "deskrules-"));
after(() => rmSync(folder, { recursive: true }));

/**
 * @param {string} name
 * @param {unknown} content - Text and bytes as they are, anything else as JSON.
 * @returns {string} The path.
 */
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

/**
 * @param {string[]} args
 * @param {{ input?: string, env?: Record<string, string> }} [options]
 */
function run(args, { input = "", env = {} } = {}) {
  const { PATH = "" } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { input, env: { PATH, ...env }, encoding: "utf8" });
  return { status, stdout, stderr };
}

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
  const { status, stdout } = run(["check", "change", change, ...NOW]);
  assert.match(stdout, /note +item: this is not a standard change of the agreement/);
  assert.match(stdout, /normal change accepted \(5 warnings, 1 note\)/);
  assert.equal(status, 0);
});

test("a warning refuses only when asked to be strict", () => {
  const fields = { user: "sanne", action: "add", usr: "sanne" };
  const change = file("warning.json", { item: "ad-user", fields, requestedBy: COMPLETE.requestedBy });
  assert.equal(run(["check", "change", change, ...NOW]).status, 0);
  const strict = run(["check", "change", change, ...NOW, "--strict"]);
  assert.equal(strict.status, 1);
  assert.match(strict.stdout, /not accepted \(1 warning\)/);
});

test("a dash reads standard input", () => {
  const { status, stdout } = run(["check", "patch", "-", ...NOW], { input: JSON.stringify(COMPLETE) });
  assert.ok(stdout.endsWith("<stdin>: patch request accepted\n"), stdout);
  assert.equal(status, 0);
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

/** @type {[string, unknown, string, RegExp][]} */
const broken = [
  ["a field that does not exist names its place and the nearest", { ...COMPLETE, rolback: {} }, "typo.json", /: rolback: unknown field `rolback`: did you mean `rollback`\? \[unknown-field\]\n$/],
  ["a wrong type names its place", { product: { to: 1.1 } }, "type.json", /: product\.to: expected text in quotes, found .*\[wrong-type\]\n$/],
  ["a request that is no object is refused", "[]", "list.json", /: expected an object.*\[wrong-type\]\n$/],
  ["broken JSON is refused", '{ "product": ', "broken.json", /: this is not JSON.*\[not-json\]\n$/],
  ["bytes that are no UTF-8 are refused", new Uint8Array([0x7b, 0xff]), "bytes.json", /: this is not text in UTF-8 \[not-utf8\]\n$/],
  ["YAML is not read yet", "product: {}", "request.yaml", /: YAML is not read yet: write the request as JSON \[no-yaml\]\n$/],
  ["an instant without an offset names its place", { window: { start: "2026-11-25T09:00" } }, "instant.json", /: window\.start: .*\[instant-without-offset\]\n$/],
];

for (const [name, content, fileName, line] of broken) {
  test(`${name}, on one line, and exits with 2`, () => {
    const { status, stdout, stderr } = run(["check", "patch", file(fileName, content), ...NOW]);
    assert.match(stderr, line);
    assert.equal(stderr.split("\n").length, 2, stderr);
    assert.equal(stdout, "");
    assert.equal(status, 2);
  });
}

test("what cannot be read is told in Dutch too", () => {
  const { stderr } = run(["check", "patch", file("typo-nl.json", { rolback: {} }), ...NOW, "--lang", "nl"]);
  assert.match(stderr, /: rolback: dit veld bestaat niet \(unknown field `rolback`: did you mean `rollback`\?\) \[unknown-field\]\n$/);
});

test("JSON for programs has the same answers", () => {
  const { status, stdout } = run(["check", "patch", complete, withoutRollback, join(folder, "nowhere.json"), ...NOW, "--format", "json"]);
  const [first, second, third] = JSON.parse(stdout);
  assert.deepEqual([first.file, first.accepted, first.findings], [complete, true, []]);
  assert.deepEqual(second.findings.map((/** @type {{ code: string, path: string }} */ { code, path }) => [code, path]), [["deliverable-missing", "rollback"]]);
  assert.equal(third.error.code, "no-such-file");
  assert.equal(status, 2);
});

test("a policy of one's own decides", () => {
  const policy = file("policy.json", { id: "own", includes: [], patches: {} });
  const { status, stdout } = run(["check", "patch", complete, ...NOW, "--policy", policy]);
  assert.match(stdout, /error {2}service: the agreement does not contain the service `patches`/);
  assert.equal(status, 1);
});

test("a policy with errors is refused with all of them", () => {
  const policy = file("bad-policy.json", { id: "own", timeZone: "Europe/Amsterdm", hoursPerWorkingDay: 90 });
  const { status, stderr } = run(["check", "patch", complete, ...NOW, "--policy", policy]);
  assert.deepEqual(stderr.match(/\[[a-z-]+\]/g), ["[unknown-zone]", "[impossible-working-day]"]);
  assert.equal(status, 2);
});

test("escape sequences in a request never reach the terminal", () => {
  const { stdout } = run(["check", "patch", file("escape.json", { ...COMPLETE, service: "\u001b[2J" }), ...NOW]);
  assert.match(stdout, /`\\u001b\[2J`/);
  assert.ok(!stdout.includes("\u001b"));
});

test("help teaches by example", () => {
  for (const args of [["--help"], ["check", "--help"]]) {
    const { status, stdout } = run(args);
    assert.match(stdout, /deskrules check patch request\.json/);
    assert.equal(status, 0);
  }
});

test("the version is that of the package", () => {
  assert.match(run(["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
});

/** @type {[string, string[], string][]} */
const misused = [
  ["no command", [], "deskrules: say what to do; see `deskrules --help`\n"],
  ["an unknown command", ["chekc"], "deskrules: unknown command `chekc`: there is `check` and `bulk`; see `deskrules --help`\n"],
  ["an unknown option", ["check", "patch", "--polcy", "x"], "deskrules: unknown option `--polcy`; see `deskrules check --help`\n"],
  ["an unknown kind", ["check", "pach", "x"], "deskrules: unknown kind of request `pach`: there are `patch` and `change`; see `deskrules check --help`\n"],
  ["no kind", ["check"], "deskrules: say what to check: `patch` or `change`; see `deskrules check --help`\n"],
  ["no file", ["check", "patch"], "deskrules: name a file to check, or `-` for standard input; see `deskrules check --help`\n"],
  ["an unknown language", ["check", "patch", "x", "--lang", "fr"], "deskrules: unknown language `fr`: there are `nl` and `en`; see `deskrules check --help`\n"],
  ["a present without an offset", ["check", "patch", complete, "--now", "2026-11-24T09:00"], "deskrules: --now: `2026-11-24T09:00` has no offset from UTC: add one, like `+01:00` or `Z`; see `deskrules check --help`\n"],
];

for (const [name, args, line] of misused) {
  test(`${name} is one line with a hint, and exits with 2`, () => {
    assert.deepEqual(run(args), { status: 2, stdout: "", stderr: line });
  });
}
