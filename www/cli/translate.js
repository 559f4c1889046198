import { dateInWords, momentInWords } from "../client/moments.js";

/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {{ message: string, help: string }} Wording */
/** @typedef {Wording & { at?: Record<string, Wording> }} FindingWording - `at` has other words for some paths, or some types of field. */

/**
 * The words of one language, as in `nl.json` and `en.json`.
 * @typedef {object} Dictionary
 * @property {string} language - Like `nl`.
 * @property {Record<string, FindingWording>} findings - By the finding's code.
 * @property {Record<string, string>} errors - By the error's code.
 * @property {Record<string, string>} ui - By a key of the page or the command.
 */

/** Says in one language what the core says in codes. Where a dictionary has no words, the core's English stays. */
export class Translator {
  #dictionary;
  #timeZone;
  #plural;

  /**
   * @param {Dictionary} dictionary
   * @param {string} [timeZone] - IANA name of the zone that moments are written in.
   */
  constructor(dictionary, timeZone = "UTC") {
    this.#dictionary = dictionary;
    this.#timeZone = timeZone;
    this.#plural = new Intl.PluralRules(dictionary.language);
  }

  /** The language, like `nl`. */
  get language() {
    return this.#dictionary.language;
  }

  /** IANA name of the zone that moments are written in. */
  get timeZone() {
    return this.#timeZone;
  }

  /**
   * Returns the words of a key; the key itself when there are none.
   * @param {string} key
   * @param {Record<string, unknown>} [params]
   * @returns {string}
   */
  text(key, params = {}) {
    return this.#fill(this.#dictionary.ui[key] ?? key, params);
  }

  /**
   * Returns the words of a key for a number of things: those of `key.one` or `key.other`.
   * @param {string} key
   * @param {number} count
   * @returns {string}
   */
  count(key, count) {
    return this.text(`${key}.${this.#plural.select(count)}`, { count });
  }

  /**
   * Returns what a finding says and what to do about it.
   * @param {Finding} finding
   * @returns {Wording}
   */
  finding({ code, path, message, help, params }) {
    const entry = this.#dictionary.findings[code];
    const { at = {} } = entry ?? {};
    const words = at[path.replace(/\[\d+\]/g, "[]")] ?? at[String(params.type)] ?? entry ?? { message, help };
    return { message: this.#fill(words.message, params), help: this.#fill(words.help, params) };
  }

  /**
   * Returns what an error says.
   * @param {{ code?: unknown, message: string }} error
   * @returns {string}
   */
  error({ code, message }) {
    return this.#dictionary.errors[String(code)] ?? message;
  }

  /**
   * Returns a name in this language, or in another when there is none in this.
   * @param {Record<string, string>} names - By language.
   * @param {string} [otherwise] - For something without a name.
   * @returns {string}
   */
  name(names, otherwise = "") {
    return names[this.language] ?? Object.values(names)[0] ?? otherwise;
  }

  /**
   * @param {string} words
   * @param {Record<string, unknown>} params
   */
  #fill(words, params) {
    return words.replace(/\{(\w+)\}/g, (hole, name) => (name in params ? this.#show(params[name]) : hole));
  }

  /**
   * @param {unknown} value
   * @returns {string}
   */
  #show(value) {
    if (typeof value === "number") {
      return value.toLocaleString(this.language);
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.#show(item)).join(", ");
    }
    if (typeof value === "object" && value !== null) {
      return this.name(/** @type {Record<string, string>} */ (value));
    }
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) {
      return dateInWords(text, this.language);
    }
    return /^\d{4}-\d\d-\d\dT/.test(text) ? momentInWords(text, this.language, this.#timeZone) : text;
  }
}
