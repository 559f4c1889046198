// What of a ticket's two clocks comes first. Their standing and deadlines are the worker's.

/** @typedef {import("./messages.js").Clocks} Clocks */
/** @typedef {import("./messages.js").ClockName} ClockName */
/** @typedef {import("./messages.js").Tracked} Tracked */

/**
 * Returns the clocks that a ticket has.
 * @param {Pick<Clocks, ClockName>} clocks
 * @returns {[ClockName, Tracked][]}
 */
export function clocksOf({ response, resolution }) {
  const both = /** @type {[ClockName, Tracked | null][]} */ ([["response", response], ["resolution", resolution]]);
  return both.flatMap(([name, clock]) => (clock ? [[name, clock]] : []));
}

/**
 * Returns those that can still be missed.
 * @param {Pick<Clocks, ClockName>} clocks
 */
export function openClocks(clocks) {
  return clocksOf(clocks).filter(([, { phase }]) => phase !== "stopped");
}

/**
 * Returns the clock that can be missed first; the resolution when none can.
 * @param {Pick<Clocks, ClockName>} clocks
 * @returns {ClockName}
 */
export function firstOf(clocks) {
  const [first] = openClocks(clocks).sort(([, a], [, b]) => order(dueOf(a), dueOf(b)));
  return first?.[0] ?? "resolution";
}

/**
 * Returns the deadline that comes first of those that can still be missed.
 * @param {Pick<Clocks, ClockName> | undefined} clocks
 * @returns {number} Epoch milliseconds; infinite when there is none.
 */
export function nextToBreach(clocks) {
  return Math.min(Infinity, ...(clocks ? openClocks(clocks).map(([, clock]) => dueOf(clock)) : []));
}

/**
 * Compares two deadlines, either of which may be infinite.
 * @param {number} a
 * @param {number} b
 */
export function order(a, b) {
  return a === b ? 0 : a - b;
}

/** @param {Tracked} clock */
function dueOf({ due }) {
  return due === null ? Infinity : Date.parse(due);
}
