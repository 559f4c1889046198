// The files that a request names: what is known of them goes to the core.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { symlinkSync, truncateSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { DeskrulesError, load } from "deskrules";
import { checkChangeFile, checkPatchFile } from "deskrules/node";
import { readDocument } from "../../../pkg/node/document.js";
import { facts } from "../../../pkg/node/facts.js";
import { COMPLETE, file, folder, NOW, run } from "./command.js";

const NOW_TEXT = NOW[1] ?? "";
const INSTALLER = Buffer.from("an installer");
const [SHA256 = "", OTHER = ""] = [INSTALLER, "another"].map((content) => createHash("sha256").update(content).digest("hex"));

file("patch/globe.msi", INSTALLER);
file("patch/install.md", "Stop the service.\n");
file("patch/notes.bin", new Uint8Array([0xff, 0xfe]));
file("patch/long.md", "x".repeat(1024 * 1024 + 1));

/**
 * @param {unknown} request
 * @returns {Promise<unknown>}
 */
async function known(request) {
  return facts(await readDocument(file("patch/request.json", request)), join(folder, "patch"));
}

/** @type {[string, unknown, unknown][]} */
const KNOWN = [
  ["a file that is not there is known not to be", { installer: { file: "nowhere.msi" } }, { "nowhere.msi": null }],
  ["a folder is no file", { installer: { file: "." } }, { ".": null }],
  ["a name that no file can have is no file", { installer: { file: "a\0b" } }, { "a\0b": null }],
  ["an installer has its size; its checksum is not worked out when nobody asks", { installer: { file: "globe.msi" } }, { "globe.msi": { size: 12 } }],
  ["its checksum is known when the request gives one", { installer: { file: "globe.msi", size: 12, sha256: "00" } }, { "globe.msi": { size: 12, sha256: SHA256 } }],
  ["a file of another size is not read", { installer: { file: "globe.msi", size: 13, sha256: SHA256 } }, { "globe.msi": { size: 12 } }],
  ["a text has its contents", { instructions: { file: "install.md" } }, { "install.md": { size: 18, text: "Stop the service.\n" } }],
  ["what is no text has none", { releaseNotes: { file: "notes.bin" } }, { "notes.bin": { size: 2 } }],
  ["nor has a long text", { rollback: { file: "long.md" } }, { "long.md": { size: 1024 * 1024 + 1 } }],
  ["a way through another folder and back stays inside", { rollback: { file: "x/../install.md" } }, { "x/../install.md": { size: 18, text: "Stop the service.\n" } }],
  ["a request that names none has none", { installer: {}, rollback: { steps: ["x"] } }, {}],
  ["nor has one of another shape", { installer: 7, rollback: [], instructions: { file: 7 }, releaseNotes: { file: " " } }, {}],
];

for (const [what, request, expected] of KNOWN) {
  test(what, async () => {
    assert.deepEqual(await known(request), expected);
  });
}

test("a link inside the folder is followed", async () => {
  symlinkSync("globe.msi", join(folder, "patch/latest.msi"));
  assert.deepEqual(await known({ installer: { file: "latest.msi" } }), { "latest.msi": { size: 12 } });
});

test("an installer is read in pieces, however long it is, and tells how far it is", async () => {
  const size = 100_000_000;
  truncateSync(file("patch/long.iso", ""), size);
  const document = await readDocument(file("patch/request.json", { installer: { file: "long.iso", sha256: "00" } }));
  /** @type {number[]} */
  const told = [];
  let most = 0;
  const before = process.memoryUsage().arrayBuffers;
  const answer = await facts(document, join(folder, "patch"), (_name, done) => {
    told.push(done);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  });
  const zeros = createHash("sha256");
  for (let done = 0; done < size; done += 1_000_000) {
    zeros.update(Buffer.alloc(1_000_000));
  }
  assert.deepEqual(answer, { "long.iso": { size, sha256: zeros.digest("hex") } });
  assert.equal(told.at(-1), size);
  assert.ok(told.length > 50);
  assert.ok(most < size / 2, `${most} bytes`);
});

test("a folder is checked as the request in it", () => {
  file("folder/request.yml", JSON.stringify(COMPLETE));
  file("folder/globe-4.22.msi", INSTALLER);
  const { stdout, status } = run(["check", "patch", "folder", ...NOW]);
  assert.ok(stdout.endsWith("folder: patch request accepted\n"), stdout);
  assert.equal(status, 0);
});

/** @type {[string, object, string[][]][]} */
const COMPARED = [
  ["an installer as the request says", { file: "globe-4.22.msi", size: 12, sha256: SHA256 }, []],
  ["an installer of another size", { file: "globe-4.22.msi", size: 13, sha256: SHA256 }, [["installer-size", "installer.size"]]],
  ["an installer of another checksum", { file: "globe-4.22.msi", size: 12, sha256: OTHER }, [["installer-checksum", "installer.sha256"]]],
  ["an installer that is not there", { file: "globe-4.23.msi" }, [["file-missing", "installer.file"]]],
  ["an installer with a name of JavaScript", { file: "__proto__" }, [["file-missing", "installer.file"], ["installer-name", "installer.file"]]],
];

for (const [what, installer, expected] of COMPARED) {
  test(`${what} gives ${expected.length > 0 ? expected.map(([code]) => code) : "no finding"}`, () => {
    file("compared/globe-4.22.msi", INSTALLER);
    file("compared/request.json", { ...COMPLETE, installer });
    const [{ findings }] = JSON.parse(run(["check", "patch", "compared", ...NOW, "--format", "json"]).stdout);
    assert.deepEqual(findings.map((/** @type {{ code: string, path: string }} */ { code, path }) => [code, path]), expected);
  });
}

test("a placeholder is found in a file that the request names", () => {
  file("todo/globe-4.22.msi", INSTALLER);
  file("todo/rollback.md", "TODO\n");
  file("todo/request.json", { ...COMPLETE, rollback: { file: "rollback.md" } });
  assert.match(run(["check", "patch", "todo", ...NOW]).stdout, /error {2}rollback\.file: /);
});

test("of standard input no file is known, unless a folder is given", () => {
  const input = JSON.stringify({ ...COMPLETE, rollback: { file: "../x" } });
  assert.equal(run(["check", "patch", "-", ...NOW], { input }).stderr, "");
  assert.match(run(["check", "patch", "-", ...NOW, "--folder", "folder"], { input }).stderr, /^<stdin>:1:\d+: rollback\.file: .*\[outside-folder\]\n$/);
});

test("a script has what the command has", async () => {
  file("script/request.yaml", "servers: [app-01]\nrollback: { steps: [] }\n");
  const path = join(folder, "script");
  for (const [kind, ask] of /** @type {const} */ ([["patch", checkPatchFile], ["change", checkChangeFile]])) {
    const request = kind === "patch" ? path : file("script.yaml", "title: x\n");
    const [{ file: _, ...answer }] = JSON.parse(run(["check", kind, request, ...NOW, "--format", "json"]).stdout);
    assert.deepEqual(JSON.parse(JSON.stringify(await ask(request, { now: NOW_TEXT }))), answer);
    assert.ok(answer.findings.every((/** @type {{ line: number }} */ { line }) => line >= 1));
  }
});

test("a script may give the policy as a file, as an object or as a desk, and the desk stays open", async () => {
  const document = { id: "own", includes: [], patches: {} };
  const desk = await load({ policy: document });
  for (const policy of [file("own.yaml", "id: own\nincludes: []\npatches: {}\n"), document, desk]) {
    const { findings } = await checkPatchFile(file("any.yaml", "servers: [a]\n"), { policy, now: NOW_TEXT });
    assert.equal(findings[0]?.code, "service-not-included");
  }
  assert.equal(desk.policy.id, "own");
});

test("by require a script has the same", async () => {
  const { checkPatchFile: required } = createRequire(import.meta.url)("deskrules/node");
  const path = file("any.yaml", "servers: [a]\n");
  assert.deepEqual(await required(path, { now: NOW_TEXT }), await checkPatchFile(path, { now: NOW_TEXT }));
});

test("what a script cannot read is thrown with its place", async () => {
  const path = file("slip.yaml", "servers: [a]\nrolback: {}\n");
  await assert.rejects(checkPatchFile(path), (/** @type {any} */ error) => {
    assert.ok(error instanceof DeskrulesError);
    assert.deepEqual({ ...error, findings: [], troubles: [] }, { name: "FileError", code: "unknown-field", path: "rolback", file: path, line: 2, column: 1, findings: [], troubles: [] });
    return true;
  });
});
