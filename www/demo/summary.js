import { periodInWords } from "../client/moments.js";
import { element, sentence } from "../elements/dom.js";
import { links, obligations, verdict } from "../elements/summary.js";
import { byId } from "./dom.js";
import { fieldOf, severityTag } from "./findings.js";

/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {NonNullable<CheckAnswer["nextWindow"]>} Window */

/** What a check answers, above the form: the verdict, links to the fields, obligations and the next window. */
export class Summary {
  #place = byId("summary", HTMLElement);
  #form;
  #take;

  /**
   * @param {HTMLFormElement} form
   * @param {(window: Window) => void} take - Called with the window that is offered.
   */
  constructor(form, take) {
    this.#form = form;
    this.#take = take;
  }

  /** Moves the focus here, so that the answer is read first. */
  focus() {
    this.#place.focus();
  }

  /**
   * @param {CheckAnswer} answer
   * @param {Translator} translator
   */
  show(answer, translator) {
    this.#fill(answer.accepted, verdict(answer, translator), [
      ...links(answer.findings, (path) => fieldOf(this.#form, path), severityTag, translator),
      ...this.#window(answer, translator),
      ...obligations(answer, translator, { id: "obligations" }),
    ]);
  }

  /**
   * @param {string} message
   * @param {Translator} translator
   */
  showError(message, translator) {
    this.#fill(false, translator.text("summary.unreadable"), [element("p", {}, ...sentence(message))]);
  }

  /**
   * @param {boolean} accepted
   * @param {string} title
   * @param {Node[]} nodes
   */
  #fill(accepted, title, nodes) {
    const mark = element("span", { class: "mark", "aria-hidden": "true" }, accepted ? "✓" : "✕");
    this.#place.className = `summary ${accepted ? "accepted" : "refused"}`;
    this.#place.replaceChildren(element("h2", { id: "summary-title" }, mark, " ", title), ...nodes);
    this.#place.hidden = false;
  }

  /**
   * @param {CheckAnswer} answer
   * @param {Translator} translator
   */
  #window({ window, nextWindow }, translator) {
    if (!nextWindow) {
      return [element("p", {}, translator.text("check.no-window"))];
    }
    if (JSON.stringify(window) === JSON.stringify(nextWindow)) {
      return [];
    }
    const words = periodInWords(nextWindow.start, nextWindow.end, translator.language, translator.timeZone);
    const button = element("button", { type: "button", id: "take-window" }, translator.text("check.take"));
    button.addEventListener("click", () => this.#take(nextWindow));
    return [element("p", { class: "offer" }, element("span", {}, translator.text("check.window", { window: words })), " ", button)];
  }
}
