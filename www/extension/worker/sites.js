// The desks that the agent uses: content scripts run on those addresses only, and only as long as the permission lasts.
import { api } from "../shared/browser.js";
import { patternOf, read } from "../shared/settings.js";

/** @typedef {import("../shared/settings.js").Site} Site */

const FILES = ["content/content.js"];

/**
 * Returns the site of an address.
 * @param {string | undefined} url
 * @returns {Promise<Site | undefined>}
 */
export async function siteOf(url) {
  const { sites } = await read();
  return sites.find(({ origin }) => URL.canParse(url ?? "") && new URL(url ?? "").origin === origin);
}

/** Registers the content script for each site that is granted, and for no other; pages that are open get it at once. */
export async function register() {
  const { sites } = await read();
  const granted = await Promise.all(sites.map(({ origin }) => api.permissions.contains({ origins: [patternOf(origin)] })));
  const wanted = new Map(sites.filter((_, index) => granted[index]).map(({ origin }) => [origin, [patternOf(origin)]]));
  const known = (await api.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const old = known.filter((id) => !wanted.has(id));
  if (old.length > 0) {
    await api.scripting.unregisterContentScripts({ ids: old });
  }
  for (const [id, matches] of wanted) {
    if (!known.includes(id)) {
      await api.scripting.registerContentScripts([{ id, matches, js: FILES, runAt: "document_idle" }]);
      await Promise.all((await api.tabs.query({ url: matches })).map(inject));
    }
  }
}

/** @param {chrome.tabs.Tab} tab */
async function inject({ id }) {
  try {
    await api.scripting.executeScript({ target: { tabId: id ?? -1 }, files: FILES });
  } catch {
    // A page that cannot be written on, such as one that failed to load, gets it when it is opened again.
  }
}
