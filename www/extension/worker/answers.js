// What the worker answers to whom: pages of granted sites ask of their own tickets, the extension's own pages of everything.
import { lint } from "../../client/index.js";
import { sentencesOf } from "../../client/explain.js";
import { zoneOf } from "../../client/moments.js";
import { get } from "../../desks/get.js";
import { api } from "../shared/browser.js";
import { now } from "../shared/clock.js";
import { read } from "../shared/settings.js";
import { languageOf } from "../shared/words.js";
import { desk } from "./rules.js";
import { siteOf } from "./sites.js";
import { keep, keyOf, kept, refresh, standings } from "./watched.js";

/** @typedef {import("../../client/desk.js").Desk} Desk */
/** @typedef {import("../shared/messages.js").Clocks} Clocks */
/** @typedef {import("../shared/messages.js").Questions} Questions */
/** @typedef {import("../shared/messages.js").Ticket} Ticket */
/** @typedef {import("../shared/settings.js").Site} Site */
/** @typedef {{ url: string, site: Site }} Page */
/**
 * @template {keyof Questions} T
 * @typedef {Omit<{ type: T } & Questions[T][0], "type">} Fields
 */

/** What pages of a site may ask. */
const OF_SITES = {
  begin: async (/** @type {{}} */ _, /** @type {Page} */ { site: { desk, fields } }) => ({ desk, ...(fields && { fields }), ...(await words()) }),

  ticket: async (/** @type {Fields<"ticket">} */ { ticket, title }, /** @type {Page} */ page) => {
    const [rules, { language }, { watch }] = await Promise.all([desk(), words(), read()]);
    const at = now();
    const tracking = rules.track(ticket, at);
    const isDone = tracking.resolution?.phase === "stopped";
    const key = keyOf(page.url, ticket);
    await keep((all) => {
      const known = all[key];
      if (isDone) {
        delete all[key];
      } else if (known || watch === "opened") {
        all[key] = { told: {}, on: true, ...known, ticket, title, url: page.url, seen: at };
      }
    });
    await refresh();
    const said = (/** @type {"response" | "resolution"} */ name) => sentencesOf(tracking, name, language, rules.policy.incidents);
    return { at, tracking, words: { response: said("response"), resolution: said("resolution") }, watched: (await kept())[key]?.on === true };
  },

  list: async (/** @type {Fields<"list">} */ { tickets }, /** @type {Page} */ page) => {
    const rules = await desk();
    const at = now();
    await keep((all) => {
      for (const ticket of tickets) {
        const known = all[keyOf(page.url, ticket)];
        Object.assign(known ?? {}, { ticket, seen: at });
      }
    });
    return { at, clocks: Object.fromEntries(tickets.flatMap((ticket) => clocksOf(rules, ticket, at))) };
  },

  watch: async (/** @type {Fields<"watch">} */ { ticket, title, on }, /** @type {Page} */ page) => {
    await keep((all) => {
      const key = keyOf(page.url, ticket);
      all[key] = { told: {}, ...all[key], ticket, title, url: page.url, seen: now(), on };
    });
    await refresh();
    return { watched: on };
  },

  get: async (/** @type {Fields<"get">} */ { url }, /** @type {Page} */ { site: { origin } }) => {
    if (new URL(url).origin !== origin) {
      throw refusal("another-site", "a page may ask its own site only");
    }
    return { answer: await get(new URL(url)) };
  },
};

/** What the extension's own pages may ask. */
const OF_OWN_PAGES = {
  watched: async () => {
    const said = await words();
    const at = now();
    return { at, ...said, items: await standings(at) };
  },

  unwatch: async (/** @type {Fields<"unwatch">} */ { key }) => {
    await keep((all) => {
      const known = all[key];
      if (known) {
        known.on = false;
      }
    });
    await refresh();
    return { watched: false };
  },

  lint: async (/** @type {Fields<"lint">} */ { policy }) => {
    try {
      return { findings: await lint(policy) };
    } catch (/** @type {any} */ { code, path, message }) {
      return { findings: [{ code, severity: "error", path: path ?? "", message, help: "" }] };
    }
  },
};

/**
 * Answers a message.
 * @param {any} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<unknown>}
 */
export async function answer(message, sender) {
  const { type, ...fields } = Object(message);
  const { url = "", id } = sender;
  if (id === api.runtime.id && url.startsWith(api.runtime.getURL("")) && Object.hasOwn(OF_OWN_PAGES, type)) {
    return OF_OWN_PAGES[/** @type {keyof typeof OF_OWN_PAGES} */ (type)](fields);
  }
  const site = await siteOf(url);
  if (id === api.runtime.id && site && Object.hasOwn(OF_SITES, type)) {
    return OF_SITES[/** @type {keyof typeof OF_SITES} */ (type)](fields, { url, site });
  }
  throw refusal(site ? "unknown-message" : "no-site", site ? `unknown message \`${type}\`` : "this site is not one of the desks in the options");
}

/** The language, and the zone of the policy. */
async function words() {
  const { language } = await read();
  return { language: languageOf(language), timeZone: zoneOf((await desk()).policy) };
}

/**
 * @param {Desk} rules
 * @param {Ticket} ticket
 * @param {number} at
 * @returns {[string, Clocks][]}
 */
function clocksOf(rules, ticket, at) {
  try {
    const { response, resolution, nextChange } = rules.track(ticket, at);
    // Why is told on the page of the ticket.
    const bare = (/** @type {Clocks["response"]} */ clock) => clock && { ...clock, why: [] };
    return [[String(ticket.id), { response: bare(response), resolution: bare(resolution), nextChange }]];
  } catch {
    return [];
  }
}

/**
 * @param {string} code
 * @param {string} message
 */
function refusal(code, message) {
  return Object.assign(new Error(message), { code });
}
