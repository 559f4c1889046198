import { Translator } from "../locales/translate.js";
import { defaults } from "./defaults.js";

/** @typedef {import("../locales/translate.js").Dictionary} Dictionary */

/** @typedef {"clock" | "form" | "request"} Kind - Of element: each says other things. */

/** @type {Record<string, Record<Kind, () => Promise<{ default: Dictionary }>>>} - Written out, so that a bundler can follow. */
const DICTIONARIES = {
  en: {
    clock: () => import("../locales/en/clock.words.js"),
    form: () => import("../locales/en/form.words.js"),
    request: () => import("../locales/en/request.words.js"),
  },
  nl: {
    clock: () => import("../locales/nl/clock.words.js"),
    form: () => import("../locales/nl/form.words.js"),
    request: () => import("../locales/nl/request.words.js"),
  },
};
/** @type {Map<string, Promise<Dictionary>>} */
const loaded = new Map();
/** @type {Set<() => void>} */
const followers = new Set();
let isWatching = false;

/**
 * Returns the words for an element, in its own language or that of the nearest around it.
 * @param {Element} element
 * @param {Kind} kind
 * @param {string} timeZone
 * @returns {Promise<Translator>}
 */
export async function wordsFor(element, kind, timeZone) {
  const language = languageOf(element);
  const key = `${language} ${kind}`;
  const words = loaded.get(key) ?? DICTIONARIES[language]?.[kind]().then((module) => module.default);
  if (words) {
    loaded.set(key, words);
  }
  return new Translator(/** @type {Dictionary} */ (await words), timeZone);
}

/**
 * Returns `nl` or `en`: that of the element itself, of the script tag, of the nearest element around it, or of the browser.
 * @param {Element} element
 * @returns {string}
 */
export function languageOf(element) {
  const asked = [element.getAttribute("lang"), defaults.lang, around(element), ...navigator.languages];
  return asked.map((language) => (language ?? "").slice(0, 2).toLowerCase()).find((language) => Object.hasOwn(DICTIONARIES, language)) ?? "en";
}

/**
 * Calls back whenever a language may have changed.
 * @param {() => void} follower
 */
export function follow(follower) {
  followers.add(follower);
  if (!isWatching) {
    isWatching = true;
    const observer = new MutationObserver(() => followers.forEach((call) => call()));
    observer.observe(document, { attributes: true, attributeFilter: ["lang"], subtree: true });
  }
}

/**
 * Does not call back any more.
 * @param {() => void} follower
 */
export function unfollow(follower) {
  followers.delete(follower);
}

/**
 * @param {Element} element
 * @returns {string | null}
 */
function around(element) {
  const named = element.closest("[lang]");
  if (named) {
    return named.getAttribute("lang");
  }
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? around(root.host) : null;
}
