/**
 * Returns the element with that id; a page without it is broken.
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) {
    throw new TypeError(`the page has no ${type.name} with the id ${id}`);
  }
  return found;
}

/**
 * Makes an element. Text is set as text, never as markup.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
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
