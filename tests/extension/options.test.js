// The options of the extension that is installed: an address is asked for, a generic desk is previewed, older settings are kept.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { close, django, on, rt } from "../desks/desks.js";
import { BROWSERS, inChromium } from "./browser.js";
import { drawn, sees } from "./pages.js";
import { PAGES, SETTINGS, ticketOfDjango, ticketOfRt } from "./tickets.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const elsewhere = { ...rt, url: rt.url.replace("127.0.0.1", "localhost") };

after(close);

for (const [browser, inBrowser] of Object.entries(BROWSERS)) {
  test(`an address that is added is asked for in ${browser}, and its tickets have clocks from then on`, on(rt), () =>
    inBrowser(async ({ grant, logIn, newPage, open, stored }) => {
      const ticket = await ticketOfRt("Granted");
      const page = await logIn(elsewhere, "agent");
      await page.goto(PAGES.rt.ticket(ticket.id).replace("127.0.0.1", "localhost"));
      assert.deepEqual(await drawn(page), []);
      const options = await open("options/options.html");
      await /** @type {any} */ (options).waitForSelector("#no-sites:not([hidden])");
      await /** @type {any} */ (options).type("#address", `${elsewhere.url}/Ticket/`);
      await grant(elsewhere.url, () => options.click("#add button"));
      await /** @type {any} */ (options).waitForSelector("#sites h3");
      // The page that is open has them at once.
      await sees(page, /Resolution .* due /);
      assert.deepEqual((await stored("settings")).sites, [{ origin: elsewhere.url, desk: "rt" }]);
      await newPage("about:blank");
    }));

  test(`settings of the first version are those of today in ${browser}`, on(rt), () =>
    inBrowser(async ({ logIn, store, stored }) => {
      const ticket = await ticketOfRt("Older");
      const older = { version: 1, sites: { [rt.url]: "rt" }, policy: null, lang: "nl" };
      await store({ settings: older, clockOffset: 0 });
      const page = await logIn(rt, "agent");
      await page.goto(PAGES.rt.ticket(ticket.id));
      await sees(page, /Oplossing .* uiterlijk /);
      assert.deepEqual(await stored("settings"), older);
    }));
}

test("another language in the options is that of a page that is open", on(rt), () =>
  inChromium(async ({ logIn, store }) => {
    const ticket = await ticketOfRt("Two languages");
    await store({ settings: SETTINGS, clockOffset: 0 });
    const page = await logIn(rt, "agent");
    await page.goto(PAGES.rt.ticket(ticket.id));
    await sees(page, /Resolution .* due /);
    await store({ settings: { ...SETTINGS, language: "nl" } });
    await sees(page, /^(?!.*Resolution).*Oplossing .* uiterlijk /);
  }));

test("selectors of a generic desk are previewed on a page that is open, and then give it clocks", on(django), () =>
  inChromium(async ({ logIn, open, store, stored }) => {
    const ticket = await ticketOfDjango("By selectors");
    await store({ settings: { ...SETTINGS, sites: [{ origin: django.url, desk: "generic", fields: {} }] }, clockOffset: 0 });
    const page = await logIn(django, "agent");
    await page.goto(PAGES.django.ticket(ticket.id));
    // The page of the desk has no time with a zone; a desk of one's own can have one.
    await page.evaluate((at) => document.querySelector("h2")?.insertAdjacentHTML("afterend", `<time class="reported" datetime="${at}"></time><b class="level">1. Critical</b>`), ticket.reportedAt);
    const options = await open("options/options.html");
    await options.getByText("Where its fields are").click();
    const field = (/** @type {string} */ name) => options.getByLabel(name, { exact: true });
    await field("Reported").fill("time.reported");
    await field("Priority").fill(".level");
    await field("Words of the desk").fill("P1 = 1. Critical");
    await options.getByText(/1\. Critical.*P1/).waitFor();
    await page.reload();
    await page.evaluate((at) => document.querySelector("h2")?.insertAdjacentHTML("afterend", `<time class="reported" datetime="${at}"></time><b class="level">1. Critical</b>`), ticket.reportedAt);
    await sees(page, /Resolution .* due /);
    const { fields } = (await stored("settings")).sites[0];
    assert.deepEqual([fields.reported, fields.priority], ["time.reported", ".level"]);
  }));

for (const page of ["popup/popup.html", "options/options.html"]) {
  test(`axe finds nothing in ${page} as it is installed`, () =>
    inChromium(async ({ open, store }) => {
      await store({ settings: { ...SETTINGS, sites: [{ origin: "https://desk.example", desk: "rt" }, { origin: "https://other.example", desk: "generic", fields: {} }] } });
      const opened = await open(page);
      await opened.locator("h1").waitFor();
      await opened.evaluate(AXE);
      const { violations } = /** @type {any} */ (await opened.evaluate("axe.run(document, { resultTypes: ['violations'] })"));
      assert.deepEqual(violations.map((/** @type {any} */ { id, nodes }) => [id, nodes.map((/** @type {any} */ { html }) => html)]), []);
    }));
}
