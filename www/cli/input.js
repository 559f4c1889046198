import { readFile } from "node:fs/promises";

/** What a file is called that is standard input. */
const STANDARD_INPUT = "<stdin>";

/** A file that could not be read. Its code is a key of the dictionaries' `errors`. */
export class InputError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
    this.path = "";
  }
}

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
 * @returns {Promise<string>}
 * @throws {InputError}
 */
export async function readText(file) {
  const bytes = await (file === "-" ? readStandardInput() : readFile(file).catch(refuse));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError("not-utf8", "this is not text in UTF-8");
  }
}

/**
 * Reads a file of JSON.
 * @param {string} file
 * @returns {Promise<unknown>}
 * @throws {InputError}
 */
export async function readJson(file) {
  if (/\.ya?ml$/i.test(file)) {
    throw new InputError("no-yaml", "YAML is not read yet: write the request as JSON");
  }
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError("not-json", `this is not JSON${place(text, /** @type {Error} */ (error).message)}`);
  }
}

/** @returns {Promise<Buffer>} */
async function readStandardInput() {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * @param {NodeJS.ErrnoException} error
 * @returns {never}
 */
function refuse({ code }) {
  if (code === "ENOENT") {
    throw new InputError("no-such-file", "there is no such file");
  }
  if (code === "EISDIR") {
    throw new InputError("is-a-folder", "this is a folder, not a file");
  }
  throw new InputError("unreadable-file", `this file cannot be read (${code})`);
}

/**
 * Says where in the text the parser stopped, when its message tells.
 * @param {string} text
 * @param {string} message
 */
function place(text, message) {
  const position = message.match(/at position (\d+)/)?.[1] ?? (/end of JSON input/.test(message) ? text.length : undefined);
  if (position === undefined) {
    return "";
  }
  const lines = text.slice(0, Number(position)).split("\n");
  return `: see line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
