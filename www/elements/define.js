/**
 * Defines an element, unless there is one of that name.
 * @param {string} name
 * @param {CustomElementConstructor} type
 */
export function define(name, type) {
  if (!customElements.get(name)) {
    customElements.define(name, type);
  }
}
