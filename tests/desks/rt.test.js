import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { load } from "deskrules";
import { passesAxe, reads, watchShifts } from "../browser/widget.js";
import { close, forRequester, inChromium, inFirefox, on, open, rest, rt, rtQueue, rtTicket, ticketId } from "./desks.js";
import { allowsWasm, checkPassesAxe, forbidWasm, listed, movedLittle, patch, ready, shown, tabTo, ticketOf } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */

const SEND = "form[name=TicketCreate] [name=SubmitTicket]:visible";
const PLUGIN = new URL("../../www/desks/rt/RT-Extension-Deskrules/", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
const MODULE = `/static/deskrules/${version}/desks/rt.js`;
const desk = await load();
const office = desk.schedule("office");

/** axe looks for styles where they are not. */
const complaints = /preload assets/;
const PEOPLE = { agent: "/Ticket/Create.html", requester: "/SelfService/Create.html" };

after(close);

/**
 * Opens the form of a queue.
 * @param {Page} page
 * @param {keyof typeof PEOPLE} who
 * @param {string} name
 */
async function create(page, who, name) {
  const { id, field } = await rtQueue(name);
  await open(page, rt, `${PEOPLE[who]}?Queue=${id}`);
  return field;
}

/** @param {Page} page */
async function stored(page) {
  await page.waitForURL(/Display/);
  return rtTicket(ticketId(page));
}

for (const who of /** @type {const} */ (["agent", "requester"])) {
  for (const isForbidden of [false, true]) {
    const where = isForbidden ? ", on a page that forbids wasm" : "";
    test(`the answers of ${who} in rt fill in the priority, and it is stored${where}`, on(rt), () =>
      inChromium(rt, who, async (page) => {
        if (isForbidden) {
          await forbidWasm(page, rt);
        }
        const field = await create(page, who, "Incidents");
        assert.equal(await allowsWasm(page), !isForbidden);
        await ready(page, "deskrules-form");
        assert.equal(await page.inputValue("[name=InitialPriority]"), "");
        await page.fill("[name=Subject]", "No e-mail");
        await page.selectOption(field("Impact"), "High");
        await page.selectOption(field("Urgency"), "Medium");
        await reads(page, "deskrules-form .priority", "P2 Impact high × urgency medium gives P2.");
        assert.equal(await page.inputValue("[name=InitialPriority]"), "75");
        await page.click(SEND);
        const { fields, Priority } = await stored(page);
        assert.deepEqual([fields, Priority], [{ Impact: "High", Urgency: "Medium" }, "75"]);
      }));
  }
}

test("the times that the widget shows in rt are those of rt's own agreement", on(rt), () =>
  inChromium(rt, "agent", async (page) => {
    const field = await create(page, "agent", "Incidents");
    await ready(page, "deskrules-form");
    await page.fill("[name=Subject]", "No e-mail");
    await forRequester(page);
    await page.selectOption(field("Impact"), "High");
    await page.selectOption(field("Urgency"), "High");
    await page.selectOption("[name=SLA]", "P1");
    await reads(page, "deskrules-form .priority", /^P1 /);
    const before = await shown(page);
    await page.click(SEND);
    const { id, Created, Due, SLA, Priority } = await stored(page);
    assert.deepEqual([before.priority, SLA, Priority], ["P1", "P1", "100"]);
    // A deadline exactly at closing time is the next opening in RT.
    const asInRt = (/** @type {number} */ due) => Date.parse(office.nextOpen(due) ?? "");
    const [early, late] = [asInRt(before.resolution - 60_000), asInRt(before.resolution + 60_000)];
    assert.ok(early <= Date.parse(Due) && Date.parse(Due) <= late, `${Due}, not ${new Date(before.resolution)}`);
    const ticket = await ticketOf(page, MODULE);
    const { events, ...rest } = ticket;
    assert.deepEqual(rest, { id: `${id}`, reportedAt: Created, priority: "P1" });
    const { resolution } = desk.track(ticket, Created);
    assert.equal(asInRt(Date.parse(resolution?.due ?? "")), Date.parse(Due));
    assert.deepEqual(events, []);
  }));

test("what happened to a ticket of rt is read from its history, and lists are read in pages", on(rt), () =>
  inChromium(rt, "agent", async (page) => {
    const field = await create(page, "agent", "Incidents");
    await ready(page, "deskrules-form");
    await page.fill("[name=Subject]", "Waits");
    await page.selectOption(field("Impact"), "Low");
    await page.selectOption(field("Urgency"), "Low");
    await page.click(SEND);
    const { id } = await stored(page);
    for (const status of ["stalled", "open", "resolved", "open"]) {
      await open(page, rt, `/Ticket/Modify.html?id=${id}`);
      await page.selectOption("form[name=TicketModify] select[name=Status]", status, { force: true });
      await page.locator("form[name=TicketModify] [name=SubmitTicket]:visible").first().click();
      await page.waitForLoadState();
    }
    await open(page, rt, `/Ticket/Display.html?id=${id}`);
    const { events, priority } = await ticketOf(page, MODULE);
    assert.deepEqual(events.map((/** @type {{ type: string }} */ { type }) => type), ["paused", "resumed", "resolved", "reopened"]);
    assert.equal(priority, "P4");
    assert.equal(desk.track({ id: `${id}`, priority, reportedAt: events[0].at, events }, events[3].at).findings.length, 0);
    await open(page, rt, `/Search/Results.html?Query=${encodeURIComponent(`id = ${id}`)}`);
    assert.deepEqual(await listed(page, MODULE, `${id}`), { id: `${id}`, reportedAt: (await rtTicket(id)).Created, priority, events });
  }));

for (const who of /** @type {const} */ (["agent", "requester"])) {
  test(`a patch request of ${who} with faults is held in rt, and one without is stored`, on(rt), () =>
    inChromium(rt, who, async (page) => {
      const field = await create(page, who, "Patches");
      await page.fill("[name=Subject]", "Acme Report 4.3.1");
      await patch(page, SEND, field);
      const { fields } = await stored(page);
      assert.equal(fields["Product"], "Acme Report");
      assert.equal(office.isOpen(fields["Window start"]), true);
    }));
}

test("the widget in rt speaks the language of its user", on(rt), () =>
  inChromium(rt, "agent-nl", async (page) => {
    const field = await create(page, "agent", "Incidents");
    await ready(page, "deskrules-form");
    await page.selectOption(field("Impact"), "Low");
    await page.selectOption(field("Urgency"), "Low");
    await reads(page, "deskrules-form .priority", /^P4 .*geeft P4\.$/);
  }));

test("the keyboard alone is enough in rt", on(rt), () =>
  inChromium(rt, "requester", async (page) => {
    const field = await create(page, "requester", "Incidents");
    await ready(page, "deskrules-form");
    await tabTo(page, "[name=Subject]");
    await page.keyboard.type("No e-mail");
    for (const [name = "", level = ""] of [["Impact", "High"], ["Urgency", "Medium"]]) {
      await tabTo(page, `.bootstrap-select:has(select${field(name)}) > button`);
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowDown");
      while (!(await page.locator(".bootstrap-select.show li.active, .bootstrap-select.show li:has(a.active)").first().innerText()).includes(level)) {
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Enter");
    }
    await reads(page, "deskrules-form .priority", /^P2 /);
    await tabTo(page, SEND);
    await page.keyboard.press("Enter");
    assert.equal((await stored(page)).Priority, "75");
  }));

for (const who of /** @type {const} */ (["agent", "requester"])) {
  test(`axe finds nothing in the widget in rt for ${who}, and nothing moves more than a little`, on(rt), () =>
    inChromium(
      rt,
      who,
      async (page) => {
        await watchShifts(page);
        const field = await create(page, who, "Incidents");
        await ready(page, "deskrules-form");
        await movedLittle(page);
        await page.selectOption(field("Impact"), "High");
        await page.selectOption(field("Urgency"), "Medium");
        await page.selectOption("[name=InitialPriority]", "25", { force: true });
        await reads(page, "deskrules-form .disagree button", "Take P2");
        await passesAxe(page, "deskrules-form");
        await create(page, who, "Patches");
        await checkPassesAxe(page);
      },
      { complaints },
    ));
}

for (const who of /** @type {const} */ (["agent", "requester"])) {
  for (const viewport of [{ width: 1280, height: 720 }, { width: 320, height: 640 }]) {
    test(`nothing moves more than a little in rt for ${who}, whatever the queue asks, at ${viewport.width} pixels`, on(rt), () =>
      inChromium(
        rt,
        who,
        async (page) => {
          await watchShifts(page);
          // RT's own queue has no custom fields.
          for (const [queue = "", element = "", questions] of [["General", "deskrules-form", 2], ["Incidents", "deskrules-form", 0], ["Patches", "deskrules-request", 0]]) {
            // RT moves a lot while it loads, on a narrow screen more than this: what the widget moves is what moves after that.
            /** @type {(() => void) | undefined} */
            let release;
            await page.route(/elements\/start\.js/, (route) => void (release = () => void route.continue()));
            await create(page, who, `${queue}`);
            await page.evaluate(async () => {
              await document.fonts.ready;
              Object.assign(globalThis, { shifted: 0 });
            });
            release?.();
            await page.unrouteAll();
            await ready(page, `${element}`);
            assert.equal(await page.locator("deskrules-form fieldset:visible").count(), questions, `${queue}`);
            await movedLittle(page);
          }
        },
        { context: { viewport } },
      ));
  }
}

test("rt sends wasm as wasm, and the plugin says the version of the package in every address", on(rt), () =>
  inChromium(rt, "agent", async (page) => {
    /** @type {string[]} */
    const asked = [];
    page.on("response", (response) => {
      if (response.url().includes("/static/deskrules/")) {
        asked.push(response.url());
      }
    });
    const wasm = page.waitForResponse(/\.wasm$/);
    await create(page, "agent", "Incidents");
    await ready(page, "deskrules-form");
    assert.equal((await wasm).headers()["content-type"], "application/wasm");
    assert.ok(asked.length > 5);
    assert.deepEqual(asked.filter((url) => !url.includes(`/static/deskrules/${version}/`)), []);
    assert.match(readFileSync(new URL("lib/RT/Extension/Deskrules.pm", PLUGIN), "utf8"), new RegExp(`VERSION = '${version}'`));
  }));

test("the widget fills in the priority in rt in Firefox", on(rt), () =>
  inFirefox(rt, "agent", async (page) => {
    const { id, field } = await rtQueue("Incidents");
    await page.evaluate((url) => void (location.href = url), `/Ticket/Create.html?Queue=${id}`);
    await page.waitForSelector("deskrules-form[ready]");
    await page.type("[name=Subject]", "No e-mail");
    await page.select(`select${field("Impact")}`, "High");
    await page.select(`select${field("Urgency")}`, "Medium");
    await page.waitForFunction("document.querySelector('[name=InitialPriority]').value === '75'");
    const send = () => /** @type {HTMLElement | null} */ (document.querySelector("form[name=TicketCreate] [name=SubmitTicket]"))?.click();
    await Promise.all([page.waitForNavigation(), page.evaluate(send)]);
    const [, ticket] = /id=(\d+)/.exec(page.url()) ?? [];
    assert.equal((await rest(rt, `/ticket/${ticket}`)).Priority, "75");
  }));
