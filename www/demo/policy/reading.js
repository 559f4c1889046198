import { DeskrulesError, lint, load } from "../../client/web.js";
import { PolicyText, Unreadable } from "./text.js";

/** @typedef {import("../../client/index.js").Desk} Desk */
/** @typedef {import("../../client/index.js").Finding} Finding */
/** @typedef {import("../../node/lines.js").Place} Place */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {Pick<Finding, "code" | "severity" | "path"> & { place: Place, words: (translator: Translator) => { message: string, help: string } }} Placed */
/**
 * What a text comes to.
 * @typedef {object} Reading
 * @property {string} written - The text itself.
 * @property {PolicyText} [text] - Where it is JSON.
 * @property {Desk} [desk] - Where it can be worked with.
 * @property {Placed[]} findings - In the order of the text.
 */

/**
 * Reads a text and asks the rules what they say of it.
 * @param {string} written
 * @returns {Promise<Reading>}
 */
export async function read(written) {
  /** @type {PolicyText} */
  let text;
  try {
    text = new PolicyText(written);
  } catch (error) {
    if (!(error instanceof Unreadable)) {
      throw error;
    }
    const { code, path, place, message, params } = error;
    const words = (/** @type {Translator} */ translator) => ({ message: translator.error({ code, message, params }), help: "" });
    return { written, findings: [{ code, severity: "error", path, place, words }] };
  }
  try {
    const found = await lint(written);
    const findings = found.map((finding) => placed(text, finding, (translator) => translator.lint(finding)));
    const isRefused = found.some(({ severity }) => severity === "error");
    return { written, text, findings: sorted(findings), ...(!isRefused && { desk: await load({ policy: written }) }) };
  } catch (error) {
    if (!(error instanceof DeskrulesError)) {
      throw error;
    }
    const misfits = error.findings.length > 0 ? error.findings : [{ ...shape(error), severity: /** @type {const} */ ("error") }];
    return { written, text, findings: sorted(misfits.map((misfit) => placed(text, misfit, (translator) => misread(misfit, translator)))) };
  }
}

/** @param {DeskrulesError} error */
function shape({ code, path, message }) {
  return { code, path, message };
}

/**
 * Says what has not the shape of a policy; only the core's English names the values.
 * @param {{ code: string, message: string }} misfit
 * @param {Translator} translator
 */
function misread({ code, message }, translator) {
  const own = translator.error({ code, message });
  return { message: translator.language === "en" || own === message ? message : `${own} (${message})`, help: "" };
}

/**
 * @param {PolicyText} text
 * @param {Pick<Finding, "code" | "severity" | "path">} finding
 * @param {Placed["words"]} words
 * @returns {Placed}
 */
function placed(text, { code, severity, path }, words) {
  return { code, severity, path, words, place: text.placeAt(text.root, path, code) };
}

/** @param {Placed[]} findings */
function sorted(findings) {
  return findings.sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column);
}
