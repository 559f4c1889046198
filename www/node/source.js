import { FileError } from "./error.js";
import { Lines } from "./lines.js";

/** @typedef {import("./lines.js").Place} Place */
/** @typedef {import("./lines.js").Range} Range */

/** A file's text, and where its lines are. */
export class Source extends Lines {
  /**
   * @param {string} file - What the file is called in messages.
   * @param {string} text
   */
  constructor(file, text) {
    super(text);
    this.file = file;
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
}
