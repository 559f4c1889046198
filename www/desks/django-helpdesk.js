// django-helpdesk: the form that creates a ticket, for staff and for everybody; its tickets by REST, for staff.

/** @typedef {import("../elements/desks.js").Fields} Fields */
/** @typedef {import("../elements/desks.js").Ticket} Ticket */
/** @typedef {{ id: number, date: string, user: number | null, comment: string | null, public: boolean, new_status: number | null }} FollowUp */
/** @typedef {{ id: number, priority: number, followup_set: FollowUp[], custom_impact?: string, custom_urgency?: string }} Stored */

/** A form to save a query has a title, too. */
const FORM = "form:has(#id_title):has(#id_queue)";
const CUSTOM = { impact: "#id_custom_impact", urgency: "#id_custom_urgency" };
/** The states that come with django-helpdesk. */
const EVENTS = /** @type {const} */ ({ 2: "reopened", 3: "resolved", 4: "resolved", 5: "resolved" });

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
  return { form: FORM, ...Object.fromEntries(custom), priority: "#id_priority", place, class: "mb-3" };
}

/**
 * Returns the name of the queue that is chosen.
 * @param {Document} page
 */
export function queue(page) {
  return page.querySelector("#id_queue option:checked")?.textContent?.trim();
}

/**
 * Returns the ticket of the page; undefined for those who may not ask for it.
 * @param {Document} page
 * @returns {Promise<Ticket | undefined>}
 */
export async function readTicket(page) {
  const stored = await get(`${rootOf(page)}api/tickets/${numberOf(page)}/`);
  return stored && ticketOf(stored);
}

/**
 * Returns the tickets of the desk, 100 at a time.
 * @param {Document} page
 * @returns {AsyncIterable<Ticket[]>}
 */
export async function* readList(page) {
  let next = `${rootOf(page)}api/tickets/?page_size=100`;
  while (next) {
    const answer = await get(next);
    yield (answer?.results ?? []).flatMap((/** @type {Stored} */ stored) => ticketOf(stored) ?? []);
    next = answer?.next;
  }
}

/**
 * Returns a ticket of ours. What was on hold is not known: the history has it in the words of a language only.
 * @param {Stored} stored
 * @returns {Ticket | undefined}
 */
function ticketOf({ id, priority, followup_set, custom_impact: impact, custom_urgency: urgency }) {
  const [opened, ...history] = followup_set.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date));
  const known = Object.entries(values.priority).find(([, value]) => value === `${priority}`)?.[0];
  const level = known ? { priority: known } : impact && urgency ? { impact, urgency } : undefined;
  const answer = history.find(({ public: isPublic, user, comment }) => isPublic && user !== null && comment);
  const events = history.flatMap(({ date, new_status: status }) => {
    const type = EVENTS[/** @type {keyof typeof EVENTS} */ (status)];
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

/** @param {string} url */
async function get(url) {
  const answer = await fetch(url, { headers: { accept: "application/json" } });
  return answer.ok ? answer.json() : undefined;
}
