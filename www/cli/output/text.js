import { periodInWords } from "../../client/moments.js";
import { plain } from "../summary/text.js";
import { excerpt } from "./excerpt.js";
import { harmless } from "./paint.js";
import { findingInWords } from "./result.js";

/** @typedef {import("./paint.js").Paint} Paint */
/** @typedef {import("./result.js").Checked} Checked */
/** @typedef {import("./result.js").PlacedAnswer} PlacedAnswer */
/** @typedef {import("./result.js").PlacedFinding} PlacedFinding */
/** @typedef {import("./result.js").Translator} Translator */

const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);

/**
 * Returns the report of one file: findings, obligations, the next window, the verdict in one line, and the summary of a policy.
 * @param {Checked} result
 * @param {Translator} translator
 * @param {Paint} paint
 * @returns {string}
 */
export function text(result, translator, paint) {
  const { file, answer } = result;
  const lines = [
    paint("strong", harmless(file)),
    ...findings(result, translator, paint),
    ...(answer.type === "policy" ? [] : [...obligations(answer.obligations, translator), ...nextWindow(answer, translator)]),
    verdict(result, translator, paint),
    ...(result.summary ? ["", ...plain(result.summary.blocks).trimEnd().split("\n").map(harmless)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * Returns findings that are about no file, like those of a ticket.
 * @param {import("../../client/index.js").Finding[]} list
 * @param {Translator} translator
 * @returns {string[]}
 */
export function remarks(list, translator) {
  return list.map((finding) => {
    const { message, help } = translator.finding(finding);
    return harmless(`${translator.text(`severity.${finding.severity}`)}: ${finding.path && `${finding.path}: `}${message}${help && `; ${help}`}`);
  });
}

/**
 * @param {Checked} result
 * @param {Translator} translator
 * @param {Paint} paint
 */
function findings(result, translator, paint) {
  const word = (/** @type {PlacedFinding} */ { severity }) => translator.text(`severity.${severity}`);
  const list = result.answer.findings;
  const widest = Math.max(0, ...list.map((finding) => word(finding).length));
  const margin = " ".repeat(widest + 4);
  return list.flatMap((finding) => {
    const { message, help } = findingInWords(result, finding, translator);
    const path = finding.path && `${harmless(finding.path)}: `;
    return [
      `  ${paint(finding.severity, word(finding).padEnd(widest))}  ${path}${harmless(message)}`,
      ...source(result, finding, paint).map((line) => `${margin}${line}`),
      ...(help ? [`${margin}${paint("faint", harmless(help))}`] : []),
    ];
  });
}

/**
 * Returns the line that a finding is about; none when it is about the whole file.
 * @param {Checked} result
 * @param {PlacedFinding} finding
 * @param {Paint} paint
 */
function source({ document }, { path, code, severity }, paint) {
  const place = document.place(path, code);
  if (place.whole) {
    return [];
  }
  const { number, line, blank, carets } = excerpt(document.source, place);
  const gutter = " ".repeat(number.length);
  return [`${paint("faint", `${number} |`)} ${line}`, `${paint("faint", `${gutter} |`)} ${blank}${paint(severity, carets)}`];
}

/**
 * @param {PlacedAnswer["obligations"]} list
 * @param {Translator} translator
 */
function obligations(list, translator) {
  if (list.length === 0) {
    return [];
  }
  return [`  ${translator.text("obligations")}:`, ...list.map(({ text: names }) => `  - ${harmless(translator.name(names))}`)];
}

/**
 * @param {PlacedAnswer} answer
 * @param {Translator} translator
 */
function nextWindow({ window, nextWindow: next }, translator) {
  if (!next) {
    return [`  ${translator.text("no-window")}`];
  }
  if (JSON.stringify(window) === JSON.stringify(next)) {
    return [];
  }
  const { language, timeZone } = translator;
  const { start, end } = next;
  return [
    `  ${translator.text("next-window")}: ${periodInWords(start, end, language, timeZone)} (${timeZone})`,
    // As it goes into the request.
    `    "window": { "start": "${start}", "end": "${end}" }`,
  ];
}

/**
 * @param {Checked} result
 * @param {Translator} translator
 * @param {Paint} paint
 */
function verdict({ file, answer: { type, accepted, findings: list } }, translator, paint) {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = list.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [translator.count(`count.${severity}`, count)] : [];
  });
  const word = accepted ? paint("accepted", translator.text("accepted")) : paint("error", translator.text("refused"));
  const reasons = counts.length > 0 ? ` (${counts.join(", ")})` : "";
  return `${harmless(file)}: ${translator.text(`request.${type}`)} ${word}${reasons}`;
}
