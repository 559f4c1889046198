// `deskrules init`: what it writes can be read, and says what is to be filled in.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { load } from "deskrules";
import { file, folder, NOW, run } from "./command.js";

/** @type {Record<string, string[]>} - Paths that are blank in what is written. */
const BLANK = {
  patch: ["product.name", "product.to", "servers[0]", "requestedBy.name", "requestedBy.email", "installer", "instructions", "releaseNotes", "rollback"],
  change: ["title", "requestedBy.name", "requestedBy.email"],
};

for (const lang of ["nl", "en"]) {
  for (const [kind, blank] of Object.entries(BLANK)) {
    test(`a ${kind} request to fill in can be read, and its blank fields are findings, in \`${lang}\``, () => {
      const { stdout: input } = run(["init", kind, "--lang", lang]);
      assert.match(input, lang === "nl" ? /^# Een verzoek/ : /^# A request/);
      const { stdout, stderr, status } = run(["check", kind, "-", ...NOW, "--format", "json"], { input });
      assert.equal(stderr, "");
      const [{ findings }] = JSON.parse(stdout);
      const paths = findings.map((/** @type {{ path: string }} */ { path }) => path);
      assert.deepEqual(blank.filter((path) => !paths.includes(path)), []);
      assert.equal(status, 1);
    });
  }

  test(`a policy to fill in has no errors and no warnings, in \`${lang}\``, () => {
    const { stdout: input } = run(["init", "policy", "--lang", lang]);
    const { stdout, status } = run(["check", "policy", "-", "--strict", "--format", "json"], { input });
    const [{ summary, ...answer }] = JSON.parse(stdout);
    assert.deepEqual(answer, { file: "<stdin>", accepted: true, type: "policy", findings: [] });
    assert.equal(summary.examples.length, 3);
    assert.equal(status, 0);
  });
}

test("both languages write the same document", () => {
  const bare = (/** @type {string} */ text) => text.replace(/ *#.*$/gm, "");
  for (const kind of ["patch", "change"]) {
    const [dutch, english] = ["nl", "en"].map((lang) => bare(run(["init", kind, "--lang", lang]).stdout));
    assert.equal(dutch, english);
  }
});

test("a change request to fill in names every item of the catalogue, with the fields that it must have", async () => {
  const desk = await load();
  const { stdout: input } = run(["init", "change"]);
  const named = [...input.matchAll(/^# {3}(\S+): +(\{.*\})$/gm)].map(([, item, fields = ""]) => [item, fields.match(/\w+(?=: "")/g)]);
  const catalogue = (desk.policy.changes?.standard ?? []).map(({ id: item, fields = [] }) => [item, fields.filter(({ required }) => required).map(({ id }) => id)]);
  assert.ok(catalogue.length > 0);
  assert.deepEqual(named, catalogue);
  desk.close();
});

test("a file that is there is written over only when asked to", () => {
  const path = file("mine.yaml", "mine\n");
  assert.deepEqual(run(["init", "patch", path]), { status: 2, stdout: "", stderr: `${path}: this file is there already: write to another, or add --force [file-exists]\n` });
  assert.equal(readFileSync(path, "utf8"), "mine\n");
  assert.deepEqual(run(["init", "patch", path, "--force"]), { status: 0, stdout: `written: ${path}\n`, stderr: "" });
  assert.match(readFileSync(path, "utf8"), /^# A request/);
});

test("a file that cannot be written is told on one line", () => {
  const path = join(folder, "nowhere/request.yaml");
  assert.deepEqual(run(["init", "patch", path]), { status: 2, stdout: "", stderr: `${path}: this file cannot be written (ENOENT) [not-written]\n` });
});
