// What is known of one helpdesk platform: where its fields are, how its values map, how its tickets are read.

/**
 * Where the fields of a form are, each by a selector, a pattern of its name, or the text of its label.
 * @typedef {{ form?: string, impact?: string, urgency?: string, priority?: string, subject?: string, body?: string, place?: string, class?: string }} Fields -
 *   `place` is a selector: the widget stands before that element; `class` is what gives the desk's own rows their space.
 */
/** @typedef {{ impact?: Record<string, string>, urgency?: Record<string, string>, priority?: Record<string, string> }} Values - The desk's value by the policy's id. */
/** @typedef {import("../client/desk.js").Ticket} Ticket */
/** @typedef {import("../desks/get.js").Get} Get */
/**
 * @typedef {object} DeskModule
 * @property {(page: Document) => "form" | "ticket" | "list" | undefined} match - What kind of page of this desk it is.
 * @property {Fields | ((page: Document) => Fields)} fields
 * @property {Values | ((page: Document) => Values)} values
 * @property {(page: Document) => string | undefined} [queue] - The name of the queue that the page's form is for.
 * @property {string | ((page: Document) => Element | undefined)} [clocks] - On the page of a ticket, what its clocks stand before: a selector, or that element.
 * @property {(page: Document) => Map<string, Element>} [rows] - The rows of a list, by the id of the ticket.
 * @property {string} [chip] - Within a row, a selector of what the ticket's clock stands in; its first cell when left out.
 * @property {(page: Document, get?: Get) => Promise<Ticket | undefined>} readTicket - The ticket of the page.
 * @property {(page: Document, get?: Get) => AsyncIterable<Ticket[]>} readList - The tickets of a list, a page of them at a time.
 */

/**
 * Loads what is known of a desk.
 * @param {string} name - Of a file in `desks/`.
 * @returns {Promise<DeskModule | undefined>}
 */
export async function deskOf(name) {
  if (!name) {
    return undefined;
  }
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new TypeError(`a desk is named by small letters, not \`${name}\``);
  }
  const { href } = new URL(`../desks/${name}.js`, import.meta.url);
  /** @type {DeskModule} */
  let desk;
  try {
    // Bundlers are told that this is none of theirs: which file it is, the page says.
    desk = await import(/* webpackIgnore: true */ /* @vite-ignore */ href);
  } catch (cause) {
    throw new TypeError(`there is no desk \`${name}\`: ${href} does not load`, { cause });
  }
  if (typeof desk.match !== "function") {
    throw new TypeError(`there is no desk \`${name}\`: ${href} has no \`match\``);
  }
  return desk;
}

/**
 * @template T
 * @param {T | ((page: Document) => T) | undefined} said
 * @returns {T | undefined}
 */
export function ofPage(said) {
  return typeof said === "function" ? /** @type {(page: Document) => T} */ (said)(document) : said;
}
