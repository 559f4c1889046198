import { DeskrulesError, load } from "../client/node-import.js";
import { readDocument } from "./document.js";
import { FileError } from "./error.js";

/** @typedef {import("../client/index.js").Desk} Desk */
/** @typedef {import("../client/index.js").PolicyDocument} PolicyDocument */

/**
 * Loads the policy of a file of JSON or YAML.
 * @param {string} [file] - `managed-server-goud` when left out; `-` is standard input.
 * @returns {Promise<Desk>}
 * @throws {FileError} Its troubles are all that is wrong with the policy.
 */
export async function loadDesk(file) {
  if (file === undefined) {
    return load();
  }
  const document = await readDocument(file);
  try {
    return await load({ policy: /** @type {PolicyDocument} */ (document.value) });
  } catch (error) {
    throw error instanceof DeskrulesError && !(error instanceof FileError) ? document.misread(error) : error;
  }
}
