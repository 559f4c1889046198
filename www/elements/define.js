import { reserve } from "./style.js";

/**
 * Defines an element, unless there is one of that name.
 * @param {string} name
 * @param {CustomElementConstructor} type
 */
export function define(name, type) {
  reserve();
  if (!customElements.get(name)) {
    customElements.define(name, type);
  }
}
