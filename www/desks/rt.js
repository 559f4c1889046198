// Request Tracker 5: the forms that create a ticket, for staff and in self-service; its tickets by REST.

/** @typedef {import("../elements/desks.js").Fields} Fields */
/** @typedef {import("../elements/desks.js").Ticket} Ticket */
/** @typedef {NonNullable<Ticket["events"]>[number]} Event */
/** @typedef {{ id: number | string, Created: string, CustomFields: { name: string, values: string[] }[] | "", Requestor?: { id: string }[] }} Stored */
/** @typedef {{ Type: string, Field: string, Created: string, OldValue: string, NewValue: string, Creator: { id: string } }} Change */

const FORM = "form[name=TicketCreate]";
/** Custom fields, which not every queue has. */
const LABELS = { impact: "Impact", urgency: "Urgency" };
/** The states of RT's own life cycle in which a ticket is done. */
const DONE = ["resolved", "rejected", "deleted"];

/** By the names that RT's priorities have: `%PriorityAsString` in its configuration. */
export const values = {};

/**
 * Says what kind of page this is.
 * @param {Document} page
 */
export function match(page) {
  if (page.querySelector(FORM)) {
    return "form";
  }
  return numberOf(page) ? "ticket" : page.querySelector("table.ticket-list") ? "list" : undefined;
}

/**
 * Returns where the fields are.
 * @param {Document} page
 * @returns {Fields}
 */
export function fields(page) {
  const labels = [...page.querySelectorAll(".edit-custom-field > .label")].map(({ textContent }) => (textContent ?? "").trim());
  const custom = Object.entries(LABELS).filter(([, label]) => labels.includes(`${label}:`));
  // The plugin puts the place below them.
  return { form: FORM, ...Object.fromEntries(custom), priority: "[name=InitialPriority]", place: `${FORM} .deskrules-place` };
}

/**
 * Returns the name of the queue of the form.
 * @param {Document} page
 */
export function queue(page) {
  return page.querySelector(`${FORM} [name=Queue] option:checked, ${FORM} .queue strong`)?.textContent?.trim();
}

/**
 * Returns the ticket of the page; undefined for those who may not ask for it.
 * @param {Document} page
 * @returns {Promise<Ticket | undefined>}
 */
export async function readTicket(page) {
  const ticket = `ticket/${numberOf(page)}`;
  const [stored, history] = await Promise.all([get(ticket), all(`${ticket}/history?fields=Type,Field,Created,OldValue,NewValue,Creator`)]);
  // The final priority stands behind a slash.
  const [priority] = (page.querySelector(".form-row.priority .current-value")?.textContent ?? "").trim().split("/");
  return stored && ticketOf(stored, eventsOf(history, stored), priority);
}

/**
 * Returns the tickets of the page's search, or of all that are open, 100 at a time and without their history.
 * @param {Document} page
 * @returns {AsyncIterable<Ticket[]>}
 */
export async function* readList(page) {
  const query = new URL(page.URL).searchParams.get("Query") ?? "Status = '__Active__'";
  const asked = new URLSearchParams({ query, fields: "Created,CustomFields" });
  for await (const items of pages(`tickets?${asked}`)) {
    yield items.flatMap((stored) => ticketOf(stored, []) ?? []);
  }
}

/**
 * Returns a ticket of ours: by the name of its priority, which may be somebody's choice, else by its impact and urgency.
 * @param {Stored} stored
 * @param {Event[]} events
 * @param {string} [priority]
 * @returns {Ticket | undefined}
 */
function ticketOf({ id, Created: reportedAt, CustomFields }, events, priority = "") {
  const [impact, urgency] = Object.values(LABELS).map((label) => {
    const field = [...CustomFields].find((field) => typeof field === "object" && field.name === label);
    return typeof field === "object" ? field.values[0]?.toLowerCase() : undefined;
  });
  const isName = /[a-z]/i.test(priority);
  const level = isName ? { priority } : impact && urgency ? { impact, urgency } : undefined;
  return level && { id: `${id}`, reportedAt, ...level, events };
}

/**
 * @param {Change[]} history
 * @param {Stored} stored
 * @returns {Event[]}
 */
function eventsOf(history, { Requestor = [] }) {
  return history.flatMap(({ Type, Created: at, OldValue, NewValue, Creator }) => {
    const isAnswer = Type === "Correspond" && Requestor.every(({ id }) => id !== Creator.id);
    /** @type {Event["type"][]} */
    const types = isAnswer ? ["responded"] : Type === "Status" ? turns(OldValue, NewValue) : [];
    return types.map((type) => ({ at, type }));
  });
}

/**
 * Returns what a change of the state is.
 * @param {string} from
 * @param {string} to
 */
function turns(from, to) {
  /** @type {Event["type"][]} */
  const types = [];
  if (DONE.includes(to)) {
    types.push("resolved");
  } else if (DONE.includes(from)) {
    types.push("reopened");
  }
  if (to === "stalled") {
    types.push("paused");
  } else if (from === "stalled" && !DONE.includes(to)) {
    types.push("resumed");
  }
  return types;
}

/**
 * Returns the number of the page's ticket.
 * @param {Document} page
 */
function numberOf({ URL: url }) {
  const { pathname, searchParams } = new URL(url);
  return /\/Display\.html$/.test(pathname) ? searchParams.get("id") : undefined;
}

/** @param {string} path */
async function all(path) {
  const items = [];
  for await (const page of pages(path)) {
    items.push(...page);
  }
  return items;
}

/**
 * @param {string} path
 * @returns {AsyncIterable<any[]>}
 */
async function* pages(path) {
  for (let page = 1, count = 1; page <= count; page++) {
    const answer = await get(`${path}&per_page=100&page=${page}`);
    yield answer?.items ?? [];
    count = Math.ceil((answer?.total ?? 0) / 100);
  }
}

/**
 * Asks RT, which may not be at the root of its site; its own script tags say where.
 * @param {string} path
 */
async function get(path) {
  const root = /** @type {{ RT?: { Config?: { WebPath?: string } } }} */ (globalThis).RT?.Config?.WebPath ?? "";
  const answer = await fetch(`${root}/REST/2.0/${path}`, { headers: { accept: "application/json" } });
  return answer.ok ? answer.json() : undefined;
}
