import { durationInWords } from "../client/moments.js";
import { DeskrulesError } from "../client/web.js";
import { seconds } from "../elements/times.js";
import { now } from "./clock.js";
import { byId } from "./dom.js";
import { showAtFields } from "./findings.js";
import { readRequest } from "./request.js";
import { Summary } from "./summary.js";

/** @typedef {import("../client/index.js").Desk} Desk */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("./language.js").Language} Language */

/** The form of a patch request: checked at the button, and from then on as it is filled in. */
export class Patch {
  #form = byId("request", HTMLFormElement);
  #start = byId("window.start", HTMLInputElement);
  #end = byId("window.end", HTMLInputElement);
  #summary = new Summary(this.#form, ({ start, end }) => this.#takeWindow(start, end));
  #desk;
  #timeZone;
  /** @type {Translator | undefined} */
  #translator;
  #checked = false;

  /**
   * @param {Desk} desk
   * @param {string} timeZone
   * @param {Language} language
   */
  constructor(desk, timeZone, language) {
    this.#desk = desk;
    this.#timeZone = timeZone;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#checked = true;
      this.#check();
      this.#summary.focus();
    });
    this.#form.addEventListener("input", () => this.#check());
    byId("check", HTMLButtonElement).disabled = false;
    language.follow((translator) => this.#draw(translator));
  }

  /** @param {Translator} translator */
  #draw(translator) {
    this.#translator = translator;
    const most = durationInWords(seconds(this.#desk.policy.patches?.maxDuration ?? ""), translator.language);
    byId("window-hint", HTMLElement).textContent = translator.text("window.hint", { most, zone: this.#timeZone });
    this.#check();
  }

  #check() {
    const translator = this.#translator;
    if (!this.#checked || !translator) {
      return;
    }
    try {
      const answer = this.#desk.checkPatch(readRequest(this.#form, this.#timeZone), { now: now() });
      showAtFields(this.#form, answer.findings, translator);
      this.#summary.show(answer, translator);
    } catch (error) {
      if (!(error instanceof DeskrulesError)) {
        throw error;
      }
      const { code, path } = error;
      const message = translator.error(error);
      showAtFields(this.#form, [{ code, severity: "error", path, message, help: "", params: {} }], translator);
      this.#summary.showError(message, translator);
    }
  }

  /**
   * Fills in a window, in the zone that the form's times are in.
   * @param {string} start - RFC 3339 text in that zone.
   * @param {string} end - RFC 3339 text in that zone.
   */
  #takeWindow(start, end) {
    this.#start.value = start.slice(0, 16);
    this.#end.value = end.slice(0, 16);
    this.#check();
    // The button is gone.
    this.#start.focus();
  }
}
