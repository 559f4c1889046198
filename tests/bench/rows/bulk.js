/** Records by the line: NDJSON bytes in, NDJSON bytes out. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, closeSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { load } from "deskrules";

import { checked } from "../bulk/ajv.js";
import { asWritten, returns } from "../bulk/dayjs.js";
import { parsed, scanned } from "../bulk/plain.js";
import { NOW, requests } from "../bulk/requests.js";
import { tickets } from "../bulk/tickets.js";
import { median, race } from "../measure.js";

/** @typedef {import("./index.js").Bench} Bench */
/** @typedef {import("../report.js").Table} Table */

/** More than any cache of branches holds. */
const RECORDS = 100_000;

/** @type {Table["columns"]} */
const COLUMNS = [
  { key: "nanos", title: "ns a record", format: "nanos", kept: true },
  { key: "rate", title: "records a second", format: "rate" },
  { key: "ratio", title: "deskrules is faster by", format: "times" },
];

const lines = (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString("utf8").split("\n").slice(0, -1);

/** The share of lines that are the same. */
function same(/** @type {Uint8Array} */ answers, /** @type {Uint8Array} */ expected) {
  const [found, right] = [lines(answers), lines(expected)];
  return right.filter((line, i) => line === found[i]).length / right.length;
}

export const due = {
  id: "bulk",
  title: "Deadlines of tickets, from NDJSON to NDJSON",
  text: "`desk.records(\"due\", bytes)`: tickets of some 94 bytes with an impact, an urgency and an instant, answered by response and resolution; 100,000 in one call.",
  /** @returns {Promise<Table>} */
  async measure(/** @type {Bench} */ bench) {
    bench.progress("bulk: due");
    const desk = await load();
    const ask = (/** @type {Buffer} */ ndjson) => desk.records("due", ndjson, { now: NOW });
    const all = Buffer.from(tickets(RECORDS));
    // A few hundred are a second of its time.
    const few = Buffer.from(tickets(400, returns));
    const peers = [
      { id: "deskrules", name: "deskrules", ndjson: all, count: RECORDS, run: ask },
      { id: "scanned", name: "plain JavaScript, by hand in the bytes", ndjson: all, count: RECORDS, run: scanned },
      { id: "parsed", name: "plain JavaScript, by `JSON.parse`", ndjson: all, count: RECORDS, run: parsed },
      { id: "dayjs", name: "dayjs-business-time, by `JSON.parse`", ndjson: few, count: 400, run: asWritten },
    ];
    const nanos = await race(
      peers.map(({ id, ndjson, count, run }) => ({ name: id, count, run: () => void run(ndjson) })),
      { rounds: bench.quick ? 5 : 15 },
    );
    const value = (/** @type {string} */ id) => Number(nanos.get(id));
    const faster = (/** @type {string} */ id) => value(id) / value("deskrules");
    return {
      columns: [...COLUMNS, { key: "right", title: "right", format: "share" }],
      lines: peers.map(({ id, name, ndjson, run }) => ({
        id,
        name,
        cells: { nanos: value(id), rate: 1e9 / value(id), ratio: faster(id), right: same(run(ndjson), ask(ndjson)) },
      })),
      budgets: [
        { what: "speed of `due` by the line, over dayjs-business-time", value: faster("dayjs"), least: 1500, format: "times" },
        { what: "speed of `due` by the line, over plain JavaScript by `JSON.parse`", value: faster("parsed"), least: 8, format: "times" },
        { what: "speed of `due` by the line, over plain JavaScript in the bytes", value: faster("scanned"), least: 8, format: "times" },
      ],
    };
  },
};

export const patch = {
  id: "bulk-patch",
  title: "Patch requests checked, from NDJSON to NDJSON",
  text: "`desk.records(\"patch\", bytes)` by every rule, and a schema of the same shape by ajv, which knows no hours, versions or empty phrases; requests of some 740 bytes, one in four with a fault.",
  /** @returns {Promise<Table>} */
  async measure(/** @type {Bench} */ bench) {
    bench.progress("bulk: patch");
    const desk = await load();
    const count = 20_000;
    const ndjson = Buffer.from(requests(count));
    const peers = [
      { id: "deskrules", name: "deskrules", run: () => desk.records("patch", ndjson, { now: NOW }) },
      { id: "ajv", name: "`JSON.parse` and ajv", run: () => checked(ndjson) },
    ];
    const nanos = await race(
      peers.map(({ id, run }) => ({ name: id, count, run: () => void run() })),
      { rounds: bench.quick ? 5 : 15 },
    );
    const value = (/** @type {string} */ id) => Number(nanos.get(id));
    const ratio = (/** @type {string} */ id) => value(id) / value("deskrules");
    const refused = (/** @type {Uint8Array} */ answers) => lines(answers).filter((line) => line.includes('"accepted":false')).length;
    return {
      columns: [...COLUMNS, { key: "refused", title: "refused", format: "count" }],
      lines: peers.map(({ id, name, run }) => ({
        id,
        name,
        cells: { nanos: value(id), rate: 1e9 / value(id), ratio: ratio(id), refused: refused(run()) },
      })),
      budgets: [{ what: "speed of patch requests by the line, over `JSON.parse` and ajv", value: ratio("ajv"), least: 3, format: "times" }],
    };
  },
};

/** The command of the package. */
const COMMAND = join(dirname(fileURLToPath(import.meta.resolve("deskrules/deskrules_bg.wasm"))), "../cli/deskrules.js");

/** Answers a file into a file, in seconds on the clock; its start is in it. */
function seconds(/** @type {string} */ from, /** @type {string} */ to, /** @type {number} */ threads) {
  const out = openSync(to, "w");
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [COMMAND, "bulk", "due", from, "--threads", String(threads)], { stdio: ["ignore", out, "inherit"] });
  const taken = (performance.now() - start) / 1000;
  closeSync(out);
  if (status !== 0) {
    throw new Error(`\`deskrules bulk --threads ${threads}\` ended with ${status}`);
  }
  return taken;
}

export const threads = {
  id: "bulk-threads",
  title: "Deadlines of tickets, by the command",
  text: "`deskrules bulk due tickets.ndjson --threads N`, from a file into a file, its start in it; time on the clock.",
  /** @returns {Promise<Table>} */
  async measure(/** @type {Bench} */ bench) {
    const times = bench.quick ? 10 : 30;
    const folder = mkdtempSync(join(os.tmpdir(), "deskrules-bulk-"));
    const [from, to] = [join(folder, "tickets.ndjson"), join(folder, "dues.ndjson")];
    /** @type {Map<number, number[]>} */
    const taken = new Map([[1, []], [2, []]]);
    try {
      const some = tickets(RECORDS);
      for (let i = 0; i < times; i += 1) {
        writeFileSync(from, some, { flag: "a" });
      }
      bench.progress(`bulk: ${times * RECORDS} tickets by the command`);
      for (let round = 0; round < (bench.quick ? 5 : 9); round += 1) {
        for (const threads of round % 2 ? [2, 1] : [1, 2]) {
          taken.get(threads)?.push(seconds(from, to, threads));
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    const value = (/** @type {number} */ threads) => median(taken.get(threads) ?? []);
    return {
      columns: [
        { key: "nanos", title: "ns a record", format: "nanos", kept: true },
        { key: "rate", title: "records a second", format: "rate" },
        { key: "ratio", title: "faster than one", format: "times" },
      ],
      lines: [...taken.keys()].map((threads) => ({
        id: String(threads),
        name: threads === 1 ? "one thread" : "two threads",
        cells: { nanos: (value(threads) * 1e9) / times / RECORDS, rate: (times * RECORDS) / value(threads), ratio: value(1) / value(threads) },
      })),
      budgets: [{ what: "speed of `deskrules bulk due` by two threads, over one", value: value(1) / value(2), least: 1.4, format: "times" }],
    };
  },
};
