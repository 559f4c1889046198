// The options: what a person changes is saved at once, and said.
import { SEVERITY_STYLE } from "../../elements/messages.js";
import { adoptOnPage } from "../../elements/style.js";
import { sentence } from "../../elements/dom.js";
import { api } from "../shared/browser.js";
import { byId, speak, troubleOf } from "../shared/page.js";
import { languageOf, wordsOf } from "../shared/words.js";
import { PolicyCard } from "./policy.js";
import { SitesCard } from "./sites.js";
import { Store } from "./store.js";
import { TransferCard } from "./transfer.js";

/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("../shared/settings.js").Settings} Settings */
/**
 * What the parts of the page share.
 * @typedef {object} Page
 * @property {Store} store
 * @property {Translator} words
 * @property {(change: Partial<Settings>, said?: string) => Promise<boolean>} save - Saves, and says so; false when that failed.
 * @property {() => void} draw - Shows the settings as they are now.
 */

/** Of the person: a moment that is found on a page is one that they compare. */
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const status = byId("status", HTMLElement);
const trouble = byId("trouble", HTMLElement);
const language = byId("language", HTMLSelectElement);
const notify = byId("notify", HTMLInputElement);
const notifyTrouble = byId("notify-trouble", HTMLElement);
const watch = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("#watch input"));

/** @type {Page} */
const page = { store: new Store(draw), words: wordsOf(languageOf("auto"), ZONE), save, draw };
const cards = [new SitesCard(page), new PolicyCard(page), new TransferCard(page)];

adoptOnPage(document, SEVERITY_STYLE);
language.addEventListener("change", async () => {
  await save({ language: /** @type {Settings["language"]} */ (language.value) });
  draw();
  // In the language that it is now.
  status.textContent = page.words.text("options.saved");
});
for (const choice of watch) {
  choice.addEventListener("change", () => save({ watch: /** @type {Settings["watch"]} */ (choice.value) }));
}
notify.addEventListener("change", async () => {
  const permissions = { permissions: /** @type {["notifications"]} */ (["notifications"]) };
  // Asked for in the click itself; given back with the choice.
  const isGranted = notify.checked ? await api.permissions.request(permissions).catch(() => false) : !(await api.permissions.remove(permissions));
  notifyTrouble.textContent = notify.checked && !isGranted ? page.words.text("notify.refused") : "";
  notify.checked &&= isGranted;
  await save({ notify: notify.checked });
});
void page.store.load().then(draw);

/** Shows the settings as they are now. */
function draw() {
  const { store } = page;
  page.words = wordsOf(languageOf(store.settings.language), ZONE);
  const isNewer = store.trouble?.code === "newer";
  speak(document, page.words);
  trouble.hidden = !store.trouble;
  trouble.replaceChildren(...(store.trouble ? sentence(isNewer ? page.words.text("options.newer") : page.words.text("options.unreadable", { message: `${troubleOf(store.trouble, page.words)}.` })) : []));
  for (const part of document.querySelectorAll("fieldset")) {
    // Those of a newer version are not written over; in place of broken ones, others may be imported.
    part.disabled = Boolean(store.trouble) && (isNewer || part.id !== "transfer");
  }
  language.value = store.settings.language;
  notify.checked = store.settings.notify;
  watch.forEach((choice) => (choice.checked = choice.value === store.settings.watch));
  cards.forEach((card) => card.draw());
}

/**
 * @param {Partial<Settings>} change
 * @param {string} [said]
 */
async function save(change, said) {
  // What is said twice is said again.
  status.textContent = "";
  try {
    await page.store.save(change);
    status.className = "";
    status.textContent = said ?? page.words.text("options.saved");
    return true;
  } catch (error) {
    status.className = "failed";
    status.textContent = page.words.text("options.failed", { message: troubleOf(error, page.words) });
    return false;
  }
}
