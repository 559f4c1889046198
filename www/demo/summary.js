import { periodInWords } from "../client/moments.js";
import { element, sentence } from "../elements/dom.js";
import { byId } from "./dom.js";
import { fieldOf, severityTag } from "./findings.js";

/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {NonNullable<CheckAnswer["nextWindow"]>} Window */

const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);

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
      ...this.#links(answer.findings, translator),
      ...this.#window(answer, translator),
      ...obligations(answer, translator),
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
   * @param {Finding[]} findings
   * @param {Translator} translator
   */
  #links(findings, translator) {
    const items = findings.map((finding) => {
      const words = sentence(translator.finding(finding).message);
      const field = fieldOf(this.#form, finding.path);
      return element("li", {}, severityTag(finding.severity, translator), " ", ...(field ? [link(field, words)] : words));
    });
    return items.length > 0 ? [element("ul", { class: "links" }, ...items)] : [];
  }

  /**
   * @param {CheckAnswer} answer
   * @param {Translator} translator
   */
  #window({ window, nextWindow }, translator) {
    if (!nextWindow) {
      return [element("p", {}, translator.text("summary.no-window"))];
    }
    if (JSON.stringify(window) === JSON.stringify(nextWindow)) {
      return [];
    }
    const words = periodInWords(nextWindow.start, nextWindow.end, translator.language, translator.timeZone);
    const button = element("button", { type: "button", id: "take-window" }, translator.text("summary.take"));
    button.addEventListener("click", () => this.#take(nextWindow));
    return [element("p", { class: "offer" }, element("span", {}, translator.text("summary.window", { window: words })), " ", button)];
  }
}

/**
 * @param {CheckAnswer} answer
 * @param {Translator} translator
 */
function verdict({ accepted, findings }, translator) {
  if (accepted) {
    return translator.text("summary.accepted");
  }
  const counts = SEVERITIES.map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }));
  const words = counts.filter(({ count }) => count > 0).map(({ severity, count }) => translator.count(`count.${severity}`, count));
  return translator.text("summary.refused", { counts: words.join(", ") });
}

/**
 * @param {CheckAnswer} answer
 * @param {Translator} translator
 */
function obligations({ obligations }, translator) {
  if (obligations.length === 0) {
    return [];
  }
  const items = obligations.map(({ text }) => element("li", {}, translator.name(text)));
  return [element("h3", {}, translator.text("summary.obligations")), element("ul", { id: "obligations" }, ...items)];
}

/**
 * @param {HTMLElement} field
 * @param {(Node | string)[]} words
 */
function link(field, words) {
  const made = element("a", { href: `#${field.id}` }, ...words);
  made.addEventListener("click", (event) => {
    event.preventDefault();
    field.focus();
  });
  return made;
}
