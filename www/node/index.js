/**
 * Checks of requests in files and folders, for scripts and pipelines in Node: what the command `deskrules check` does.
 * @module deskrules/node
 */

import { Desk, load } from "../client/node-import.js";
import { checkRequest } from "./check.js";
import { readDocument } from "./document.js";
import { loadDesk } from "./policy.js";

/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("../client/index.js").InstantLike} InstantLike */
/** @typedef {import("../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {Pick<import("../client/index.js").Desk, "policy" | "checkPatch" | "checkChange" | "close">} DeskLike - What `load` answers. */
/** @typedef {Finding & { line: number, column: number }} PlacedFinding - With its place in the file; both count from 1. */
/** @typedef {Omit<CheckAnswer, "findings"> & { findings: PlacedFinding[] }} FileAnswer */
/**
 * @typedef {object} FileOptions
 * @property {string | PolicyDocument | DeskLike} [policy] - A file of JSON or YAML, its contents, or a loaded one; `managed-server-goud` when left out.
 * @property {InstantLike} [now] - The host's clock when left out.
 * @property {string | { start: InstantLike, end: InstantLike, title?: string, servers?: string[] }[]} [windows] - Work that is
 *   planned already: a file of JSON or YAML, or its contents.
 * @property {string} [folder] - Where the files are that the request names; the request's own folder when left out.
 */

/**
 * Checks a patch request in a file of JSON or YAML, or in a folder that has a `request.yaml` and the files which it names.
 * @param {string} path
 * @param {FileOptions} [options]
 * @returns {Promise<FileAnswer>}
 * @throws {import("../client/node-import.js").DeskrulesError} What could not be read: with `code` and `path`, and with `file`, `line` and `column`.
 * @example
 * const { accepted, findings } = await checkPatchFile("patches/globe-4.22");
 */
export function checkPatchFile(path, options) {
  return checkFile("patch", path, options);
}

/**
 * Checks a change request in a file of JSON or YAML, or in a folder that has a `request.yaml`.
 * @param {string} path
 * @param {FileOptions} [options]
 * @returns {Promise<FileAnswer>}
 * @throws {import("../client/node-import.js").DeskrulesError} What could not be read: with `code` and `path`, and with `file`, `line` and `column`.
 * @example
 * const { type, findings } = await checkChangeFile("change.yaml", { policy: "policy.yaml" });
 */
export function checkChangeFile(path, options) {
  return checkFile("change", path, options);
}

/**
 * @param {"patch" | "change"} kind
 * @param {string} path
 * @param {FileOptions} [options]
 * @returns {Promise<FileAnswer>}
 */
async function checkFile(kind, path, { policy, now, windows, folder } = {}) {
  const planned = typeof windows === "string" ? await readDocument(windows) : windows;
  const own = policy instanceof Desk;
  const desk = await deskOf(policy);
  try {
    return (await checkRequest(desk, kind, path, { now, windows: planned, folder })).answer;
  } finally {
    if (!own) {
      desk.close();
    }
  }
}

/**
 * Returns the desk of a policy: itself, or loaded from a file or from its contents.
 * @param {FileOptions["policy"]} policy
 * @returns {Promise<import("../client/index.js").Desk>}
 */
async function deskOf(policy) {
  if (policy instanceof Desk) {
    return /** @type {any} */ (policy);
  }
  return typeof policy === "string" || policy === undefined ? loadDesk(policy) : load({ policy: /** @type {PolicyDocument} */ (policy) });
}
