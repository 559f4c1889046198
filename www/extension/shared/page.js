// The words of a page of the extension: each element names its own in `data-words`, and those of its name in `data-label`.
import { sentence } from "../../elements/dom.js";
import { read } from "./settings.js";
import { languageOf, wordsOf } from "./words.js";

/** @typedef {import("../../locales/translate.js").Translator} Translator */

/**
 * Writes the words of a page, or of a part of it.
 * @param {ParentNode} part
 * @param {Translator} words
 */
export function speak(part, words) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-words]"))) {
    place.replaceChildren(...sentence(words.text(place.dataset["words"] ?? "")));
  }
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-label]"))) {
    place.ariaLabel = words.text(place.dataset["label"] ?? "");
  }
  document.documentElement.lang = words.language;
}

/**
 * Returns the words in the language that was chosen; in that of the browser where the settings cannot be read.
 * @param {string} [timeZone]
 * @returns {Promise<Translator>}
 */
export async function pageWords(timeZone) {
  const { language } = await read().catch(() => ({ language: /** @type {const} */ ("auto") }));
  return wordsOf(languageOf(language), timeZone);
}

/**
 * Returns an element of the page that is there by its id.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new TypeError(`there is no \`${id}\` on this page`);
  }
  return found;
}

/**
 * Says in words what went wrong with settings, or with a question.
 * @param {any} error
 * @param {Translator} words
 * @returns {string}
 */
export function troubleOf(error, words) {
  const { code, path = "", params = {}, message = String(error) } = error ?? {};
  const wanted = `settings.wanted.${params.wanted}`;
  const known = words.text(wanted);
  const key = path === "" && code === "wrong" ? "settings.no-settings" : `settings.${code}`;
  const said = words.text(key, { path, ...params, ...(known !== wanted && { wanted: known }) });
  return said === key ? words.error({ code, params, message }) : said;
}
