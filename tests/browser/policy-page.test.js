import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { lint, load } from "../../pkg/client/node-import.js";
import { close, onDemo } from "./browser.js";
import { passesAxe, reads, text } from "./widget.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./browser.js").Options & { lang?: string }} Options */

const CELL = (/** @type {number} */ row, /** @type {number} */ column) => `#matrix tbody tr:nth-child(${row}) td:nth-of-type(${column}) strong`;

after(close);

/**
 * Opens the page, with the example in its field.
 * @param {(page: Page) => Promise<void>} work
 * @param {Options} [options]
 */
function onPolicy(work, options = {}) {
  return onDemo(
    async (page) => {
      await page.locator("#weeks svg").first().waitFor();
      await work(page);
    },
    { ...options, file: "policy.html" },
  );
}

/** @param {Page} page */
const written = (page) => page.locator("#document").inputValue();

/**
 * Writes another document in the field, as somebody who types.
 * @param {Page} page
 * @param {(before: string) => string} change
 */
async function type(page, change) {
  await page.locator("#document").fill(change(await written(page)));
}

/**
 * Fills in one of the forms and writes it into the document.
 * @param {Page} page
 * @param {string} form
 * @param {Record<string, string>} fields - By id.
 */
async function change(page, form, fields) {
  for (const [id, value] of Object.entries(fields)) {
    const field = page.locator(`#${id}`);
    await ((await field.evaluate((element) => element.tagName)) === "SELECT" ? field.selectOption(value) : field.fill(value));
  }
  await page.locator(`#${form} button`).click();
}

/** @param {Page} page */
async function downloaded(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("the first page of the demo leads to it and it leads back, in the same language", () =>
  onDemo(async (page) => {
    await page.getByRole("link", { name: "Agreement" }).click();
    await page.getByRole("heading", { level: 1, name: "Edit an agreement" }).waitFor();
    await reads(page, CELL(1, 1), "P1");
    await page.getByRole("link", { name: "Request a patch" }).click();
    await page.getByRole("heading", { level: 1, name: "Request a patch" }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get("lang"), "en");
  }));

test("the example fits together: its matrix and its targets are shown", () =>
  onPolicy(async (page) => {
    await reads(page, "#verdict", "✓ The document fits together");
    const rows = await page.locator("#matrix tbody tr").evaluateAll((all) => all.map((row) => [...row.querySelectorAll("th, strong")].map((cell) => cell.textContent)));
    assert.deepEqual(rows, [["High", "P1", "P2", "P3"], ["Medium", "P2", "P3", "P3"], ["Low", "P3", "P3", "P4"]]);
    assert.equal(await text(page, "#targets tbody tr:nth-child(2)"), "P2 1 hour 1 working day (8 hours)");
    assert.equal(await text(page, "#targets tbody tr:nth-child(4)"), "P4 1 working day (8 hours) By agreement");
  }));

test("what is typed into the document changes the matrix", () =>
  onPolicy(async (page) => {
    await type(page, (before) => before.replace('"high": { "high": "P1"', '"high": { "high": "P2"'));
    await reads(page, CELL(1, 1), "P2");
    await page.keyboard.press("Control+z");
    await reads(page, CELL(1, 1), "P1");
  }));

test("a cell that the form writes changes the matrix, and nothing else of the text", () =>
  onPolicy(async (page) => {
    const before = await written(page);
    await change(page, "change-cell", { "cell-impact": "low", "cell-urgency": "low", "cell-priority": "P2" });
    await reads(page, CELL(3, 3), "P2");
    const line = before.split("\n").findIndex((one) => one.includes('"low": "P4"'));
    assert.equal(await text(page, "#change-cell .said"), `Written on line ${line + 1}.`);
    assert.equal(await written(page), before.replace('"low": "P4"', '"low": "P2"'));
    await page.getByRole("button", { name: "Undo" }).click();
    await reads(page, CELL(3, 3), "P4");
    assert.equal(await written(page), before);
    await page.getByRole("button", { name: "Redo" }).click();
    await reads(page, CELL(3, 3), "P2");
  }));

test("a value that is being changed stays when the document is read anew, and is written after what was typed", () =>
  onPolicy(async (page) => {
    await page.locator("#cell-priority").selectOption("P4");
    await type(page, (before) => before.replace('"high": "P2"', '"high": "P1"'));
    await reads(page, CELL(2, 1), "P1");
    assert.equal(await page.locator("#cell-priority").inputValue(), "P4");
    await page.locator("#document").evaluate((area) => {
      /** @type {HTMLTextAreaElement} */ (area).value = /** @type {HTMLTextAreaElement} */ (area).value.replace("{", "{\n");
      /** @type {HTMLElement} */ (document.querySelector("#change-cell button")).click();
    });
    await reads(page, CELL(1, 1), "P4");
    assert.ok((await written(page)).startsWith("{\n\n"));
  }));

test("a cell that is taken out stands in the matrix as none, with a warning", () =>
  onPolicy(async (page) => {
    await change(page, "change-cell", { "cell-impact": "high", "cell-urgency": "high", "cell-priority": "" });
    await reads(page, "#matrix tbody tr:nth-child(1) td:nth-of-type(1)", "none");
    await reads(page, "#verdict", "✓ Found: 1 warning");
    assert.ok((await written(page)).includes('"high": { "medium": "P2", "low": "P3" }'));
  }));

test("a target that the form writes stands in the table", () =>
  onPolicy(async (page) => {
    await change(page, "change-target", { "target-priority": "P1", "target-kind": "resolution", "target-unit": "minutes", "target-amount": "90" });
    await reads(page, "#targets tbody tr:nth-child(1)", "P1 30 minutes 1 hour 30 minutes");
    assert.ok((await written(page)).includes('"resolution": "PT1H30M"'));
    await change(page, "change-target", { "target-unit": "workingDays", "target-amount": "2" });
    await reads(page, "#targets tbody tr:nth-child(1)", "P1 30 minutes 2 working days (16 hours)");
    await change(page, "change-target", { "target-unit": "none" });
    await reads(page, "#targets tbody tr:nth-child(1)", "P1 30 minutes No target");
  }));

test("the week shows the hours of each day, and a holiday by its name", () =>
  onPolicy(async (page) => {
    await page.getByLabel("Week of", { exact: true }).fill("2026-12-25");
    await page.locator("#weeks .name").first().waitFor();
    assert.deepEqual(await page.locator("#weeks .name").allTextContents(), ["Christmas Day", "Boxing Day"]);
    assert.equal(await page.locator("#weeks rect.open").count(), 4);
    const picture = await page.getByRole("img", { name: "Schedule office" }).getAttribute("aria-label");
    assert.match(picture ?? "", /Thursday,? 24 December 2026: 09:00–17:00\. Friday,? 25 December 2026: Christmas Day, closed\./);
    await page.getByRole("button", { name: "Week later" }).click();
    await page.locator("#weeks .name", { hasText: "New Year's Day" }).waitFor();
    assert.equal(await page.getByLabel("Week of", { exact: true }).inputValue(), "2027-01-01");
  }));

test("hours that the form writes are drawn, overnight too, on the schedule's own clock", () =>
  onPolicy(async (page) => {
    await page.locator("#weeks summary").click();
    await change(page, "change-hours", { "hours-day": "fri", "hours-shifts": "09:00 – 12:30, 22:00-06:00" });
    await reads(page, "#weeks li:nth-child(5)", "Friday, 27 November 2026: 09:00–12:30, 22:00–24:00");
    await reads(page, "#weeks li:nth-child(6)", "Saturday, 28 November 2026: 00:00–06:00");
    await change(page, "change-hours", { "hours-day": "mon", "hours-shifts": "" });
    await reads(page, "#weeks li:nth-child(1)", "Monday, 23 November 2026: closed");
    await change(page, "change-zone", { zone: "America/New_York" });
    await reads(page, "#weeks figcaption", "Schedule office (America/New_York)");
    await reads(page, "#weeks li:nth-child(2)", "Tuesday, 24 November 2026: 09:00–17:00");
  }));

test("a fault is listed with its line and column, and its button puts the cursor there", () =>
  onPolicy(async (page) => {
    await change(page, "change-zone", { zone: "Europe/Amsterdm" });
    await reads(page, "#verdict", "✕ Found: 1 error");
    const lines = (await written(page)).split("\n");
    const line = lines.findIndex((one) => one.includes("Amsterdm"));
    const column = (lines[line] ?? "").indexOf('"Europe');
    const place = page.getByRole("button", { name: `line ${line + 1}, column ${column + 1}` });
    assert.match(await text(page, "#findings"), /^✕ Error line \d+, column \d+ timeZone: unknown time zone Europe\/Amsterdm: did you mean Europe\/Amsterdam\?/);
    assert.equal(await page.locator("#stale").isVisible(), true);
    await page.locator("#document").evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).setSelectionRange(0, 0));
    await place.click();
    const selected = await page.locator("#document").evaluate((area) => {
      const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (area);
      return [document.activeElement === area, value.slice(selectionStart, selectionEnd)];
    });
    assert.deepEqual(selected, [true, '"Europe/Amsterdm"']);
    await change(page, "change-zone", { zone: "Europe/Brussels" });
    await reads(page, "#verdict", "✓ The document fits together");
    assert.equal(await page.locator("#stale").isVisible(), false);
  }));

test("what is no JSON is told at its place, and the last pictures stay", () =>
  onPolicy(async (page) => {
    await type(page, (before) => before.replace('"id": "managed-server-goud",', '"id": managed-server-goud,'));
    await reads(page, "#findings", "✕ Error line 3, column 9 this is not JSON: m cannot stand here");
    assert.equal(await text(page, CELL(1, 1)), "P1");
    assert.equal(await page.locator("#change-cell button").isDisabled(), true);
  }));

test("an unknown field and a wrong type are told each at its own place, in Dutch", () =>
  onPolicy(
    async (page) => {
      await type(page, () => '{\n  "id": "x",\n  "timezone": "Europe/Amsterdam",\n  "hoursPerWorkingDay": "8"\n}\n');
      await reads(page, "#findings li:nth-child(1)", /^✕ Fout regel 3, kolom 3 timezone: dit veld bestaat niet \(unknown field timezone: did you mean timeZone\?\)$/);
      await reads(page, "#findings li:nth-child(2)", /^✕ Fout regel 4, kolom 25 hoursPerWorkingDay: hier staat het verkeerde soort waarde/);
    },
    { lang: "nl" },
  ));

test("the download is a document that loads, named after its id", () =>
  onPolicy(async (page) => {
    await type(page, (before) => before.replace('"managed-server-goud"', '"our agreement/2"'));
    await change(page, "change-cell", { "cell-impact": "low", "cell-urgency": "low", "cell-priority": "P3" });
    await reads(page, CELL(3, 3), "P3");
    const { name, text } = await downloaded(page);
    assert.equal(name, "our-agreement-2.json");
    assert.deepEqual(await lint(text), []);
    const desk = await load({ policy: text });
    assert.equal(desk.classify({ impact: "low", urgency: "low" }).priority, "P3");
    desk.close();
  }));

test("the example that it starts from is the agreement of the package", () =>
  onPolicy(async (page) => {
    const desk = await load();
    assert.deepEqual(JSON.parse((await downloaded(page)).text), desk.policy);
    desk.close();
  }));

test("a file is opened, or dropped onto the page, and can be undone", () =>
  onPolicy(async (page) => {
    const policy = { id: "ours", timeZone: "Europe/Paris", schedules: { night: { hours: { sat: ["22:00-06:00"] } } } };
    const buffer = Buffer.from(JSON.stringify(policy));
    await page.locator("#file").setInputFiles({ name: "ours.json", mimeType: "application/json", buffer });
    await reads(page, "#weeks figcaption", "Schedule night (Europe/Paris)");
    assert.equal(await page.locator("#incidents").isVisible(), false);
    await page.getByRole("button", { name: "Undo" }).click();
    await reads(page, "#weeks figcaption", "Schedule office (Europe/Amsterdam)");
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "ours.json"));
      document.querySelector("h1")?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, JSON.stringify({ ...policy, timeZone: "Europe/Rome" }));
    await reads(page, "#weeks figcaption", "Schedule night (Europe/Rome)");
    await page.locator("#file").setInputFiles({ name: "no.json", mimeType: "application/json", buffer: Buffer.from([0xff, 0xfe]) });
    await reads(page, "#trouble", "this is not text in UTF-8");
    await reads(page, "#weeks figcaption", "Schedule night (Europe/Rome)");
  }));

test("nothing is asked for once the page is there", () =>
  onPolicy(async (page) => {
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await change(page, "change-hours", { "hours-day": "fri", "hours-shifts": "10:00-16:00" });
    await page.locator("#week").fill("2026-12-25");
    await page.locator("#weeks .name").first().waitFor();
    await downloaded(page);
    assert.deepEqual(asked.filter((url) => !url.startsWith("blob:")), []);
  }));

for (const lang of ["nl", "en"]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing in ${lang}, ${colorScheme}`, () =>
      onPolicy(
        async (page) => {
          await page.locator("#week").fill("2026-12-25");
          await page.locator("#weeks .name").first().waitFor();
          await page.locator("#weeks summary").click();
          for (const isBroken of [false, true]) {
            if (isBroken) {
              await change(page, "change-zone", { zone: "Europe/Amsterdm" });
              await page.locator("#findings button").waitFor();
            }
            await passesAxe(page);
          }
        },
        // The page's own policy lets no script in, axe included.
        { lang, context: { colorScheme, bypassCSP: true } },
      ));
  }
}

test("a screen of 320 pixels needs no scrolling sideways", () =>
  onPolicy(
    async (page) => {
      await change(page, "change-zone", { zone: "Europe/Amsterdm" });
      await page.locator("#findings button").waitFor();
      await page.locator("#weeks summary").click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    },
    { lang: "nl", context: { viewport: { width: 320, height: 640 } } },
  ));
