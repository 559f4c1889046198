// The extension in real browsers: each test has a new profile, into which the build for the tests is installed.
import { inChromium as chromium } from "./chromium.js";
import { inFirefox as firefox } from "./firefox.js";

/**
 * What a test does with the extension in either browser; the pages are those of Playwright or of Puppeteer.
 * @template Page
 * @typedef {object} Extension
 * @property {string} id
 * @property {(address?: string) => Promise<Page>} newPage - Opens a page of the web, empty when left out.
 * @property {(desk: import("../desks/desks.js").Desk, user: string) => Promise<Page>} logIn - Logs in at a desk; answers the page it comes to.
 * @property {(path: string) => Promise<Page>} open - Opens a page of the extension, such as `popup/popup.html`.
 * @property {(message: object) => Promise<any>} ask - Sends the worker a message, as a page of the extension.
 * @property {(origin: string, click: () => Promise<unknown>) => Promise<void>} grant - Does the click that asks for an address, and answers yes.
 *   What is granted is the whole host, since a pattern has no port. 127.0.0.1 is granted from the start; localhost is the same desk.
 * @property {(values: object) => Promise<void>} store - Puts values into the extension's storage: `settings`, `watched`, or `clockOffset`, which is how
 *   far its clock is off, in milliseconds, for worker, pages and content scripts.
 * @property {(key: string) => Promise<any>} stored - Reads one.
 * @property {() => Promise<void>} kill - Ends the worker, and waits until it is gone.
 * @property {() => Promise<boolean>} isAwake - Whether the worker runs.
 * @property {() => Promise<string[]>} requests - The addresses that were asked for so far, by pages and by the extension.
 */

/**
 * Does something in Chromium with the extension installed. The browser may have nothing to say of the extension.
 * @param {(extension: Extension<import("playwright-core").Page>) => Promise<void>} work
 * @param {{ context?: import("playwright-core").BrowserContextOptions }} [options]
 */
export const inChromium = chromium;

/**
 * Does something in Firefox with the extension installed. The browser may have nothing to say of the extension.
 * @param {(extension: Extension<import("puppeteer-core").Page>) => Promise<void>} work
 */
export const inFirefox = firefox;

/** Both browsers, for a test that needs no more than {@link Extension} has. */
export const BROWSERS = /** @type {const} */ ({ Chromium: chromium, Firefox: firefox });
