// What cannot be read: exit 2, and a line that says where, in Dutch and in English.
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { COMPLETE, file, folder, NOW, run } from "./command.js";

const MEGABYTE = 1024 * 1024;
/** Nine lists of nine of the one before: 9^9 values. */
const BOMB = Array.from("bcdefghi").reduce((text, name, index) => `${text}\n${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(", ")}]`, "a: &a [x, x, x, x, x, x, x, x, x]");

/** @type {[string, string, unknown, string][]} - What it is, the file, what it holds, and the line. */
const UNREADABLE = [
  ["a file that is not UTF-8", "bytes.yaml", new Uint8Array([...Buffer.from("a: b\nc: "), 0xff]), "bytes.yaml:2:4: this is not text in UTF-8 [not-utf8]"],
  ["an empty file", "empty.yaml", " \n", "empty.yaml: there is nothing in this file [empty-file]"],
  ["broken YAML", "broken.yaml", "servers: [a, b\nwindow: {}\n", "broken.yaml:2:1: this is not YAML: flow sequence in block collection must be sufficiently indented and end with a ] [not-yaml]"],
  ["a tab in the margin of YAML", "tab.yaml", "window:\n\tstart: x\n", "tab.yaml:2:1: this is not YAML: tabs are not allowed as indentation [not-yaml]"],
  ["several YAML documents", "several.yaml", "servers: []\n---\nservers: []\n", "several.yaml:2:1: there are several YAML documents here: write one a file [several-documents]"],
  ["a YAML alias bomb", "bomb.yaml", BOMB, "bomb.yaml:5:8: the aliases up to here stand for more than 10000 values [alias-bomb]"],
  ["an alias to itself", "self.yaml", "servers: &s [*s]", "self.yaml:1:14: the alias `*s` names nothing that ends before it [unknown-alias]"],
  ["a key of YAML that stands there twice", "twice.yaml", "servers: []\nwindow: {}\nservers: []\n", "twice.yaml:3:1: servers: the key `servers` stands here twice [duplicate-key]"],
  ["a key of JSON that stands there twice", "twice.json", '{ "servers": [],\n  "servers": [] }', "twice.json:2:3: servers: the key `servers` stands here twice [duplicate-key]"],
  ["a key of YAML that stands twice in a list", "twice-below.yaml", "windows:\n  - { start: x, start: y }\n", "twice-below.yaml:2:17: windows[0].start: the key `start` stands here twice [duplicate-key]"],
  ["a key of JSON that stands twice in a list", "twice-below.json", '[[0, { "a": 1, "a": 2 }]]', "twice-below.json:1:16: [0][1].a: the key `a` stands here twice [duplicate-key]"],
  ["an alias that looks like a moment", "moment.yaml", "window: *2026-99-99T", "moment.yaml:1:9: the alias `*2026-99-99T` names nothing that ends before it [unknown-alias]"],
  ["broken JSON", "broken.json", '{ "servers": [a] }', "broken.json:1:15: this is not JSON: `a` cannot stand here [not-json]"],
  ["a comma after the last of JSON", "comma.json", '{ "servers": [],\n}', "comma.json:2:1: this is not JSON: `}` cannot stand here [not-json]"],
  ["JSON that stops", "stops.json", '{ "product": ', "stops.json:1:14: this JSON stops before its end [json-unfinished]"],
  ["YAML that is nested too deep", "deep.yaml", "[".repeat(MEGABYTE), "deep.yaml:1:65: nested deeper than 64 levels [too-deep]"],
  ["a list in a list in a list of YAML", "dashes.yaml", "- ".repeat(MEGABYTE / 2), "dashes.yaml:1:128: nested deeper than 64 levels [too-deep]"],
  ["JSON that is nested too deep", "deep.json", '{"a":'.repeat(MEGABYTE), "deep.json:1:326: nested deeper than 64 levels [too-deep]"],
  ["100 MB of nesting", "huge.json", Buffer.alloc(100_000_000, "["), "huge.json: this is larger than 16 MiB [file-too-large]"],
  ["100 MB of nesting in YAML", "huge.yaml", Buffer.alloc(100_000_000, "["), "huge.yaml: this is larger than 16 MiB [file-too-large]"],
  ["YAML of more than a megabyte", "large.yaml", `# ${"x".repeat(MEGABYTE)}`, "large.yaml: this is larger than 1 MiB [file-too-large]"],
  ["a megabyte of commas", "commas.yaml", `[${",".repeat(MEGABYTE - 2)}]`, "commas.yaml:1:250001: more than 250000 words and marks [too-large]"],
  ["text that is no request", "text.yaml", "hello\n", "text.yaml:1:1: expected an object, found the text `hello` [wrong-type]"],
  ["a request that is a list", "list.json", "[]", "list.json:1:1: expected an object, found a list [wrong-type]"],
  ["an unknown key", "typo.yaml", "servers: [a]\nrolback: {}\n", "typo.yaml:2:1: rolback: unknown field `rolback`: did you mean `rollback`? [unknown-field]"],
  ["a wrong type", "type.yaml", "window:\n  minutes: [1]\n", "type.yaml:2:12: window.minutes: expected a whole number of 0 or more, found a list [wrong-type]"],
  ["a version without quotes in YAML", "version.yaml", "product:\n  to: 1.10\n", 'version.yaml:2:7: product.to: this is text: write it in quotes, "1.10" [unquoted-text]'],
  ["a version without quotes in JSON", "version.json", '{ "product": { "to": 1.10 } }', 'version.json:1:22: product.to: this is text: write it in quotes, "1.10" [unquoted-text]'],
  ["a word of YAML that is no text", "true.yaml", "requestedBy: { name: true }", 'true.yaml:1:22: requestedBy.name: this is text: write it in quotes, "true" [unquoted-text]'],
  ["an endless number", "endless.json", '{ "window": { "minutes": 1e999 } }', "endless.json:1:26: window.minutes: `Infinity` is not a finite number [not-finite]"],
  ["a moment without an offset", "instant.yaml", "window:\n  start: 2026-11-25T09:00\n", "instant.yaml:2:10: window.start: `2026-11-25T09:00` has no offset from UTC: add one, like `+01:00` or `Z` [instant-without-offset]"],
  ["a file outside the folder", "out/request.yaml", "installer: { file: ../secret.msi }\n", "request.yaml:1:20: installer.file: `../secret.msi` is outside the folder of the request [outside-folder]"],
  ["a file by its full name", "full/request.yaml", "rollback:\n  file: /etc/hostname\n", "request.yaml:2:9: rollback.file: `/etc/hostname` is outside the folder of the request [outside-folder]"],
];

for (const [what, name, content, line] of UNREADABLE) {
  test(`${what} is told on one line, and exits with 2`, () => {
    const path = file(name, content);
    const { status, stdout, stderr } = run(["check", "patch", path, ...NOW]);
    assert.equal(stderr, `${path.slice(0, -basename(path).length)}${line}\n`);
    assert.equal(stdout, "");
    assert.equal(status, 2);
    const dutch = run(["check", "patch", path, ...NOW, "--lang", "nl"]).stderr;
    assert.notEqual(dutch, stderr);
    assert.equal(dutch.split("\n").length, 2, dutch);
    assert.equal(dutch.match(/:\d+:\d+: /)?.[0], stderr.match(/:\d+:\d+: /)?.[0]);
  });
}

/** @type {[string, string, string][]} - What it is, a request, and its line in Dutch. */
const IN_DUTCH = [
  ["an unknown key", "rolback: {}", "rolback: dit veld bestaat niet (`rolback`): bedoelt u `rollback`?"],
  ["a key that is like no other", "xyz: 1", "xyz: dit veld bestaat niet (`xyz`): er is `service`, `product`, `servers`, `requestedBy`, `installer`, `instructions`, `releaseNotes`, `rollback`, `window`"],
  ["a number in place of a list", "servers: 7", "servers: hier hoort een lijst, en er staat `7`"],
  ["text in place of an object", 'product: "a, found b"', "product: hier hoort een object, en er staat de tekst `a, found b`"],
  ["nothing in place of an object", "rollback:", "rollback: hier hoort een object, en er staat niets"],
  ["a moment in words", "window: { start: 'soon: at 9' }", "window.start: dit is geen tijdstip (`soon: at 9`)"],
  ["a moment without an offset", "window: { start: 2026-11-25T09:00 }", "window.start: bij dit tijdstip ontbreekt het verschil met UTC, zoals `+01:00` (`2026-11-25T09:00`)"],
];

for (const [what, request, line] of IN_DUTCH) {
  test(`${what} is told in Dutch, its values too`, () => {
    const { stderr } = run(["check", "patch", "-", ...NOW, "--lang", "nl"], { input: request });
    assert.match(stderr, /^<stdin>:\d+:\d+: .* \[[a-z-]+\]\n$/);
    assert.equal(stderr.replace(/^<stdin>:\d+:\d+: | \[[a-z-]+\]\n$/g, ""), line);
  });
}

test("everything that cannot be read in a request is told at once", () => {
  const { stderr } = run(["check", "patch", file("several-slips.yaml", "rolback: {}\nservers: app-01\nproduct: { nme: x }\n"), ...NOW]);
  assert.deepEqual(stderr.match(/:\d+:\d+: |\[[a-z-]+\]/g), [":1:1: ", "[unknown-field]", ":3:12: ", "[unknown-field]", ":2:10: ", "[wrong-type]"]);
});

test("a missing file, a folder without a request and one with two are told on one line", () => {
  mkdirSync(join(folder, "none"), { recursive: true });
  file("both/request.yaml", "{}");
  file("both/request.json", "{}");
  const lines = ["nowhere", "none", "both"].map((name) => run(["check", "patch", name, ...NOW]).stderr);
  assert.deepEqual(lines, [
    "nowhere: there is no such file [no-such-file]\n",
    "none: there is no `request.yaml`, `request.yml` or `request.json` in this folder [no-request]\n",
    "both: there are two requests in this folder: `request.json` and `request.yaml` [two-requests]\n",
  ]);
});

test("a link that leads out of the folder is refused, whatever it is called", () => {
  const request = file("linked/request.yaml", "installer: { file: setup.msi }\n");
  symlinkSync(file("elsewhere.msi", "x"), join(folder, "linked/setup.msi"));
  const { status, stderr } = run(["check", "patch", join(folder, "linked"), ...NOW]);
  assert.equal(stderr, `${request}:1:20: installer.file: \`setup.msi\` is outside the folder of the request [outside-folder]\n`);
  assert.equal(status, 2);
});

test("a file that may not be read is told on one line", { skip: process.getuid?.() === 0 && "root may read everything" }, () => {
  const path = file("secret.yaml", "{}");
  chmodSync(path, 0);
  assert.equal(run(["check", "patch", path, ...NOW]).stderr, `${path}: this file cannot be read (EACCES) [unreadable-file]\n`);
});

test("a fault in the list of planned work is told at its own place", () => {
  const planned = file("planned.yaml", "- start: 2026-11-25T09:00\n  end: 2026-11-25T10:00:00+01:00\n");
  const { stderr, status } = run(["check", "patch", file("ok.json", COMPLETE), ...NOW, "--windows", planned]);
  assert.equal(stderr, `${planned}:1:10: windows[0].start: \`2026-11-25T09:00\` has no offset from UTC: add one, like \`+01:00\` or \`Z\` [instant-without-offset]\n`);
  assert.equal(status, 2);
});

test("standard input that is too long is not read to its end", () => {
  const { stderr, status } = run(["check", "patch", "-", ...NOW], { input: Buffer.alloc(17 * MEGABYTE, " ") });
  assert.equal(stderr, "<stdin>: this is larger than 16 MiB [file-too-large]\n");
  assert.equal(status, 2);
});

test("standard input is read once", () => {
  const { stderr, status } = run(["check", "patch", "-", "-", ...NOW], { input: JSON.stringify(COMPLETE) });
  assert.equal(stderr, "<stdin>: standard input can be read only once [read-twice]\n");
  assert.equal(status, 2);
});

test("a broken pipe is no stack trace", async () => {
  const { spawn } = await import("node:child_process");
  const { COMMAND } = await import("./command.js");
  const path = file("pipe.json", COMPLETE);
  const child = spawn(process.execPath, [COMMAND, "check", "patch", ...Array(200).fill(path), ...NOW], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  await new Promise((resolve) => child.on("close", resolve));
  assert.equal(said, "");
});
