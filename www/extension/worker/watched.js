// The tickets that the agent watches: counted on the icon, and told of once before they are breached.
import { api } from "../shared/browser.js";
import { now } from "../shared/clock.js";
import { nextToBreach, openClocks, order } from "../shared/clocks.js";
import { read } from "../shared/settings.js";
import { languageOf, wordsOf } from "../shared/words.js";
import { notify } from "./notices.js";
import { desk } from "./rules.js";

/** @typedef {import("../shared/messages.js").Clocks} Clocks */
/** @typedef {import("../shared/messages.js").ClockName} ClockName */
/** @typedef {import("../shared/messages.js").Ticket} Ticket */
/** @typedef {import("../shared/messages.js").Watched} Watched */
/**
 * @typedef {object} Kept - What storage keeps of a ticket.
 * @property {Ticket} ticket
 * @property {string} title
 * @property {string} url
 * @property {number} seen - When its desk was last asked, in epoch milliseconds.
 * @property {boolean} on - False for one that is not to be watched, though it was opened.
 * @property {Partial<Record<ClockName, string>>} told - The deadlines that the agent was told of.
 */

const KEY = "watched";
const ALARM = "next-change";
/** How many are kept; of more, those that were seen last. */
const MOST = 500;
const COLOURS = { breached: "#a4161a", "at-risk": "#7a4a00" };

/**
 * Returns the key of a ticket: the numbers of two desks may be the same.
 * @param {string} url - Of its page.
 * @param {Ticket} ticket
 */
export function keyOf(url, { id }) {
  return `${new URL(url).origin} ${id}`;
}

/**
 * Returns what is kept of all tickets.
 * @returns {Promise<Record<string, Kept>>}
 */
export async function kept() {
  const { [KEY]: all = {} } = await api.storage.local.get(KEY);
  return /** @type {Record<string, Kept>} */ (all);
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Changes what is kept, one change after the other.
 * @param {(all: Record<string, Kept>) => void} change
 */
export async function keep(change) {
  const turn = last.then(async () => {
    const all = await kept();
    const before = JSON.stringify(all);
    change(all);
    if (JSON.stringify(all) !== before) {
      const newest = Object.entries(all).sort(([, a], [, b]) => b.seen - a.seen).slice(0, MOST);
      await api.storage.local.set({ [KEY]: Object.fromEntries(newest) });
    }
  });
  last = turn.catch(() => {});
  await turn;
}

/**
 * Returns the watched tickets and where they stand, by next to breach.
 * @param {number} at - Epoch milliseconds.
 * @returns {Promise<Watched[]>}
 */
export async function standings(at) {
  const rules = await desk();
  return Object.entries(await kept())
    .flatMap(([key, { ticket, title, url, seen, on }]) => {
      try {
        const { response, resolution, nextChange } = rules.track(ticket, at);
        return on ? [{ key, title, url, seen, tracking: { response, resolution, nextChange } }] : [];
      } catch {
        // The policy is another one now, and does not know its priority.
        return [];
      }
    })
    .sort((a, b) => order(nextToBreach(a.tracking), nextToBreach(b.tracking)));
}

/** Counts anew, and sets the alarm for the next time that anything changes. */
export async function refresh() {
  // The clock is set before the storage has answered.
  const { language, notify: isAsked } = await read();
  const at = now();
  const items = await standings(at);
  await show(items, wordsOf(languageOf(language)));
  if (isAsked) {
    await tell(items);
  }
  const changes = items.flatMap(({ tracking: { nextChange } }) => (nextChange === null ? [] : [Date.parse(nextChange)]));
  if (changes.length > 0) {
    // By the host's clock, which rings.
    await api.alarms.create(ALARM, { when: Date.now() + Math.min(...changes) - at });
  } else {
    await api.alarms.clear(ALARM);
  }
}

/**
 * @param {Watched[]} items
 * @param {import("../../locales/translate.js").Translator} translator
 */
async function show(items, translator) {
  const standings = items.map(({ tracking }) => worst(tracking));
  const count = standings.filter(Boolean).length;
  const [breached, atRisk] = [standings.filter((standing) => standing === "breached").length, standings.filter((standing) => standing === "at-risk").length];
  await api.action.setBadgeBackgroundColor({ color: COLOURS[breached > 0 ? "breached" : "at-risk"] });
  await api.action.setBadgeText({ text: count > 0 ? String(count) : "" });
  await api.action.setTitle({ title: count > 0 ? translator.text("icon.count", { breached, atRisk }) : "deskrules" });
}

/**
 * Tells of clocks at risk, each once.
 * @param {Watched[]} items
 */
async function tell(items) {
  const due = (/** @type {Watched} */ { tracking }) =>
    openClocks(tracking).flatMap(([name, { standing, due }]) => (standing === "at-risk" ? [{ name, due: due ?? "" }] : []));
  const risks = items.flatMap((item) => due(item).map((risk) => ({ item, ...risk })));
  const all = risks.length > 0 ? await kept() : {};
  for (const { item, name, due } of risks) {
    if (all[item.key] && all[item.key]?.told[name] !== due) {
      await keep((now) => {
        const known = now[item.key];
        if (known) {
          known.told[name] = due;
        }
      });
      await notify(item, name);
    }
  }
}

/**
 * Returns the worst standing of a ticket that counts.
 * @param {Clocks} tracking
 */
function worst(tracking) {
  const standings = openClocks(tracking).map(([, { standing }]) => standing);
  return standings.includes("breached") ? "breached" : standings.includes("at-risk") ? "at-risk" : undefined;
}
