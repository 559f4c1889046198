import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./browser.js";
import { onSite, STRICT, TRUSTED } from "./site.js";
import { passesAxe, reads, ready, SCRIPT, setTime, shifted, text, until, watchShifts } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */

after(close);

const FIELD = (/** @type {string} */ label, /** @type {string} */ attributes) => `<p><label>${label} <input ${attributes}></label></p>`;
const AREA = (/** @type {string} */ label, /** @type {string} */ attributes) => `<p><label>${label} <textarea ${attributes}></textarea></label></p>`;
const FIELDS = [
  FIELD("Product", 'name="product.name"'),
  FIELD("New version", 'name="product.to"'),
  AREA("Servers", 'name="servers"'),
  FIELD("Your name", 'name="cf-7" data-deskrules="requestedBy.name"'),
  FIELD("Your mail", 'name="cf-8" type="email" data-deskrules="requestedBy.email"'),
  FIELD("File", 'name="installer.file" aria-describedby="own-hint"'),
  '<p id="own-hint">As the supplier calls it</p>',
  AREA("How", 'name="instructions"'),
  AREA("Notes", 'name="releaseNotes"'),
  AREA("Undo", 'name="cf-9" data-deskrules="rollback.steps"'),
  FIELD("From", 'name="window.start" type="datetime-local"'),
  FIELD("Until", 'name="window.end" type="datetime-local"'),
].join("");
const FORM = `<deskrules-request kind="patch"><form action="/sent"><input type="hidden" name="submit" value="x">${FIELDS}<button id="send" name="via" value="button">Send</button></form></deskrules-request>`;
/** By label. */
const COMPLETE = {
  "Product": "Exact Globe",
  "New version": "4.22",
  "Servers": "app-01\napp-02",
  "Your name": "Sanne de Wit",
  "Your mail": "sanne@example.org",
  "File": "globe-4.22.msi",
  "How": "Stop the service\nRun globe-4.22.msi as administrator\nStart the service",
  "Notes": "https://example.org/globe/4.22",
  "Undo": "Stop the service\nRestore the snapshot of both servers\nStart the service",
  "From": "2026-11-25T09:00",
  "Until": "2026-11-25T11:00",
};

/**
 * @param {Page} page
 * @param {Record<string, string>} fields - By label.
 */
async function fill(page, fields) {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** @param {Page} page */
const send = (page) => page.getByRole("button", { name: "Send" }).click();

test("a request with faults is held: a message at each field, and a summary that takes the focus", () =>
  onSite(
    FORM,
    async (page, _, sent) => {
      await ready(page, "deskrules-request");
      assert.equal(await page.locator("[aria-invalid], .deskrules-findings").count(), 0);
      assert.equal(await page.locator("form").evaluate((form) => /** @type {HTMLFormElement} */ (form).checkValidity()), true);
      await send(page);
      await reads(page, "deskrules-request h2", /This request is not complete yet: 9 errors/);
      const invalid = await page.locator("[aria-invalid=true]").evaluateAll((fields) => fields.map((field) => field.getAttribute("name")));
      assert.deepEqual(invalid, ["product.name", "product.to", "servers", "cf-7", "cf-8", "installer.file", "instructions", "releaseNotes", "cf-9"]);
      for (const name of invalid) {
        const field = page.locator(`[name="${name}"]`);
        const described = ((await field.getAttribute("aria-describedby")) ?? "").split(" ");
        assert.match(await text(page, `[id="${described.at(-1)}"]`), /^✕ Error /);
        assert.notEqual(await field.evaluate((one) => /** @type {HTMLInputElement} */ (one).validationMessage), "");
      }
      assert.match((await page.getByLabel("File").getAttribute("aria-describedby")) ?? "", /^own-hint deskrules-findings-\d+$/);
      assert.equal(await page.locator("deskrules-request").evaluate((element) => element.shadowRoot?.activeElement?.part.value), "summary");
      assert.equal(sent.length, 0);
      await page.getByRole("link", { name: "The rollback scenario is missing" }).click();
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "cf-9");
    },
    { head: SCRIPT },
  ));

test("messages go as the person types, and a complete request is sent with its button", () =>
  onSite(
    FORM,
    async (page, _, sent) => {
      await ready(page, "deskrules-request");
      await page.evaluate(() => {
        /** @type {boolean[]} */
        const checked = [];
        Object.assign(globalThis, { checked });
        document.body.addEventListener("deskrules-checked", (event) => checked.push(/** @type {CustomEvent} */ (event).detail.accepted));
      });
      await send(page);
      await reads(page, "deskrules-request h2", /9 errors/);
      await page.getByLabel("Product").fill("Exact Globe");
      await reads(page, "deskrules-request h2", /8 errors/);
      assert.equal(await page.getByLabel("Product").getAttribute("aria-invalid"), null);
      assert.equal(await page.getByLabel("Product").evaluate((one) => /** @type {HTMLInputElement} */ (one).validationMessage), "");
      await fill(page, COMPLETE);
      await reads(page, "deskrules-request h2", "✓ This request is complete");
      assert.equal(await page.locator("[aria-invalid], .deskrules-findings").count(), 0);
      assert.equal(await page.locator("deskrules-request .obligations li").count(), 2);
      const checked = /** @type {boolean[]} */ (await page.evaluate("checked"));
      assert.deepEqual([checked[0], checked.at(-1)], [false, true]);
      await send(page);
      await page.getByText("Sent").waitFor();
      assert.deepEqual([sent.length, sent[0]?.get("via"), sent[0]?.get("product.name"), sent[0]?.get("cf-9")?.split(/\r?\n/).length], [1, "button", "Exact Globe", 3]);
    },
    { head: SCRIPT },
  ));

test("the next window that fits is filled in by its button", () =>
  onSite(
    FORM,
    async (page, _, sent) => {
      await ready(page, "deskrules-request");
      await fill(page, { ...COMPLETE, From: "2026-11-24T16:00", Until: "2026-11-24T18:00" });
      await send(page);
      await reads(page, "deskrules-request .offer", "Next window that fits: Wednesday, 25 November 2026, 09:00–11:00 Take this window");
      // A field that is left by the press of the button says that it changed, and is checked again.
      await page.getByLabel("Notes").pressSequentially("/");
      await page.getByRole("button", { name: "Take this window" }).click();
      assert.equal(await page.getByLabel("From").inputValue(), "2026-11-25T09:00");
      assert.equal(await page.getByLabel("Until").inputValue(), "2026-11-25T11:00");
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "window.start");
      await reads(page, "deskrules-request h2", "✓ This request is complete");
      assert.equal(sent.length, 0);
    },
    { head: SCRIPT },
  ));

test("a window that could begin at once begins at a quarter past, so that there is time to send it", () =>
  onSite(
    FORM,
    async (page) => {
      await ready(page, "deskrules-request", "2026-11-24T10:00:30.500+01:00");
      await fill(page, { ...COMPLETE, From: "", Until: "" });
      await page.locator("deskrules-request").evaluate((request) => /** @type {any} */ (request).check());
      await reads(page, "deskrules-request .offer", /Tuesday, 24 November 2026, 10:15–\d\d:15 Take this window$/);
      await page.getByRole("button", { name: "Take this window" }).click();
      assert.equal(await page.getByLabel("From").inputValue(), "2026-11-24T10:15");
      await reads(page, "deskrules-request h2", "✓ This request is complete");
    },
    { head: SCRIPT },
  ));

test("a warning holds nobody, and the browser's own checks still do", () =>
  onSite(
    FORM.replace('name="product.to"', 'name="product.to" pattern="[0-9.]+" title="digits"'),
    async (page, _, sent) => {
      await ready(page, "deskrules-request");
      await fill(page, { ...COMPLETE, "New version": "4.22-beta" });
      await send(page);
      await reads(page, "deskrules-request h2", "✓ This request is complete");
      assert.equal(sent.length, 0);
      await fill(page, { "New version": "4.22" });
      await send(page);
      await page.getByText("Sent").waitFor();
    },
    { head: SCRIPT },
  ));

test("fields of another's naming are found by their label, and a change is checked", () =>
  onSite(
    `<form id="change" action="/sent">${FIELD("Title", 'name="t"')}${FIELD("Mailbox", 'name="m"')}<p><span>Who asks:</span> <input name="w" aria-label="Requester"></p><button>Send</button></form>
     <deskrules-request kind="change" form="#change" fields='{"title":"Title","requestedBy.name":"Who asks","description":"m"}'></deskrules-request>`,
    async (page) => {
      await ready(page, "deskrules-request");
      await send(page);
      await reads(page, "deskrules-request h2", /not complete/);
      const invalid = await page.locator("[aria-invalid=true]").evaluateAll((fields) => fields.map((field) => field.getAttribute("name")));
      assert.deepEqual(invalid, ["t", "w"]);
    },
    { head: SCRIPT },
  ));

test("nobody is held for what the form has no field for; the console and the summary name it", () => {
  /** @type {string[]} */
  const warned = [];
  return onSite(
    FORM.replace(AREA("Undo", 'name="cf-9" data-deskrules="rollback.steps"'), ""),
    async (page, _, sent) => {
      await ready(page, "deskrules-request");
      await fill(page, Object.fromEntries(Object.entries(COMPLETE).filter(([label]) => label !== "Undo" && label !== "Product")));
      await send(page);
      await reads(page, "deskrules-request h2", /not complete yet: 2 errors/);
      await reads(page, "deskrules-request .links li:last-child", "✕ Error The rollback scenario is missing (this form has no field for it)");
      assert.equal(sent.length, 0);
      await fill(page, { Product: "Exact Globe" });
      await send(page);
      await page.getByText("Sent").waitFor();
      assert.equal(sent.length, 1);
      assert.deepEqual(warned, ["deskrules-request: the form has no field for `rollback`: name it in `fields`; nobody is held for what they cannot fill in"]);
    },
    { head: SCRIPT, before: async (page) => void page.on("console", (message) => warned.push(message.text())) },
  );
});

test("a field that is not there is named in one warning, and the form is sent", () => {
  /** @type {string[]} */
  const warned = [];
  return onSite(
    FORM.replace('kind="patch"', `kind="patch" fields='{"servers":"#gone"}'`),
    async (page, _, sent) => {
      await page.locator("deskrules-request:defined").waitFor();
      await until(page, () => warned.length > 0 || setTime(page, "2099-01-01T00:00:00Z").then(() => false));
      await send(page);
      await page.getByText("Sent").waitFor();
      assert.equal(sent.length, 1);
      assert.deepEqual(warned, ["deskrules-request: found no field `#gone`; the form works without"]);
    },
    { head: SCRIPT, complaints: /found no field/, before: async (page) => void page.on("console", (message) => warned.push(message.text())) },
  );
});

test("where the wasm does not load, the form is sent", () =>
  onSite(
    FORM,
    async (page, _, sent) => {
      await page.locator("deskrules-request:defined").waitFor();
      await send(page);
      await page.getByText("Sent").waitFor();
      assert.equal(sent.length, 1);
    },
    { head: SCRIPT, broken: ["/wasm/deskrules_bg.wasm"], complaints: /404|could not be loaded/ },
  ));

test("a request is checked by a worker where the page forbids wasm", () =>
  onSite(
    FORM,
    async (page, _, sent) => {
      await ready(page, "deskrules-request");
      await send(page);
      await reads(page, "deskrules-request h2", /9 errors/);
      await fill(page, COMPLETE);
      await reads(page, "deskrules-request h2", "✓ This request is complete");
      await send(page);
      await page.getByText("Sent").waitFor();
      assert.equal(sent.length, 1);
    },
    { head: SCRIPT, csp: STRICT + TRUSTED },
  ));

test("markup in what was filled in stays text", () =>
  onSite(
    FORM,
    async (page) => {
      await ready(page, "deskrules-request");
      await fill(page, { "Your mail": "<img src=x>" });
      await send(page);
      await reads(page, "[data-deskrules='requestedBy.email'] ~ img, deskrules-request .links li:nth-child(5)", /<img src=x>/);
      assert.equal(await page.locator("img").count(), 0);
    },
    { head: SCRIPT },
  ));

for (const lang of ["nl", "en"]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing in the request in ${lang}, ${colorScheme}, and it fits 320 pixels`, () =>
      onSite(
        FORM,
        async (page) => {
          await ready(page, "deskrules-request");
              const moved = await shifted(page);
          assert.ok(moved <= 0.05, `layout shift ${moved}`);
          await page.locator("[name='product.name']").fill("n/a");
          await page.locator("[name='window.start']").fill("2026-11-24T20:00");
          await page.locator("#send").click();
          await reads(page, "deskrules-request h2", /errors|fouten/);
          await passesAxe(page);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
        },
        { head: SCRIPT, lang, before: watchShifts, context: { colorScheme, viewport: { width: 320, height: 640 } } },
      ));
  }
}
