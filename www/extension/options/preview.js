import { api } from "../shared/browser.js";
import { patternOf } from "../shared/settings.js";

/** @typedef {import("../../desks/by-selectors.js").Preview} Preview */
/** @typedef {import("../shared/settings.js").GenericFields} GenericFields */
/** @typedef {{ preview: Preview, title: string, trouble?: undefined } | { preview?: undefined, title?: undefined, trouble: "closed" | "silent" }} Answer */

/**
 * Asks the page of a desk that was looked at last what selectors find there.
 * @param {string} origin
 * @param {GenericFields} fields
 * @returns {Promise<Answer>} With `trouble` when no page is open, or the one that is does not answer.
 */
export async function previewOf(origin, fields) {
  const tabs = await api.tabs.query({ url: patternOf(origin) }).catch(() => []);
  const seen = (/** @type {chrome.tabs.Tab} */ { lastAccessed = 0 }) => lastAccessed;
  // The pattern may be of more than the origin.
  const [tab] = tabs.filter(({ url = "" }) => URL.canParse(url) && new URL(url).origin === origin).sort((a, b) => seen(b) - seen(a));
  if (tab?.id === undefined) {
    return { trouble: "closed" };
  }
  try {
    const preview = await api.tabs.sendMessage(tab.id, { type: "preview", fields });
    return preview?.found ? { preview, title: tab.title ?? "" } : { trouble: "silent" };
  } catch {
    return { trouble: "silent" };
  }
}
