import { DeskrulesError } from "../client/node-import.js";
import { readDocument } from "./document.js";
import { FileError } from "./error.js";
import { facts } from "./facts.js";
import { requestIn } from "./folder.js";

/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("../client/index.js").Desk} Desk */
/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("../client/index.js").InstantLike} InstantLike */
/** @typedef {import("../client/desk.js").PlannedWork} PlannedWork */
/** @typedef {import("./document.js").Document} Document */
/** @typedef {Finding & { line: number, column: number }} PlacedFinding - `line` and `column` count from 1. */
/** @typedef {CheckAnswer & { findings: PlacedFinding[] }} PlacedAnswer */
/**
 * How a request in a file is checked.
 * @typedef {object} CheckOptions
 * @property {InstantLike | undefined} [now] - The host's clock when left out.
 * @property {Document | unknown} [windows] - Work that is planned already.
 * @property {string | undefined} [folder] - Where the files are that the request names; the request's own folder when left out.
 * @property {import("./facts.js").Progress | undefined} [progress]
 */

/**
 * Checks a request in a file or a folder. All findings are the core's.
 * @param {Desk} desk
 * @param {"patch" | "change"} kind
 * @param {string} path - `-` is standard input.
 * @param {CheckOptions} [options]
 * @returns {Promise<{ document: Document, answer: PlacedAnswer }>}
 * @throws {FileError}
 */
export async function checkRequest(desk, kind, path, { now, windows, folder, progress } = {}) {
  const found = await requestIn(path);
  const document = await readDocument(found.file);
  const planned = windows instanceof Object && "source" in windows ? /** @type {Document} */ (windows) : undefined;
  const options = {
    ...(now !== undefined && { now }),
    ...(windows !== undefined && { windows: /** @type {PlannedWork[]} */ (planned ? planned.value : windows) }),
  };
  const ask = (/** @type {object} */ more) => {
    const request = /** @type {{}} */ (document.value);
    return kind === "patch" ? desk.checkPatch(request, { ...options, ...more }) : desk.checkChange(request, { ...options, ...more });
  };
  try {
    let answer = ask({});
    const root = folder ?? found.folder;
    // Files are read once the request can be: a large one takes its time.
    const files = root === undefined ? {} : await facts(document, root, progress);
    if (Object.keys(files).length > 0) {
      answer = ask({ files });
    }
    return { document, answer: { ...answer, findings: answer.findings.map((finding) => placed(document, finding)) } };
  } catch (error) {
    if (!(error instanceof DeskrulesError) || error instanceof FileError || isOption(error, "now")) {
      throw error;
    }
    throw isOption(error, "windows") && planned ? planned.misread(error, "windows") : document.misread(error);
  }
}

/**
 * Returns a finding with its place.
 * @template {Finding} T
 * @param {Document} document
 * @param {T} finding
 * @returns {T & { line: number, column: number }}
 */
export function placed(document, finding) {
  const { line, column } = document.place(finding.path, finding.code);
  return { ...finding, line, column };
}

/**
 * Says whether an error is about an option: only a request may have an unknown field of that name.
 * @param {import("../client/index.js").DeskrulesError} error
 * @param {string} option
 */
function isOption({ path, code }, option) {
  return new RegExp(`^${option}(?![^.[])`).test(path) && code !== "unknown-field";
}
