import { periodInWords } from "../client/moments.js";
import { harmless } from "./paint.js";

/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("./translate.js").Translator} Translator */
/** @typedef {ReturnType<typeof import("./paint.js").painter>} Paint */

const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);

/**
 * Returns the report of one request: findings, obligations, the next window, and the verdict in one line.
 * @param {string} name - What the file is called.
 * @param {CheckAnswer} answer
 * @param {boolean} accepted
 * @param {Translator} translator
 * @param {Paint} paint
 * @returns {string}
 */
export function report(name, answer, accepted, translator, paint) {
  const lines = [
    paint("strong", harmless(name)),
    ...findings(answer.findings, translator, paint),
    ...obligations(answer.obligations, translator),
    ...nextWindow(answer, translator),
    verdict(name, answer, accepted, translator, paint),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * @param {Finding[]} list
 * @param {Translator} translator
 * @param {Paint} paint
 */
function findings(list, translator, paint) {
  const word = (/** @type {Finding} */ { severity }) => translator.text(`severity.${severity}`);
  const widest = Math.max(...list.map((finding) => word(finding).length));
  return list.flatMap((finding) => {
    const { message, help } = translator.finding(finding);
    const place = finding.path && `${harmless(finding.path)}: `;
    const head = `  ${paint(finding.severity, word(finding).padEnd(widest))}  ${place}${harmless(message)}`;
    return help ? [head, `  ${" ".repeat(widest)}  ${paint("faint", harmless(help))}`] : [head];
  });
}

/**
 * @param {CheckAnswer["obligations"]} list
 * @param {Translator} translator
 */
function obligations(list, translator) {
  if (list.length === 0) {
    return [];
  }
  return [`  ${translator.text("obligations")}:`, ...list.map(({ text }) => `  - ${harmless(translator.name(text))}`)];
}

/**
 * @param {CheckAnswer} answer
 * @param {Translator} translator
 */
function nextWindow({ window, nextWindow }, translator) {
  if (!nextWindow) {
    return [`  ${translator.text("no-window")}`];
  }
  if (JSON.stringify(window) === JSON.stringify(nextWindow)) {
    return [];
  }
  const { language, timeZone } = translator;
  const { start, end } = nextWindow;
  return [
    `  ${translator.text("next-window")}: ${periodInWords(start, end, language, timeZone)} (${timeZone})`,
    // As it goes into the request.
    `    "window": { "start": "${start}", "end": "${end}" }`,
  ];
}

/**
 * @param {string} name
 * @param {CheckAnswer} answer
 * @param {boolean} accepted
 * @param {Translator} translator
 * @param {Paint} paint
 */
function verdict(name, { type, findings }, accepted, translator, paint) {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [translator.count(`count.${severity}`, count)] : [];
  });
  const word = accepted ? paint("accepted", translator.text("accepted")) : paint("error", translator.text("refused"));
  const reasons = counts.length > 0 ? ` (${counts.join(", ")})` : "";
  return `${harmless(name)}: ${translator.text(`request.${type}`)} ${word}${reasons}`;
}
