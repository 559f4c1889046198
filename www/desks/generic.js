// Any form: where its fields are is said by the attributes of the script tag, or of the elements themselves.

/** @typedef {import("../elements/desks.js").Ticket} Ticket */

/** Holds a ticket as JSON. */
const TICKET = "data-deskrules-ticket";

/** @type {import("../elements/desks.js").Fields} */
export const fields = { place: "[data-deskrules-place]" };

/** @type {import("../elements/desks.js").Values} */
export const values = {};

/**
 * Says what kind of page this is: one with a form, with a ticket, or with several.
 * @param {Document} page
 */
export function match(page) {
  const tickets = page.querySelectorAll(`[${TICKET}]`).length;
  if (tickets > 0) {
    return tickets === 1 ? "ticket" : "list";
  }
  return page.querySelector("form") ? "form" : undefined;
}

/**
 * Returns the ticket of the page: the first that an element holds in `data-deskrules-ticket`.
 * @param {Document} page
 * @returns {Promise<Ticket | undefined>}
 */
export async function readTicket(page) {
  return tickets(page)[0];
}

/**
 * Returns the tickets of the page; all are on it.
 * @param {Document} page
 * @returns {AsyncIterable<Ticket[]>}
 */
export async function* readList(page) {
  yield tickets(page);
}

/**
 * @param {Document} page
 * @returns {Ticket[]}
 */
function tickets(page) {
  return [...page.querySelectorAll(`[${TICKET}]`)].flatMap((holder) => {
    try {
      return [JSON.parse(holder.getAttribute(TICKET) ?? "")];
    } catch {
      // What cannot be read is no ticket; the page goes on.
      return [];
    }
  });
}
