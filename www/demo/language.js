import { Translator } from "../locales/translate.js";

/** @typedef {import("../locales/translate.js").Dictionary} Dictionary */

/** The languages of the page, the first by default. */
const LANGUAGES = ["nl", "en"];

/** The language of the page: chosen in the address, or by the browser, or on the page. */
export class Language {
  /** @type {Map<string, Promise<Dictionary>>} */
  #dictionaries = new Map();
  /** @type {((translator: Translator) => void)[]} */
  #listeners = [];
  /** @type {Translator | undefined} */
  #translator;
  #timeZone = "UTC";
  #language = first();
  #pages;

  /** @param {string[]} [pages] - Folders of more words, below `words/`. */
  constructor(pages = []) {
    this.#pages = pages;
  }

  /** Listens to the buttons and says everything in the first language. */
  async start() {
    for (const button of buttons()) {
      button.addEventListener("click", () => void this.#choose(button.value));
    }
    await this.#speak();
  }

  /**
   * Calls back with the words of the language, at once and whenever it changes.
   * @param {(translator: Translator) => void} listener
   */
  follow(listener) {
    this.#listeners.push(listener);
    if (this.#translator) {
      listener(this.#translator);
    }
  }

  /**
   * Writes moments in another zone.
   * @param {string} timeZone
   */
  async useZone(timeZone) {
    this.#timeZone = timeZone;
    await this.#speak();
  }

  /** @param {string} language */
  async #choose(language) {
    this.#language = language;
    const address = new URL(location.href);
    address.searchParams.set("lang", language);
    history.replaceState(null, "", address);
    await this.#speak();
  }

  async #speak() {
    const language = this.#language;
    const dictionary = await this.#dictionary(language);
    // Another one was chosen meanwhile.
    if (language !== this.#language) {
      return;
    }
    const translator = new Translator(dictionary, this.#timeZone);
    this.#translator = translator;
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-text]")) {
      element.textContent = translator.text(element.getAttribute("data-text") ?? "");
    }
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", translator.text(element.getAttribute("data-label") ?? ""));
    }
    // The other pages speak the same.
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('nav a:not([href^="#"])'))) {
      link.search = location.search;
    }
    for (const button of buttons()) {
      button.setAttribute("aria-pressed", String(button.value === language));
    }
    this.#listeners.forEach((listener) => listener(translator));
  }

  /** @param {string} language */
  #dictionary(language) {
    const dictionary = this.#dictionaries.get(language) ?? fetchDictionary(language, this.#pages);
    this.#dictionaries.set(language, dictionary);
    return dictionary;
  }
}

/**
 * @param {string} language
 * @param {string[]} pages
 * @returns {Promise<Dictionary>}
 */
async function fetchDictionary(language, pages) {
  const addresses = [`../locales/${language}.json`, `./words/${language}.json`, ...pages.map((page) => `./words/${page}/${language}.json`)];
  const answers = await Promise.all(addresses.map((address) => fetch(new URL(address, import.meta.url))));
  const [dictionary, ...words] = await Promise.all(answers.map((answer) => answer.json()));
  return { ...dictionary, ui: Object.assign({}, dictionary.ui, ...words) };
}

function first() {
  const asked = [new URLSearchParams(location.search).get("lang") ?? "", ...navigator.languages];
  const known = asked.map((language) => language.slice(0, 2).toLowerCase()).filter((language) => LANGUAGES.includes(language));
  return known[0] ?? LANGUAGES[0] ?? "nl";
}

/** @returns {NodeListOf<HTMLButtonElement>} */
function buttons() {
  return document.querySelectorAll(".languages button");
}
