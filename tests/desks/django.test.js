import assert from "node:assert/strict";
import { after, test } from "node:test";
import { load } from "deskrules";
import { passesAxe, reads, watchShifts } from "../browser/widget.js";
import { close, django, inChromium, inFirefox, on, open, rest, ticketId } from "./desks.js";
import { allowsWasm, checkPassesAxe, forbidWasm, listed, movedLittle, patch, ready, shown, tabTo, ticketOf } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */

const SUBMIT = "/tickets/submit/";
const MODULE = "/static/deskrules/desks/django-helpdesk.js";
const SEND = "form:has(#id_title) [type=submit]";
const desk = await load();

after(close);

/**
 * Fills in what every ticket has.
 * @param {Page} page
 * @param {string} queue
 */
async function describe(page, queue) {
  await page.selectOption("#id_queue", { label: queue });
  await page.fill("#id_title", "No e-mail");
  await page.fill("#id_body", "Since this morning.");
  await page.fill("#id_submitter_email", "requester@customer.example");
}

/** @param {Page} page */
async function stored(page) {
  await page.waitForURL((url) => !url.pathname.includes("/submit"));
  return rest(django, `/tickets/${ticketId(page)}/`);
}

/** The page that shows a ticket to its requester uses jQuery before it loads it; axe looks for styles where it is not. */
const complaints = /\$ is not defined|preload assets/;

for (const [who, user] of [["an agent", "agent"], ["a requester", "requester"], ["anybody", ""]]) {
  for (const isForbidden of [false, true]) {
    const where = isForbidden ? ", on a page that forbids wasm" : "";
    test(`the answers of ${who} in django fill in the priority, and it is stored${where}`, on(django), () =>
      inChromium(
        django,
        user ?? "",
        async (page) => {
          if (isForbidden) {
            await forbidWasm(page, django);
          }
          await open(page, django, SUBMIT);
          assert.equal(await allowsWasm(page), !isForbidden);
          await ready(page, "deskrules-form");
          assert.equal(await page.inputValue("#id_priority"), "3");
          await describe(page, "Incidents");
          await page.selectOption("#id_custom_impact", "high");
          await page.selectOption("#id_custom_urgency", "medium");
          await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
          assert.equal(await page.inputValue("#id_priority"), "2");
          await page.click(SEND);
          const { priority, custom_impact: impact, custom_urgency: urgency } = await stored(page);
          assert.deepEqual([priority, impact, urgency], [2, "high", "medium"]);
        },
        { complaints },
      ));
  }
}

test("a ticket of django is read as the desk stored it, with its times", on(django), () =>
  inChromium(django, "agent", async (page) => {
    await open(page, django, SUBMIT);
    await ready(page, "deskrules-form");
    await describe(page, "Incidents");
    await page.selectOption("#id_custom_impact", "high");
    await page.selectOption("#id_custom_urgency", "high");
    const before = await shown(page);
    await page.click(SEND);
    const { id, followup_set: [{ date }] } = await stored(page);
    const ticket = await ticketOf(page, MODULE);
    assert.deepEqual(ticket, { id: `${id}`, reportedAt: date, priority: "P1", events: [] });
    const { response, resolution } = desk.track(ticket, date);
    // The form may have shown the times of the minute before.
    const late = (/** @type {string | null | undefined} */ due, /** @type {number} */ shown) => Math.abs(Date.parse(due ?? "") - shown) <= 60_000;
    assert.deepEqual([before.priority, late(response?.due, before.response), late(resolution?.due, before.resolution)], ["P1", true, true]);
    assert.deepEqual(await listed(page, MODULE, `${id}`), ticket);
  }));

test("a patch request with faults is held in django, and one without is stored", on(django), () =>
  inChromium(
    django,
    "",
    async (page) => {
      await open(page, django, SUBMIT);
      await ready(page, "deskrules-form");
      await describe(page, "Patches");
      await ready(page, "deskrules-request");
      assert.equal(await page.locator("deskrules-form").count(), 0);
      await patch(page, SEND);
      const { custom_product: product, custom_window_start: start } = await stored(page);
      assert.equal(product, "Acme Report");
      assert.equal(desk.schedule("office").isOpen(start), true);
    },
    { complaints },
  ));

test("the queue says whether django's form is a request", on(django), () =>
  inChromium(django, "", async (page) => {
    await open(page, django, SUBMIT);
    await ready(page, "deskrules-form");
    await page.selectOption("#id_queue", { label: "Patches" });
    await ready(page, "deskrules-request");
    await page.selectOption("#id_queue", { label: "Incidents" });
    await ready(page, "deskrules-form");
    assert.equal(await page.locator("deskrules-request").count(), 0);
  }));

test("the widget in django speaks the language of the page", on(django), () =>
  inChromium(
    django,
    "",
    async (page) => {
      await open(page, django, SUBMIT);
      assert.equal(await page.locator("html").getAttribute("lang"), "nl");
      await ready(page, "deskrules-form");
      await page.selectOption("#id_custom_impact", "low");
      await page.selectOption("#id_custom_urgency", "low");
      await reads(page, "deskrules-form .priority", /^P4 .*geeft P4\.$/);
    },
    { context: { locale: "nl" } },
  ));

test("the keyboard alone is enough in django", on(django), () =>
  inChromium(
    django,
    "",
    async (page) => {
      await open(page, django, SUBMIT);
      await ready(page, "deskrules-form");
      for (const [field, keys] of [
        ["#id_queue", "Incidents"],
        ["#id_title", "No e-mail"],
        ["#id_body", "Since this morning."],
        ["#id_submitter_email", "requester@customer.example"],
        ["#id_custom_impact", "high"],
        ["#id_custom_urgency", "medium"],
      ]) {
        await tabTo(page, field ?? "");
        await page.keyboard.type(keys ?? "");
      }
      await reads(page, "deskrules-form .priority", /^P2 /);
      await tabTo(page, SEND);
      await page.keyboard.press("Enter");
      assert.equal((await stored(page)).priority, 2);
    },
    { complaints },
  ));

for (const [colorScheme, user] of /** @type {const} */ ([["light", "agent"], ["dark", ""]])) {
  test(`axe finds nothing in the widget in django, ${colorScheme}, and nothing moves more than a little`, on(django), () =>
    inChromium(
      django,
      user,
      async (page) => {
        await watchShifts(page);
        await open(page, django, SUBMIT);
        await ready(page, "deskrules-form");
        await page.selectOption("#id_custom_impact", "high");
        await page.selectOption("#id_custom_urgency", "medium");
        await page.selectOption("#id_priority", "4");
        await reads(page, "deskrules-form .disagree button", "Take P2");
        await passesAxe(page, "deskrules-form");
        await movedLittle(page);
        await page.selectOption("#id_queue", { label: "Patches" });
        await checkPassesAxe(page);
      },
      { context: { colorScheme }, complaints },
    ));
}

test("the widget fills in the priority in django in Firefox", on(django), () =>
  inFirefox(django, "agent", async (page) => {
    await page.goto(django.url + SUBMIT);
    await page.waitForSelector("deskrules-form[ready]");
    await page.select("#id_queue", "1");
    await page.type("#id_title", "No e-mail");
    await page.type("#id_body", "Since this morning.");
    await page.select("#id_custom_impact", "high");
    await page.select("#id_custom_urgency", "medium");
    await page.waitForFunction("document.querySelector('#id_priority').value === '2'");
    await Promise.all([page.waitForNavigation(), page.click(SEND)]);
    const [, id] = /\/tickets\/(\d+)\//.exec(page.url()) ?? [];
    assert.equal((await rest(django, `/tickets/${id}/`)).priority, 2);
  }));
