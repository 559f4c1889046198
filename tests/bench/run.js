/** The bench: `cargo xtask bench` builds what it needs and runs this. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { deserialize, serialize } from "node:v8";

import { load as loadDesk } from "deskrules";

import { reports } from "./answers.js";
import { NAMES, load } from "./peers/index.js";
import { isMet, page, terminal } from "./report.js";
import { ROWS } from "./rows/index.js";

const { values: options } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" }, measure: { type: "string" }, scratch: { type: "string" } },
});
const { quick, only } = options;
const rows = ROWS.filter(({ id }) => only === undefined || id === only || id.startsWith(`${only}-`));
if (rows.length === 0) {
  console.error(`no row \`${only}\`; there are ${ROWS.map(({ id }) => `\`${id}\``).join(", ")}`);
  process.exit(2);
}

const docs = new URL("../../docs/", import.meta.url);
const figures = new URL("bench.json", docs);

/** @returns {import("./report.js").Kept} What an earlier run kept. */
function earlier() {
  try {
    return JSON.parse(readFileSync(figures, "utf8")).rows;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") {
      return {};
    }
    throw error;
  }
}

/** The versions of the peers' packages. */
function versions() {
  const lock = JSON.parse(readFileSync(new URL("package-lock.json", import.meta.url), "utf8"));
  return Object.entries(lock.packages[""].dependencies)
    .filter(([, version]) => !version.startsWith("file:"))
    .map(([name]) => `${name} ${lock.packages[`node_modules/${name}`].version}`);
}

async function facts() {
  const { zoneData } = await loadDesk();
  const crate = /name = "workclock"\nversion = "(.*)"/.exec(readFileSync(new URL("workclock/Cargo.lock", import.meta.url), "utf8"));
  const rustc = execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim();
  return [
    `${new Date().toISOString().slice(0, 10)}, ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release().split(".", 2).join(".")} ${os.arch()}`,
    `Node ${process.versions.node} (V8 ${process.versions.v8}), ${rustc}, time-zone data ${zoneData} (host: ${process.versions.tz})`,
    [...versions(), `workclock ${crate?.[1]}`].join(", "),
  ];
}

const progress = (/** @type {string} */ text) => console.error(`   ${text}`);
const scratch = options.scratch ?? mkdtempSync(join(os.tmpdir(), "deskrules-bench-"));
const kept = earlier();

/** Asks all peers what they answer, once for all rows. */
async function answers() {
  const file = join(scratch, "answers");
  try {
    return deserialize(readFileSync(file));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") {
      throw error;
    }
  }
  const found = await reports(NAMES, progress);
  writeFileSync(file, serialize(found));
  return found;
}

if (options.measure !== undefined) {
  const row = ROWS.find(({ id }) => id === options.measure);
  const table = await row?.measure({ quick, progress, answers });
  writeFileSync(join(scratch, "table"), serialize(table));
  process.exit(0);
}

/**
 * Measures a row in a process of its own: what one row leaves behind, code compiled for other types and memory to be collected, must
 * not be charged to the next.
 * @param {string} id
 * @returns {import("./report.js").Table}
 */
function measured(id) {
  const args = [fileURLToPath(import.meta.url), "--measure", id, "--scratch", scratch, ...(quick ? ["--quick"] : [])];
  execFileSync(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
  return deserialize(readFileSync(join(scratch, "table")));
}

const sections = [];
try {
  for (const { id, title, text } of rows) {
    console.error(`== ${title}`);
    const table = measured(id);
    sections.push({ id, title, text, table });
    console.log(terminal({ id, title, text, table }, kept));
  }
} finally {
  rmSync(scratch, { recursive: true });
}

const missed = sections.flatMap(({ table }) => table.budgets.filter((budget) => !isMet(budget)));
console.log(missed.length > 0 ? `missed: ${missed.map(({ what }) => what).join("; ")}` : "all budgets are met");

if (!quick && only === undefined) {
  const wrong = sections.flatMap(({ table }) => table.notes ?? []);
  const peers = await Promise.all(NAMES.map(load));
  const about = await facts();
  // Four digits are more than a second run agrees on.
  const digits = (/** @type {string} */ _, /** @type {unknown} */ value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
  const figuresOf = Object.fromEntries(
    sections.map(({ id, table }) => [id, Object.fromEntries(table.lines.map(({ id, cells }) => [id, cells]))]),
  );
  mkdirSync(docs, { recursive: true });
  writeFileSync(new URL("bench.md", docs), page(sections, { facts: about, peers, wrong, kept }));
  writeFileSync(figures, `${JSON.stringify({ facts: about, rows: figuresOf }, digits, 1)}\n`);
  console.log(`written: ${fileURLToPath(new URL("bench.md", docs))}`);
}

const differ = sections.find(({ id }) => id === "answers")?.table.budgets.some((budget) => !isMet(budget));
if (differ) {
  console.error("error: deskrules and the reference DIFFER; see `Right answers`");
  process.exitCode = 1;
}
