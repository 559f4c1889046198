import { FileError } from "./error.js";

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

/** A file's text, and where its lines are. */
export class Source {
  /** @type {number[] | undefined} */
  #starts;

  /**
   * @param {string} file - What the file is called in messages.
   * @param {string} text
   */
  constructor(file, text) {
    this.file = file;
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
   * Returns the error for a place that cannot be read.
   * @param {string} code
   * @param {string} message
   * @param {Range} [range] - Left out when it is about the whole file.
   * @param {{ path?: string, params?: Record<string, unknown> }} [more]
   * @returns {FileError}
   */
  error(code, message, range, { path = "", params = {} } = {}) {
    return new FileError(this.file, [{ code, path, message, params, place: range && this.place(range) }]);
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
