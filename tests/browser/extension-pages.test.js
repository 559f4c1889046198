// The popup and the options of the extension, in states that a person meets.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { calls, onExtension, settings } from "./extension.js";
import { passesAxe, reads, text } from "./widget.js";

after(close);

/** @typedef {import("./browser.js").Page} Page */
/** @typedef {import("./extension.js").State} State */

const DAY = "2026-11-24T";
const ONE = `${DAY}13:00:00+01:00`;
const event = (/** @type {string} */ time, /** @type {string} */ type) => ({ at: `${DAY}${time}:00+01:00`, type });
/**
 * @param {string} id
 * @param {string} title
 * @param {object} ticket
 * @param {string} seen
 */
const watched = (id, title, ticket, seen = "09:58") => ({ key: `https://rt.example ${id}`, title, url: `https://rt.example/Ticket/Display.html?id=${id}`, seen: Date.parse(`${DAY}${seen}:00+01:00`), ticket: { id, ...ticket } });
const LATE = watched("1", "Mail is down", { priority: "P1", reportedAt: `${DAY}08:00:00+01:00`, events: [event("08:10", "responded")] });
const RISK = watched("2", "Printer offline", { priority: "P1", reportedAt: `${DAY}09:30:00+01:00`, events: [event("09:40", "responded")] }, "12:30");
const HOLD = watched("3", "New <b>account</b>", { priority: "P2", reportedAt: `${DAY}09:30:00+01:00`, events: [event("09:40", "responded"), event("10:00", "paused")] });
const PAGE = `<title>Mail is down</title><div id="ticket"><h1>Mail is down</h1><b class="number">#17</b><time datetime="${DAY}09:00:00+01:00">today</time><i class="prio">Critical</i><i class="status">Open</i></div>`;
const FIELDS = { ticket: "#ticket", id: ".number", title: "h1", reported: "time", priority: ".prio", values: { P1: "Critical" } };
const OWN = { origin: "https://own.example", desk: "generic", fields: FIELDS };
const SETTINGS = { version: 2, sites: [{ origin: "https://rt.example", desk: "rt" }, OWN], policy: null, language: "auto", notify: false, watch: "chosen" };
const TABS = [{ id: 1, url: "https://own.example/t/17", title: "Mail is down", html: PAGE, lastAccessed: 2 }];
const GRANTED = ["https://rt.example/*", "https://own.example/*"];
const OPTIONS = { settings: SETTINGS, tabs: TABS, granted: GRANTED };

/** @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") || document.activeElement?.id || document.activeElement?.textContent);
const json = (/** @type {unknown} */ value) => ({ name: "settings.json", mimeType: "application/json", buffer: Buffer.from(typeof value === "string" ? value : JSON.stringify(value)) });
const label = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByLabel(name, { exact: true });

test("the popup lists each watched ticket with its state, time, deadline and when it was seen", () =>
  onExtension("popup", { tickets: [LATE, RISK, HOLD] }, async (page) => {
    await reads(page, ".ticket:nth-child(1)", /^Mail is down Resolution too late −\d\d:\d\d due Tuesday, 24 November 2026 at 13:00 last seen 3 hours ago Stop watching$/);
    await reads(page, ".ticket:nth-child(2)", /^Printer offline Resolution at risk \d\d:\d\d left due Tuesday, 24 November 2026 at 13:30 last seen 30 minutes ago Stop watching$/);
    await reads(page, ".ticket:nth-child(3)", "New <b>account</b> Resolution on hold 7 hours 30 minutes left no time set yet last seen 3 hours ago Stop watching");
    assert.equal(new Set(await page.locator(".chip path").evaluateAll((all) => all.map((path) => path.getAttribute("d")))).size, 3);
    assert.deepEqual(await page.locator(".ticket a").evaluateAll((all) => all.map((a) => `${a.getAttribute("href")} ${a.getAttribute("target")}`)), ["1", "2", "3"].map((id) => `https://rt.example/Ticket/Display.html?id=${id} _blank`));
  }, { at: ONE }));

test("both clocks of a ticket are there while both run, the next to breach first; an address that is a script is none", () =>
  onExtension("popup", { tickets: [{ ...LATE, url: "javascript:alert(1)", ticket: { priority: "P1", reportedAt: `${DAY}09:50:00+01:00` } }] }, async (page) => {
    await page.locator(".timer").first().waitFor();
    assert.deepEqual(await page.locator(".timer .name").allTextContents(), ["Response", "Resolution"]);
    assert.equal(await page.locator(".ticket a").getAttribute("href"), "");
  }));

test("an empty popup says how to watch a ticket, and leads to the options", () =>
  onExtension("popup", { settings: SETTINGS }, async (page) => {
    await reads(page, "#empty", /^No ticket is watched Open a ticket on one of your desks and choose Watch/);
    await page.getByRole("link", { name: "Options" }).press("Enter");
    assert.deepEqual(await calls(page), ["openOptionsPage"]);
    await page.evaluate("change({ settings: { version: 2 } })");
    await reads(page, "#how", /^First add your desk in the options/);
  }));

test("a ticket is watched no more by the keyboard, and the focus goes to the next", () =>
  onExtension("popup", { tickets: [LATE, RISK] }, async (page) => {
    await page.getByRole("button", { name: "Stop watching: Mail is down" }).press("Enter");
    await reads(page, "#status", "Not watched any more: Mail is down");
    await page.locator("#status", { hasText: "Mail is down" }).waitFor();
    assert.equal(await focused(page), "Stop watching: Printer offline");
    await page.keyboard.press("Enter");
    await reads(page, "#status", "Not watched any more: Printer offline");
    assert.equal(await page.locator("#empty").isVisible(), true);
    assert.equal(await focused(page), "title");
  }, { at: ONE }));

test("the popup wakes when what it shows changes, and keeps the focus", () =>
  onExtension("popup", { tickets: [RISK] }, async (page) => {
    await reads(page, ".chip", "running");
    await page.locator(".ticket button").focus();
    await page.clock.pauseAt(Date.parse(`${DAY}13:29:58+01:00`));
    // The clock goes on by steps: what it wakes asks the worker, and sets the next timer when that has answered.
    const becomes = async (/** @type {RegExp} */ wanted) => {
      for (let step = 0; step < 100 && !wanted.test(await text(page, ".timer")); step++) {
        await page.clock.runFor(50);
      }
      assert.match(await text(page, ".timer"), wanted);
    };
    await becomes(/at risk 00:0[12] left/);
    await becomes(/too late −00:00/);
    await becomes(/too late −00:01/);
    assert.equal(await focused(page), "Stop watching: Printer offline");
  }, { at: `${DAY}11:00:00+01:00` }));

test("what the worker cannot answer is said", () =>
  onExtension("popup", { error: { code: "newer", message: "these settings are of version 3" }, language: "nl" }, async (page) => {
    await reads(page, "#trouble", /^De tickets zijn niet te tonen: deze instellingen zijn van versie/);
  }));

test("an address is added as its origin once the browser allows it in the click", () =>
  onExtension("options", {}, async (page) => {
    await reads(page, "#no-sites", "No desk yet");
    await page.fill("#address", "  HTTPS://RT.Example:443/Ticket/Display.html?id=1 ");
    await page.press("#address", "Enter");
    await reads(page, "#status", "Added: https://rt.example");
    assert.deepEqual(await calls(page), ["request https://rt.example/*"]);
    assert.deepEqual((await settings(page)).sites, [{ origin: "https://rt.example", desk: "rt" }]);
    assert.equal(await page.inputValue("#address"), "");
    await page.fill("#address", "rt.example");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await reads(page, "#address-trouble", "https://rt.example is there already");
    await page.fill("#address", "ftp://rt.example");
    await page.press("#address", "Enter");
    await reads(page, "#address-trouble", /^This is no address of a site/);
    assert.equal(await page.getAttribute("#address", "aria-invalid"), "true");
    await page.getByRole("button", { name: "Remove https://rt.example" }).press("Enter");
    await reads(page, "#status", "Removed: https://rt.example");
    assert.deepEqual(await calls(page), ["request https://rt.example/*", "remove https://rt.example/*"]);
    assert.deepEqual((await settings(page)).sites, []);
    assert.equal(await focused(page), "sites-title");
  }));

test("an address that the browser does not allow is not added; one without access says so", () =>
  onExtension("options", { refuses: true, settings: SETTINGS, granted: ["https://own.example/*"] }, async (page) => {
    await page.fill("#address", "https://other.example");
    await page.press("#address", "Enter");
    await reads(page, "#address-trouble", /did not allow access to https:\/\/other\.example/);
    assert.deepEqual(await settings(page), SETTINGS);
    await reads(page, ".site:nth-child(1) .trouble", "There is no access to this address: no clock is shown. Allow access");
    assert.equal(await page.locator(".site:nth-child(2) .trouble").isVisible(), false);
    await page.getByRole("button", { name: "Allow access to https://rt.example" }).click();
    assert.deepEqual(await calls(page), ["request https://other.example/*", "request https://rt.example/*"]);
  }));

test("selectors say what they find as they are typed, and are saved at once", () =>
  onExtension("options", { ...OPTIONS, settings: { ...SETTINGS, sites: [{ origin: "https://own.example", desk: "generic" }] } }, async (page) => {
    await page.getByText("Where its fields are").press("Enter");
    await reads(page, ".verdict", "Found in the tab Mail is down: this is neither the page of a ticket nor a list.");
    const told = async (/** @type {string} */ name, /** @type {string} */ selector, /** @type {string} */ said) => {
      const field = label(page, name);
      await field.fill(selector);
      await reads(page, `#${await field.getAttribute("id")}-answer`, said);
    };
    await told("Ticket", "#tick", "not found");
    await told("Ticket", "#ticket", "found: Mail is down#17todayCriticalOpen");
    await reads(page, ".verdict", /There is no clock: the time of report is not found\.$/);
    await told("Reported", ".number", "no time with its offset found");
    await told("Reported", "time", "found: Tuesday, 24 November 2026 at 03:00");
    await reads(page, ".verdict", /There is no clock: neither a priority nor impact and urgency are found\.$/);
    await told("Priority", ".prio[", "this is no selector");
    assert.equal(await label(page, "Priority").getAttribute("aria-invalid"), "true");
    await told("Priority", ".prio", "found: Critical");
    await label(page, "Words of the desk").fill("P2 = High\nP1 = Urgent, Critical\nP3");
    await page.locator(".answer", { hasText: "found: Critical, which is P1" }).waitFor();
    await reads(page, ".verdict", /It has all that a clock needs\.$/);
    await told("Status", ".status", "found: Open");
    await told("On hold", "Waiting", "it is not now");
    await told("On hold", "Waiting, open", "it is now: Open");
    await reads(page, ".verdict", /it is on hold or done, and the page does not say since when\.$/);
    assert.equal(await label(page, "Words of the desk").inputValue(), "P2 = High\nP1 = Urgent, Critical\nP3");
    assert.deepEqual((await settings(page)).sites[0].fields, { ticket: "#ticket", reported: "time", priority: ".prio", values: { P2: "High", P1: "Urgent, Critical" }, status: ".status", paused: "Waiting, open" });
  }));

test("without an open tab, or with one that does not answer, the preview says what to do", () =>
  onExtension("options", { ...OPTIONS, tabs: [] }, async (page) => {
    await page.getByText("Where its fields are").click();
    await reads(page, ".verdict", /^Open a ticket or a list of this desk in another tab/);
    await page.evaluate("tabs.push({ id: 2, url: 'https://own.example/', title: 'Own' }); dispatchEvent(new Event('focus'))");
    await reads(page, ".verdict", "The open tab of this desk does not answer: load it again.");
  }));

test("a policy is checked as it is typed, and each finding leads to its place", () =>
  onExtension("options", OPTIONS, async (page) => {
    await page.fill("#policy-text", '{\n  "version": 1,,\n}');
    await reads(page, "#policy-findings", "✕ Error line 2, column 16 This is not JSON: , cannot stand here");
    await page.fill("#policy-text", '{\n  "version": 1,\n  "colour": "blue"\n}');
    await reads(page, "#policy-findings", /^✕ Error line 3, column 3 Unknown field colour/);
    assert.equal(await page.getAttribute("#policy-text", "aria-invalid"), "true");
    await page.getByRole("button", { name: "line 3, column 3" }).click();
    assert.equal(await page.locator("#policy-text").evaluate((area) => document.activeElement === area && getSelection()?.toString()), '"colour"');
    await reads(page, "#policy-verdict", "Not saved: there is one error");
    assert.equal((await settings(page)).policy, null);
  }));

test("a policy without errors is in use at once, and goes back to the one that is built in", () =>
  onExtension("options", OPTIONS, async (page) => {
    const policy = readFileSync(new URL("../../src/policy/managed-server-goud.json", import.meta.url), "utf8");
    await page.setInputFiles("#policy-file", json(policy));
    await reads(page, "#policy-verdict", "Nothing is wrong with it. It is in use.");
    await reads(page, "#in-use", "In use: a policy of your own.");
    assert.equal((await settings(page)).policy, policy);
    await page.getByRole("button", { name: "Back to managed-server-goud" }).click();
    await reads(page, "#in-use", "In use: managed-server-goud, which is built in.");
    assert.equal((await settings(page)).policy, null);
    assert.equal(await page.inputValue("#policy-text"), "");
  }));

test("language, watching and notifications are saved at once; notifications are asked for", () =>
  onExtension("options", OPTIONS, async (page) => {
    await label(page, "Every one that I open").check();
    await reads(page, "#status", "Saved");
    await label(page, "Tell me once when a watched ticket is at risk").check();
    await page.selectOption("#language", "nl");
    await reads(page, "#status", "Bewaard");
    await reads(page, "h1", "Opties van deskrules");
    assert.equal(await page.getAttribute("html", "lang"), "nl");
    assert.deepEqual(await settings(page), { ...SETTINGS, watch: "opened", notify: true, language: "nl" });
    await page.uncheck("#notify");
    await page.waitForFunction("!kept.settings.notify");
    assert.deepEqual(await calls(page), ["request notifications", "remove notifications"]);
  }));

test("notifications that the browser does not allow stay off", () =>
  onExtension("options", { refuses: true }, async (page) => {
    await page.locator("#notify").click();
    await reads(page, "#notify-trouble", "The browser did not allow notifications.");
    assert.equal(await page.isChecked("#notify"), false);
    assert.equal((await settings(page)).notify, false);
  }));

test("what is exported can be imported; access that no desk needs is given back", () =>
  onExtension("options", OPTIONS, async (page) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export" }).click()]);
    assert.equal(download.suggestedFilename(), "deskrules-settings.json");
    const exported = JSON.parse(readFileSync(await download.path(), "utf8"));
    assert.deepEqual(exported, SETTINGS);
    await page.setInputFiles("#import", json({ version: 1, sites: { "https://rt.example": "rt", "https://new.example": "django-helpdesk" }, lang: "nl" }));
    await reads(page, "#status", /^Imported\./);
    await reads(page, "h1", "Opties van deskrules");
    assert.deepEqual((await settings(page)).sites, [{ origin: "https://rt.example", desk: "rt" }, { origin: "https://new.example", desk: "django-helpdesk" }]);
    assert.deepEqual(await calls(page), ["remove https://own.example/*"]);
    await reads(page, ".site:nth-child(2) .trouble", /^Er is geen toegang tot dit adres/);
    await page.setInputFiles("#import", json(exported));
    await reads(page, "h1", "Options of deskrules");
    assert.deepEqual(await settings(page), SETTINGS);
  }));

test("an import that is no settings is refused, says where, and changes nothing", () =>
  onExtension("options", OPTIONS, async (page) => {
    for (const [given, said] of [
      ["nonsense", "Not imported, line 1, column 1: this is not JSON: n cannot stand here"],
      ["[]", "Not imported, line 1, column 1: this is no file of settings"],
      ['{ "version": 2,\n  "watch": "all" }', "Not imported, line 2, column 12: watch should be chosen, opened"],
      ['{ "version": 9 }', "Not imported, line 1, column 14: these settings are of version 9, and this extension knows 2"],
    ]) {
      await page.setInputFiles("#import", json(given));
      await reads(page, "#import-trouble", said ?? "");
    }
    assert.deepEqual(await settings(page), SETTINGS);
  }));

test("settings of a newer version are not written over, and can be exported", () =>
  onExtension("options", { settings: { version: 3, colour: "blue" } }, async (page) => {
    await reads(page, "#trouble", /^These settings are of a newer version/);
    for (const control of ["#address", "#policy-text", "#language", "#notify", "#import"]) {
      assert.equal(await page.isDisabled(control), true, control);
    }
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export" }).click()]);
    assert.deepEqual(JSON.parse(readFileSync(await download.path(), "utf8")), { version: 3, colour: "blue" });
    assert.deepEqual(await settings(page), { version: 3, colour: "blue" });
  }));

test("settings that cannot be read say where, and others can be imported in their place", () =>
  onExtension("options", { settings: { version: 2, sites: 5 } }, async (page) => {
    await reads(page, "#trouble", /^The settings that are stored cannot be read: sites should be a list\./);
    assert.equal(await page.isDisabled("#address"), true);
    await page.setInputFiles("#import", json(SETTINGS));
    await reads(page, ".site:nth-child(1) h3", "https://rt.example");
    assert.equal(await page.isDisabled("#address"), false);
    assert.equal(await page.locator("#trouble").isVisible(), false);
  }));

test("what another page changes is shown", () =>
  onExtension("options", OPTIONS, async (page) => {
    await reads(page, ".site:nth-child(1) h3", "https://rt.example");
    await page.evaluate((next) => /** @type {any} */ (globalThis).change({ settings: next }), { ...SETTINGS, sites: [OWN], language: "nl", watch: "opened" });
    await reads(page, ".site h3", "https://own.example");
    await reads(page, "h1", "Opties van deskrules");
    assert.equal(await label(page, "Elk ticket dat ik open").isChecked(), true);
    await page.locator("summary").click();
    await label(page, "Ticket").fill("#other");
    await page.evaluate((next) => /** @type {any} */ (globalThis).change({ settings: next }), { ...SETTINGS, sites: [OWN], language: "en" });
    await reads(page, "h1", "Options of deskrules");
    // Not what has the focus.
    assert.equal(await label(page, "Ticket").inputValue(), "#other");
    assert.equal(await label(page, "Number").inputValue(), ".number");
  }));

for (const language of ["en", "nl"]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const look = { at: ONE, context: { bypassCSP: true, colorScheme, viewport: { width: 320, height: 640 } } };
    const fits = async (/** @type {Page} */ page) => assert.ok((await page.evaluate("document.documentElement.scrollWidth")) <= 320);
    const spoken = async (/** @type {Page} */ page) => {
      const words = JSON.parse(readFileSync(new URL(`../../www/extension/locales/${language}.json`, import.meta.url), "utf8")).ui;
      const keys = await page.locator("[data-words]").evaluateAll((all) => all.map((node) => /** @type {HTMLElement} */ (node).dataset["words"] ?? ""));
      assert.deepEqual(keys.filter((key) => !words[key]), []);
    };
    test(`the popup is accessible at 320 pixels, in ${language}, ${colorScheme}`, async () => {
      await onExtension("popup", { language, tickets: [LATE, RISK, HOLD], settings: SETTINGS }, async (page) => {
        await page.locator(".ticket").first().waitFor();
        await passesAxe(page);
        await fits(page);
        await spoken(page);
      }, look);
      await onExtension("popup", { language }, async (page) => {
        await page.locator("#empty").waitFor();
        await passesAxe(page);
      }, look);
    });
    test(`the options are accessible at 320 pixels, in ${language}, ${colorScheme}`, () =>
      onExtension("options", { ...OPTIONS, language, granted: [] }, async (page) => {
        await page.locator("summary").click();
        await page.locator(".answer.found").first().waitFor();
        await page.fill("#policy-text", '{ "colour": 1 }');
        await page.locator("#policy-findings li").first().waitFor();
        await page.fill("#address", "ftp://x");
        await page.press("#address", "Enter");
        await page.setInputFiles("#import", json("[]"));
        await page.locator("#import-trouble:not(:empty)").waitFor();
        await passesAxe(page);
        await fits(page);
        await spoken(page);
      }, look));
  }
}
