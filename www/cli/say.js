import { readFileSync } from "node:fs";

/** @typedef {string | ((language: string) => string)} Value - What fills a hole of a sentence, in the language that it is said in. */

/** @type {Record<string, string> | undefined} */
let dutch;

/**
 * Returns a sentence of the command in a language, its holes filled; in English, which the code has, where there is no other.
 * @param {string} sentence - Like `--minutes: {text} is not a whole number of minutes`.
 * @param {string} language
 * @param {Record<string, Value>} [values]
 * @returns {string}
 */
export function say(sentence, language, values = {}) {
  dutch ??= /** @type {Record<string, string>} */ (JSON.parse(readFileSync(new URL("./help/sentences.nl.json", import.meta.url), "utf8")));
  const words = language === "nl" ? (dutch[sentence] ?? sentence) : sentence;
  return words.replace(/\{(\w+)\}/g, (hole, name) => {
    const value = values[name] ?? hole;
    return typeof value === "function" ? value(language) : value;
  });
}
