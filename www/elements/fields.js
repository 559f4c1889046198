// Fields of a form that somebody else wrote: found by a selector, by a pattern of their name, or by the text of their label.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

const FIELDS = "input, select, textarea";
/** What may hold the text that people read as the label of a field. */
const LABELS = "label, legend, th, td, dt, [class*='label' i], b, strong, span, p, div";

/**
 * Returns the form that an element belongs to: the one named, the one around it, or the only one.
 * @param {Element} element
 * @param {string} selector
 * @returns {HTMLFormElement | undefined}
 */
export function formOf(element, selector) {
  if (selector) {
    const found = query(document, selector)[0];
    return found instanceof HTMLFormElement ? found : undefined;
  }
  const forms = [...document.querySelectorAll("form")];
  return element.closest("form") ?? (forms.length === 1 ? forms[0] : undefined);
}

/**
 * Returns the field of a form by a selector, by a pattern of its name like `Object-*-Values`, or by the text of its label.
 * @param {HTMLFormElement} form
 * @param {string} what
 * @returns {Field | undefined}
 */
export function findField(form, what) {
  return bySelector(form, what) ?? byName(form, what) ?? byLabel(form, what);
}

/**
 * Returns the fields of a form, those elsewhere on the page that name it included.
 * @param {HTMLFormElement} form
 * @returns {Field[]}
 */
export function fieldsOf(form) {
  // Not `form.elements`: a field of that name would stand in its place.
  const all = /** @type {Field[]} */ ([...document.querySelectorAll(FIELDS)]);
  return all.filter((field) => field.form === form || form.contains(field));
}

/**
 * Returns the radio buttons that a field is one of, or the field alone.
 * @param {Field} field
 * @returns {Field[]}
 */
export function groupOf(field) {
  if (!(field instanceof HTMLInputElement) || field.type !== "radio" || !field.name) {
    return [field];
  }
  const same = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[type=radio]"));
  return [...same].filter(({ name, form }) => name === field.name && form === field.form);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} selector
 */
function bySelector(form, selector) {
  const fields = fieldsOf(form);
  for (const found of query(document, selector)) {
    const field = fields.find((candidate) => found === candidate) ?? fields.find((candidate) => form.contains(found) && found.contains(candidate));
    if (field) {
      return field;
    }
  }
  return undefined;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} pattern
 */
function byName(form, pattern) {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`);
  return fieldsOf(form).find(({ name }) => name && expression.test(name));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} text
 */
function byLabel(form, text) {
  const wanted = bare(text);
  const fields = fieldsOf(form);
  const labelled = fields.find((field) => bare(field.getAttribute("aria-label") ?? "") === wanted);
  if (labelled || !wanted) {
    return labelled;
  }
  // The innermost first: what stands around a label and nothing else has the same text.
  const labels = [...form.querySelectorAll(LABELS)].filter((label) => bare(textOf(label)) === wanted).reverse();
  for (const label of labels) {
    const own = label instanceof HTMLLabelElement ? label.control : undefined;
    const field = fields.find((candidate) => candidate === own) ?? fields.find((candidate) => follows(label, candidate));
    if (field) {
      return field;
    }
  }
  return undefined;
}

/**
 * @param {Element} label
 * @param {Field} field
 */
function follows(label, field) {
  const isHidden = field instanceof HTMLInputElement && field.type === "hidden";
  return !isHidden && (label.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * Returns the text of a label that may stand around its field, without that of the field's options.
 * @param {Element} label
 */
function textOf(label) {
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
    parentElement?.closest("select, textarea, datalist") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let text = "";
  while (walker.nextNode()) {
    text += walker.currentNode.nodeValue;
  }
  return text;
}

/**
 * Returns a label's text without what desks put around it.
 * @param {string} text
 */
function bare(text) {
  return text.replace(/\s+/g, " ").replace(/[\s:*]+$/, "").trim().toLowerCase();
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 */
function query(within, selector) {
  try {
    return [...within.querySelectorAll(selector)];
  } catch {
    // It is no selector: a pattern or a label.
    return [];
  }
}
