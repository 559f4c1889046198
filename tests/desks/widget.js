// What the tests of both desks do with the widget.
import assert from "node:assert/strict";
import { passesAxe, shifted } from "../browser/widget.js";

/** @typedef {import("playwright-core").Page} Page */

/** A patch request in which nothing is wrong, but for its window. @type {Record<string, string>} */
const PATCH = {
  "product.name": "Acme Report",
  "product.from": "4.2.0",
  "product.to": "4.3.1",
  servers: "app-01, app-02",
  "requestedBy.name": "Robin Requester",
  "requestedBy.email": "requester@customer.example",
  "installer.file": "acme-report-4.3.1.msi",
  "installer.size": "48230912",
  "installer.sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  instructions: "Stop the service AcmeReport\nRun the installer with /quiet\nStart the service AcmeReport and open the start page",
  releaseNotes: "https://acme.example/report/4.3.1/notes",
  rollback: "Stop the service AcmeReport\nInstall 4.2.0 from the share\nRestore the database of before the change\nStart the service",
};

/**
 * Waits until an element has something to show.
 * @param {Page} page
 * @param {string} selector
 */
export async function ready(page, selector) {
  await page.locator(`${selector}[ready]`).waitFor({ state: "attached" });
}

/**
 * What the widget shows: the priority, and the instants by when there is a response and a resolution.
 * @param {Page} page
 */
export async function shown(page) {
  const widget = page.locator("deskrules-form");
  const [priority, response, resolution] = await Promise.all([
    widget.locator(".badge").innerText(),
    widget.locator("#response time").getAttribute("datetime"),
    widget.locator("#resolution time").getAttribute("datetime"),
  ]);
  return { priority, response: Date.parse(response ?? ""), resolution: Date.parse(resolution ?? "") };
}

/**
 * Sends a patch request with faults, which is held, and one without, which is sent.
 * @param {Page} page
 * @param {string} send - The button.
 * @param {(place: string) => string} [selector] - Of a field, by where the widget says that it is.
 */
export async function patch(page, send, selector = (place) => place) {
  await ready(page, "deskrules-request");
  const fields = JSON.parse((await page.locator("deskrules-request").getAttribute("fields")) ?? "");
  const where = (/** @type {string} */ path) => selector(fields[path]);
  const before = page.url();
  await page.fill(where("product.name"), "Acme Report");
  await page.locator(send).click();
  const summary = page.locator("deskrules-request .summary.refused");
  await summary.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.localName), "deskrules-request");
  assert.match(await summary.locator("h2").innerText(), /not complete yet: \d+ errors/);
  assert.equal(page.url(), before);
  const rollback = page.locator(where("rollback"));
  assert.equal(await rollback.getAttribute("aria-invalid"), "true");
  for (const [path, value] of Object.entries(PATCH)) {
    await page.fill(where(path), value);
  }
  await page.locator("deskrules-request").getByRole("button", { name: /window/ }).click();
  await page.waitForFunction((field) => /** @type {HTMLInputElement} */ (document.querySelector(field)).value !== "", where("window.start"));
  await page.locator("deskrules-request .summary.accepted").waitFor();
  assert.equal(await rollback.getAttribute("aria-invalid"), null);
  await page.locator(send).click();
}

/**
 * Shows what the check of an empty request answers, and finds nothing that axe complains of.
 * @param {Page} page
 */
export async function checkPassesAxe(page) {
  await ready(page, "deskrules-request");
  await page.locator("deskrules-request").evaluate((request) => /** @type {any} */ (request).check());
  await page.locator("deskrules-request .refused").waitFor();
  await passesAxe(page, "deskrules-request");
}

/**
 * Finds that the page moved a little at the most.
 * @param {Page} page
 */
export async function movedLittle(page) {
  const moved = await shifted(page);
  assert.ok(moved <= 0.05, `layout shift ${moved}`);
}

/**
 * Returns the ticket of the page, as its desk reads it.
 * @param {Page} page
 * @param {string} module - The address of the desk's module.
 */
export function ticketOf(page, module) {
  return page.evaluate(async (address) => {
    const { match, readTicket } = await import(address);
    return match(document) === "ticket" && readTicket(document);
  }, module);
}

/**
 * Returns one ticket of those that its desk lists.
 * @param {Page} page
 * @param {string} module - The address of the desk's module.
 * @param {string} id
 */
export function listed(page, module, id) {
  return page.evaluate(
    async ([address = "", wanted]) => {
      for await (const tickets of (await import(address)).readList(document)) {
        const found = tickets.find((/** @type {{ id: string }} */ ticket) => ticket.id === wanted);
        if (found) {
          return found;
        }
      }
    },
    [module, id],
  );
}

/**
 * Has the server forbid WebAssembly on its pages.
 * @param {Page} page
 * @param {import("./desks.js").Desk} desk
 */
export async function forbidWasm(page, desk) {
  await page.context().addCookies([{ name: "no-wasm", value: "1", url: desk.url }]);
}

/**
 * Says whether the page may compile WebAssembly.
 * @param {Page} page
 */
export function allowsWasm(page) {
  const empty = [0, 97, 115, 109, 1, 0, 0, 0];
  return page.evaluate((bytes) => WebAssembly.compile(new Uint8Array(bytes)).then(() => true, () => false), empty);
}

/**
 * Goes on by the Tab key until an element has the focus.
 * @param {Page} page
 * @param {string} selector - Of the element, which may be in the widget.
 */
export async function tabTo(page, selector) {
  const target = page.locator(selector).first();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element.matches(":focus"))) {
      return;
    }
    await page.keyboard.press("Tab");
  }
  assert.fail(`the Tab key never comes to ${selector}`);
}
