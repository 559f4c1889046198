/** One question a call: every peer, and how often it is right. */

import { GROUPS, share } from "../answers.js";
import { HOUR, questions, random } from "../calendar.js";
import { loop, race } from "../measure.js";
import { NAMES, answerer, load } from "../peers/index.js";

/** @typedef {import("./index.js").Bench} Bench */
/** @typedef {import("../report.js").Table} Table */

/** More than any cache of branches holds. */
const QUESTIONS = 1 << 17;

/** @returns {Promise<{ nanos: Map<string, number>, lines: Table["lines"] }>} */
async function measure(/** @type {Bench} */ bench, /** @type {"add" | "between"} */ method) {
  const { at, time } = questions(QUESTIONS);
  const next = random(7);
  const to = at.map((from) => from + (next() % (14 * 24)) * HOUR);
  const reports = await bench.answers();
  const report = (/** @type {string} */ name) => /** @type {import("../answers.js").Report} */ (reports.get(name));
  const entrants = [];
  for (const name of NAMES) {
    const { safe } = report(name);
    const { inSeconds, ...inMillis } = await answerer(name);
    const call = (inSeconds ?? inMillis)[method];
    const unit = method === "add" && inSeconds ? 1000 : 1;
    // One that may not return is only asked what it answers.
    const [exact] = GROUPS;
    const all = safe.length === exact.at.length;
    const pick = (/** @type {Float64Array} */ from) => Float64Array.from(safe, (i) => from[i]);
    const [first, second] = all
      ? [at, method === "add" ? time : to]
      : [pick(exact.at), pick(method === "add" ? exact.time : exact.due)];
    entrants.push({ name, run: loop(`${method} ${name}`, call, first, second.map((value) => value / unit)) });
  }
  bench.progress(`${method}: speed`);
  const nanos = await race(entrants, { rounds: bench.quick ? 5 : 15 });
  const ours = Number(nanos.get("deskrules"));
  const lines = [];
  for (const [name, value] of nanos) {
    const scores = report(name)[method];
    const cells = { nanos: value, rate: 1e9 / value, ratio: value / ours, right: share(scores) };
    const shares = Object.entries(scores).map(([id, { right, asked }]) => [id, right / asked]);
    const hung = Object.values(scores).reduce((sum, score) => sum + score.hung, 0);
    lines.push({ id: name, name: (await load(name)).title, cells: { ...cells, ...Object.fromEntries(shares), hung } });
  }
  return { nanos, lines };
}

/** @type {Table["columns"]} */
const COLUMNS = [
  { key: "nanos", title: "ns a call", format: "nanos", kept: true },
  { key: "rate", title: "calls a second", format: "rate" },
  { key: "ratio", title: "deskrules is faster by", format: "times" },
  { key: "right", title: "right", format: "share" },
  { key: "exact", title: "… milliseconds", format: "share" },
  { key: "minutes", title: "… whole minutes", format: "share" },
  { key: "changes", title: "… clock changes", format: "share" },
  { key: "hung", title: "does not return", format: "count" },
];

export const add = {
  id: "add",
  title: "A deadline, one a call",
  text: "`schedule.addMillis(at, seconds)` and what comes nearest to it: a random instant of three years, 30 minutes to 16 hours of business time.",
  /** @returns {Promise<Table>} */
  async measure(/** @type {Bench} */ bench) {
    const { nanos, lines } = await measure(bench, "add");
    const faster = (/** @type {string} */ name, /** @type {number} */ least) => ({
      what: `speed of one \`add\`, over ${lines.find((line) => line.id === name)?.name}`,
      value: Number(nanos.get(name)) / Number(nanos.get("deskrules")),
      least,
      format: /** @type {const} */ ("times"),
    });
    const budgets = [faster("dayjs", 10_000), faster("temporal", 1000), faster("workclock", 75), faster("plain", 0.9)];
    return { columns: COLUMNS, lines, budgets };
  },
};

export const between = {
  id: "between",
  title: "Business time between two instants, one a call",
  text: "`schedule.betweenMillis(from, to)`: up to two weeks apart. Whether it is right is asked between an instant and its deadline.",
  /** @returns {Promise<Table>} */
  async measure(/** @type {Bench} */ bench) {
    const { lines } = await measure(bench, "between");
    return { columns: COLUMNS, lines, budgets: [] };
  },
};
