// The extension on the page of a ticket, on the running desks.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, django, on, rt } from "../desks/desks.js";
import { BROWSERS, inChromium } from "./browser.js";
import { ask, drawn, press, sees } from "./pages.js";
import { at, PAGES, setStatus, SETTINGS, ticketOfDjango, ticketOfRt, turns } from "./tickets.js";

const DESKS = /** @type {const} */ ([
  ["rt", rt, () => ticketOfRt("No e-mail")],
  ["django", django, () => ticketOfDjango("No e-mail")],
]);
const SECOND = 1000;

after(close);

for (const [browser, inBrowser] of Object.entries(BROWSERS)) {
  for (const [name, desk, make] of DESKS) {
    test(`a ticket of ${name} turns at risk and then breached while its page is open in ${browser}, though the worker is ended in between`, on(desk), () =>
      inBrowser(async ({ kill, logIn, requests, store }) => {
        const ticket = await make();
        const { risk, due } = turns(ticket);
        await store({ settings: SETTINGS, ...at(risk - 600 * SECOND) });
        const page = await logIn(desk, "agent");
        await page.goto(PAGES[name].ticket(ticket.id));
        await sees(page, /Resolution (running|outside hours) .* left/);
        await store(at(risk - 2 * SECOND));
        await sees(page, /Resolution at risk/);
        await kill();
        await store(at(due - 2 * SECOND));
        await sees(page, /Resolution at risk 00:0\d left/);
        await sees(page, /Resolution too late −00:0\d/);
        assert.deepEqual((await requests()).filter((address) => !address.startsWith(desk.url)), []);
      }));
  }

  test(`a ticket that is put on hold in rt pauses in ${browser}, and goes on afterwards`, on(rt), () =>
    inBrowser(async ({ logIn, store }) => {
      const ticket = await ticketOfRt("Waits");
      await store({ settings: SETTINGS, ...at(turns(ticket).risk - 60 * SECOND) });
      const page = await logIn(rt, "agent");
      await page.goto(PAGES.rt.ticket(ticket.id));
      await sees(page, /Resolution (running|outside hours)/);
      await setStatus(ticket.id, "stalled");
      await page.reload();
      await sees(page, /Resolution on hold/);
      await press(page, /Why: Resolution/);
      await sees(page, /Resolution: on hold/);
      await setStatus(ticket.id, "open");
      await page.reload();
      await sees(page, /Resolution (running|outside hours)/);
    }));

  test(`a page that allows no script to ask for anything shows its clocks in ${browser}`, on(rt), () =>
    inBrowser(async ({ logIn, store }) => {
      const ticket = await ticketOfRt("Strict");
      await store({ settings: SETTINGS, clockOffset: 0 });
      const page = await logIn(rt, "agent");
      await ask(page, () => void (document.cookie = "no-connect=1; path=/"));
      await page.goto(PAGES.rt.ticket(ticket.id));
      const isAllowed = await ask(page, () => fetch("/REST/2.0/rt").then(() => true, () => false));
      assert.equal(isAllowed, false);
      await sees(page, /Response .* Resolution .* due /);
    }));

  test(`a session that ends says so in ${browser}, and who is logged out sees nothing`, on(rt), () =>
    inBrowser(async ({ logIn, store }) => {
      const ticket = await ticketOfRt("Logged out");
      await store({ settings: SETTINGS, clockOffset: 0 });
      const page = await logIn(rt, "agent");
      await page.goto(PAGES.rt.ticket(ticket.id));
      await sees(page, /Resolution .* due /);
      await ask(page, () => fetch("/NoAuth/Logout.html").then(() => undefined));
      await store({ clockOffset: SECOND });
      await sees(page, /The helpdesk does not say this ticket's times\. Are you logged in/);
      await page.reload();
      assert.equal(await ask(page, () => document.querySelectorAll("input[type=password]").length), 1);
      assert.deepEqual(await drawn(page), []);
    }));

  test(`an address without permission stays as the desk made it in ${browser}`, on(rt), () =>
    inBrowser(async ({ ask: question, logIn, store }) => {
      const ticket = await ticketOfRt("Elsewhere");
      const elsewhere = { ...rt, url: rt.url.replace("127.0.0.1", "localhost") };
      await store({ settings: { ...SETTINGS, sites: [...SETTINGS.sites, { origin: elsewhere.url, desk: "rt" }] }, clockOffset: 0 });
      const page = await logIn(elsewhere, "agent");
      await page.goto(PAGES.rt.ticket(ticket.id).replace("127.0.0.1", "localhost"));
      // The page that is granted shows them meanwhile.
      const granted = await logIn(rt, "agent");
      await granted.goto(PAGES.rt.ticket(ticket.id));
      await sees(granted, /Resolution .* due /);
      assert.deepEqual(await drawn(page), []);
      assert.equal((await question({ type: "ticket", ticket, title: "" })).error.code, "no-site");
    }));
}

test("a ticket that is put on hold in django pauses", on(django), () =>
  inChromium(async ({ logIn, store }) => {
    const ticket = await ticketOfDjango("Waits");
    await store({ settings: SETTINGS, ...at(turns(ticket).risk - 60 * SECOND) });
    const page = await logIn(django, "agent");
    await page.goto(PAGES.django.ticket(ticket.id));
    await sees(page, /Resolution (running|outside hours)/);
    await page.locator("form.ticket-hold button").evaluate((button) => /** @type {HTMLElement} */ (button).click());
    await sees(page, /Resolution on hold/);
  }));

test("where the desk's page is another one than it was, the clocks stand above it", on(rt), () =>
  inChromium(async ({ logIn, store }) => {
    const ticket = await ticketOfRt("Another page");
    await store({ settings: SETTINGS, clockOffset: 0 });
    const page = await logIn(rt, "agent");
    await page.route(/Display\.html/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replaceAll("summary", "other").replaceAll("current-value", "that").replace("</table>", "<table><tr></p>") });
    });
    await page.goto(PAGES.rt.ticket(ticket.id));
    await sees(page, /Resolution .* due /);
    assert.equal(await page.evaluate(() => document.body.firstElementChild?.hasAttribute("data-deskrules")), true);
  }));

test("a desk whose interface answers with nonsense says that there is no clock", on(rt), () =>
  inChromium(async ({ logIn, store }) => {
    const ticket = await ticketOfRt("Nonsense");
    await store({ settings: SETTINGS, clockOffset: 0 });
    const page = await logIn(rt, "agent");
    let body = "<html>";
    await page.route(/REST/, (route) => route.fulfill({ contentType: "application/json", body }));
    for (body of ["<html>", "7", "null", '{"items":7}', '{"items":[{}]}', '{"items":[{"id":"1","CustomFields":{}}]}']) {
      await page.goto(PAGES.rt.ticket(ticket.id));
      await sees(page, /The helpdesk does not say|No clock:/);
    }
  }));
