import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, onDemo } from "./browser.js";
import { passesAxe, text } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */

after(close);

/**
 * @param {Page} page
 * @param {string} impact
 * @param {string} urgency
 */
async function answer(page, impact, urgency) {
  await page.getByRole("radio", { name: impact }).check();
  await page.getByRole("radio", { name: urgency }).check();
}

/**
 * @param {Page} page
 * @param {Record<string, string>} fields - By name.
 */
async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`[name="${name}"]`).fill(value);
  }
}

const COMPLETE = {
  "product.name": "Exact Globe",
  "product.from": "4.21",
  "product.to": "4.22",
  "servers": "app-01\napp-02",
  "requestedBy.name": "Sanne de Wit",
  "requestedBy.email": "sanne@example.org",
  "installer.file": "globe-4.22.msi",
  "instructions": "Stop the service\nRun globe-4.22.msi as administrator\nStart the service",
  "releaseNotes": "https://example.org/globe/4.22",
  "rollback": "Stop the service\nRestore the snapshot of both servers\nStart the service",
  "window.start": "2026-11-25T09:00",
  "window.end": "2026-11-25T11:00",
};

test("high impact and medium urgency fill in P2 and show its two times", () =>
  onDemo(async (page) => {
    await answer(page, "A department or the organisation", "for instance until the end of the day");
    assert.equal(await page.getByLabel("Priority").inputValue(), "P2");
    assert.equal(await text(page, "#response"), "Tuesday, 24 November 2026 at 11:00 within 1 hour of office time");
    assert.equal(await text(page, "#resolution"), "Wednesday, 25 November 2026 at 10:00 within 1 working day (8 hours) of office time");
    assert.equal(await page.locator("#resolution time").getAttribute("datetime"), "2026-11-25T10:00:00+01:00");
    assert.equal(await text(page, "#escalation li:nth-child(1)"), "Line 2 Tuesday, 24 November 2026 at 14:00");
    assert.equal(await text(page, ".why"), "Impact high × urgency medium = P2");
  }));

test("the keyboard alone reaches the same priority", () =>
  onDemo(async (page) => {
    await page.getByRole("radio").first().waitFor();
    await page.getByLabel("Subject").focus();
    const tab = async () => page.keyboard.press("Tab");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("name"));
    for (let step = 0; step < 20 && (await focused()) !== "impact"; step++) {
      await tab();
    }
    await page.keyboard.press("Space");
    await tab();
    assert.equal(await focused(), "urgency");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.getByLabel("Priority").inputValue(), "P2");
    await tab();
    assert.equal(await focused(), "priority");
  }));

test("the fourth priority is solved by agreement", () =>
  onDemo(async (page) => {
    await answer(page, "One person cannot work", "the moment of repair is agreed on");
    assert.equal(await page.getByLabel("Priority").inputValue(), "P4");
    assert.equal(await text(page, "#response"), "Wednesday, 25 November 2026 at 10:00 within 1 working day (8 hours) of office time");
    assert.match(await text(page, "#resolution"), /^By agreement/);
    assert.equal(await page.locator("#escalation").count(), 0);
  }));

test("a priority chosen by hand counts, and says what the answers give", () =>
  onDemo(async (page) => {
    await answer(page, "A department or the organisation", "for instance until the end of the day");
    await page.getByLabel("Priority").selectOption("P1");
    assert.match(await text(page, "#response"), /at 10:30/);
    assert.equal(await text(page, ".why"), "Chosen by hand: P1. Your answers give P2.");
    await page.getByRole("radio", { name: "Several people" }).check();
    assert.equal(await page.getByLabel("Priority").inputValue(), "P3");
  }));

test("a component out of scope and a closed channel are told at their own fields", () =>
  onDemo(async (page) => {
    await answer(page, "One person cannot work", "must be restored at once");
    await fill(page, { component: "printer", reportedAt: "2026-11-24T20:00" });
    await page.getByLabel("Channel").selectOption("phone");
    assert.equal(await text(page, "#component-findings"), "! Warning printer is not in the agreement's scope In scope: network, server");
    assert.equal(await text(page, "#channel-findings"), "i Note Phone is closed at that moment The clock starts at the next opening");
    assert.equal(await page.getByLabel("Component").getAttribute("aria-describedby"), "component-hint component-findings");
    await fill(page, { component: "server" });
    assert.equal(await page.locator("#component-findings").count(), 0);
  }));

test("a moment that cannot be read is told at its field", () =>
  onDemo(async (page) => {
    await page.getByLabel("Priority").selectOption("P1");
    await fill(page, { reportedAt: "" });
    assert.match(await text(page, "#reportedAt-findings"), /This is not a moment in time/);
    assert.equal(await page.getByLabel("Reported at").getAttribute("aria-invalid"), "true");
  }));

test("another language keeps what was filled in, and stands in the address", () =>
  onDemo(
    async (page) => {
      assert.equal(await page.locator("html").getAttribute("lang"), "nl");
      await answer(page, "Afdeling of organisatie", "eind van de dag");
      await fill(page, { subject: "Niemand kan inloggen", "product.name": "Exact Globe" });
      await page.getByRole("button", { name: "Verzoek controleren" }).click();
      assert.equal(await text(page, "#response time"), "dinsdag 24 november 2026 om 11:00");
      await page.getByRole("button", { name: "English" }).click();
      await page.locator("html[lang=en]").waitFor();
      assert.equal(await page.getByLabel("Subject").inputValue(), "Niemand kan inloggen");
      assert.equal(await page.getByRole("radio", { name: "A department or the organisation" }).isChecked(), true);
      assert.equal(await text(page, "#response time"), "Tuesday, 24 November 2026 at 11:00");
      assert.match(await text(page, "#summary-title"), /This request is not complete yet: 8 errors/);
      assert.equal(await page.getByLabel("Product").inputValue(), "Exact Globe");
      assert.equal(new URL(page.url()).searchParams.get("lang"), "en");
      assert.equal(await page.title(), "Deskrules: priority and times from two questions");
    },
    { lang: "" },
  ));

test("every finding of a patch request sits at its own field", () =>
  onDemo(async (page) => {
    await fill(page, { "window.start": "2026-11-24T20:00", "window.end": "2026-11-24T22:00" });
    await page.getByRole("button", { name: "Check the request" }).click();
    const invalid = await page.locator("#request [aria-invalid=true]").evaluateAll((fields) => fields.map((field) => field.getAttribute("name")));
    const wanted = ["product.name", "product.to", "servers", "requestedBy.name", "requestedBy.email"];
    assert.deepEqual(invalid, [...wanted, "installer.file", "instructions", "releaseNotes", "rollback", "window.start"]);
    for (const name of invalid) {
      const described = await page.locator(`[name="${name}"]`).getAttribute("aria-describedby");
      assert.ok(described?.split(" ").includes(`${name}-findings`), `${name} names its finding`);
      assert.match(await text(page, `[id="${name}-findings"]`), /^✕ Error /);
    }
    assert.equal(await page.evaluate(() => document.activeElement?.id), "summary");
    assert.equal(await page.locator("#summary .links a").count(), invalid.length);
    await page.getByRole("link", { name: "The rollback scenario is missing" }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "rollback");
  }));

test("a complete patch request is accepted, with its obligations", () =>
  onDemo(async (page) => {
    await page.getByRole("button", { name: "Check the request" }).click();
    await fill(page, COMPLETE);
    assert.equal(await text(page, "#summary-title"), "✓ This request is complete");
    assert.equal(await page.locator("#request [aria-invalid], #request .findings").count(), 0);
    assert.equal(await page.locator("#obligations li").count(), 2);
  }));

test("the next window that fits is filled in by its button", () =>
  onDemo(async (page) => {
    await fill(page, { ...COMPLETE, "window.start": "2026-11-24T16:00", "window.end": "2026-11-24T18:00" });
    await page.getByRole("button", { name: "Check the request" }).click();
    assert.match(await text(page, "#summary"), /Next window that fits: Wednesday, 25 November 2026, 09:00–11:00/);
    await page.getByRole("button", { name: "Take this window" }).click();
    assert.equal(await page.locator('[name="window.start"]').inputValue(), "2026-11-25T09:00");
    assert.equal(await page.locator('[name="window.end"]').inputValue(), "2026-11-25T11:00");
    assert.equal(await text(page, "#summary-title"), "✓ This request is complete");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "window.start");
  }));

for (const lang of ["nl", "en"]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing in ${lang}, ${colorScheme}`, () =>
      onDemo(
        async (page) => {
          await page.getByRole("radio").nth(0).check();
          await page.getByRole("radio").nth(4).check();
          await fill(page, { component: "printer", "product.name": "Exact Globe" });
          await page.locator("#check").click();
          await page.locator("#component-findings").waitFor();
          await passesAxe(page);
        },
        // The page's own policy lets no script in, axe included.
        { lang, context: { colorScheme, bypassCSP: true } },
      ));
  }
}

test("a screen of 320 pixels needs no scrolling sideways", () =>
  onDemo(
    async (page) => {
      await page.getByRole("radio").nth(0).check();
      await page.getByRole("radio").nth(3).check();
      await page.locator("#check").click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    },
    { lang: "nl", context: { viewport: { width: 320, height: 640 } } },
  ));

test("where the page forbids wasm it says so in a line, and can be filled in", () =>
  onDemo(
    async (page) => {
      const trouble = page.locator("#trouble");
      await trouble.waitFor();
      assert.match(await text(page, "#trouble"), /^This page forbids WebAssembly, so priority and times are not worked out\./);
      await fill(page, { subject: "Nobody can log in" });
      await page.getByLabel("Priority").selectOption("P2");
      assert.equal(await page.getByLabel("Priority").inputValue(), "P2");
      await page.getByRole("button", { name: "Nederlands" }).click();
      await page.locator("html[lang=nl]").waitFor();
      assert.match(await text(page, "#trouble"), /^Deze pagina staat WebAssembly niet toe/);
    },
    {
      complaints: /WebAssembly|unsafe-eval/,
      before: async (page) => {
        await page.route("**/demo/?*", async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self'" } });
        });
      },
    },
  ));

test("what the text says is offered below the questions, and taken by a button", () =>
  onDemo(async (page) => {
    await page.locator("#description").fill("Nobody in the finance department can open SAP.");
    await page.getByRole("button", { name: "Take high" }).first().click();
    assert.equal(await page.locator("#impact input:checked").getAttribute("value"), "high");
    assert.match(await page.locator(".suggestions").innerText(), /urgency high|^$/);
  }));
