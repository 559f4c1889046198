import { troubleInWords } from "../trouble.js";

/** @typedef {import("../../node/document.js").Document} Document */
/** @typedef {import("../../node/error.js").Trouble} Trouble */
/** @typedef {import("../../node/check.js").PlacedFinding} PlacedFinding */
/** @typedef {import("../../node/check.js").PlacedAnswer} PlacedAnswer */
/** @typedef {{ accepted: boolean, type: "policy", findings: PlacedFinding[] }} PolicyAnswer */
/** @typedef {{ file: string, document: Document, answer: PlacedAnswer | PolicyAnswer, summary?: import("../summary/index.js").Summary }} Checked */
/** @typedef {{ file: string, troubles: Trouble[] }} Unreadable */
/** @typedef {Checked | Unreadable} Result - What came of one file. */
/** @typedef {import("../../locales/translate.js").Translator} Translator */

/**
 * Returns what a finding says and what to do about it.
 * @param {Checked} result
 * @param {PlacedFinding} finding
 * @param {Translator} translator
 */
export function findingInWords({ answer }, finding, translator) {
  if (answer.type !== "policy") {
    return translator.finding(finding);
  }
  const { code, message } = finding;
  return { message: troubleInWords({ code, message }, translator), help: translator.lint(finding).help };
}
