// What could not be read, in words. The core says it in English only, with the values in quotes; what else it says, its code says too.

import { say } from "./say.js";

/** @typedef {import("../locales/translate.js").Translator} Translator */

/**
 * Says what could not be read.
 * @param {{ code: string, message: string, params?: Record<string, unknown> | undefined }} trouble
 * @param {Translator} translator
 * @returns {string}
 */
export function troubleInWords({ code, message, params }, translator) {
  const own = translator.error({ code, message, params });
  if (translator.language === "en" || own === message) {
    return message;
  }
  return params ? own : (typeInWords(message, translator.language) ?? `${own}${valuesOf(message, own)}${adviceOf(message, translator.language)}`);
}

/**
 * @param {string} message - Like `expected a list, found the text ...`.
 * @param {string} language
 */
function typeInWords(message, language) {
  const [, expected, found, written] = /^expected (.+?), found (nothing|a list|an object|(?:the text )?(`.*`))$/s.exec(message) ?? [];
  if (expected === undefined || found === undefined) {
    return undefined;
  }
  const kind = written === undefined ? say(found, language) : found.startsWith("the text") ? say("the text {text}", language, { text: written }) : written;
  return say("expected {expected}, found {found}", language, { expected: say(expected, language), found: kind });
}

/**
 * Returns the values of a message that are not in its translation; those of advice, after a colon, are left out.
 * @param {string} message
 * @param {string} own
 */
function valuesOf(message, own) {
  const [said = ""] = /^(?:`[^`]*`|(?!: ).)*/s.exec(message) ?? [];
  const values = (said.match(/`[^`]*`/g) ?? []).filter((value) => !own.includes(value));
  return values.length > 0 ? ` (${values.join(", ")})` : "";
}

/**
 * Returns the end of a message that names what there is.
 * @param {string} message
 * @param {string} language
 */
function adviceOf(message, language) {
  const [, near, list] = /: (?:did you mean (`[^`]*`)\?|there is (`.*`))$/s.exec(message) ?? [];
  return near ? `: ${say("did you mean {near}?", language, { near })}` : list ? `: ${say("there is {list}", language, { list })}` : "";
}
