// Looks at pages of any make: what is not there, or is no selector, finds nothing.

/** An instant of RFC 3339, or of HTML, which lets seconds and the colon of the offset be left out. */
const INSTANT = /\b(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(\.\d{1,3})?\d*)? ?(?:([Zz])|([+-]\d\d):?(\d\d))(?!\d)/;

/**
 * Says whether a text is a selector.
 * @param {string} text
 */
export function isSelector(text) {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the first element in the first place that has one. The place itself may be it.
 * @param {ParentNode[]} places
 * @param {string} [selector]
 * @returns {Element | undefined}
 */
export function first(places, selector) {
  return places.map((place) => (place instanceof Element && matches(place, selector) ? place : find(place, selector))).find((found) => found);
}

/**
 * @param {Element} element
 * @param {string} [selector]
 */
function matches(element, selector) {
  try {
    return Boolean(selector) && element.matches(selector ?? "");
  } catch {
    return false;
  }
}

/**
 * @param {ParentNode} place
 * @param {string} [selector]
 */
export function find(place, selector) {
  return all(place, selector)[0];
}

/**
 * Returns all that a selector finds: nothing when it is none, nor in a form whose fields have the names of what is asked of it.
 * @param {ParentNode} place
 * @param {string} [selector]
 * @returns {Element[]}
 */
export function all(place, selector) {
  try {
    return selector ? [...place.querySelectorAll(selector)] : [];
  } catch {
    return [];
  }
}

/**
 * Returns what people read in an element: its text, or what a field of a form holds.
 * @param {Element | undefined} element
 */
export function textOf(element) {
  if (element instanceof HTMLSelectElement) {
    return plain(element.selectedOptions[0]?.text ?? "");
  }
  return plain(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : String(element?.textContent ?? ""));
}

/**
 * Returns an instant that an element has: as `datetime` of its own or of the first within, else as text. One without an offset is none.
 * @param {Element | undefined} element
 */
export function instantOf(element) {
  const holder = element && matches(element, "[datetime]") ? element : element && find(element, "[datetime]");
  const [, day, minute, second = "00", fraction = "", zulu, hours, minutes] = INSTANT.exec(holder?.getAttribute("datetime") ?? textOf(element)) ?? [];
  const instant = `${day}T${minute}:${second}${fraction}${zulu ? "Z" : `${hours}:${minutes}`}`;
  return day && !Number.isNaN(Date.parse(instant)) ? instant : undefined;
}

/** @param {string} text */
export function plain(text) {
  return text.replace(/\s+/g, " ").trim();
}
