import assert from "node:assert/strict";
import puppeteer from "puppeteer-core";
import { PASSWORD } from "../desks/desks.js";
import { answerYes, backgroundOf, complaintsOf, openTab, requestsSoFar, started, stopBackground, watchRequests } from "./firefox-inside.js";

/** @typedef {import("puppeteer-core").Page} Page */

const { DESKRULES_EXTENSION = "", DESKRULES_FIREFOX = "" } = process.env;

/** A file of the extension that runs no script: from here its interfaces are called. */
const STILL = "icons/16.png";

/**
 * Does something in Firefox with the extension installed; see browser.js.
 * @param {(extension: import("./browser.js").Extension<Page>) => Promise<void>} work
 */
export async function inFirefox(work) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: DESKRULES_FIREFOX,
    enableExtensions: true,
    // Without it no page of an extension can be opened by its address, and no question of the browser be answered.
    args: ["--remote-allow-system-access"],
    // A click on an answer counts at once.
    extraPrefsFirefox: { "security.notification_enable_delay": 0 },
  });
  try {
    const inside = await insideOf(browser);
    await inside(watchRequests);
    const id = await browser.installExtension(DESKRULES_EXTENSION);
    await inside(started, id);
    const newPage = async (address = "about:blank") => {
      const page = await browser.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(address);
      return page;
    };
    const open = async (/** @type {string} */ path) => {
      /** @type {Promise<import("puppeteer-core").Target>} */
      const created = new Promise((resolve) => browser.once("targetcreated", resolve));
      const address = await inside(openTab, id, path);
      const page = await (await created).page();
      assert.ok(page);
      page.setDefaultTimeout(10_000);
      await page.waitForFunction((address) => location.href === address && document.readyState === "complete", {}, address);
      return page;
    };
    const still = await open(STILL);
    await work({
      id,
      newPage,
      async logIn({ url, login, user, password }, name) {
        const page = await newPage(url + login);
        await page.type(user, name);
        await page.type(password, PASSWORD);
        await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
        return page;
      },
      open,
      ask: (message) => still.evaluate((message) => /** @type {any} */ (globalThis).browser.runtime.sendMessage(message), message),
      async grant(_origin, click) {
        const [question] = await Promise.all([inside(answerYes), click()]);
        assert.equal(question, "addon-webext-permissions-notification");
      },
      store: (values) => still.evaluate((values) => /** @type {any} */ (globalThis).browser.storage.local.set(values), values),
      stored: (key) => still.evaluate(async (key) => (await /** @type {any} */ (globalThis).browser.storage.local.get(key))[key], key),
      async kill() {
        await inside(stopBackground, id);
        assert.equal(await inside(backgroundOf, id), "stopped");
      },
      isAwake: async () => (await inside(backgroundOf, id)) === "running",
      requests: () => inside(requestsSoFar),
    });
    const complaints = await inside(complaintsOf, id);
    // A question of a page that has gone to another address meanwhile: nobody waits for the answer.
    assert.deepEqual(complaints.filter((/** @type {string} */ line) => !/^Promise \w+ after context unloaded/.test(line)), []);
  } finally {
    await browser.close();
  }
}

/**
 * What runs a function in Firefox's own window, with what it may do there.
 * @param {import("puppeteer-core").Browser} browser
 */
async function insideOf(browser) {
  const { connection } = /** @type {any} */ (browser);
  const { result: tree } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const target = { context: tree.contexts[0].context };
  /**
   * @template {unknown[]} Args
   * @template T
   * @param {(...args: Args) => T} work
   * @param {Args} args
   * @returns {Promise<Awaited<T>>}
   */
  return async (work, ...args) => {
    const functionDeclaration = `async () => JSON.stringify((await (${work})(...${JSON.stringify(args)})) ?? null)`;
    const { result: answer } = await connection.send("script.callFunction", { functionDeclaration, awaitPromise: true, target });
    assert.equal(answer.type, "success", answer.exceptionDetails?.text);
    return JSON.parse(answer.result.value);
  };
}
