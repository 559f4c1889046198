import { element, sentence } from "../elements/dom.js";

/** @typedef {import("../client/index.js").Finding} Finding */
/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** Marks beside the word, so that colour is never alone. */
const MARKS = { error: "✕", warning: "!", info: "i" };

/**
 * Returns the mark and the word of a severity.
 * @param {Finding["severity"]} severity
 * @param {Translator} translator
 * @returns {HTMLElement}
 */
export function severityTag(severity, translator) {
  const mark = element("span", { class: "mark", "aria-hidden": "true" }, MARKS[severity]);
  return element("strong", { class: `severity ${severity}` }, mark, " ", ...sentence(translator.text(`severity.${severity}`)));
}

/**
 * Returns the field of a form that a finding is about: that of its path, or of the nearest one above or below it.
 * @param {HTMLFormElement} form - Its fields are named by paths.
 * @param {string} path
 * @returns {Field | undefined}
 */
export function fieldOf(form, path) {
  const bare = path.replace(/\[\d+\]/g, "");
  const all = fields(form);
  const near = (/** @type {Field} */ { name }) => name.startsWith(`${bare}.`) || bare.startsWith(`${name}.`);
  return all.find(({ name }) => name === bare) ?? (bare ? all.find(near) : undefined);
}

/**
 * Puts every finding at its own field, in place of those that were there.
 * @param {HTMLFormElement} form
 * @param {Finding[]} findings
 * @param {Translator} translator
 */
export function showAtFields(form, findings, translator) {
  for (const field of fields(form)) {
    const here = findings.filter(({ path }) => fieldOf(form, path) === field);
    const id = `${field.name}-findings`;
    document.getElementById(id)?.remove();
    const described = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((name) => name && name !== id);
    if (here.length > 0) {
      described.push(id);
      field.closest(".field")?.append(element("ul", { id, class: "findings" }, ...here.map((finding) => item(finding, translator))));
    }
    set(field, "aria-describedby", described.join(" "));
    set(field, "aria-invalid", here.some(({ severity }) => severity === "error") ? "true" : "");
  }
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
 * @param {HTMLFormElement} form
 * @returns {Field[]}
 */
function fields(form) {
  const candidates = /** @type {Field[]} */ ([...form.querySelectorAll("input, select, textarea")]);
  return candidates.filter(({ name, type }) => name && type !== "radio");
}

/**
 * @param {Element} field
 * @param {string} attribute
 * @param {string} value - Empty to remove it.
 */
function set(field, attribute, value) {
  if (value) {
    field.setAttribute(attribute, value);
  } else {
    field.removeAttribute(attribute);
  }
}
