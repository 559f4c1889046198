// Workflow commands of GitHub Actions: a line each, which the page of a pull request shows beside the line of the file.

import { troubleInWords } from "../trouble.js";
import { findingInWords } from "./result.js";

/** @typedef {import("./result.js").Result} Result */
/** @typedef {import("./result.js").Translator} Translator */
/** @typedef {import("../../node/source.js").Place} Place */

const COMMANDS = { error: "error", warning: "warning", info: "notice" };

/**
 * Returns the results as workflow commands.
 * @param {Result[]} results
 * @param {Translator} translator
 * @returns {string}
 */
export function github(results, translator) {
  return results.flatMap((result) => {
    if ("troubles" in result) {
      return result.troubles.map((trouble) => command("error", result.file, trouble.place, trouble.code, `${below(trouble.path)}${troubleInWords(trouble, translator)}`));
    }
    return result.answer.findings.map((finding) => {
      const { message, help } = findingInWords(result, finding, translator);
      const place = result.document.place(finding.path, finding.code);
      return command(COMMANDS[finding.severity], result.document.file, place, finding.code, `${below(finding.path)}${message}${help && `\n${help}`}`);
    });
  }).join("");
}

/** @param {string} path */
function below(path) {
  return path && `${path}: `;
}

/**
 * @param {string} kind
 * @param {string} file
 * @param {Place | undefined} place
 * @param {string} title
 * @param {string} message
 */
function command(kind, file, place, title, message) {
  const where = place ? { line: place.line, col: place.column, ...(place.endLine === place.line && place.endColumn > place.column && { endColumn: place.endColumn }) } : {};
  const properties = Object.entries({ file, ...where, title }).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${kind} ${properties.join(",")}::${data(message)}\n`;
}

/** @param {string} text */
function data(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** @param {string} text */
function property(text) {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
