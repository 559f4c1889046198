import { DeskrulesError, load } from "../../client/web.js";
import { now } from "../clock.js";
import { byId } from "../dom.js";
import { Language } from "../language.js";
import { Changes } from "./changes.js";
import { Field } from "./field.js";
import { download, takeFiles } from "./files.js";
import { showFindings } from "./list.js";
import { showMatrix } from "./matrix.js";
import { showWeeks } from "./picture.js";
import { put } from "./put.js";
import { read } from "./reading.js";
import { showTargets } from "./targets.js";
import { written } from "./text.js";
import { mondayOf, weeksOf } from "./week.js";

/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("./put.js").Step} Step */
/** @typedef {import("./reading.js").Reading} Reading */

/** The page: a text, what the rules say of it, and pictures of what it comes to. */
class Page {
  #field = new Field(() => void this.#read());
  #changes = new Changes((way, value, form) => void this.#write(way, value, form));
  #date = byId("week", HTMLInputElement);
  #stale = byId("stale", HTMLElement);
  #saved = "";
  /** @type {Reading} */
  #reading = { written: "", findings: [] };
  /** @type {Reading["desk"]} - Of the last text that fitted together. */
  #desk;
  /** @type {Translator | undefined} */
  #translator;

  /**
   * @param {Language} language
   * @param {string} first - The first document.
   */
  constructor(language, first) {
    this.#date.value = new Date(now()).toISOString().slice(0, 10);
    this.#date.addEventListener("change", () => void this.#week());
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(".weeks button"))) {
      button.addEventListener("click", () => {
        this.#date.stepUp(Number(button.value));
        void this.#week();
      });
    }
    byId("restore", HTMLButtonElement).addEventListener("click", () => this.#field.write(first));
    byId("download", HTMLButtonElement).addEventListener("click", () => {
      this.#saved = this.#field.text;
      download(this.#saved, this.#reading.text?.id ?? "");
    });
    addEventListener("beforeunload", (event) => {
      if (this.#field.text !== this.#saved) {
        event.preventDefault();
      }
    });
    takeFiles((text) => void this.#open(text));
    language.follow((translator) => {
      this.#translator = translator;
      this.#draw();
    });
    this.#saved = first;
    this.#field.start(first);
  }

  /** @param {Promise<string>} text */
  async #open(text) {
    try {
      this.#field.write(await text);
      say();
    } catch (error) {
      say(error, this.#translator);
    }
  }

  async #read() {
    const { text } = this.#field;
    const reading = await read(text);
    // There is a later one.
    if (text !== this.#field.text) {
      reading.desk?.close();
      return;
    }
    this.#reading = reading;
    if (reading.desk) {
      this.#desk?.close();
      this.#desk = reading.desk;
    }
    this.#draw();
  }

  #draw() {
    const [translator, desk, { findings, text }] = [this.#translator, this.#desk, this.#reading];
    if (!translator || !desk) {
      return;
    }
    showFindings(findings, (place) => this.#field.go(place), translator);
    this.#stale.hidden = this.#reading.desk === desk;
    byId("pictures", HTMLElement).classList.toggle("old", !this.#stale.hidden);
    for (const fieldset of /** @type {NodeListOf<HTMLFieldSetElement>} */ (document.querySelectorAll(".change"))) {
      fieldset.disabled = text === undefined;
    }
    if (this.#reading.desk) {
      const { policy } = desk;
      byId("incidents", HTMLElement).hidden = policy.incidents === undefined;
      if (policy.incidents) {
        showMatrix(desk, policy.incidents, translator);
        showTargets(policy, policy.incidents, translator);
      }
      this.#changes.show(policy, translator);
    }
    void this.#week();
  }

  async #week() {
    const [translator, desk, date] = [this.#translator, this.#desk, this.#date.value];
    if (!translator || !desk || !date || !this.#date.validity.valid) {
      return;
    }
    const weeks = await weeksOf(desk.policy, mondayOf(date));
    if (this.#desk === desk && this.#date.value === date && this.#translator === translator) {
      showWeeks(weeks, translator);
    }
  }

  /**
   * @param {Step[]} way
   * @param {unknown} value
   * @param {HTMLFormElement} form
   */
  async #write(way, value, form) {
    // What was typed a moment ago counts too.
    if (this.#reading.written !== this.#field.text) {
      await this.#read();
    }
    const { text } = this.#reading;
    const change = text && put(text, way, value);
    if (change) {
      this.#field.write(change.text);
      this.#field.mark(change);
    }
    document.querySelectorAll(".said").forEach((said) => said.replaceChildren());
    const line = change?.text.slice(0, change.start).split("\n").length;
    form.querySelector(".said")?.append(this.#translator?.text(change ? "change.done" : "change.no-place", { line }) ?? "");
  }
}

/**
 * Says what went wrong; nothing when nothing did.
 * @param {unknown} [error]
 * @param {Translator} [translator]
 */
function say(error, translator) {
  if (error !== undefined && !(error instanceof DeskrulesError)) {
    throw error;
  }
  const trouble = byId("trouble", HTMLElement);
  trouble.textContent = error ? (translator?.error(error) ?? error.message) : "";
  trouble.hidden = !error;
}

const language = new Language(["policy"]);
try {
  const [desk] = await Promise.all([load(), language.start()]);
  new Page(language, `${written(desk.policy)}\n`);
  desk.close();
} catch (error) {
  language.follow((translator) => say(error, translator));
}
