// The settings that the page shows: saved at once, one change after the other.
import { api } from "../shared/browser.js";
import { DEFAULTS, migrate, read, stored, write } from "../shared/settings.js";

/** @typedef {import("../shared/settings.js").Settings} Settings */

/** The settings of the page. */
export class Store {
  /** @type {Settings} */
  settings = { ...DEFAULTS };
  /** @type {any} - Why what is stored cannot be read. */
  trouble;
  #last = Promise.resolve();
  #written = "";

  /** @param {() => void} changed - Called when another page has changed them. */
  constructor(changed) {
    api.storage.onChanged.addListener(({ settings }) => {
      if (settings && JSON.stringify(settings.newValue) !== this.#written) {
        void this.load().then(changed);
      }
    });
  }

  /** Reads what is stored. */
  async load() {
    try {
      this.settings = await read();
      this.#written = JSON.stringify(await stored());
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
    const turn = this.#last.then(() => {
      this.#written = JSON.stringify(settings);
      return write(settings);
    });
    this.#last = turn.catch(() => {});
    return turn;
  }
}
