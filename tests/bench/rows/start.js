/** From `node` to the first deadline. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { median } from "../measure.js";

/** @typedef {import("./index.js").Bench} Bench */

const PROGRAMS = [
  { id: "bare", name: "Node alone" },
  { id: "deskrules", name: "deskrules" },
  { id: "dayjs", name: "dayjs, dayjs-business-time" },
  { id: "moment", name: "moment, moment-timezone, moment-business-time" },
  { id: "ajv", name: "ajv, ajv-formats: one schema compiled" },
];

/** A response of 30 minutes to a report at ten. */
const RIGHT = Date.parse("2026-11-24T10:30:00+01:00");

/** One run in a fresh process, in milliseconds. */
function run(/** @type {string} */ id) {
  const file = fileURLToPath(new URL(`../start/${id}.js`, import.meta.url));
  const start = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [file], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const wall = performance.now() - start;
  const { answer, cpu } = status === 0 ? JSON.parse(stdout) : { answer: NaN, cpu: NaN };
  if (answer !== RIGHT) {
    throw new Error(`start/${id}.js answers ${answer}`);
  }
  return { wall, cpu };
}

export const start = {
  id: "start",
  title: "From `node` to the first deadline",
  text: "A fresh process that imports, sets up and answers one deadline; CPU time of all its threads until then, and the time on the clock until it has ended.",
  /** @returns {Promise<import("../report.js").Table>} */
  async measure(/** @type {Bench} */ bench) {
    const rounds = bench.quick ? 7 : 41;
    /** @type {Map<string, { wall: number[], cpu: number[] }>} */
    const runs = new Map(PROGRAMS.map(({ id }) => [id, { wall: [], cpu: [] }]));
    PROGRAMS.forEach(({ id }) => run(id));
    bench.progress(`start: ${rounds} rounds`);
    for (let round = 0; round < rounds; round += 1) {
      for (let i = 0; i < PROGRAMS.length; i += 1) {
        const { id } = PROGRAMS[(round + i) % PROGRAMS.length];
        const { wall, cpu } = run(id);
        runs.get(id)?.wall.push(wall);
        runs.get(id)?.cpu.push(cpu);
      }
    }
    const middle = (/** @type {string} */ id, /** @type {"wall" | "cpu"} */ key) => median(runs.get(id)?.[key] ?? []);
    const over = (/** @type {string} */ id, /** @type {"wall" | "cpu"} */ key) => middle(id, key) - middle("bare", key);
    const lines = PROGRAMS.map(({ id, name }) => ({
      id,
      name,
      cells: { cpu: middle(id, "cpu"), cpuOver: over(id, "cpu"), wall: middle(id, "wall"), wallOver: over(id, "wall") },
    }));
    return {
      columns: [
        { key: "cpu", title: "CPU", format: "millis", kept: true },
        { key: "cpuOver", title: "… over Node alone", format: "millis" },
        { key: "wall", title: "on the clock", format: "millis", kept: true },
        { key: "wallOver", title: "… over Node alone", format: "millis" },
      ],
      lines,
      budgets: /** @type {const} */ (["cpu", "wall"]).flatMap((key) => {
        const time = key === "cpu" ? "CPU time" : "time on the clock";
        return [
          { what: `${time} to the first deadline, over dayjs`, value: over("deskrules", key) / over("dayjs", key), most: 1 / 3, format: "times" },
          { what: `${time} to the first deadline, over bare Node`, value: over("deskrules", key), most: 5, format: "millis" },
        ];
      }),
    };
  },
};
