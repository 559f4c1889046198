import { DeskrulesError } from "../client/node-import.js";

/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("./source.js").Place} Place */

/**
 * What could not be read, where it stands. Its code is a key of the dictionaries' `errors`.
 * @typedef {{ code: string, path: string, message: string, params?: Record<string, unknown>, place?: Place | undefined }} Trouble
 */

/** A file, or a place in one, that could not be read. */
export class FileError extends DeskrulesError {
  /**
   * @param {string} file
   * @param {Trouble[]} troubles - All of them, at least one.
   * @param {{ findings?: Finding[], cause?: unknown }} [more]
   */
  constructor(file, troubles, more) {
    const [first = { code: "unreadable", path: "", message: "this cannot be read" }] = troubles;
    super(first.code, first.path, first.message, more);
    this.name = "FileError";
    /** Name of the file, `<stdin>` for standard input. */
    this.file = file;
    /** Line, from 1; undefined when it is about the whole file. */
    this.line = first.place?.line;
    /** Column, from 1, in UTF-16 units; undefined when it is about the whole file. */
    this.column = first.place?.column;
    /** Everything that could not be read. */
    this.troubles = troubles;
  }
}
