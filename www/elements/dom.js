/**
 * Makes an element. Text is set as text, never as markup.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * Makes an element of a picture.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function shape(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/**
 * @template {Element} T
 * @param {T} made
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 */
function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/**
 * Returns a message as a sentence starts, with `code` for what stands between backticks.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function sentence(text) {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return start.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
}

/**
 * Sets an attribute, or removes it.
 * @param {Element} on
 * @param {string} attribute
 * @param {string} value - Empty to remove it.
 */
export function set(on, attribute, value) {
  if (!value) {
    on.removeAttribute(attribute);
  } else if (on.getAttribute(attribute) !== value) {
    on.setAttribute(attribute, value);
  }
}
