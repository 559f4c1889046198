// All settings as a file: out, and in.
import { element, sentence, set } from "../../elements/dom.js";
import { byId, troubleOf } from "../shared/page.js";
import { parse, stored } from "../shared/settings.js";
import { giveBack } from "./sites.js";

/** @typedef {import("./options.js").Page} Page */

const FILE = "deskrules-settings.json";

/** The card of export and import. */
export class TransferCard {
  #page;
  #file = byId("import", HTMLInputElement);
  #trouble = byId("import-trouble", HTMLElement);

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    byId("export", HTMLButtonElement).addEventListener("click", () => this.#export());
    this.#file.addEventListener("change", async () => {
      const [file] = this.#file.files ?? [];
      if (file) {
        await this.#import(await file.text());
        this.#file.value = "";
      }
    });
  }

  draw() {}

  /** What is stored, as it is: of a newer version too. */
  async #export() {
    const { settings } = this.#page.store;
    const text = JSON.stringify((await stored()) ?? settings, null, 2);
    // Never revoked: when the browser has read it is not known.
    const href = URL.createObjectURL(new Blob([`${text}\n`], { type: "application/json" }));
    element("a", { href, download: FILE }).click();
  }

  /** @param {string} text */
  async #import(text) {
    const { words, store, save, draw } = this.#page;
    this.#say("");
    try {
      const before = store.settings.sites.map(({ origin }) => origin);
      const settings = parse(text);
      if (await save(settings, words.text("transfer.imported"))) {
        store.trouble = undefined;
        await giveBack(before, settings.sites);
        draw();
      }
    } catch (/** @type {any} */ error) {
      const { line = 1, column = 1 } = error.place ?? {};
      this.#say(words.text("transfer.refused", { line, column, message: troubleOf(error, words) }));
    }
  }

  /** @param {string} said */
  #say(said) {
    this.#trouble.replaceChildren(...sentence(said));
    set(this.#file, "aria-invalid", said ? "true" : "");
  }
}
