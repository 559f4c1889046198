// The package by itself: what linters say of it, and that nothing of it runs when it is installed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { installed, project, TARBALL } from "./packed.js";

const ATTW = fileURLToPath(new URL("node_modules/@arethetypeswrong/cli/dist/index.js", import.meta.url));
const folder = project("package", []);
const manifest = (/** @type {string} */ path) => JSON.parse(readFileSync(join(folder, path, "package.json"), "utf8"));

test("publint has nothing to say", async () => {
  const { messages, pkg } = await publint({ pkgDir: join(folder, "node_modules/deskrules"), pack: false, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

/** @param {string[]} args */
function attw(...args) {
  const { status, stdout } = spawnSync(process.execPath, [ATTW, TARBALL, "--no-color", "--format", "ascii", ...args], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
}

test("the types are right however the package is found", () => {
  attw("--entrypoints", ".", "node", "package.json", "custom-elements.json", "policy.schema.json");
});

// Two ways of finding a module are left out here: `require`, which pages have none of, and that of before `exports` (Node 11).
test("the types are right for what only pages load", () => {
  const elements = ["form", "request", "timer", "timeline"].flatMap((name) => [`elements/${name}`, `elements/${name}-define`]);
  attw("--profile", "esm-only", "--entrypoints", "web", "elements", "deskrules.js", ...elements);
});

// These have no types to look at: bytes, JSON with a wildcard, and desks, which elements load by name.
test("no other entry needs types", () => {
  const typed = /^\.(?:\/(?:node|web|elements.*|deskrules\.js|(?:package|custom-elements|policy\.schema)\.json))?$/;
  const rest = Object.keys(manifest("node_modules/deskrules").exports).filter((entry) => !typed.test(entry));
  assert.deepEqual(rest, ["./desks/*", "./deskrules_bg.wasm", "./locales/*.json"]);
});

test("nothing runs when it is installed, and it brings two packages that bring none", () => {
  const packages = installed(folder);
  assert.deepEqual(Object.keys(packages), ["", "node_modules/deskrules", "node_modules/ical.js", "node_modules/yaml"]);
  for (const path of Object.keys(packages).slice(1)) {
    const { preinstall, install, postinstall } = manifest(path).scripts ?? {};
    assert.deepEqual([preinstall, install, postinstall, packages[path].hasInstallScript], Array(4).fill(undefined), path);
    assert.ok(!readdirSync(join(folder, path)).includes("binding.gyp"), path);
  }
});

test("the package brings the licences of what is in it", () => {
  const text = readFileSync(join(folder, "node_modules/deskrules/THIRD-PARTY.md"), "utf8");
  assert.match(text, /\| chrono \| [\d.]+ \| MIT OR Apache-2\.0 \|/);
  assert.match(text, /\| time-zone data \| .* \| public domain \|/);
  for (const name of Object.keys(manifest("node_modules/deskrules").dependencies)) {
    assert.ok(text.includes(`| ${name} | ${manifest(`node_modules/${name}`).version} | ${manifest(`node_modules/${name}`).license} |`), name);
  }
});
