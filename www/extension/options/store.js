// The settings that the page shows: saved at once, one change after the other.
import { api } from "../shared/browser.js";
import { DEFAULTS, migrate, read, write } from "../shared/settings.js";

/** @typedef {import("../shared/settings.js").Settings} Settings */

/** The settings of the page. */
export class Store {
  /** @type {Settings} */
  settings = { ...DEFAULTS };
  /** @type {any} - Why what is stored cannot be read. */
  trouble;
  #last = Promise.resolve();
  #pending = 0;

  /** @param {() => void} changed - Called when another page has changed them. */
  constructor(changed) {
    api.storage.onChanged.addListener(({ settings }) => {
      // What was changed here is not read back: it may be older than what has been typed since.
      if (settings && this.#pending === 0 && canonical(settings.newValue) !== canonical(this.settings)) {
        void this.load().then(changed);
      }
    });
  }

  /** Reads what is stored. */
  async load() {
    try {
      this.settings = await read();
      this.trouble = undefined;
    } catch (error) {
      this.trouble = error;
    }
  }

  /**
   * Changes some of the settings, and stores them.
   * @param {Partial<Settings>} change
   */
  save(change) {
    this.settings = migrate({ ...this.settings, ...change });
    const { settings } = this;
    this.#pending += 1;
    const turn = this.#last.then(() => write(settings)).finally(() => (this.#pending -= 1));
    this.#last = turn.catch(() => {});
    return turn;
  }
}

/**
 * Returns the JSON of a value with its keys in order: the browser's storage does not keep that of an object.
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  const sorted = (/** @type {string} */ _, /** @type {any} */ held) =>
    typeof held === "object" && held !== null && !Array.isArray(held) ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1))) : held;
  return JSON.stringify(value, sorted);
}
