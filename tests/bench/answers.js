/** How often each peer is right, against the reference; and what it says where it is not. */

import { HOUR, MINUTE, clockChanges, questions, random } from "./calendar.js";
import { ask } from "./guarded.js";
import * as reference from "./reference.js";

/** @typedef {{ id: string, short: string, title: string, at: Float64Array, time: Float64Array, due: Float64Array }} Group */
/** @typedef {{ asked: number, right: number, hung: number, wrong: string[] }} Score */
/** @typedef {{ add: Record<string, Score>, between: Record<string, Score>, safe: number[] }} Report */

const RANDOM = 1000;
const CHANGES = 200;

const wholeMinute = (/** @type {number} */ at) => Math.floor(at / MINUTE) * MINUTE;

/** Whole minutes from two and a half days before a clock change to one and a half after it. */
function aroundChanges() {
  const next = random(3);
  const changes = [2025, 2026, 2027].flatMap(clockChanges);
  const at = Float64Array.from({ length: CHANGES }, (_, i) =>
    wholeMinute(changes[i % changes.length] - 60 * HOUR + (next() % (96 * 60)) * MINUTE),
  );
  return { at, time: questions(CHANGES, 4).time };
}

/** The questions, with the right answers. */
function cases() {
  const exact = questions(RANDOM, 5);
  const minutes = questions(RANDOM, 6);
  return [
    { id: "exact", short: "milliseconds", title: "random milliseconds", ...exact },
    { id: "minutes", short: "whole minutes", title: "random whole minutes", at: minutes.at.map(wholeMinute), time: minutes.time },
    { id: "changes", short: "clock changes", title: "whole minutes around clock changes", ...aroundChanges() },
  ].map((group) => ({ ...group, due: group.at.map((at, i) => reference.add(at, group.time[i])) }));
}

export const GROUPS = cases();

const text = (/** @type {number} */ at) => (Number.isNaN(at) ? "nothing" : new Date(at).toISOString());

/** A question that a peer gets wrong, in words; null is no answer at all. */
function example(/** @type {"add" | "between"} */ method, /** @type {Group} */ group, /** @type {number} */ i, /** @type {number | null} */ answer) {
  const { at, time, due } = group;
  const [asked, right, said] =
    method === "add"
      ? [`${text(at[i])} plus ${time[i] / MINUTE} min`, text(due[i]), answer === null ? "" : text(answer)]
      : [`${text(at[i])} to ${text(due[i])}`, `${time[i] / 1000} s`, `${Number(answer) / 1000} s`];
  return answer === null ? `${asked}: does not return` : `${asked}: ${said}, right is ${right}`;
}

/**
 * Asks all peers everything, two at a time, the one that takes longest first.
 * @param {string[]} names
 * @param {(text: string) => void} progress
 */
export async function reports(names, progress) {
  /** @type {Map<string, Report>} */
  const found = new Map();
  const waiting = [...names];
  const lane = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      progress(`how often ${name} is right`);
      found.set(name, await report(name));
    }
  };
  await Promise.all([lane(), lane()]);
  return found;
}

/** Asks one peer everything. */
async function report(/** @type {string} */ name) {
  /** @type {Report} */
  const found = { add: {}, between: {}, safe: [] };
  for (const group of GROUPS) {
    for (const method of /** @type {const} */ (["add", "between"])) {
      const [second, right] = method === "add" ? [group.time, group.due] : [group.due, group.time];
      const { values, hung } = await ask(name, method, group.at, second);
      // A millisecond cannot be told from half of one: some answer in fractions of seconds.
      const wrong = [...right.keys()].filter((i) => !(Math.abs(values[i] - right[i]) < 0.5));
      const examples = [wrong.find((i) => hung.has(i)), wrong.find((i) => !hung.has(i))].filter((i) => i !== undefined);
      found[method][group.id] = {
        asked: right.length,
        right: right.length - wrong.length,
        hung: hung.size,
        wrong: examples.map((i) => example(method, group, i, hung.has(i) ? null : values[i])),
      };
      if (group.id === "exact" && method === "add") {
        found.safe = [...right.keys()].filter((i) => !hung.has(i));
      }
      if (group.id === "exact" && method === "between") {
        found.safe = found.safe.filter((i) => !hung.has(i));
      }
    }
  }
  return found;
}

/** The share of right answers over all questions. */
export function share(/** @type {Record<string, Score>} */ scores) {
  const all = Object.values(scores);
  const sum = (/** @type {"right" | "asked"} */ key) => all.reduce((total, score) => total + score[key], 0);
  return sum("right") / sum("asked");
}
