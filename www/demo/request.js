import { toInstant } from "../elements/local.js";

/** @typedef {import("../client/index.js").PatchRequest} PatchRequest */

/**
 * Reads the patch request from its form. A field that is left empty is left out: the rules say what is missing.
 * @param {HTMLFormElement} form - Its fields are named by the paths of the request.
 * @param {string} timeZone - That the times of the form are in.
 * @returns {PatchRequest}
 */
export function readRequest(form, timeZone) {
  const data = new FormData(form);
  const text = (/** @type {string} */ name) => String(data.get(name) ?? "").trim();
  const lines = (/** @type {string} */ name) => text(name).split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const notes = text("releaseNotes");
  const window = said({ start: moment(text("window.start"), timeZone), end: moment(text("window.end"), timeZone) });
  return {
    product: said({ name: text("product.name"), from: text("product.from"), to: text("product.to") }),
    servers: lines("servers").flatMap((line) => line.split(/[\s,;]+/)),
    requestedBy: said({ name: text("requestedBy.name"), email: text("requestedBy.email") }),
    installer: said({ file: text("installer.file") }),
    instructions: { steps: lines("instructions") },
    releaseNotes: /^https?:\/\/\S+$/.test(notes) ? { url: notes } : said({ text: notes }),
    rollback: { steps: lines("rollback") },
    ...(Object.keys(window).length > 0 && { window }),
  };
}

/**
 * @param {string} local
 * @param {string} timeZone
 */
function moment(local, timeZone) {
  return local && toInstant(local, timeZone);
}

/**
 * Returns the fields that say something.
 * @param {Record<string, string>} fields
 * @returns {Record<string, string>}
 */
function said(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}
