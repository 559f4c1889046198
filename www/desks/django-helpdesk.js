// django-helpdesk: the form that creates a ticket, for staff and for everybody; its tickets by REST, for staff.
import { get as ask } from "./get.js";

/** @typedef {import("../elements/desks.js").Fields} Fields */
/** @typedef {import("../elements/desks.js").Ticket} Ticket */
/** @typedef {import("./get.js").Get} Get */
/** @typedef {{ id: number, date: string, title: string, user: number | null, comment: string | null, public: boolean, new_status: number | null }} FollowUp */
/** @typedef {{ id: number, priority: number, followup_set: FollowUp[], custom_impact?: string, custom_urgency?: string }} Stored */

/** A form to save a query has a title, too. */
const FORM = "form:has(#id_title):has(#id_queue)";
const CUSTOM = { impact: "#id_custom_impact", urgency: "#id_custom_urgency" };
/** The states that come with django-helpdesk. */
const EVENTS = /** @type {const} */ ({ 2: "reopened", 3: "resolved", 4: "resolved", 5: "resolved" });
/** What the history calls it, which has no other sign of it: in English, and in the languages that django-helpdesk is not translated to. */
const HOLDS = /** @type {const} */ ({ "Ticket placed on hold": "paused", "Ticket taken off hold": "resumed" });

/** How many are asked for at a time. */
const PAGE = 100;

export const values = { priority: { P1: "1", P2: "2", P3: "3", P4: "4" } };

/**
 * Says what kind of page this is. That of a ticket that is edited is none: its times do not begin now.
 * @param {Document} page
 */
export function match(page) {
  if (page.querySelector(FORM)) {
    return numberOf(page) ? undefined : "form";
  }
  return numberOf(page) ? "ticket" : page.querySelector("#ticketTable") ? "list" : undefined;
}

/**
 * Returns where the fields are. Impact and urgency are custom fields, which not every site has.
 * @param {Document} page
 * @returns {Fields}
 */
export function fields(page) {
  const custom = Object.entries(CUSTOM).filter(([, selector]) => page.querySelector(selector));
  const place = custom.length > 0 ? `${FORM} > :has(${CUSTOM.urgency}) + *` : `${FORM} [type=submit]`;
  return { form: FORM, ...Object.fromEntries(custom), priority: "#id_priority", subject: "#id_title", body: "#id_body", place, class: "mb-3" };
}

/**
 * Returns the name of the queue that is chosen.
 * @param {Document} page
 */
export function queue(page) {
  return page.querySelector("#id_queue option:checked")?.textContent?.trim();
}

/** What the clocks of a ticket stand before. */
export const clocks = "#content-wrapper .card-body > .row";

/** What the clock of a row stands in. */
export const chip = ".tickettitle";

/**
 * Returns the rows of the list that are shown, by the number of the ticket.
 * @param {Document} page
 */
export function rows(page) {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll("#ticketTable [name=ticket_id]"));
  return new Map([...boxes].flatMap((box) => (box.closest("tr") ? [[box.value, /** @type {Element} */ (box.closest("tr"))]] : [])));
}

/**
 * Returns the ticket of the page; undefined for those who may not ask for it.
 * @param {Document} page
 * @param {Get} [get]
 * @returns {Promise<Ticket | undefined>}
 */
export async function readTicket(page, get = ask) {
  const stored = await get(new URL(`${rootOf(page)}api/tickets/${numberOf(page)}/`, page.URL));
  return stored && ticketOf(stored);
}

/**
 * Returns the tickets of the desk, 100 at a time: after the first page from the last one on, since a list begins with the newest.
 * @param {Document} page
 * @param {Get} [get]
 * @returns {AsyncIterable<Ticket[]>}
 */
export async function* readList(page, get = ask) {
  const read = (/** @type {number} */ number) => get(new URL(`${rootOf(page)}api/tickets/?page_size=${PAGE}&page=${number}`, page.URL));
  const tickets = (/** @type {{ results: Stored[] } | undefined} */ answer) => (answer?.results ?? []).flatMap((stored) => ticketOf(stored) ?? []);
  const first = await read(1);
  yield tickets(first);
  for (let number = Math.ceil((first?.count ?? 0) / PAGE); number > 1; number--) {
    yield tickets(await read(number));
  }
}

/**
 * Returns a ticket of ours.
 * @param {Stored} stored
 * @returns {Ticket | undefined}
 */
function ticketOf({ id, priority, followup_set, custom_impact: impact, custom_urgency: urgency }) {
  const [opened, ...history] = followup_set.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date));
  const known = Object.entries(values.priority).find(([, value]) => value === `${priority}`)?.[0];
  const level = known ? { priority: known } : impact && urgency ? { impact, urgency } : undefined;
  const answer = history.find(({ public: isPublic, user, comment }) => isPublic && user !== null && comment);
  const events = history.flatMap(({ date, title, new_status: status }) => {
    const type = EVENTS[/** @type {keyof typeof EVENTS} */ (status)] ?? HOLDS[/** @type {keyof typeof HOLDS} */ (title)];
    return type ? [{ at: date, type }] : [];
  });
  const responded = answer ? [{ at: answer.date, type: /** @type {const} */ ("responded") }] : [];
  return opened && level && { id: `${id}`, reportedAt: opened.date, ...level, events: [...responded, ...events] };
}

/**
 * Returns the number of the page's ticket.
 * @param {Document} page
 */
function numberOf({ URL: url }) {
  return /\/tickets\/(\d+)\//.exec(new URL(url).pathname)?.[1];
}

/**
 * Returns the address of the helpdesk, which need not be at the root of its site.
 * @param {Document} page
 */
function rootOf(page) {
  return page.querySelector(".navbar-brand")?.getAttribute("href")?.replace(/\/?$/, "/") ?? "/";
}
