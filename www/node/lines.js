// Where something stands in a text; runs in a browser too.

import { find } from "./tree.js";

/** @typedef {import("./tree.js").Node} Node */
/** @typedef {{ start: number, end: number }} Range - Offsets in UTF-16 units. */
/**
 * Where something stands. Lines and columns count from 1, columns in UTF-16 units.
 * @typedef {object} Place
 * @property {number} line
 * @property {number} column
 * @property {number} endLine
 * @property {number} endColumn - The first column after it.
 * @property {boolean} whole - Whether it is about the whole file, not about these very characters.
 */
/**
 * A text that is read, and what is thrown for a place in it that cannot be.
 * @typedef {{ text: string, error: (code: string, message: string, range?: Range, more?: { path?: string, params?: Record<string, unknown> }) => Error }} Readable
 */

/** The codes of what is said of a key, not of its value. */
const ABOUT_KEYS = ["unknown-field", "field-unknown", "unknown-rule"];

/** A text, and where its lines are. */
export class Lines {
  /** @type {number[] | undefined} */
  #starts;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /**
   * Returns a line without its end.
   * @param {number} number - From 1.
   * @returns {string}
   */
  line(number) {
    const starts = this.#lines();
    return this.text.slice(starts[number - 1], (starts[number] ?? this.text.length + 1) - 1).replace(/\r$/, "");
  }

  /**
   * Returns where a range stands.
   * @param {Range} range
   * @param {boolean} [whole]
   * @returns {Place}
   */
  place({ start, end }, whole = false) {
    const from = this.#position(start);
    const to = this.#position(Math.max(start, end));
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column, whole };
  }

  /**
   * Returns where the core's path stands: the value, the key when the key is meant, and what it should be in when it is not there.
   * @param {Node} root
   * @param {string} path
   * @param {string} [code]
   * @returns {Place}
   */
  placeAt(root, path, code = "") {
    const { node, found } = find(root, path);
    const place = this.place(node, node === root);
    if (!node.key) {
      return node === root ? this.place({ start: 0, end: 0 }, true) : place;
    }
    const empty = node.end <= node.start;
    const block = (node.fields || node.items) && place.line !== place.endLine;
    return !found || empty || block || ABOUT_KEYS.includes(code) ? this.place(node.key) : place;
  }

  /** @param {number} offset */
  #position(offset) {
    const starts = this.#lines();
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (/** @type {number} */ (starts[middle]) <= offset) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return { line: low + 1, column: offset - /** @type {number} */ (starts[low]) + 1 };
  }

  #lines() {
    if (!this.#starts) {
      this.#starts = [0];
      for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1)) {
        this.#starts.push(at + 1);
      }
    }
    return this.#starts;
  }
}
