import { periodInWords } from "../client/moments.js";
import { element, sentence } from "./dom.js";
import { SEVERITY_STYLE, severityTag } from "./messages.js";
import { fieldAt } from "./paths.js";
import { zoneNote } from "./times.js";

/** @typedef {import("../client/index.js").CheckAnswer} CheckAnswer */
/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("./fields.js").Field} Field */
/** @typedef {NonNullable<CheckAnswer["nextWindow"]>} Window */

const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);

export const SUMMARY_STYLE = `${SEVERITY_STYLE}
.summary { margin-block-end: 1rem; border-inline-start-width: 0.3rem; }
.summary.refused { border-inline-start-color: var(--error); }
.summary.accepted { border-inline-start-color: var(--good); }
.summary.refused h2 .mark { color: var(--error); }
.summary.accepted h2 .mark { color: var(--good); }
h2 { font-size: 1.1em; line-height: 1.3; }
h3 { font-size: 0.95em; }
.links { display: grid; gap: 0.25rem; }
.links li { padding-block: 0.15rem; }
.links a { display: inline-block; min-block-size: 1.5rem; }
.offer { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.9rem; }
.obligations { display: grid; gap: 0.25rem; padding-inline-start: 1.1rem; list-style: disc; }
`;

/** What a check answers, above the form: the verdict, links to the fields, obligations and the next window. */
export class Summary {
  /** What is shown. */
  node = element("div", { class: "panel summary", part: "summary", role: "group", "aria-labelledby": "title", tabindex: "-1" });
  #take;
  /** What is drawn, and the fields that its links go to. */
  #drawn = "";
  /** @type {Field[]} */
  #fields = [];

  /** @param {(window: Window) => void} take - Called with the window that is offered. */
  constructor(take) {
    this.#take = take;
    this.node.hidden = true;
  }

  /** The verdict, in a line. */
  get title() {
    return this.node.querySelector("h2")?.textContent ?? "";
  }

  /** Moves the focus here, so that the answer is read first. */
  focus() {
    this.node.focus();
  }

  /**
   * @param {CheckAnswer} answer
   * @param {Map<string, Field>} fields
   * @param {Translator} translator
   */
  show(answer, fields, translator) {
    this.node.hidden = false;
    const drawn = JSON.stringify([answer, translator.language]);
    const linked = [...fields.values()];
    if (drawn === this.#drawn && linked.length === this.#fields.length && linked.every((field, i) => field === this.#fields[i])) {
      // Who leaves a field by pressing a button here still finds that button when they let go.
      return;
    }
    this.#drawn = drawn;
    this.#fields = linked;
    this.#fill(answer.accepted, verdict(answer, translator), [
      ...links(answer.findings, (path) => fieldAt(fields, path), severityTag, translator),
      ...this.#window(answer, fields, translator),
      ...obligations(answer, translator),
    ]);
  }

  /**
   * @param {boolean} isAccepted
   * @param {string} title
   * @param {Node[]} nodes
   */
  #fill(isAccepted, title, nodes) {
    const mark = element("span", { class: "mark", "aria-hidden": "true" }, isAccepted ? "✓" : "✕");
    this.node.className = `panel summary ${isAccepted ? "accepted" : "refused"}`;
    this.node.replaceChildren(element("h2", { id: "title" }, mark, " ", title), ...nodes);
  }

  /**
   * @param {CheckAnswer} answer
   * @param {Map<string, Field>} fields
   * @param {Translator} translator
   */
  #window({ window, nextWindow }, fields, translator) {
    if (!nextWindow) {
      return [element("p", {}, translator.text("check.no-window"))];
    }
    if (JSON.stringify(window) === JSON.stringify(nextWindow)) {
      return [];
    }
    const words = periodInWords(nextWindow.start, nextWindow.end, translator.language, translator.timeZone);
    const offer = element("p", { class: "offer" }, element("span", {}, translator.text("check.window", { window: words })));
    if (fields.has("window.start") && fields.has("window.end")) {
      const button = element("button", { type: "button", part: "take" }, translator.text("check.take"));
      button.addEventListener("click", () => this.#take(nextWindow));
      offer.append(" ", button);
    }
    return [offer, ...zoneNote([{ due: nextWindow.start }], translator)];
  }
}

/**
 * Returns the findings as a list, each with a link to its field.
 * @param {Finding[]} findings
 * @param {(path: string) => Field | undefined} fieldOf
 * @param {(severity: Finding["severity"], translator: Translator) => HTMLElement} tag - The mark and the word of a severity.
 * @param {Translator} translator
 */
export function links(findings, fieldOf, tag, translator) {
  const items = findings.map((finding) => {
    const words = sentence(translator.finding(finding).message);
    const field = fieldOf(finding.path);
    const missing = finding.severity === "error" && !field ? [" ", element("span", { class: "note" }, translator.text("check.no-field"))] : [];
    return element("li", {}, tag(finding.severity, translator), " ", ...(field ? [link(field, words)] : words), ...missing);
  });
  return items.length > 0 ? [element("ul", { class: "links" }, ...items)] : [];
}

/**
 * Returns in a line whether a request is complete.
 * @param {CheckAnswer} answer
 * @param {Translator} translator
 */
export function verdict({ accepted, findings }, translator) {
  if (accepted) {
    return translator.text("check.accepted");
  }
  const counts = SEVERITIES.map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }));
  const words = counts.filter(({ count }) => count > 0).map(({ severity, count }) => translator.count(`count.${severity}`, count));
  return translator.text("check.refused", { counts: words.join(", ") });
}

/**
 * Returns what comes with a request when it is carried out.
 * @param {CheckAnswer} answer
 * @param {Translator} translator
 * @param {Record<string, string>} [attributes] - Of the list.
 */
export function obligations({ obligations }, translator, attributes = { class: "obligations" }) {
  if (obligations.length === 0) {
    return [];
  }
  const items = obligations.map(({ text }) => element("li", {}, translator.name(text)));
  return [element("h3", {}, translator.text("check.obligations")), element("ul", attributes, ...items)];
}

/**
 * @param {Field} field
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
