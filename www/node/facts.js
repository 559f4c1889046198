// What is known of the files that a request names. What it means is for the rules to say.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { FileError } from "./error.js";
import { unreadable } from "./text.js";

/** @typedef {import("./document.js").Document} Document */
/** @typedef {{ size: number, sha256?: string, text?: string }} Fact */
/** @typedef {(name: string, done: number, size: number) => void} Progress - Told how much of a file is read. */

const DELIVERABLES = ["installer", "instructions", "releaseNotes", "rollback"];
/** How many bytes of a text are looked at. */
const MAX_TEXT = 1024 * 1024;

/**
 * Looks at the files that a request names.
 * @param {Document} request
 * @param {string} folder - What the names are relative to.
 * @param {Progress} [progress]
 * @returns {Promise<Record<string, Fact | null>>} By the names that the request uses; null when there is none.
 * @throws {FileError} `outside-folder`, `unreadable-file`, at the name's place.
 */
export async function facts(request, folder, progress) {
  /** @type {Map<string, Fact | null>} */
  const known = new Map();
  for (const { name, path, part } of named(request.value)) {
    try {
      const file = await within(folder, name);
      const fact = file === undefined ? null : await look(file, part, progress);
      known.set(name, fact && { ...known.get(name), ...fact });
    } catch (error) {
      throw new FileError(request.file, [{ path, place: request.place(path), ...trouble(name, error) }], { cause: error });
    }
  }
  return Object.fromEntries(known);
}

/**
 * Lists the files that a request names.
 * @param {unknown} request - Of any shape.
 * @returns {{ name: string, path: string, part: Part }[]}
 */
function named(request) {
  return DELIVERABLES.flatMap((field) => {
    const part = /** @type {Record<string, Part> | null} */ (request)?.[field];
    const name = part?.file;
    return typeof name === "string" && name.trim() !== "" ? [{ name, path: `${field}.file`, part: { ...part, installer: field === "installer" } }] : [];
  });
}

/** @typedef {{ file?: unknown, size?: unknown, sha256?: unknown, installer?: boolean }} Part - A deliverable, as the request has it. */

/** A name that leads out of the request's folder. */
class Outside extends Error {}

/**
 * Returns the file of that name, when there is one.
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
async function within(folder, name) {
  const path = resolve(folder, name);
  if (isAbsolute(name) || leaves(resolve(folder), path)) {
    throw new Outside();
  }
  try {
    // What a link leads to counts, wherever the link is.
    const [root, real] = await Promise.all([realpath(folder), realpath(path)]);
    if (leaves(root, real)) {
      throw new Outside();
    }
    return (await stat(real)).isFile() ? real : undefined;
  } catch (error) {
    const { code = "" } = /** @type {NodeJS.ErrnoException} */ (error);
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(code)) {
      return undefined;
    }
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {string} path
 */
function leaves(folder, path) {
  const way = relative(folder, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/**
 * @param {string} file
 * @param {Part} part
 * @param {Progress} [progress]
 * @returns {Promise<Fact>}
 */
async function look(file, { size: expected, sha256, installer }, progress) {
  const { size } = await stat(file);
  if (!installer) {
    return size <= MAX_TEXT ? { size, ...text(await readFile(file)) } : { size };
  }
  // A file of another size is another file: there is no need to read all of it.
  const same = expected === undefined || expected === size;
  return typeof sha256 === "string" && same ? { size, sha256: await checksum(file, size, progress) } : { size };
}

/** @param {Buffer} bytes */
function text(bytes) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return {};
  }
}

/**
 * @param {string} file
 * @param {number} size
 * @param {Progress} [progress]
 */
async function checksum(file, size, progress) {
  const hash = createHash("sha256");
  let done = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk);
    done += chunk.length;
    progress?.(file, done, size);
  }
  return hash.digest("hex");
}

/**
 * @param {string} name
 * @param {unknown} error
 */
function trouble(name, error) {
  if (error instanceof Outside) {
    return { code: "outside-folder", message: `\`${name}\` is outside the folder of the request`, params: { name } };
  }
  return unreadable(/** @type {NodeJS.ErrnoException} */ (error));
}
