import { say } from "./say.js";

/**
 * Returns the known name that a name is probably a slip of.
 * @param {string} name
 * @param {string[]} known
 * @returns {string | undefined}
 */
export function nearest(name, known) {
  const [best] = known.map((word) => ({ word, steps: distance(name.slice(0, 60), word) })).sort((a, b) => a.steps - b.steps);
  return best && best.steps <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined;
}

/**
 * Returns the end of a message for a name that is not known: the nearest, or all there are.
 * @param {string} name
 * @param {string[]} known
 * @returns {(language: string) => string}
 */
export function suggestion(name, known) {
  const near = nearest(name, known);
  const list = known.map((word) => `\`${word}\``).join(", ");
  return (language) => (near === undefined ? say("there is {list}", language, { list }) : say("did you mean {near}?", language, { near: `\`${near}\`` }));
}

/**
 * Counts the letters to change, add, leave out or swap with the next.
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  let before = /** @type {number[]} */ ([]);
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const at = (/** @type {number[]} */ list, /** @type {number} */ index) => list[index] ?? Infinity;
      const change = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(Math.min(change, at(row, j) + 1, at(next, j - 1) + 1, swapped ? at(before, j - 2) + 1 : Infinity));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? Infinity;
}
