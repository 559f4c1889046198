import { chromium } from "playwright-core";

/** @typedef {import("playwright-core").BrowserContextOptions} ContextOptions */
/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ context?: ContextOptions, before?: (page: Page) => Promise<void>, complaints?: RegExp }} Options -
 *   `before` is done before the page is opened; `complaints` are those of the console that belong to the test. */

/** Tuesday, an hour after opening. */
const NOW = "2026-11-24T10:00:00+01:00";
const { DESKRULES_CHROMIUM, DESKRULES_CHROMIUM_FLAGS = "", DESKRULES_URL = "" } = process.env;

const browser = await chromium.launch({
  ...(DESKRULES_CHROMIUM && { executablePath: DESKRULES_CHROMIUM }),
  args: DESKRULES_CHROMIUM_FLAGS.split(" ").filter(Boolean),
});

/** Ends the browser. */
export async function close() {
  await browser.close();
}

/**
 * Opens a page of the demo, does something with it and closes it.
 * @param {(page: Page) => Promise<void>} work
 * @param {Options & { lang?: string, file?: string }} [options] - `file` is the first page when left out.
 */
export async function onDemo(work, { lang = "en", file = "", ...options } = {}) {
  const query = new URLSearchParams({ now: NOW, ...(lang && { lang }) });
  await onPage(`${DESKRULES_URL}/demo/${file}?${query}`, work, options);
}

/**
 * Opens a page, does something with it and closes it. Nothing may go wrong on the console, and nothing may be asked of another host.
 * @param {string} url
 * @param {(page: Page) => Promise<void>} work
 * @param {Options} options
 */
export async function onPage(url, work, { context = {}, before, complaints }) {
  const opened = await browser.newContext({ locale: "nl-NL", timezoneId: "America/New_York", ...context });
  try {
    const page = await opened.newPage();
    page.setDefaultTimeout(10_000);
    /** @type {string[]} */
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(`uncaught: ${error}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !complaints?.test(message.text())) {
        wrong.push(`${message.type()}: ${message.text()}`);
      }
    });
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== new URL(url).origin) {
        wrong.push(`asked for ${request.url()}`);
      }
    });
    await before?.(page);
    await page.goto(url);
    await work(page);
    if (wrong.length > 0) {
      throw new Error(wrong.join("\n"));
    }
  } finally {
    await opened.close();
  }
}
