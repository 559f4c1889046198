// The extension on lists of tickets, on the running desks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { close, django, on, rt } from "../desks/desks.js";
import { BROWSERS, inChromium } from "./browser.js";
import { ask, drawn, press, sees } from "./pages.js";
import { PAGES, respond, setStatus, SETTINGS, ticketOfRt } from "./tickets.js";

/** How many tickets the desk starts with. */
const MANY = 500;

/** @type {Awaited<ReturnType<typeof ticketOfRt>>[]} */
let made = [];

before(async () => {
  if (rt.url) {
    const levels = [{ Impact: "Low", Urgency: "Low" }, { Impact: "High", Urgency: "High" }, { Impact: "Medium", Urgency: "High" }];
    // RT has the priority of its own list from the field; without one it goes by impact and urgency.
    made = [];
    for (const [index, level] of levels.entries()) {
      made.push(await ticketOfRt(`In a list ${index}`, level, 0));
    }
  }
});
after(close);

/**
 * The address of the list of the three tickets.
 * @returns {string}
 */
const list = () => PAGES.rt.list.replace(/Query=.*/, `Query=${encodeURIComponent(made.map(({ id }) => `id = ${id}`).join(" OR "))}&OrderBy=id&Order=ASC`);

/** @param {import("./pages.js").Page} page */
const order = (page) =>
  ask(page, () => [...document.querySelectorAll("[data-record-id]")].map((row) => /In a list (\d)/.exec(row.textContent ?? "")?.[1] ?? "?").join(""));

for (const [browser, inBrowser] of Object.entries(BROWSERS)) {
  test(`a list of rt has a chip in each row, and is sorted by next to breach and back in ${browser}, with one question for all of it`, on(rt), () =>
    inBrowser(async ({ logIn, open, requests, store }) => {
      await store({ settings: SETTINGS, clockOffset: 0 });
      const listener = await open("icons/16.png");
      await ask(listener, () => {
        const { browser, chrome } = /** @type {any} */ (globalThis);
        Object.assign(globalThis, { asked: [] });
        (browser ?? chrome).runtime.onMessage.addListener(
          (/** @type {any} */ { type, tickets }) => void (/** @type {any} */ (globalThis).asked.push(type === "list" ? tickets.map((/** @type {any} */ { id }) => String(id)) : [])),
        );
      });
      const page = await logIn(rt, "agent");
      await page.goto(list());
      await sees(page, /Sort by next to breach \d too late, \d at risk/);
      assert.equal((await drawn(page)).filter((text) => /^(Response|Resolution) /.test(text)).length, made.length);
      assert.equal(await order(page), "012");
      await press(page, /Sort by next to breach/);
      assert.equal(await order(page), "120");
      await press(page, /Sort by next to breach/);
      assert.equal(await order(page), "012");
      // The page before this list had one of its own, which may hold these tickets, too.
      const asked = await ask(listener, () => /** @type {any} */ (globalThis).asked);
      const ids = made.map(({ id }) => String(id)).sort().join();
      assert.equal(asked.filter((/** @type {string[]} */ tickets) => tickets.sort().join() === ids).length, 1);
      // One question for the tickets, one for what happened to them.
      const all = (/** @type {string} */ field) => made.map(({ id }) => `${field}+%3D+${id}`).join("+OR+");
      const which = new RegExp(`query=(${[all("id"), `ObjectType[^&]*%28${all("ObjectId")}%29`].join("|").replaceAll("+", "\\+")})&`);
      const rest = (await requests()).filter((address) => which.test(address) && !address.includes("Search"));
      assert.equal(rest.length, 2, String(rest));
    }));
}

test("a ticket that waits is on hold in the list, too", on(rt), () =>
  inChromium(async ({ logIn, store }) => {
    await store({ settings: SETTINGS, clockOffset: 0 });
    await respond(made[2]?.id ?? "");
    await setStatus(made[2]?.id ?? "", "stalled");
    const page = await logIn(rt, "agent");
    await page.goto(list());
    await sees(page, /Resolution on hold/);
    await setStatus(made[2]?.id ?? "", "open");
  }));

test(`a list of ${MANY} tickets of django is drawn within 200 ms of its data`, on(django), (t) =>
  inChromium(async ({ logIn, store }) => {
    await store({ settings: SETTINGS, clockOffset: 0 });
    const page = await logIn(django, "agent");
    await page.goto(PAGES.django.list);
    await sees(page, /Sort by next to breach/);
    await page.evaluate((many) => /** @type {any} */ (globalThis).$("#ticketTable").DataTable().page.len(2 * many).draw(), MANY);
    await page.waitForFunction((many) => document.querySelectorAll(".tickettitle [data-deskrules]").length >= many, MANY, { timeout: 60_000 });
    const times = await page.evaluate(() => performance.getEntriesByName("deskrules-list").map(({ duration }) => Math.round(duration)));
    const last = times.at(-1) ?? Infinity;
    t.diagnostic(`${MANY} rows drawn ${last} ms after the data`);
    assert.ok(last <= 200, `${times} ms`);
  }));
