import { countdown } from "../../elements/countdown.js";
import { momentInWords } from "../../client/moments.js";
import { element } from "../../elements/dom.js";
import { clocksOf, openClocks, order } from "../shared/clocks.js";

/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("../shared/messages.js").Clocks} Clocks */
/** @typedef {import("../shared/messages.js").Tracked} Tracked */
/** @typedef {import("../shared/messages.js").Watched} Watched */

const UNITS = /** @type {const} */ ([["day", 86_400], ["hour", 3600], ["minute", 60]]);

/** One watched ticket. */
export class Row {
  #title = element("a", { target: "_blank", rel: "noreferrer" });
  #clocks = element("div", { class: "clocks" });
  #seen = element("time", { class: "note" });
  #stop = element("button", { type: "button" });
  node = element("li", { class: "ticket" }, this.#title, this.#clocks, element("div", { class: "end" }, this.#seen, this.#stop));

  /** @param {(title: string) => void} stop - Called when it is not to be watched any more. */
  constructor(stop) {
    this.#stop.addEventListener("click", () => stop(this.#title.textContent ?? ""));
  }

  /**
   * @param {Watched} item
   * @param {number} at
   * @param {Translator} words
   */
  draw({ title, url, seen, tracking }, at, words) {
    const name = title.trim() || words.text("popup.untitled");
    this.#title.textContent = name;
    // An address of another kind would be somebody's script.
    this.#title.href = /^https?:/.test(url) ? url : "";
    this.#clocks.replaceChildren(...shownClocks(tracking).map(([clockName, clock]) => countdown(clock, clockName, words)));
    const instant = new Date(seen).toISOString();
    this.#seen.dateTime = instant;
    this.#seen.title = momentInWords(instant, words.language, words.timeZone);
    this.#seen.textContent = words.text("popup.seen", { time: ago(seen - at, words.language) });
    this.#stop.textContent = words.text("popup.stop");
    this.#stop.ariaLabel = words.text("popup.stop-of", { title: name });
  }
}

/**
 * Returns the clocks to show, the next to breach first: those that can still be missed, or the last when there is none.
 * @param {Clocks} tracking
 */
export function shownClocks(tracking) {
  const open = openClocks(tracking);
  const due = (/** @type {Tracked} */ { due }) => (due === null ? Infinity : Date.parse(due));
  return open.length > 0 ? open.sort(([, a], [, b]) => order(due(a), due(b))) : clocksOf(tracking).slice(-1);
}

/**
 * @param {number} milliseconds - Negative for the past.
 * @param {string} language
 */
function ago(milliseconds, language) {
  const seconds = Math.trunc(Math.min(milliseconds, 0) / 1000);
  const [unit, size] = UNITS.find(([, size]) => -seconds >= size) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.trunc(seconds / size) || 0, unit);
}
