/** Batches of deadlines: this package, plain JavaScript and the engine without wasm. */

import { incidents, questions } from "../calendar.js";
import { race } from "../measure.js";
import * as engine from "../native.js";
import { answerer } from "../peers/index.js";

/** @typedef {import("./index.js").Bench} Bench */
/** @typedef {import("../report.js").Table} Table */

const MILLION = 1e6;
const SIZES = [1e3, 1e4, 1e5, 1e6, 1e7];

/** Says that the native engine, wasm and plain JavaScript answer the same. */
async function agree(/** @type {ReturnType<typeof engine.start>} */ native, /** @type {import("../peers/index.js").Answerer[]} */ answerers) {
  const few = incidents(10_000);
  const { check } = await native.deadlines(10_000);
  for (const { deadlinesBatch } of answerers) {
    if (deadlinesBatch === undefined || engine.check(deadlinesBatch(few)) !== check) {
      throw new Error("the batches differ in their answers");
    }
  }
}

export const batch = {
  id: "batch",
  title: "Deadlines of a million incidents, in one call",
  text: "`desk.deadlinesBatch({ reportedAt, priority })`, response and resolution of each; and `schedule.addBatch(at, seconds)`, one deadline each. The native engine is the same Rust code compiled for this machine.",
  /** @returns {Promise<Table>} */
  async measure(/** @type {Bench} */ bench) {
    const size = bench.quick ? 1e5 : MILLION;
    const [ours, plain] = [await answerer("deskrules"), await answerer("plain")];
    const native = engine.start();
    await agree(native, [ours, plain]);
    const reported = incidents(size);
    const { at, time } = questions(size);
    const seconds = time.map((millis) => millis / 1000);
    bench.progress("batch: speed");
    const nanos = await race(
      [
        { name: "deskrules", count: size, run: () => void ours.deadlinesBatch?.(reported) },
        { name: "plain", count: size, run: () => void plain.deadlinesBatch?.(reported) },
        { name: "native", count: size, run: async () => (await native.deadlines(size)).nanos },
      ],
      { rounds: bench.quick ? 7 : 25 },
    );
    const single = await race(
      [
        { name: "deskrules", count: size, run: () => void ours.addBatch?.(at, seconds) },
        { name: "plain", count: size, run: () => void plain.addBatch?.(at, seconds) },
      ],
      { rounds: bench.quick ? 7 : 25 },
    );
    native.close();
    const value = (/** @type {Map<string, number>} */ map, /** @type {string} */ name) => Number(map.get(name));
    const line = (/** @type {string} */ id, /** @type {string} */ name) => ({
      id,
      name,
      cells: {
        deadlines: value(nanos, id),
        ratio: value(nanos, id) / value(nanos, "deskrules"),
        adds: single.get(id) ?? null,
      },
    });
    return {
      columns: [
        { key: "deadlines", title: "ns an incident", format: "nanos", kept: true },
        { key: "ratio", title: "deskrules is faster by", format: "times" },
        { key: "adds", title: "ns an `addBatch` deadline", format: "nanos", kept: true },
      ],
      lines: [line("deskrules", "deskrules"), line("plain", "plain JavaScript table"), line("native", "deskrules, native")],
      budgets: [
        {
          what: "speed of a batch of 1e6, over plain JavaScript",
          value: value(nanos, "plain") / value(nanos, "deskrules"),
          least: 1.5,
          format: "times",
        },
        {
          what: "time of a batch of 1e6, over the engine native",
          value: value(nanos, "deskrules") / value(nanos, "native"),
          most: 1.35,
          format: "times",
        },
      ],
    };
  },
};

export const growth = {
  id: "growth",
  title: "Growth of the batch",
  text: "ns an incident, `deadlinesBatch`, by the size of the batch.",
  /** @returns {Promise<Table>} */
  async measure(/** @type {Bench} */ bench) {
    const sizes = bench.quick ? SIZES.slice(0, 4) : SIZES;
    const peers = [
      { id: "deskrules", name: "deskrules", answerer: await answerer("deskrules") },
      { id: "plain", name: "plain JavaScript table", answerer: await answerer("plain") },
    ];
    /** @type {Map<string, number>} */
    const nanos = new Map();
    // Size by size: a small batch must not pay for the memory of a large one.
    for (const size of sizes) {
      bench.progress(`growth: ${size}`);
      const reported = incidents(size);
      // A small batch again and again, so that a turn is long enough to measure.
      const times = Math.max(1, 1e6 / size);
      const entrants = peers.map(({ id, answerer: { deadlinesBatch } }) => ({
        name: `${id} ${size}`,
        count: size * times,
        run: () => {
          for (let i = 0; i < times; i += 1) {
            deadlinesBatch?.(reported);
          }
        },
      }));
      for (const [name, time] of await race(entrants, { rounds: bench.quick ? 5 : 11 })) {
        nanos.set(name, time);
      }
    }
    const value = (/** @type {string} */ id, /** @type {number} */ size) => Number(nanos.get(`${id} ${size}`));
    const largest = Math.max(...sizes);
    return {
      columns: sizes.map((size) => ({ key: String(size), title: size.toExponential().replace("+", ""), format: "nanos", kept: true })),
      lines: peers.map(({ id, name }) => ({
        id,
        name,
        cells: Object.fromEntries(sizes.map((size) => [String(size), value(id, size)])),
      })),
      budgets: [
        {
          what: `time an incident at ${largest.toExponential().replace("+", "")}, over 1e3`,
          value: value("deskrules", largest) / value("deskrules", 1e3),
          most: 1.4,
          format: "times",
        },
      ],
    };
  },
};
