import { say } from "./say.js";

/** A command line that cannot be followed. */
export class UsageError extends Error {
  #sentence;
  #values;

  /**
   * @param {string} sentence - What is wrong, in English, with holes.
   * @param {string} hint - The command that tells more.
   * @param {Record<string, import("./say.js").Value>} [values] - What fills the holes.
   */
  constructor(sentence, hint, values = {}) {
    super(say(sentence, "en", values));
    this.#sentence = sentence;
    this.#values = values;
    this.hint = hint;
  }

  /**
   * Returns what is wrong and what tells more, in a line.
   * @param {string} language
   * @returns {string}
   */
  line(language) {
    return `deskrules: ${say(this.#sentence, language, this.#values)}; ${say("see `{hint}`", language, { hint: this.hint })}`;
  }
}

/** What the command exits with; of several files the worst. */
export const Exit = { ACCEPTED: 0, REFUSED: 1, UNREADABLE: 2 };
