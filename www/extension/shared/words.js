// The words of the elements and those of the extension, in one language.
import en from "../../locales/en.json";
import nl from "../../locales/nl.json";
import { Translator } from "../../locales/translate.js";
import ownEn from "../locales/en.json";
import ownNl from "../locales/nl.json";
import { api } from "./browser.js";

/** @typedef {import("../../locales/translate.js").Dictionary} Dictionary */
/** @typedef {keyof typeof DICTIONARIES} Language */

const DICTIONARIES = { en: [en, ownEn], nl: [nl, ownNl] };

/**
 * Returns the language that the person chose, or that of the browser.
 * @param {"auto" | Language} chosen
 * @returns {Language}
 */
export function languageOf(chosen) {
  const language = chosen === "auto" ? api.i18n.getUILanguage().slice(0, 2).toLowerCase() : chosen;
  return language === "nl" ? "nl" : "en";
}

/**
 * @param {Language} language
 * @param {string} [timeZone] - IANA name of the zone that moments are written in.
 */
export function wordsOf(language, timeZone) {
  const [dictionary, own] = DICTIONARIES[language];
  const ui = { .../** @type {Dictionary} */ (dictionary).ui, .../** @type {Dictionary} */ (own).ui };
  return new Translator({ .../** @type {Dictionary} */ (dictionary), ui }, timeZone);
}
