// What the check of a form answers: the findings, and a window that somebody can still take.
import { now } from "./clock.js";
import { fieldAt, readRequest } from "./paths.js";

/** @typedef {import("./rules.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("./fields.js").Field} Field */

/** How long somebody may take to send what they filled in, and what windows are rounded to. */
const [MARGIN, QUARTER] = [5 * 60_000, 15 * 60_000];

/**
 * Checks what stands in the fields of a form.
 * @param {Map<string, Field>} fields - By their path in the request.
 * @param {"patch" | "change"} kind
 * @param {ConnectedDesk} desk
 * @param {Translator} translator
 * @returns {Promise<CheckAnswer>}
 */
export async function checkFields(fields, kind, desk, translator) {
  const { request, files } = readRequest(fields, translator.timeZone);
  const check = (/** @type {number} */ at) => desk[kind === "change" ? "checkChange" : "checkPatch"](request, { now: at, files });
  try {
    return await withTime(check, now());
  } catch (/** @type {any} */ error) {
    return unreadable(error, fields, translator);
  }
}

/**
 * Checks, and offers no window that begins at once: it would be past when the form is sent, and another one at every key.
 * @param {(at: number) => Promise<CheckAnswer>} check
 * @param {number} at
 * @returns {Promise<CheckAnswer>}
 */
async function withTime(check, at) {
  const answer = await check(at);
  const { window, nextWindow } = answer;
  if (!nextWindow || JSON.stringify(window) === JSON.stringify(nextWindow) || Date.parse(nextWindow.start) >= at + MARGIN) {
    return answer;
  }
  return { ...answer, nextWindow: (await check(Math.ceil((at + MARGIN) / QUARTER) * QUARTER)).nextWindow };
}

/**
 * Returns an error of the input as a finding at its field.
 * @param {{ code: string, path: string, message: string }} error
 * @param {Map<string, Field>} fields
 * @param {Translator} translator
 * @returns {CheckAnswer}
 */
function unreadable(error, fields, translator) {
  if (!error?.code || !fieldAt(fields, error.path)) {
    // Not what a person filled in, but how the page is set up: that holds nobody.
    throw error;
  }
  const finding = { code: error.code, severity: /** @type {const} */ ("error"), path: error.path, message: translator.error(error), help: "", params: {} };
  return { accepted: false, type: "normal", findings: [finding], obligations: [], window: null, nextWindow: null };
}
