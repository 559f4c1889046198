// What tests of the elements share.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

/** @typedef {import("playwright-core").Page} Page */

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The script tag, in its shortest form. */
export const SCRIPT = '<script src="/deskrules.js"></script>';
/** Tuesday, an hour after opening. */
const NOW = "2026-11-24T10:00:00+01:00";

/**
 * Sets the clock of all elements; nothing waits for it.
 * @param {Page} page
 * @param {string} instant
 */
export async function setTime(page, instant) {
  await page.evaluate(async (at) => {
    // That of the script on the page, wherever it is.
    const script = /** @type {HTMLScriptElement} */ (document.querySelector('script[src$="deskrules.js"]')).src;
    (await import(new URL("tag/start.js", script).href)).setClock(() => at);
  }, Date.parse(instant));
}

/**
 * Waits until an element has something to show.
 * @param {Page} page
 * @param {string} selector
 * @param {string} [instant] - That the clock of all elements is set to.
 */
export async function ready(page, selector, instant = NOW) {
  await setTime(page, instant);
  await page.locator(`${selector}[ready]`).first().waitFor({ state: "attached" });
}

/**
 * Returns what people read, blanks as one.
 * @param {Page} page
 * @param {string} selector
 */
export async function text(page, selector) {
  return (await page.locator(selector).innerText()).replace(/\s+/g, " ").trim();
}

/**
 * Waits until a text is what it should be; says what it is when it never is.
 * @param {Page} page
 * @param {string} selector
 * @param {string | RegExp} wanted
 */
export async function reads(page, selector, wanted) {
  const isWanted = (/** @type {string} */ found) => (typeof wanted === "string" ? found === wanted : wanted.test(found));
  let found = "";
  const isThere = await until(page, async () => {
    found = (await page.locator(selector).count()) === 1 ? await text(page, selector) : "";
    return isWanted(found);
  });
  assert.ok(isThere, `${selector} reads \`${found}\`, not \`${wanted}\``);
}

/**
 * Goes on with the page, a frame at a time, until something holds.
 * @param {Page} page
 * @param {() => Promise<boolean> | boolean} holds
 * @returns {Promise<boolean>} False when it does not within some hundred frames.
 */
export async function until(page, holds) {
  for (let frame = 0; frame < 200; frame++) {
    if (await holds()) {
      return true;
    }
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }
  return false;
}

/**
 * Finds nothing that axe complains of.
 * @param {Page} page - Opened with `bypassCSP` where it has a policy.
 * @param {string} [within] - The whole page when left out.
 */
export async function passesAxe(page, within = "html") {
  await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(`axe.run(${JSON.stringify(within)}, { resultTypes: ['violations'] })`);
  const { violations } = /** @type {{ violations: { id: string, nodes: { html: string, failureSummary: string }[] }[] }} */ (found);
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])]), []);
}

/** Keeps count of what moves; to be added before a page is opened. */
export async function watchShifts(/** @type {Page} */ page) {
  await page.addInitScript(() => {
    Object.assign(globalThis, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) {
        /** @type {any} */ (globalThis).shifted += entry.hadRecentInput ? 0 : entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Returns how much of the page has moved. */
export async function shifted(/** @type {Page} */ page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))));
  return /** @type {Promise<number>} */ (page.evaluate("globalThis.shifted"));
}
