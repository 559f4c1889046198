import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { PASSWORD } from "../desks/desks.js";

/** @typedef {import("playwright-core").Page} Page */

const { DESKRULES_CHROMIUM = "", DESKRULES_CHROMIUM_FLAGS = "", DESKRULES_EXTENSION = "" } = process.env;

/** A file of the extension that runs no script: from here its interfaces are called. */
const STILL = "icons/16.png";

/**
 * Does something in Chromium with the extension installed; see browser.js.
 * @param {(extension: import("./browser.js").Extension<Page>) => Promise<void>} work
 * @param {{ context?: import("playwright-core").BrowserContextOptions }} [options]
 */
export async function inChromium(work, { context = {} } = {}) {
  const profile = await mkdtemp(join(tmpdir(), "deskrules-chromium-"));
  const opened = await chromium.launchPersistentContext(profile, {
    executablePath: DESKRULES_CHROMIUM,
    headless: true,
    args: [
      ...DESKRULES_CHROMIUM_FLAGS.split(" ").filter(Boolean),
      `--disable-extensions-except=${DESKRULES_EXTENSION}`,
      `--load-extension=${DESKRULES_EXTENSION}`,
    ],
    ignoreDefaultArgs: ["--disable-extensions"],
    locale: "en",
    timezoneId: "America/New_York",
    ...context,
  });
  try {
    opened.setDefaultTimeout(10_000);
    /** @type {string[]} */
    const requests = [];
    opened.on("request", (request) => requests.push(request.url()));
    const worker = opened.serviceWorkers()[0] ?? (await opened.waitForEvent("serviceworker"));
    const { host: id } = new URL(worker.url());
    const newPage = async (address = "about:blank") => {
      const page = await opened.newPage();
      await page.goto(address);
      return page;
    };
    const open = (/** @type {string} */ path) => newPage(`chrome-extension://${id}/${path}`);
    await onExtensions(opened, (page) => page.evaluate(collectErrors, id));
    const still = await open(STILL);
    const life = await lifeOf(worker.url(), still);
    await work({
      id,
      newPage,
      async logIn({ url, login, user, password }, name) {
        const page = await newPage(url + login);
        await page.fill(user, name);
        await page.fill(password, PASSWORD);
        await page.press(password, "Enter");
        await page.locator(password).waitFor({ state: "detached" });
        return page;
      },
      open,
      ask: (message) => still.evaluate((message) => /** @type {any} */ (globalThis).chrome.runtime.sendMessage(message), message),
      async grant(origin, click) {
        // The question itself is a window of the desktop, which nobody can click here; who has answered it on this page is not asked.
        await onExtensions(opened, (page) => page.evaluate(allow, [id, pattern(origin)]));
        await click();
      },
      store: (values) => still.evaluate((values) => /** @type {any} */ (globalThis).chrome.storage.local.set(values), values),
      stored: (key) => still.evaluate(async (key) => (await /** @type {any} */ (globalThis).chrome.storage.local.get(key))[key], key),
      ...life,
      requests: async () => requests.filter((address) => address.startsWith("http")),
    });
    const { manifestErrors, runtimeErrors, installWarnings } = await onExtensions(opened, (page) => page.evaluate(infoOf, id));
    assert.deepEqual([manifestErrors, runtimeErrors, installWarnings], [[], [], []]);
  } finally {
    await opened.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Watches whether a worker runs, and ends it.
 * @param {string} address
 * @param {Page} page - Any page of the same profile.
 */
async function lifeOf(address, page) {
  const devtools = await page.context().newCDPSession(page);
  /** @type {Map<string, string>} */
  const statuses = new Map();
  /** @type {(() => void)[]} */
  const waiting = [];
  devtools.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { versionId, scriptURL, runningStatus } of versions) {
      if (scriptURL === address) {
        statuses.set(versionId, runningStatus);
      }
    }
    for (const check of waiting) {
      check();
    }
  });
  await devtools.send("ServiceWorker.enable");
  const isStopped = () => [...statuses.values()].every((status) => status === "stopped");
  return {
    isAwake: async () => !isStopped(),
    async kill() {
      const gone = new Promise((resolve) => waiting.push(() => isStopped() && resolve(undefined)));
      await devtools.send("ServiceWorker.stopAllWorkers");
      await gone;
    },
  };
}

/**
 * Does something on the browser's own page of extensions.
 * @template T
 * @param {import("playwright-core").BrowserContext} context
 * @param {(page: Page) => Promise<T>} work
 */
async function onExtensions(context, work) {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  const answer = await work(page);
  await page.close();
  return answer;
}

// The three below run on that page.

/**
 * Chromium collects the errors of an extension for developers only.
 * @param {string} extensionId
 */
async function collectErrors(extensionId) {
  const { developerPrivate } = /** @type {any} */ (globalThis).chrome;
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await developerPrivate.updateExtensionConfiguration({ extensionId, errorCollection: true });
}

/** @param {string} id */
function infoOf(id) {
  return /** @type {any} */ (globalThis).chrome.developerPrivate.getExtensionInfo(id);
}

/** @param {string[]} idAndHost */
function allow([id, host]) {
  return /** @type {any} */ (globalThis).chrome.developerPrivate.addHostPermission(id, host);
}

/** @param {string} origin */
function pattern(origin) {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
