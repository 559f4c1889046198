// The watched tickets by next to breach. The worker says where they stand; this draws, and asks again when that changes.
import { COUNTDOWN_STYLE, nextWake } from "../../elements/countdown.js";
import { adoptOnPage } from "../../elements/style.js";
import { api } from "../shared/browser.js";
import { now, onShift } from "../shared/clock.js";
import { ask } from "../shared/messages.js";
import { byId, pageWords, speak, troubleOf } from "../shared/page.js";
import { read } from "../shared/settings.js";
import { wordsOf } from "../shared/words.js";
import { Row, shownClocks } from "./row.js";

/** @typedef {import("../shared/messages.js").Watched} Watched */

/** What is last seen `5 minutes ago` reads otherwise after a minute. */
const MINUTE = 60_000;

const list = byId("tickets", HTMLOListElement);
const status = byId("status", HTMLElement);
const trouble = byId("trouble", HTMLElement);
/** @type {Map<string, Row>} */
const rows = new Map();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let turn = 0;

adoptOnPage(document, COUNTDOWN_STYLE);
byId("options", HTMLAnchorElement).addEventListener("click", (event) => {
  event.preventDefault();
  void api.runtime.openOptionsPage();
});
// What the worker knows of a ticket, or a choice of the options.
api.storage.onChanged.addListener(() => void draw());
onShift(() => void draw());
void draw();

/** Asks and draws; of two at once, the later one draws. */
async function draw() {
  const mine = ++turn;
  try {
    const { at, language, timeZone, items } = await ask({ type: "watched" });
    const { sites } = await read();
    if (mine === turn) {
      const words = wordsOf(language, timeZone);
      speak(document, words);
      trouble.hidden = true;
      show(items, at, words);
      byId("empty", HTMLElement).hidden = items.length > 0;
      byId("how", HTMLElement).textContent = words.text(sites.length > 0 ? "popup.empty-how" : "popup.empty-sites");
      wake(items, at);
    }
  } catch (error) {
    const words = await pageWords();
    if (mine === turn) {
      speak(document, words);
      show([], 0, words);
      byId("empty", HTMLElement).hidden = true;
      trouble.hidden = false;
      trouble.textContent = words.text("popup.trouble", { message: troubleOf(error, words) });
    }
  }
}

/**
 * Puts each ticket in its place. A row that stays is the same element, so that it keeps the focus.
 * @param {Watched[]} items
 * @param {number} at
 * @param {import("../../locales/translate.js").Translator} words
 */
function show(items, at, words) {
  const focused = document.activeElement;
  for (const [key, row] of rows) {
    if (!items.some((item) => item.key === key)) {
      row.node.remove();
      rows.delete(key);
    }
  }
  items.forEach((item, index) => {
    const row = rows.get(item.key) ?? new Row((title) => stop(item.key, words.text("popup.stopped", { title })));
    rows.set(item.key, row);
    row.draw(item, at, words);
    if (list.children[index] !== row.node) {
      list.insertBefore(row.node, list.children[index] ?? null);
    }
  });
  // A row that was moved has lost it.
  if (focused instanceof HTMLElement && focused.isConnected && focused !== document.activeElement) {
    focused.focus();
  }
}

/**
 * Watches a ticket no more. The focus goes on to the next, not away with its button.
 * @param {string} key
 * @param {string} said
 */
async function stop(key, said) {
  const index = [...rows.keys()].indexOf(key);
  await ask({ type: "unwatch", key });
  await draw();
  status.textContent = said;
  (list.querySelectorAll("button")[Math.min(index, rows.size - 1)] ?? byId("title", HTMLElement)).focus();
}

/**
 * Draws again when anything that is shown changes.
 * @param {Watched[]} items
 * @param {number} at
 */
function wake(items, at) {
  const changes = items.flatMap(({ tracking, seen }) => [
    at + MINUTE - ((at - seen) % MINUTE),
    ...shownClocks(tracking).map(([, clock]) => nextWake(clock, tracking.nextChange, at)),
  ]);
  clearTimeout(timer);
  if (changes.length > 0) {
    // Never earlier than that: a timer may come a little too soon.
    timer = setTimeout(() => void draw(), Math.max(Math.min(...changes) - now(), 0) + 1);
  }
}
