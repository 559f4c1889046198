import { readFileSync } from "node:fs";
import { Translator } from "../locales/translate.js";

/** The languages that there are dictionaries for. */
export const LANGUAGES = ["nl", "en"];

/**
 * Returns the language of the environment; English when there are no words in it.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string}
 */
export function usualLanguage({ LC_ALL, LC_MESSAGES, LANG }) {
  const asked = (LC_ALL || LC_MESSAGES || LANG || "").slice(0, 2);
  return LANGUAGES.includes(asked) ? asked : "en";
}

/**
 * Returns the language that a command line asks for, also one that cannot be followed; otherwise that of the environment.
 * @param {string[]} args
 * @returns {string}
 */
export function languageIn(args) {
  const [, asked = ""] = /(?:^|\0)--lang[=\0](\w+)/.exec(args.join("\0")) ?? [];
  return LANGUAGES.includes(asked) ? asked : usualLanguage(process.env);
}

/**
 * @param {string} language
 * @param {string} [timeZone]
 * @returns {Translator}
 */
export function words(language, timeZone) {
  const dictionary = readFileSync(new URL(`../locales/${language}.json`, import.meta.url), "utf8");
  return new Translator(JSON.parse(dictionary), timeZone);
}
