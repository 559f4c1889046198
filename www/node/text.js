import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { FileError } from "./error.js";
import { Source } from "./source.js";

/** What a file is called that is standard input. */
const STANDARD_INPUT = "<stdin>";
/** How many bytes a document may have. */
export const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Returns what a file is called in messages.
 * @param {string} file
 * @returns {string}
 */
export function nameOf(file) {
  return file === "-" ? STANDARD_INPUT : file;
}

/**
 * Reads a file of text; `-` is standard input.
 * @param {string} file
 * @returns {Promise<Source>}
 * @throws {FileError} `no-such-file`, `is-a-folder`, `unreadable-file`, `too-large`, `not-utf8`, `read-twice`.
 */
export async function readText(file) {
  if (file === "-" && process.stdin.readableEnded) {
    throw new FileError(nameOf(file), [{ code: "read-twice", path: "", message: "standard input can be read only once" }]);
  }
  const bytes = await readBytes(file);
  try {
    return new Source(nameOf(file), new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    const line = bytes.subarray(0, badByte(bytes)).toString("latin1").split("\n");
    const place = { line: line.length, column: (line.at(-1)?.length ?? 0) + 1 };
    const whole = { ...place, endLine: place.line, endColumn: place.column, whole: true };
    throw new FileError(nameOf(file), [{ code: "not-utf8", path: "", message: "this is not text in UTF-8", place: whole }]);
  }
}

/** @param {string} file */
async function readBytes(file) {
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  try {
    // What has a size is refused before it is read; a pipe has none.
    size = file === "-" ? 0 : (await stat(file)).size;
    const stream = file === "-" ? process.stdin : createReadStream(file);
    for await (const chunk of size > MAX_BYTES ? [] : stream) {
      chunks.push(chunk);
      size = chunks.length === 1 ? chunk.length : size + chunk.length;
      if (size > MAX_BYTES) {
        break;
      }
    }
  } catch (error) {
    throw new FileError(nameOf(file), [{ path: "", ...unreadable(/** @type {NodeJS.ErrnoException} */ (error)) }], { cause: error });
  }
  if (size > MAX_BYTES) {
    throw tooLarge(nameOf(file), MAX_BYTES);
  }
  return Buffer.concat(chunks);
}

/**
 * @param {string} file
 * @param {number} most
 */
export function tooLarge(file, most) {
  const mebibytes = most / 1024 / 1024;
  const message = `this is larger than ${mebibytes} MiB`;
  return new FileError(file, [{ code: "file-too-large", path: "", message, params: { mebibytes } }]);
}

/**
 * Says why the system did not let a file be read.
 * @param {NodeJS.ErrnoException} error
 */
export function unreadable({ code }) {
  if (code === "ENOENT") {
    return { code: "no-such-file", message: "there is no such file" };
  }
  if (code === "EISDIR") {
    return { code: "is-a-folder", message: "this is a folder, not a file" };
  }
  return { code: "unreadable-file", message: `this file cannot be read (${code})`, params: { reason: code } };
}

/**
 * Returns where text stops being UTF-8.
 * @param {Buffer} bytes
 */
function badByte(bytes) {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}
