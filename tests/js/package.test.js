// The package as others get it: packed, installed elsewhere, imported and required.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const PACKAGE = fileURLToPath(new URL("../../pkg", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "deskrules-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string[]} args */
const npm = (...args) => execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

writeFileSync(join(folder, "package.json"), '{ "private": true }');
const [{ filename }] = JSON.parse(npm("pack", PACKAGE, "--json"));
npm("install", "--no-audit", "--no-fund", "--offline", `./${filename}`);

/**
 * @param {string} name
 * @param {string} text
 */
function run(name, text) {
  writeFileSync(join(folder, name), text);
  return execFileSync(process.execPath, [join(folder, name)], { encoding: "utf8" }).trim();
}

test("the wasm is at most 95 KB by brotli", () => {
  const wasm = readFileSync(join(folder, "node_modules/deskrules/wasm/deskrules_bg.wasm"));
  const size = brotliCompressSync(wasm).length;
  assert.ok(size <= 111_500, `${size} bytes`);
});

test("a module imports the packed package", () => {
  const text = 'import { load } from "deskrules"; console.log((await load()).classify({ impact: "high", urgency: "medium" }).priority);';
  assert.equal(run("import.mjs", text), "P2");
});

test("a module imports it dynamically", () => {
  assert.equal(run("dynamic.mjs", 'const { load } = await import("deskrules"); console.log(typeof (await load()).zoneData);'), "string");
});

test("a CommonJS script requires it", () => {
  const text = 'const { load } = require("deskrules"); load().then((desk) => console.log(desk.classify({ impact: "low", urgency: "low" }).priority));';
  assert.equal(run("require.cjs", text), "P4");
});

test("the command runs from the installed package", () => {
  assert.match(execFileSync(join(folder, "node_modules/.bin/deskrules"), ["--help"], { encoding: "utf8" }), /deskrules check patch/);
});

test("the browser's build with the wasm inlined answers too", () => {
  const inlined = join(folder, "node_modules/deskrules/client/inlined.js");
  const text = `const { load } = await import(${JSON.stringify(inlined)}); console.log((await load()).classify({ impact: "high", urgency: "high" }).priority);`;
  assert.equal(run("inlined.mjs", text), "P1");
});
