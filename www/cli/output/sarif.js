// SARIF 2.1.0, which code hosts and editors show beside the lines of a file.

import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { troubleInWords } from "../trouble.js";
import { version } from "../version.js";
import { findingInWords } from "./result.js";

/** @typedef {import("./result.js").Result} Result */
/** @typedef {import("./result.js").Translator} Translator */
/** @typedef {import("../../node/source.js").Place} Place */
/** @typedef {{ code: string, level: string, file: string, path: string, message: string, place: Place | undefined }} Item */

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const LEVELS = { error: "error", warning: "warning", info: "note" };

/**
 * Returns the results as one run of SARIF; a file that could not be read is a result too.
 * @param {Result[]} results
 * @param {Translator} translator
 * @returns {string}
 */
export function sarif(results, translator) {
  const items = results.flatMap((result) => itemsOf(result, translator));
  const codes = [...new Set(items.map(({ code }) => code))].sort();
  const run = {
    tool: { driver: { name: "deskrules", version: version(), language: translator.language, rules: codes.map((code) => rule(code, translator)) } },
    language: translator.language,
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: results.every((result) => "answer" in result) }],
    results: items.map(({ code, level, file, path, message, place }) => ({
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level,
      message: { text: message },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: uri(file) }, ...(place && { region: region(place) }) },
          ...(path && { logicalLocations: [{ fullyQualifiedName: path }] }),
        },
      ],
    })),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

/**
 * @param {Result} result
 * @param {Translator} translator
 * @returns {Item[]}
 */
function itemsOf(result, translator) {
  if ("troubles" in result) {
    return result.troubles.map((trouble) => {
      const { code, path, place } = trouble;
      return { code, level: "error", file: result.file, path, message: troubleInWords(trouble, translator), place };
    });
  }
  return result.answer.findings.map((finding) => {
    const { code, severity, path } = finding;
    const { message, help } = findingInWords(result, finding, translator);
    const sentence = help ? `${message}; ${help}` : message;
    return { code, level: LEVELS[severity], file: result.document.file, path, message: sentence, place: result.document.place(path, code) };
  });
}

/**
 * @param {string} id
 * @param {Translator} translator
 */
function rule(id, translator) {
  const { message, help } = translator.meaning(id);
  return { id, shortDescription: { text: message }, ...(help && { help: { text: help } }) };
}

/** @param {Place} place */
function region({ line, column, endLine, endColumn }) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** @param {string} file */
function uri(file) {
  if (isAbsolute(file)) {
    return pathToFileURL(file).href;
  }
  return file.split(sep).map(encodeURIComponent).join("/");
}
