// The same question to the crate built for this machine, to its wasm in Node, and through the command: the same bytes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as wasm from "../../pkg/wasm/node.cjs";

/** Seeds of each kind of question, besides the corpora of tests/fuzz. */
const SEEDS = 400;
/** Questions to commands that answer one at a time. */
const FEW = 8;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMMAND = join(ROOT, "pkg/cli/deskrules.js");
const KINDS = ["due", "track", "patch", "change"];

const { parse } = JSON;
/** @type {any} - The functions of the wasm, by name. */
const glue = wasm;
const folder = mkdtempSync(join(tmpdir(), "deskrules-differential-"));
after(() => rmSync(folder, { recursive: true }));

const native = spawnSync("cargo", ["run", "--quiet", "--example", "natively", "--", String(SEEDS)], { cwd: ROOT, maxBuffer: 1 << 30, encoding: "utf8" });
assert.equal(native.status, 0, native.stderr);
const lines = native.stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line));
/** @type {string[]} */
const policies = lines.filter(([call]) => call === "policy").map(([, text]) => text);
/** @type {[call: string, policy: number, input: string, argument: string, answer: string][]} */
const questions = lines.filter(([call]) => call !== "policy");
const handles = policies.map((text) => glue.loadPolicy(asDocument(text)));

/**
 * A document as the wasm takes it: its text, which may be quoted once more.
 * @param {string} text
 */
function asDocument(text) {
  const document = parse(text);
  return typeof document === "string" ? document : text;
}

/**
 * Asks the wasm, and returns the JSON that it hands over, of an error too.
 * @param {() => unknown} ask
 */
function said(ask) {
  /** @type {string | undefined} */
  let text;
  JSON.parse = (json) => parse((text = json));
  try {
    const answer = ask();
    return text ?? JSON.stringify(answer);
  } catch (error) {
    assert.ok(text !== undefined, String(error));
    return text;
  } finally {
    JSON.parse = parse;
  }
}

/**
 * @param {string} call
 * @param {number} policy
 * @param {string} input
 * @param {string} argument
 */
function answer(call, policy, input, argument) {
  switch (call) {
    case "loadPolicy":
    case "lintPolicy":
      return glue[call](asDocument(input));
    case "newSchedule": {
      const [start, end, seconds] = parse(argument);
      const [from, to] = [JSON.stringify(start), JSON.stringify(end)];
      const schedule = glue.newSchedule(input);
      const about = (/** @type {string} */ name, /** @type {any[]} */ ...args) => glue[`schedule${name}`](schedule, from, ...args) ?? null;
      const answers = [about("Add", seconds), about("Subtract", seconds), about("Between", to), about("IsOpen"), about("NextOpen"), about("NextClose")];
      glue.closeSchedule(schedule);
      return answers;
    }
    default:
      return argument === "null" ? glue[call](handles[policy], input) : glue[call](handles[policy], input, argument);
  }
}

for (const call of new Set(questions.map(([call]) => call).filter((call) => call !== "records"))) {
  test(`${call} says the same in wasm`, () => {
    const asked = questions.filter((question) => question[0] === call);
    assert.ok(asked.length > 20, `${asked.length} questions`);
    for (const [, policy, input, argument, expected] of asked) {
      assert.equal(said(() => answer(call, policy, input, argument)), expected, `${input}\n${argument}\n${policies[policy]}`);
    }
  });
}

for (const [index, kind] of KINDS.entries()) {
  const asked = questions.filter(([call, , , argument]) => call === "records" && JSON.parse(argument)[0] === index);

  test(`records: ${kind} gives the same bytes in wasm`, () => {
    assert.ok(asked.length > 0);
    for (const [, policy, input, argument, expected] of asked) {
      const [, now] = JSON.parse(argument);
      const bytes = glue.bulkRecords(handles[policy], index, new TextEncoder().encode(input), JSON.stringify(now), 1, false, new Float64Array(3));
      assert.equal(new TextDecoder().decode(bytes), expected);
    }
  });

  test(`deskrules bulk ${kind} writes the same bytes`, () => {
    for (const [, policy, input, argument, expected] of asked) {
      const [, now] = JSON.parse(argument);
      const { stdout, stderr } = run(["bulk", kind, "--exit-zero"], policy, now, input);
      assert.equal(stdout, expected, stderr);
    }
  });
}

test("deskrules track answers the same", () => {
  const asked = questions.filter(([call, , , , answer]) => call === "track" && isAnswer(answer));
  for (const [, policy, input, argument, expected] of every(asked, FEW)) {
    const { stdout, stderr } = run(["track", "-", "--format", "json"], policy, JSON.parse(argument), input);
    assert.equal(JSON.stringify(JSON.parse(stdout)), expected, stderr);
  }
});

for (const kind of ["patch", "change"]) {
  test(`deskrules check ${kind} finds the same`, () => {
    const name = kind === "patch" ? "checkPatch" : "checkChange";
    // The command looks for files itself.
    const asked = questions.filter(([call, , , argument, answer]) => call === name && isAnswer(answer) && Object.keys(JSON.parse(argument)).length === 1);
    for (const [, policy, input, argument, expected] of every(asked, FEW)) {
      const { stdout, stderr } = run(["check", kind, "-", "--format", "json"], policy, JSON.parse(argument).now, input);
      const [{ file, ...answer }] = JSON.parse(stdout);
      assert.equal(file, "<stdin>");
      for (const finding of answer.findings) {
        delete finding.line;
        delete finding.column;
      }
      assert.equal(JSON.stringify(answer), expected, stderr);
    }
  });
}

/** @param {string} answer */
function isAnswer(answer) {
  return !answer.startsWith('{"code"');
}

/**
 * A few of many, from all over.
 * @template T
 * @param {T[]} all
 * @param {number} count
 */
function every(all, count) {
  assert.ok(all.length >= count);
  return Array.from({ length: count }, (_, index) => /** @type {T} */ (all[Math.floor((index * all.length) / count)]));
}

/**
 * @param {string[]} args
 * @param {number} policy
 * @param {number} now
 * @param {string} input
 */
function run(args, policy, now, input) {
  const file = join(folder, `policy-${policy}.json`);
  writeFileSync(file, /** @type {string} */ (policies[policy]));
  const moment = ["--policy", file, "--now", new Date(now).toISOString()];
  return spawnSync(process.execPath, [COMMAND, ...args, ...moment], { input, encoding: "utf8", maxBuffer: 1 << 28 });
}
