// A desk by selectors that a person entered, on pages of any make.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { onSite } from "./site.js";

after(close);

/** @typedef {import("../../www/extension/shared/settings.js").GenericFields} GenericFields */

const AT = "2026-11-24T09:00:00+01:00";
/** @type {GenericFields} */
const FIELDS = { ticket: "#ticket", id: ".id", title: "h2", reported: "time.created", priority: ".priority", status: ".status", paused: "On hold, Waiting", done: "Closed", values: { P1: "Critical, Blocker", P2: "High" } };
/** @type {GenericFields} */
const LIST = { row: "tbody tr", id: "td:first-child", title: "a", reported: "[datetime]", impact: ".impact", urgency: ".urgency", status: ".status", paused: "On hold", values: { high: "Groot" } };
/**
 * @param {string} status
 * @param {string} [more]
 */
const ticket = (status, more = "") =>
  `<p id="before">Menu</p><div id="ticket"><h2> Mail\n is down </h2><b class="id">#17</b> <time class="created" datetime="${AT}">this morning</time> <i class="priority">blocker</i> <i class="status">${status}</i></div>${more}`;
/** @param {string} rows */
const list = (rows) => `<table><thead><tr><th>Id</th></tr></thead><tbody>${rows}</tbody></table>`;
const row = (id = "", impact = "Groot", status = "Open") =>
  `<tr><td>${id}</td><td class="title"><a href="/t/${id || "none"}">Ticket ${id}</a></td><td><time datetime="${AT}">today</time></td><td class="impact">${impact}</td><td class="urgency">Medium</td><td class="status">${status}</td></tr>`;

/**
 * Returns what a desk says of a page.
 * @param {string} body
 * @param {GenericFields} fields
 * @returns {Promise<any>}
 */
async function said(body, fields) {
  let answer;
  await onSite(body, async (page) => {
    answer = await page.evaluate(async (given) => {
      const { deskOf } = await import(/** @type {any} */ ("/desks/by-selectors.js"));
      const desk = deskOf(given);
      const tickets = [];
      for await (const some of desk.readList(document)) {
        tickets.push(...some);
      }
      const name = (/** @type {Element | null | undefined} */ element) => element && `${element.localName}${element.id && `#${element.id}`}`;
      const rows = [...desk.rows(document)].map(([id, element]) => [id, name(element), name(Element.prototype.querySelector.call(element, desk.chip ?? "td"))].join(" ").trim());
      return { match: desk.match(document), place: name(desk.clocks(document)), ticket: await desk.readTicket(document), tickets, rows, preview: await desk.preview(document) };
    }, fields);
  });
  return answer;
}

test("the page of a ticket is read by its selectors, with the policy's ids for the desk's texts", async () => {
  const { match, place, ticket: read, tickets, rows, preview } = await said(ticket("Open"), FIELDS);
  const expected = { id: "#17", reportedAt: AT, priority: "P1", events: [] };
  assert.deepEqual([match, place, read, tickets, rows], ["ticket", "div#ticket", expected, [], []]);
  assert.deepEqual(preview, {
    kind: "ticket",
    found: { ticket: "Mail is down #17 this morning blocker Open", id: "#17", title: "Mail is down", reported: AT, priority: "blocker", status: "Open", paused: null, done: null },
    rows: 0,
    ticket: expected,
  });
});

/** What the status says, and what happened to the ticket; `none` when there is no clock. */
for (const [name, status, events] of [
  ["on hold since a time", `On hold since <time datetime="2026-11-24T10:30:00+01:00">half past ten</time>`, "paused 2026-11-24T10:30:00+01:00"],
  ["on hold, with the time at the status itself", `<span class="status" datetime="2026-11-24 10:30+0100">ON HOLD</span>`, "paused 2026-11-24T10:30:00+01:00"],
  ["on hold, with the time as text", "Waiting 2026-11-24T09:30:00Z", "paused 2026-11-24T09:30:00Z"],
  ["on hold before it was reported", `On hold <time datetime="2026-11-24T08:59:00+01:00"></time>`, `paused ${AT}`],
  ["on hold since nobody knows when", "On hold", "none"],
  ["done at a time", `Closed <time datetime="2026-11-24T12:00:00+01:00">at noon</time>`, "resolved 2026-11-24T12:00:00+01:00"],
  ["done, nobody knows when", "closed", "none"],
  ["with a status that only begins like one", "On holder 5", ""],
  ["with a status that nobody entered", "In progress", ""],
]) {
  test(`a ticket ${name} has the event that is known, or no clock`, async () => {
    const { ticket: read, preview } = await said(ticket(status ?? ""), { ...FIELDS, status: ".status > .status, .status" });
    assert.equal(read ? read.events.map((/** @type {any} */ { at, type }) => `${type} ${at}`).join() : "none", events);
    assert.equal(preview.missing, events === "none" ? "since" : undefined);
  });
}

test("a list is read row by row; rows that are no ticket are left out", async () => {
  const { match, place, ticket: read, tickets, rows, preview } = await said(list(row("1") + row("2", "Low", "On hold") + row("3", "") + row("1") + "<tr></tr>"), LIST);
  assert.deepEqual([match, place, read], ["list", undefined, undefined]);
  assert.deepEqual(tickets, [{ id: "1", reportedAt: AT, impact: "high", urgency: "medium", events: [] }]);
  assert.deepEqual(rows, ["1 tr td", "2 tr td", "3 tr td", "5 tr"]);
  assert.deepEqual([preview.kind, preview.rows, preview.found.impact, preview.ticket.id], ["list", 4, "Groot", "1"]);
});

test("tickets without a number are told apart by where their titles lead", async () => {
  const { tickets } = await said(list(row("8") + row("9")), { row: "tbody tr", title: ".title", reported: "time", impact: ".impact", urgency: ".urgency" });
  assert.deepEqual(tickets.map((/** @type {any} */ { id }) => id), ["/t/8", "/t/9"]);
});

test("the page of a ticket that lists others is the page of that ticket", async () => {
  const { match, ticket: read, rows } = await said(ticket("Open", list(row("1"))), { ...FIELDS, row: "tbody tr" });
  assert.deepEqual([match, read.id, rows.length], ["ticket", "#17", 1]);
});

test("without a selector of the ticket, a page with a time and a priority is one; its name is its address", async () => {
  const { ticket: selector, id, ...rest } = FIELDS;
  const { match, place, ticket: read } = await said(ticket("Open"), rest);
  assert.deepEqual([selector, id, match, place], ["#ticket", ".id", "ticket", "h2"]);
  assert.match(read.id, /^http:\/\/127\.0\.0\.1:\d+\/page$/);
});

test("clocks stand within the body, whatever the ticket is", async () => {
  assert.equal((await said(ticket("Open"), { ...FIELDS, ticket: "body" })).place, "main");
  assert.equal((await said(ticket("Open"), { ...FIELDS, ticket: "html" })).place, "main");
});

/** Texts as they stand on a page, and the instant that they say. */
for (const [text, instant] of [
  ["2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z"],
  ["Created: 2026-11-24 09:00:00+01:00 (web)", AT],
  ["2026-11-24t09:00:00.123456-05:30", "2026-11-24T09:00:00.123-05:30"],
  ["2026-11-24T09:00:00", undefined],
  ["2026-11-24 09:00", undefined],
  ["2026-13-45T99:00:00Z", undefined],
  ["24 November 2026, 09:00 +01:00", undefined],
]) {
  test(`\`${text}\` is ${instant ? "an instant" : "no instant, and guessed from nothing"}`, async () => {
    const { preview } = await said(`<p id="when">${text}</p>`, { reported: "#when", priority: "h1" });
    assert.equal(preview.found.reported, instant ?? null);
  });
}

test("fields of a form are read as they are filled in", async () => {
  const body = `<form id="ticket"><input class="id" value="X-1"><select class="priority"><option>High</option><option selected>Critical</option></select><input class="when" value="${AT}"></form>`;
  const { ticket: read } = await said(body, { ...FIELDS, reported: ".when" });
  assert.deepEqual(read, { id: "X-1", reportedAt: AT, priority: "P1", events: [] });
});

test("what is no selector finds nothing, and nothing throws on a page that gets in the way", async () => {
  const wrong = Object.fromEntries(["ticket", "row", "id", "title", "reported", "priority", "impact", "urgency", "status"].map((name) => [name, "p["]));
  const { match, place, ticket: read, tickets, rows, preview } = await said(ticket("Open"), { ...wrong, paused: ",,", done: "" });
  assert.deepEqual([match, place, read, tickets, rows], [undefined, undefined, undefined, [], []]);
  assert.deepEqual(Object.values(preview.found).filter(Boolean), []);
  assert.deepEqual((await said("", {})).preview, { kind: undefined, found: {}, rows: 0 });
  const names = ["querySelector", "querySelectorAll", "matches", "closest", "contains", "getAttribute", "textContent"];
  const form = `<form class="row">${names.map((name) => `<input name="${name}">`).join("")}</form><img name="body"><img name="URL">`;
  assert.deepEqual((await said(form, { row: ".row", id: "*", title: ".row", reported: ".row", status: ".row", priority: ".row" })).tickets, []);
});

test("markup in a page stays text", async () => {
  const { ticket: read } = await said(ticket("Open").replace("#17", "&lt;img src=x onerror=alert(1)&gt;"), FIELDS);
  assert.equal(read.id, "<img src=x onerror=alert(1)>");
});
