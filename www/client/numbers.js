import { DeskrulesError } from "./errors.js";

/** How many elements go through the wasm at once: few enough to stay in the processor's cache, enough to make the call cheap. */
export const CHUNK = 8192;

/**
 * Refuses what is no number.
 * @param {unknown} value
 * @param {string} path
 */
export function checkNumber(value, path) {
  if (typeof value !== "number") {
    throw new DeskrulesError("wrong-type", path, "expected a number");
  }
}

/**
 * Refuses what is no array of that kind.
 * @param {unknown} value
 * @param {"Float64Array" | "Uint8Array"} kind
 * @param {string} path
 */
export function checkArray(value, kind, path) {
  if (!ArrayBuffer.isView(value) || /** @type {Float64Array} */ (value)[Symbol.toStringTag] !== kind) {
    throw new DeskrulesError("wrong-type", path, `expected a ${kind}`);
  }
}

/**
 * Refuses arrays that belong together and are not of one length.
 * @param {ArrayLike<number>} array
 * @param {string} path
 * @param {ArrayLike<number>} other
 * @param {string} name
 */
export function checkLength(array, path, other, name) {
  if (array.length !== other.length) {
    throw new DeskrulesError("unequal-lengths", path, `there are ${array.length} for ${other.length} \`${name}\``);
  }
}

/**
 * Goes through a list in chunks; an error says the index in the whole list.
 * @param {number} length
 * @param {(start: number, end: number) => void} ask
 */
export function inChunks(length, ask) {
  let start = 0;
  // Once at least: what is closed says so for an empty list as well.
  do {
    try {
      ask(start, Math.min(start + CHUNK, length));
    } catch (error) {
      if (error instanceof DeskrulesError) {
        error.path = error.path.replace(/\d+(?=\]$)/, (index) => String(Number(index) + start));
      }
      throw error;
    }
    start += CHUNK;
  } while (start < length);
}
