/** Tickets as a service desk exports them: one JSON object a line. */

import { HOUR, MINUTE, clockChanges, incidents } from "../calendar.js";

const LEVELS = ["high", "medium", "low"];

/** An impact and an urgency that give that priority. */
const MATRIX = [
  ["high", "high"],
  ["high", "medium"],
  ["low", "high"],
  ["low", "low"],
];

/** An instant as the clock on the wall in Amsterdam reads, to the second. */
export function local(/** @type {number} */ at) {
  const [summer, winter] = clockChanges(new Date(at).getUTCFullYear());
  const hours = at >= summer && at < winter ? 2 : 1;
  return `${new Date(at + hours * HOUR).toISOString().slice(0, 19)}+0${hours}:00`;
}

/**
 * Random tickets of three years, the same in every run.
 * @param {number} count
 * @param {(at: number) => boolean} [accepts] - Which instants may be in them.
 */
export function tickets(count, accepts = () => true) {
  const { reportedAt, priority } = incidents(accepts.length === 0 ? count : count * 8);
  const lines = [];
  for (let i = 0; lines.length < count; i += 1) {
    const at = reportedAt[i] - (reportedAt[i] % MINUTE);
    if (accepts(at)) {
      const [impact, urgency] = MATRIX[priority[i]];
      lines.push(JSON.stringify({ id: `INC${String(i).padStart(7, "0")}`, impact, urgency, reportedAt: local(at + (i % 60) * 1000) }));
    }
  }
  return `${lines.join("\n")}\n`;
}
