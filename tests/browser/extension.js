// The popup and the options of the extension as pages of a site. The browser's interface is stood in for, so that they can be brought into
// any state; what answers in the worker's and in the content script's place are the real rules and the real desk.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { onSite } from "./site.js";

/** @typedef {import("./browser.js").Page} Page */
/**
 * @typedef {object} State
 * @property {unknown} [settings] - What is stored.
 * @property {string} [language] - Of the browser.
 * @property {string[]} [granted] - Patterns that there is access to.
 * @property {boolean} [refuses] - Whether the browser allows nothing that it is asked for.
 * @property {{ key: string, title: string, url: string, seen: number, ticket: object }[]} [tickets] - That are watched.
 * @property {{ id: number, url: string, title: string, html?: string, lastAccessed?: number }[]} [tabs] - Without `html` it does not answer.
 * @property {{ code: string, message: string }} [error] - That the worker answers.
 */

const FOLDER = new URL("../../www/extension/", import.meta.url);
const PAGES = ["popup/popup", "options/options"];
/** As the manifest has it. */
const CSP = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'";

const { outputFiles } = buildSync({
  entryPoints: PAGES.map((name) => fileURLToPath(new URL(`${name}.js`, FOLDER))),
  outdir: "/",
  outbase: fileURLToPath(FOLDER),
  bundle: true,
  write: false,
  format: "esm",
  logLevel: "error",
});
const texts = [...PAGES.flatMap((name) => [`${name}.html`, `${name}.css`]), "shared/page.css"];
const files = Object.fromEntries([
  // A browser asks for it on its own.
  ["/favicon.ico", ""],
  ...outputFiles.map(({ path, text }) => [path, text]),
  ...texts.map((name) => [`/${name}`, readFileSync(new URL(name, FOLDER), "utf8")]),
]);

/**
 * Opens a page of the extension, does something with it and closes it.
 * @param {"popup" | "options"} name
 * @param {State} state
 * @param {(page: Page) => Promise<void>} work
 * @param {import("./browser.js").Options & { at?: string }} [options] - `at` is the present, which stands still.
 */
export async function onExtension(name, state, work, { at = "2026-11-24T10:00:00+01:00", ...options } = {}) {
  await onSite("", work, {
    ...options,
    csp: CSP,
    files,
    path: `/${name}/${name}.html`,
    before: async (page) => {
      await page.clock.install({ time: Date.parse(at) });
      await page.addInitScript(stand, state);
      await options.before?.(page);
    },
  });
}

/**
 * Returns what was asked of the browser, in order.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function calls(page) {
  return /** @type {string[]} */ (await page.evaluate("calls"));
}

/**
 * Returns the settings that are stored.
 * @param {Page} page
 * @returns {Promise<any>}
 */
export async function settings(page) {
  return page.evaluate("kept.settings");
}

/**
 * Stands in for the browser; runs in the page, before anything of it.
 * @param {State} state
 */
function stand({ settings, language = "en", granted = [], refuses = false, tickets = [], tabs = [], error }) {
  /** @type {string[]} */
  const calls = [];
  /** @type {Record<string, any>} */
  const kept = settings === undefined ? {} : { settings };
  const access = new Set(granted);
  /** @type {Record<string, ((...args: any[]) => void)[]>} */
  const listeners = {};
  const event = (/** @type {string} */ name) => ({ addListener: (/** @type {any} */ call) => void (listeners[name] ??= []).push(call) });
  const fire = (/** @type {string} */ name, /** @type {any[]} */ ...args) => (listeners[name] ?? []).forEach((call) => call(...args));
  // Chromium's storage and messages do not keep the order of keys.
  const sorted = (/** @type {string} */ _, /** @type {any} */ held) =>
    typeof held === "object" && held !== null && !Array.isArray(held) ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1))) : held;
  const copy = (/** @type {any} */ value) => (value === undefined ? value : JSON.parse(JSON.stringify(value, sorted)));
  const change = (/** @type {Record<string, any>} */ items) => {
    const changes = Object.fromEntries(Object.entries(items).map(([key, value]) => [key, { oldValue: copy(kept[key]), newValue: copy(value) }]));
    Object.assign(kept, copy(items));
    fire("storage", changes, "local");
  };
  const named = (/** @type {{ origins?: string[], permissions?: string[] }} */ { origins = [], permissions = [] }) => [...origins, ...permissions];
  const rules = () => import(/** @type {any} */ ("/client/web.js"));
  /** @type {Record<string, (message: any) => any>} */
  const answers = {
    watched: async () => {
      const [at, desk] = [Date.now(), await (await rules()).load()];
      const items = tickets.map(({ ticket, ...item }) => ({ ...item, tracking: desk.track(ticket, at) }));
      const chosen = kept["settings"]?.language ?? "auto";
      return { at, language: chosen === "auto" ? language : chosen, timeZone: "Europe/Amsterdam", items };
    },
    unwatch: ({ key }) => {
      tickets = tickets.filter((ticket) => ticket.key !== key);
      return { watched: false };
    },
    lint: async ({ policy }) => {
      try {
        return { findings: await (await rules()).lint(policy) };
      } catch (/** @type {any} */ { code, path, message }) {
        return { findings: [{ code, severity: "error", path, message, help: "" }] };
      }
    },
  };
  const chrome = {
    i18n: { getUILanguage: () => language },
    storage: {
      local: { get: async (/** @type {string} */ key) => copy({ [key]: kept[key] }), set: async (/** @type {any} */ items) => change(items) },
      onChanged: event("storage"),
    },
    runtime: {
      getURL: (/** @type {string} */ path) => `chrome-extension://id/${path}`,
      openOptionsPage: async () => void calls.push("openOptionsPage"),
      sendMessage: async (/** @type {any} */ message) => (error ? { error } : copy(await answers[message.type]?.(message))),
    },
    permissions: {
      request: async (/** @type {any} */ asked) => {
        calls.push(`request ${named(asked)}${navigator.userActivation.isActive ? "" : " without a click"}`);
        named(asked).forEach((name) => refuses || access.add(name));
        fire("added");
        return !refuses;
      },
      remove: async (/** @type {any} */ asked) => {
        calls.push(`remove ${named(asked)}`);
        named(asked).forEach((name) => access.delete(name));
        fire("removed");
        return true;
      },
      contains: async (/** @type {any} */ asked) => named(asked).every((name) => access.has(name)),
      onAdded: event("added"),
      onRemoved: event("removed"),
    },
    tabs: {
      query: async (/** @type {{ url: string }} */ { url }) => copy(tabs.filter((tab) => tab.url.startsWith(url.slice(0, -1)))),
      sendMessage: async (/** @type {number} */ id, /** @type {any} */ { fields }) => {
        const { html } = tabs.find((tab) => tab.id === id) ?? {};
        if (html === undefined) {
          throw new Error("Could not establish connection. Receiving end does not exist.");
        }
        const { deskOf } = await import(/** @type {any} */ ("/desks/by-selectors.js"));
        return copy(await deskOf(fields).preview(new DOMParser().parseFromString(html, "text/html")));
      },
    },
  };
  Object.assign(globalThis, { chrome, calls, kept, change, tabs });
}
