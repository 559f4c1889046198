/** How many texts are kept. */
const MOST = 100;

/** The texts that there have been, to go back to and forth. */
export class History {
  /** @type {string[]} */
  #texts = [];
  #at = -1;

  /**
   * Keeps a text, unless it is the present one. What was undone is forgotten.
   * @param {string} text
   */
  keep(text) {
    if (text !== this.#texts[this.#at]) {
      this.#texts = [...this.#texts.slice(0, this.#at + 1), text].slice(-MOST);
      this.#at = this.#texts.length - 1;
    }
  }

  /**
   * Goes some texts back or forth.
   * @param {number} steps
   * @returns {string | undefined} Undefined where there is none.
   */
  go(steps) {
    const text = this.#texts[this.#at + steps];
    if (text !== undefined) {
      this.#at += steps;
    }
    return text;
  }

  /** Whether there is an earlier text. */
  get canUndo() {
    return this.#at > 0;
  }

  /** Whether there is a text that was undone. */
  get canRedo() {
    return this.#at < this.#texts.length - 1;
  }
}
