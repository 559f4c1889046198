import { dateInWords, momentInWords } from "../client/moments.js";

/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {{ message: string, help: string }} Wording */
/** @typedef {Wording & { at?: Record<string, Wording> }} FindingWording - `at` has other words for some paths, or some types of field. */

/**
 * The words of one language, as in `nl.json` and `en.json`.
 * @typedef {object} Dictionary
 * @property {string} language - Like `nl`.
 * @property {Record<string, FindingWording>} findings - By the finding's code.
 * @property {Record<string, Wording>} lint - By the code of what the lint finds in a policy.
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
   * Returns what the lint says of a policy, and what to do about it. Only the core's English names the values.
   * @param {Pick<Finding, "code" | "message">} finding
   * @returns {Wording}
   */
  lint({ code, message }) {
    const words = this.#dictionary.lint[code] ?? { message, help: "" };
    return { message: this.language === "en" || words.message === message ? message : `${words.message} (${message})`, help: words.help };
  }

  /**
   * Returns what a code means whatever the values, which are left out.
   * @param {string} code - Of a finding, of the lint or of an error.
   * @returns {Wording}
   */
  meaning(code) {
    const { findings, lint, errors } = this.#dictionary;
    const words = findings[code] ?? lint[code] ?? { message: errors[code] ?? code, help: "" };
    const bare = (/** @type {string} */ text) => text.replace(/`?\{\w+\}`?/g, "…");
    return { message: bare(words.message), help: bare(words.help) };
  }

  /**
   * Returns what an error says.
   * @param {{ code?: unknown, message: string, params?: Record<string, unknown> | undefined }} error
   * @returns {string}
   */
  error({ code, message, params = {} }) {
    const { errors, lint } = this.#dictionary;
    return this.#fill(errors[String(code)] ?? lint[String(code)]?.message ?? message, params);
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
    return words.replace(/(`\*?)?\{(\w+)\}/g, (hole, quote = "", name = "") => {
      const value = params[name];
      // What stands in quotes is as somebody wrote it, also when it looks like a moment.
      return name in params ? `${quote}${quote && typeof value === "string" ? value : this.#show(value)}` : hole;
    });
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
    if (Number.isNaN(Date.parse(text))) {
      return text;
    }
    if (/^\d{4}-\d\d-\d\d$/.test(text)) {
      return dateInWords(text, this.language);
    }
    return /^\d{4}-\d\d-\d\dT/.test(text) ? momentInWords(text, this.language, this.#timeZone) : text;
  }
}
