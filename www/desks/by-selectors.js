// A desk from what a person entered: selectors of its fields, and the texts of its states. Nothing here throws, whatever the page is like.
import { all, find, first, instantOf, isSelector, plain, textOf } from "./look.js";

/** @typedef {import("../elements/desks.js").DeskModule} DeskModule */
/** @typedef {import("../elements/desks.js").Ticket} Ticket */
/** @typedef {import("../extension/shared/settings.js").GenericFields} GenericFields */
/** @typedef {"reported" | "level" | "since"} Missing - What a ticket cannot be without; `since` is when it was put on hold, or done. */
/** @typedef {{ ticket: Ticket, missing?: undefined } | { ticket?: undefined, missing: Missing }} Read */
/**
 * What the selectors find on a page: `found` by the name of each field that is filled in, `ticket` the first that is complete, and
 * `missing` what keeps the first from being one.
 * @typedef {{ kind: "ticket" | "list" | undefined, found: Record<string, string | null>, rows: number, ticket?: Ticket, missing?: Missing }} Preview
 */
/**
 * @typedef {DeskModule & {
 *   rows: (page: Document) => Map<string, Element>,
 *   clocks: (page: Document) => Element | undefined,
 *   preview: (page: Document) => Promise<Preview>,
 *   chip?: string,
 * }} SelectedDesk - `rows` are the rows of a list by the id of the ticket, `clocks` is what the clocks of a ticket stand before, and `chip` within
 *   a row what its clock stands in.
 */

const SELECTORS = /** @type {const} */ (["ticket", "row", "id", "title", "reported", "priority", "impact", "urgency", "status"]);
/** Longer texts are not shown whole. */
const LONGEST = 80;

/**
 * Returns a desk that is read by these selectors.
 * @param {GenericFields} fields
 * @returns {SelectedDesk}
 */
export function deskOf(fields) {
  const { row = "", title = "" } = fields;
  const match = (/** @type {Document} */ page) => kindOf(fields, page);
  return {
    match,
    fields: {},
    values: {},
    rows: (page) => new Map(rowsOf(fields, page)),
    clocks: (page) => (match(page) === "ticket" ? placeOf(fields, page) : undefined),
    readTicket: async (page) => (match(page) === "ticket" ? read(fields, scopeOf(fields, page), idOf(fields, scopeOf(fields, page), address(page))).ticket : undefined),
    async *readList(page) {
      yield rowsOf(fields, page).flatMap(([id, scope]) => read(fields, scope, id).ticket ?? []);
    },
    preview: async (page) => preview(fields, page),
    // The cell of the title, and not its link.
    ...(row && isSelector(title) && { chip: `:is(td, th):is(${title}), :has(> :is(${title}))` }),
  };
}

/**
 * Says what kind of page this is. That of a ticket may list others, and is one all the same.
 * @param {GenericFields} fields
 * @param {Document} page
 */
function kindOf({ ticket, row, ...fields }, page) {
  if (find(page, ticket)) {
    return "ticket";
  }
  if (all(page, row).length > 0) {
    return "list";
  }
  return !ticket && reportedOf(fields, [page]) && levelOf(fields, [page]) ? "ticket" : undefined;
}

/**
 * Returns where the fields of the page's ticket are looked for: in the ticket first, then anywhere.
 * @param {GenericFields} fields
 * @param {Document} page
 * @returns {ParentNode[]}
 */
function scopeOf({ ticket }, page) {
  return [find(page, ticket) ?? page, page];
}

/**
 * @param {GenericFields} fields
 * @param {Document} page
 */
function placeOf({ ticket, title, reported }, page) {
  const place = [ticket, title, reported].map((selector) => find(page, selector)).find((found) => found);
  // Nothing stands before the body.
  return place && place.contains(page.body) ? (page.body.firstElementChild ?? undefined) : place;
}

/**
 * Returns the rows with their ids; of rows with the same, the first.
 * @param {GenericFields} fields
 * @param {Document} page
 * @returns {[string, Element][]}
 */
function rowsOf(fields, page) {
  const rows = all(page, fields.row).map((row, index) => /** @type {[string, Element]} */ ([idOf(fields, [row], `${index + 1}`), row]));
  const seen = new Set();
  return rows.filter(([id]) => !seen.has(id) && seen.add(id));
}

/**
 * Returns the name of a ticket; where the page shows none, the address that its title leads to, so that two tickets are never one.
 * @param {GenericFields} fields
 * @param {ParentNode[] | Element[]} scope
 * @param {string} otherwise
 */
function idOf(fields, scope, otherwise) {
  const link = first(scope, fields.title)?.closest?.("a[href]") ?? first(scope, fields.title && `:is(${fields.title}) a[href]`);
  return textOf(first(scope, fields.id)) || (!fields.id && link?.getAttribute?.("href")) || otherwise;
}

/** @param {Document} page */
function address({ URL: url }) {
  return url.replace(/#.*$/, "");
}

/**
 * Returns the ticket of a place, or what it lacks.
 * @param {GenericFields} fields
 * @param {Element | ParentNode[]} place
 * @param {string} id
 * @returns {Read}
 */
function read(fields, place, id) {
  const scope = Array.isArray(place) ? place : [place];
  const reportedAt = reportedOf(fields, scope);
  const level = levelOf(fields, scope);
  if (!reportedAt || !level) {
    return { missing: reportedAt ? "level" : "reported" };
  }
  const events = eventsOf(fields, scope, reportedAt);
  return events ? { ticket: { id, reportedAt, ...level, events } } : { missing: "since" };
}

/**
 * Returns what the state of a ticket makes of its clocks.
 *
 * The best instant that is known is the one in the element of the status, like `on hold since <time datetime="…">`. Without one there is no
 * event, and no clock: a running one would be wrong, one that stands still since the report would hide a breach, one that stands still
 * since now would go on with every look, and one that is done since the report would always be in time.
 * @param {GenericFields} fields
 * @param {ParentNode[]} scope
 * @param {string} reportedAt
 * @returns {NonNullable<Ticket["events"]> | undefined} Undefined when it is not known since when.
 */
function eventsOf(fields, scope, reportedAt) {
  const type = stateOf(fields, scope);
  if (!type) {
    return [];
  }
  const since = instantOf(first(scope, fields.status));
  // A desk that tells the one to the minute and the other to the second has it before the report.
  return since === undefined ? undefined : [{ at: Date.parse(since) < Date.parse(reportedAt) ? reportedAt : since, type }];
}

/**
 * Returns what the status says. It is one of the texts that were entered, or begins with it and goes on with the time since when.
 * @param {GenericFields} fields
 * @param {ParentNode[]} scope
 */
function stateOf({ status, paused = "", done = "" }, scope) {
  const element = first(scope, status);
  const said = textOf(element).toLowerCase();
  const isOneOf = (/** @type {string} */ texts) =>
    texts.split(",").map((text) => plain(text).toLowerCase()).some((text) => text && (said === text || (said.startsWith(`${text} `) && instantOf(element))));
  return isOneOf(done) ? "resolved" : isOneOf(paused) ? "paused" : undefined;
}

/**
 * @param {GenericFields} fields
 * @param {ParentNode[]} scope
 */
function reportedOf({ reported }, scope) {
  return instantOf(first(scope, reported));
}

/**
 * Returns the priority, or else impact and urgency, by the ids of the policy.
 * @param {GenericFields} fields
 * @param {ParentNode[]} scope
 */
function levelOf({ priority, impact, urgency, values = {} }, scope) {
  const [named, high, soon] = [priority, impact, urgency].map((selector) => textOf(first(scope, selector)));
  if (named) {
    return { priority: idFor(named, values) ?? named };
  }
  const level = (/** @type {string} */ text) => idFor(text, values) ?? text.toLowerCase();
  return high && soon ? { impact: level(high), urgency: level(soon) } : undefined;
}

/**
 * Returns the policy's id for a text on the page; undefined where none was entered for it.
 * @param {string} text
 * @param {Record<string, string>} values - Texts by id; several with commas between.
 */
function idFor(text, values) {
  const same = (/** @type {string} */ other) => plain(other).toLowerCase() === text.toLowerCase();
  return Object.entries(values).find(([id, texts]) => [id, texts, ...texts.split(",")].some(same))?.[0];
}

/**
 * @param {GenericFields} fields
 * @param {Document} page
 * @returns {Preview}
 */
function preview(fields, page) {
  const kind = kindOf(fields, page);
  const rows = rowsOf(fields, page);
  const scope = kind === "list" ? rows.slice(0, 1).map(([, row]) => row) : scopeOf(fields, page);
  const shown = (/** @type {string} */ name, /** @type {string} */ selector) => {
    const element = name === "row" || name === "ticket" ? find(page, selector) : first(scope, selector);
    return (name === "reported" ? instantOf(element) : textOf(element).slice(0, LONGEST)) || null;
  };
  const found = SELECTORS.flatMap((name) => (fields[name] ? [[name, shown(name, fields[name])]] : []));
  const state = stateOf(fields, scope);
  const told = [["paused", "paused"], ["done", "resolved"]].flatMap(([name = "", type]) => (fields[/** @type {"paused" | "done"} */ (name)] ? [[name, state === type ? textOf(first(scope, fields.status)) : null]] : []));
  const places = kind === "list" ? rows : kind === "ticket" ? [/** @type {const} */ ([idOf(fields, scope, address(page)), scope])] : [];
  const tickets = places.map(([id, place]) => read(fields, place, id));
  const { ticket } = tickets.find(({ ticket }) => ticket) ?? {};
  const { missing } = tickets[0] ?? {};
  return { kind, found: Object.fromEntries([...found, ...told]), rows: rows.length, ...(ticket && { ticket }), ...(missing && { missing }) };
}
