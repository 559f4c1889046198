// Request Tracker 5: the forms that create a ticket, for staff and in self-service; its tickets by REST.
import { get as ask } from "./get.js";

/** @typedef {import("../elements/desks.js").Fields} Fields */
/** @typedef {import("../elements/desks.js").Ticket} Ticket */
/** @typedef {import("./get.js").Get} Get */
/** @typedef {NonNullable<Ticket["events"]>[number]} Event */
/** @typedef {{ id: string, Created: string, Priority: string, CustomFields: { name: string, values: string[] }[] | "", Requestor?: { id: string }[] }} Stored */
/** @typedef {{ ObjectId: string, Type: string, Created: string, OldValue: string, NewValue: string, Creator: { id: string } }} Change */

const FORM = "form[name=TicketCreate]";
/** Custom fields, which not every queue has. */
const LABELS = { impact: "Impact", urgency: "Urgency" };
/** The states of RT's own life cycle in which a ticket is done. */
const DONE = ["resolved", "rejected", "deleted"];
/** How many are asked for at a time. */
const PAGE = 100;

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
  return { form: FORM, ...Object.fromEntries(custom), priority: "[name=InitialPriority]", subject: "[name=Subject]", body: "[name=Content]", place: `${FORM} .deskrules-place` };
}

/**
 * Returns the name of the queue of the form.
 * @param {Document} page
 */
export function queue(page) {
  return page.querySelector(`${FORM} [name=Queue] option:checked, ${FORM} .queue strong`)?.textContent?.trim();
}

/** What the clocks of a ticket stand before. */
export const clocks = "#body .summary";

/** What the clock of a row stands in. */
export const chip = "td:nth-child(2)";

/**
 * Returns the rows of a list, by the number of the ticket.
 * @param {Document} page
 */
export function rows(page) {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("table.ticket-list [data-record-id]"));
  return new Map([...rows].map((row) => [row.dataset["recordId"] ?? "", row]));
}

/**
 * Returns the ticket of the page; undefined for those who may not ask for it.
 * @param {Document} page
 * @param {Get} [get]
 * @returns {Promise<Ticket | undefined>}
 */
export async function readTicket(page, get = ask) {
  for await (const [ticket] of tickets(page, `id = ${numberOf(page)}`, get)) {
    // The final priority stands behind a slash.
    const [priority = ""] = (page.querySelector(".form-row.priority .current-value")?.textContent ?? "").trim().split("/");
    return ticket && isName(priority) ? named(ticket, priority) : ticket;
  }
  return undefined;
}

/**
 * Returns the tickets of the page's list, 100 at a time.
 * @param {Document} page
 * @param {Get} [get]
 * @returns {AsyncIterable<Ticket[]>}
 */
export async function* readList(page, get = ask) {
  const numbers = [...rows(page).keys()].filter(Boolean);
  for (let from = 0; from < numbers.length; from += PAGE) {
    yield* tickets(page, numbers.slice(from, from + PAGE).map((id) => `id = ${id}`).join(" OR "), get);
  }
}

/**
 * Returns the tickets that a query finds, with what happened to them.
 * @param {Document} page
 * @param {string} query
 * @param {Get} get
 * @returns {AsyncIterable<Ticket[]>}
 */
async function* tickets(page, query, get) {
  const names = namesOf(page);
  for await (const stored of /** @type {AsyncIterable<Stored[]>} */ (pages(page, get, "tickets", query, "Created,Priority,CustomFields,Requestor"))) {
    const which = stored.map(({ id }) => `ObjectId = ${id}`).join(" OR ");
    const happened = `ObjectType = 'RT::Ticket' AND (Type = 'Status' OR Type = 'Correspond') AND (${which})`;
    /** @type {Change[]} */
    const history = [];
    for await (const changes of pages(page, get, "transactions", happened, "Type,Created,OldValue,NewValue,Creator,ObjectId")) {
      history.push(...changes);
    }
    yield stored.flatMap((ticket) => {
      const changes = history.filter(({ ObjectId }) => ObjectId === ticket.id);
      return ticketOf(ticket, eventsOf(changes, ticket), names.get(ticket.Priority)) ?? [];
    });
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
  const level = isName(priority) ? { priority } : impact && urgency ? { impact, urgency } : undefined;
  return level && { id: `${id}`, reportedAt, ...level, events };
}

/**
 * @param {Ticket} ticket
 * @param {string} priority
 * @returns {Ticket}
 */
function named({ id, reportedAt, events = [] }, priority) {
  return { id, reportedAt, priority, events };
}

/** @param {string} priority */
function isName(priority) {
  return /[a-z]/i.test(priority);
}

/**
 * Returns the names of priorities by their numbers, as far as the page has them.
 * @param {Document} page
 */
function namesOf(page) {
  const options = /** @type {NodeListOf<HTMLOptionElement>} */ (page.querySelectorAll("select.select-priority option"));
  return new Map([...options].map(({ value, text }) => [value, text]));
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

/**
 * Asks RT for all that a query finds, a page at a time.
 * @param {Document} page
 * @param {Get} get
 * @param {string} what
 * @param {string} query
 * @param {string} fields
 * @returns {AsyncIterable<any[]>}
 */
async function* pages(page, get, what, query, fields) {
  for (let number = 1; ; number++) {
    const asked = new URLSearchParams({ query, fields, per_page: `${PAGE}`, page: `${number}` });
    const { items = [] } = (await get(new URL(`${rootOf(page)}/REST/2.0/${what}?${asked}`, page.URL))) ?? {};
    yield items;
    // The total is not always known.
    if (items.length < PAGE) {
      return;
    }
  }
}

/**
 * Returns the path of RT, which need not be at the root of its site.
 * @param {Document} page
 */
function rootOf({ URL: url }) {
  return /^(.*?)\/(?:Ticket|Search|SelfService|Dashboards)\//.exec(new URL(url).pathname)?.[1] ?? "";
}
