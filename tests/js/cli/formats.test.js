// The same findings for people, for programs, for code scanning and for GitHub Actions.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { progress } from "../../../pkg/cli/output/progress.js";
import { COMPLETE, file, folder, NOW, run } from "./command.js";

const require = createRequire(import.meta.url);
const Ajv = require("ajv");

/** Nine faults, each on a line of its own. */
const NINE = `\
product:
  name: ""
  to: ""
servers: [app-01, ""]
requestedBy:
  name: ""
  email: ""
installer: {}
instructions: {}
releaseNotes: {}
window:
  start: 2026-11-24T16:00:00+01:00
  end: 2026-11-24T18:00:00+01:00
rollback: { steps: [Restore the snapshot] }
`;
const FAULTS = [
  ["field-missing", "product.name", 2, 9],
  ["field-missing", "product.to", 3, 7],
  ["field-missing", "servers[1]", 4, 19],
  ["field-missing", "requestedBy.name", 6, 9],
  ["field-missing", "requestedBy.email", 7, 10],
  ["deliverable-missing", "installer", 8, 12],
  ["deliverable-missing", "instructions", 9, 15],
  ["deliverable-missing", "releaseNotes", 10, 15],
  ["window-outside-hours", "window.end", 13, 8],
];
file("nine.yaml", NINE);
file("complete.json", COMPLETE);
file("typo.yaml", "servers: [a]\nrolback: {}\n");

/** @param {string[]} args */
const check = (...args) => run(["check", "patch", ...args, ...NOW]);

for (const language of ["nl", "en"]) {
  test(`nine different faults are nine findings in the order of the file, in \`${language}\``, () => {
    const [{ findings }] = JSON.parse(check("nine.yaml", "--format", "json").stdout);
    assert.deepEqual(findings.map((/** @type {any} */ { code, path, line, column }) => [code, path, line, column]), FAULTS);
    const { stdout, status } = check("nine.yaml", "--lang", language);
    assert.equal(stdout.match(language === "nl" ? / {2}fout {2}/g : / {2}error {2}/g)?.length, 9, stdout);
    assert.equal(status, 1);
  });
}

test("a finding shows its line of the file, and carets under what it is about", () => {
  const { stdout } = check("nine.yaml");
  assert.ok(stdout.includes(`\
  error  window.end: the window goes on after closing time
         13 |   end: 2026-11-24T18:00:00+01:00
            |        ^^^^^^^^^^^^^^^^^^^^^^^^^
         take the next window that fits
`), stdout);
});

/** @type {[string, string, string, string][]} */
const EXCERPTS = [
  ["what is missing is shown where it should be", "window:\n  start: 2026-11-25T09:00:00+01:00\n", "1 | window:", "  | ^^^^^^"],
  ["a wide character takes two columns", 'requestedBy: { name: "渡辺🙂", email: "" }', '1 | requestedBy: { name: "渡辺🙂", email: "" }', `  | ${" ".repeat(38)}^^`],
  ["a tab is shown as two blanks", '{\n\t"servers": [""]\n}', '2 |   "servers": [""]', `  | ${" ".repeat(14)}^^`],
  ["of a long line a part is shown", `servers: [${"app-01, ".repeat(30)}""]`, `1 | …${"app-01, ".repeat(5)}""]`, `  | ${" ".repeat(41)}^^`],
  ["a text of several lines is marked on its first", 'servers:\n  - "\n    "\n', '2 |   - "', "  |     ^"],
];

for (const [what, text, line, carets] of EXCERPTS) {
  test(`${what}, under its line`, () => {
    const shown = check(file("excerpt.yaml", text)).stdout.split("\n").map((row) => row.trim());
    const at = shown.indexOf(line);
    assert.ok(at > 0, shown.join("\n"));
    assert.equal(shown[at + 1], carets.trim());
  });
}

test("JSON for programs has the library's answer, and where each finding is", () => {
  const { status, stdout } = check("complete.json", "nine.yaml", "typo.yaml", "--format", "json");
  const [first, second, third] = JSON.parse(stdout);
  assert.deepEqual([first.file, first.accepted, first.type, first.findings], ["complete.json", true, "patch", []]);
  assert.deepEqual([second.file, second.accepted, second.findings.length], ["nine.yaml", false, 9]);
  const message = "unknown field `rolback`: did you mean `rollback`?";
  assert.deepEqual(third, { file: "typo.yaml", errors: [{ code: "unknown-field", path: "rolback", message, line: 2, column: 1 }] });
  assert.equal(status, 2);
});

test("the SARIF fits its schema, and names every finding and what could not be read", () => {
  const schema = JSON.parse(readFileSync(join(require.resolve("@microsoft/jest-sarif"), "../schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
  const ajv = new Ajv({ schemaId: "id", meta: false, unknownFormats: ["uri-reference"], validateSchema: false });
  ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
  const validate = ajv.compile(schema);
  for (const language of ["nl", "en"]) {
    const { stdout, status } = check("nine.yaml", "typo.yaml", "nowhere.yaml", "complete.json", "--format", "sarif", "--lang", language);
    const log = JSON.parse(stdout);
    assert.ok(validate(log), JSON.stringify(validate.errors));
    const [{ results, tool, invocations }] = log.runs;
    assert.equal(results.length, 11);
    assert.deepEqual(invocations, [{ executionSuccessful: false }]);
    for (const { ruleId, ruleIndex } of results) {
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
    }
    const places = results.map((/** @type {any} */ { ruleId, locations: [{ physicalLocation: { region }, logicalLocations }] }) => {
      return [ruleId, logicalLocations?.[0].fullyQualifiedName, region?.startLine, region?.startColumn];
    });
    assert.deepEqual(places, [...FAULTS, ["unknown-field", "rolback", 2, 1], ["no-such-file", undefined, undefined, undefined]]);
    assert.equal(status, 2);
  }
  assert.ok(!validate({ version: "2.1.0", runs: [{ results: [] }] }), "a run without a tool fits");
});

test("names of files are addresses in SARIF", () => {
  const path = file("a folder/é #1.yaml", "servers: [a]\n");
  const uris = [path, "a folder/é #1.yaml"].map((name) => {
    const [{ results }] = JSON.parse(check(name, "--format", "sarif").stdout).runs;
    return results[0].locations[0].physicalLocation.artifactLocation.uri;
  });
  assert.deepEqual(uris, [new URL(`file://${encodeURI(folder)}/a%20folder/%C3%A9%20%231.yaml`).href, "a%20folder/%C3%A9%20%231.yaml"]);
});

test("workflow commands tell GitHub each finding at its line, with its marks escaped", () => {
  const odd = file("a,b:c%.yaml", "service: 100%\n");
  const { stdout } = check("nine.yaml", odd.slice(folder.length + 1), "typo.yaml", "--format", "github");
  const lines = stdout.trimEnd().split("\n");
  const [first] = lines;
  assert.equal(first, "::error file=nine.yaml,line=2,col=9,endColumn=11,title=field-missing::product.name: the name of the product is missing%0Ause the name that the supplier uses");
  assert.ok(lines.some((line) => line.startsWith("::error file=a%2Cb%3Ac%25.yaml,line=1,col=10,endColumn=14,title=service-not-included::") && line.includes("`100%25`")), stdout);
  assert.equal(lines.at(-1), "::error file=typo.yaml,line=2,col=1,endColumn=8,title=unknown-field::rolback: unknown field `rolback`: did you mean `rollback`?");
});

/** @type {[Record<string, string>, boolean][]} */
const COLOURS = [
  [{}, false],
  [{ FORCE_COLOR: "1" }, true],
  [{ FORCE_COLOR: "0" }, false],
  [{ NO_COLOR: "1" }, false],
  [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true],
];

for (const [env, coloured] of COLOURS) {
  test(`in a pipe with ${JSON.stringify(env)} there is ${coloured ? "colour" : "no colour"}`, () => {
    assert.equal(run(["check", "patch", "nine.yaml", ...NOW], { env }).stdout.includes("\u001b[31merror\u001b[0m"), coloured);
  });
}

test("a bar is drawn while somebody watches a long file, and is gone at the end", () => {
  let drawn = "";
  const terminal = { isTTY: true, write: (/** @type {string} */ text) => (drawn += text) };
  const size = 4 * 1024 ** 3;
  const bar = progress(terminal);
  for (let done = size / 256; done <= size; done += size / 256) {
    bar?.("patch/set\u001bup.iso", done, size);
  }
  assert.ok(drawn.includes(`\r[${"#".repeat(15)}${" ".repeat(15)}]  50 % set\\u001bup.iso`), drawn);
  assert.ok(drawn.endsWith("\r\u001b[K"));
  assert.equal(drawn.match(/%/g)?.length, 100);
});

test("no bar is drawn for a short file, nor in a pipe", () => {
  const written = /** @type {string[]} */ ([]);
  const write = (/** @type {string} */ text) => written.push(text);
  progress({ isTTY: true, write })?.("setup.msi", 1, 2);
  assert.deepEqual(written, []);
  assert.equal(progress({ write }), undefined);
});
