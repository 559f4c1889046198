// Messages at the fields of somebody else's form: beside them, in the page itself, so that assistive technology ties them together.
import { element, sentence, set } from "./dom.js";
import { groupOf } from "./fields.js";
import { fieldAt } from "./paths.js";
import { adoptOnPage } from "./style.js";

/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("./fields.js").Field} Field */

/** Marks beside the word, so that colour is never alone. */
const MARKS = { error: "✕", warning: "!", info: "i" };

export const SEVERITY_STYLE = `
.deskrules-severity { font-weight: 600; white-space: nowrap; }
.deskrules-severity.error { color: light-dark(#a4161a, #ff9d96); }
.deskrules-severity.warning { color: light-dark(#7a4a00, #f2c069); }
.deskrules-severity.info { color: light-dark(#14508c, #8cc0f2); }
`;
const STYLE = `${SEVERITY_STYLE}
.deskrules-findings {
  list-style: none;
  margin: 0.3rem 0 0.5rem;
  padding: 0.3rem 0.6rem;
  border-inline-start: 0.2rem solid light-dark(#a4161a, #ff9d96);
  background: Canvas;
  color: CanvasText;
  font-size: 0.9em;
  font-weight: 400;
  line-height: 1.4;
  text-align: start;
}
.deskrules-findings.soft { border-color: light-dark(#7a4a00, #f2c069); }
.deskrules-findings li { margin: 0; padding: 0; }
.deskrules-findings .help { display: block; color: color-mix(in srgb, CanvasText 72%, Canvas); }
`;

let last = 0;

/** The messages of one form. */
export class Messages {
  /** @type {Map<Field, HTMLUListElement>} */
  #lists = new Map();

  /**
   * Puts every finding at its own field, in place of those that were there.
   * @param {Map<string, Field>} fields
   * @param {Finding[]} findings
   * @param {Translator} translator
   */
  show(fields, findings, translator) {
    for (const field of new Set([...fields.values(), ...this.#lists.keys()])) {
      this.#at(field, findings.filter(({ path }) => fieldAt(fields, path) === field), translator);
    }
  }

  /** Takes all of them away. */
  clear() {
    for (const field of [...this.#lists.keys()]) {
      this.#at(field, []);
    }
  }

  /**
   * @param {Field} field
   * @param {Finding[]} findings
   * @param {Translator} [translator]
   */
  #at(field, findings, translator) {
    const list = this.#lists.get(field);
    if (findings.length === 0 || !translator) {
      if (list) {
        list.remove();
        this.#lists.delete(field);
        mark(field, list.id, "", false);
      }
      return;
    }
    const errors = findings.filter(({ severity }) => severity === "error");
    const shown = list ?? this.#place(field);
    shown.className = `deskrules-findings${errors.length > 0 ? "" : " soft"}`;
    // Only when it is another one: a language that changes is looked after.
    set(shown, "lang", translator.language);
    shown.replaceChildren(...findings.map((finding) => item(finding, translator)));
    mark(field, shown.id, errors.map((finding) => translator.finding(finding).message).join("; "), true);
  }

  /** @param {Field} field */
  #place(field) {
    last += 1;
    const list = element("ul", { id: `deskrules-findings-${last}` });
    const end = groupOf(field).at(-1) ?? field;
    // Not into the label: it would become part of the field's name.
    (end.closest("label") ?? end).after(list);
    adoptOnPage(/** @type {Document | ShadowRoot} */ (field.getRootNode()), STYLE);
    this.#lists.set(field, list);
    return list;
  }
}

/**
 * Returns the mark and the word of a severity.
 * @param {Finding["severity"]} severity
 * @param {Translator} translator
 * @returns {HTMLElement}
 */
export function severityTag(severity, translator) {
  const mark = element("span", { "aria-hidden": "true" }, MARKS[severity]);
  return element("strong", { class: `deskrules-severity ${severity}` }, mark, " ", ...sentence(translator.text(`severity.${severity}`)));
}

/**
 * @param {Finding} finding
 * @param {Translator} translator
 */
function item(finding, translator) {
  const { message, help } = translator.finding(finding);
  const words = [severityTag(finding.severity, translator), " ", ...sentence(message)];
  return element("li", {}, ...words, ...(help ? [element("span", { class: "help" }, ...sentence(help))] : []));
}

/**
 * @param {Field} field
 * @param {string} id - Of its messages.
 * @param {string} error - Empty when none of them is an error.
 * @param {boolean} isDescribed
 */
function mark(field, id, error, isDescribed) {
  field.setCustomValidity(error);
  set(field, "aria-invalid", error ? "true" : "");
  const others = (field.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((name) => name && name !== id);
  set(field, "aria-describedby", [...others, ...(isDescribed ? [id] : [])].join(" "));
}
