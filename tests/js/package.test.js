// The package as others get it: packed, installed elsewhere, imported and required.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
npm("install", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts", `./${filename}`);

/**
 * @param {string} name
 * @param {string} text
 */
function run(name, text) {
  writeFileSync(join(folder, name), text);
  return execFileSync(process.execPath, [join(folder, name)], { encoding: "utf8", cwd: folder }).trim();
}

/**
 * Returns what the compiler says of a file.
 * @param {string} name
 * @param {string} text
 */
function compile(name, text) {
  const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  writeFileSync(join(folder, name), text);
  const args = [tsc, "--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2023,dom", join(folder, name)];
  return spawnSync(process.execPath, args, { encoding: "utf8", cwd: folder }).stdout;
}

test("the wasm keeps its budget of 115 KB by brotli", () => {
  const wasm = readFileSync(join(folder, "node_modules/deskrules/wasm/deskrules_bg.wasm"));
  const size = brotliCompressSync(wasm).length;
  assert.ok(size <= 115_000, `${size} bytes`);
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
  const command = (/** @type {string[]} */ ...args) => execFileSync(join(folder, "node_modules/.bin/deskrules"), args, { encoding: "utf8", cwd: folder });
  assert.match(command("--help"), /deskrules check patch/);
  assert.match(command("init", "policy", "policy.yaml"), /^written: policy\.yaml\n$/);
  assert.match(command("check", "policy", "policy.yaml"), /policy accepted\n$/);
  writeFileSync(join(folder, "c.ics"), "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nSUMMARY:Kerst\nEND:VEVENT\nEND:VCALENDAR\n");
  assert.equal(command("holidays", "--ics", "c.ics", "--lang", "nl"), '- { id: "kerst", name: { nl: "Kerst" }, on: "2026-12-25" }\n');
});

const REQUEST = "servers: [app-01]\nrollback: { steps: [] }\n";
writeFileSync(join(folder, "request.yaml"), REQUEST);
writeFileSync(join(folder, "slip.yaml"), "servers: [app-01]\nrolback: {}\n");
const CHECK = `
  checkPatchFile("request.yaml", { now: 0 }).then(async ({ accepted, findings }) => {
    const { line, column } = findings.find(({ path }) => path.startsWith("rollback"));
    const slip = await checkPatchFile("slip.yaml").catch((error) => error);
    console.log(accepted, line, column, slip instanceof DeskrulesError, slip.code, slip.file, slip.line, slip.column);
  });`;

test("a module checks files, and learns where", () => {
  const text = `import { DeskrulesError } from "deskrules"; import { checkPatchFile } from "deskrules/node"; ${CHECK}`;
  assert.equal(run("files.mjs", text), "false 2 11 true unknown-field slip.yaml 2 1");
});

test("a CommonJS script checks files, and learns where", () => {
  const text = `const { DeskrulesError } = require("deskrules"); const { checkPatchFile } = require("deskrules/node"); ${CHECK}`;
  assert.equal(run("files.cjs", text), "false 2 11 true unknown-field slip.yaml 2 1");
});

for (const kind of ["mts", "cts"]) {
  test(`the types of a file .${kind} fit`, () => {
    const text = `
      import { load } from "deskrules";
      import { checkChangeFile, checkPatchFile } from "deskrules/node";
      load().then(async (desk) => {
        const { accepted, findings } = await checkPatchFile("request.yaml", { policy: desk, now: new Date(0), windows: [{ start: 0, end: 1 }] });
        const line: number | undefined = findings[0]?.line;
        const { type } = await checkChangeFile("change.yaml", { policy: "policy.yaml" });
        // @ts-expect-error
        await checkPatchFile(7);
        return [accepted satisfies boolean, line, type satisfies string];
      });`;
    assert.equal(compile(`typed.${kind}`, text), "");
  });
}

test("the types of the elements fit", () => {
  const text = `
    import { DeskrulesForm, setDefaults } from "deskrules/elements";
    import { DeskrulesTimer } from "deskrules/elements/timer";
    import "deskrules/elements/form-define";
    setDefaults({ lang: "nl" });
    const form: DeskrulesForm = document.createElement("deskrules-form");
    form.values = { P1: "Urgent" };
    form.subject = "#subject";
    const { standing }: { standing: string } = new DeskrulesTimer();
    // @ts-expect-error
    document.createElement("deskrules-request").kind = 7;`;
  assert.equal(compile("elements.mts", text), "");
});

test("the folders for the helpdesks themselves are in the package", () => {
  const inside = (/** @type {string} */ path) => existsSync(join(folder, "node_modules/deskrules/desks", path));
  assert.ok(inside("rt/RT-Extension-Deskrules/lib/RT/Extension/Deskrules.pm") && inside("django/deskrules_desk/templates/helpdesk/base.html"));
});

test("the browser's build with the wasm inlined answers too", () => {
  const inlined = join(folder, "node_modules/deskrules/client/inlined.js");
  const text = `const { load } = await import(${JSON.stringify(inlined)}); console.log((await load()).classify({ impact: "high", urgency: "high" }).priority);`;
  assert.equal(run("inlined.mjs", text), "P1");
});
