// TypeScript as strict as it gets, the package's own declarations checked with it, by both ways of finding them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { project, right, run } from "./packed.js";

const TSC = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const TYPES = fileURLToPath(new URL("../node_modules/@types", import.meta.url));
const WAYS = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];
const STRICT = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false };
/** What the lines that must not compile end in: a comment. */
const MISUSE = /; \/\/ /;

/**
 * Compiles all of a project, and answers the lines of each file that are refused.
 * @param {string} folder
 * @param {typeof WAYS[number]} way
 */
function refused(folder, way) {
  const compilerOptions = { ...STRICT, ...way, target: "es2022", lib: ["es2023", "dom"], allowJs: true, outDir: "out", typeRoots: [TYPES], types: ["node"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["uses.ts", "elements.ts", "misuses.ts"] }));
  const { stdout } = spawnSync(process.execPath, [TSC, "--project", folder, "--pretty", "false"], { encoding: "utf8", cwd: folder });
  const said = stdout.split("\n").filter((line) => /^\S/.test(line));
  const misuses = said.flatMap((line) => line.match(/^misuses\.ts\((\d+),/)?.[1] ?? []).map(Number);
  return { misuses: [...new Set(misuses)], others: said.filter((line) => !line.startsWith("misuses.ts")) };
}

for (const way of WAYS) {
  const name = way.moduleResolution;
  const folder = project(`types-${name}`, ["types"]);
  const { misuses, others } = refused(folder, way);

  test(`${name}: a program and a page with the elements compile`, () => assert.deepEqual(others, []));

  test(`${name}: the program runs`, () => {
    writeFileSync(join(folder, "request.json"), '{ "product": { "name": "PostgreSQL", "to": "16.6" } }');
    const { said, found } = JSON.parse(run(folder, [process.execPath, "out/uses.js"]));
    assert.deepEqual(said, [3600, "2026-11-24T10:00:00+01:00", true, "unknown-zone", "2026-11-24T09:00:00+01:00"]);
    right(found);
  });

  test(`${name}: every misuse is refused`, () => {
    const lines = readFileSync(join(folder, "misuses.ts"), "utf8").split("\n");
    assert.deepEqual(misuses, lines.flatMap((line, index) => (MISUSE.test(line) ? [index + 1] : [])));
  });
}
