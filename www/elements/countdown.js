// A clock of a ticket as it is drawn: its state by icon, word and colour, the time that is left, and by when.
import { durationInWords, momentInWords } from "../client/moments.js";
import { element, shape } from "./dom.js";
import { moment } from "./times.js";

/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("./ticket.js").Clock} Clock */
/** @typedef {import("./ticket.js").ClockName} ClockName */
/** @typedef {keyof typeof ICONS} Shown */

const HOUR = 3600;
/** Each state by a shape of its own, in a square of 16. */
const ICONS = {
  "not-started": "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 1.6a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8Z",
  "running": "M4 2.5v11L13.5 8Z",
  "at-risk": "M8 1.5 15 14H1Zm-.9 4.6.3 4h1.2l.3-4Zm.9 4.9a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z",
  "paused": "M3.5 2.5h3v11h-3Zm6 0h3v11h-3Z",
  "out-of-hours": "M6.2 1.8a6.3 6.3 0 1 0 8 8A5.4 5.4 0 0 1 6.2 1.8Z",
  "met": "M13.6 3.2 6.3 12.6 2.2 8.9l1.2-1.4 2.7 2.4 6.1-7.8Z",
  "breached": "M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5Zm2.1 2.7.3 5h1.2l.3-5Zm.9 6a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z",
};

/** Styles of what {@link countdown} makes; the colours are those of `style.js`. */
export const COUNTDOWN_STYLE = `
.timer { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.6rem; min-block-size: 1.75rem; font-variant-numeric: tabular-nums; }
.chip {
  --state: var(--edge);
  display: inline-flex;
  align-items: center;
  gap: 0.4em;
  padding: 0.15em 0.65em 0.15em 0.5em;
  border: 1px solid var(--state);
  border-radius: 1em;
  background: color-mix(in srgb, var(--state) 10%, Canvas);
  color: CanvasText;
  font-size: 0.9em;
  white-space: nowrap;
}
.chip svg { inline-size: 1em; block-size: 1em; flex: none; fill: var(--state); }
.chip.running, .chip.met { --state: var(--good); }
.chip.at-risk { --state: var(--warning); }
.chip.breached { --state: var(--error); }
.chip.paused, .chip.out-of-hours { --state: var(--accent); }
.chip.at-risk, .chip.breached { font-weight: 600; }
.left { font-weight: 600; }
.left:empty { display: none; }
.due { color: inherit; font-size: 0.9em; }
@media (forced-colors: active) { .chip svg { fill: CanvasText; } }
`;

/**
 * Draws a clock as it stood when it was asked for.
 * @param {Clock | null} clock - Null for a ticket that has no such target.
 * @param {ClockName} name
 * @param {Translator} translator
 * @returns {HTMLElement}
 */
export function countdown(clock, name, translator) {
  const target = translator.text(`clock.${name}`);
  if (!clock) {
    return element("span", { class: "timer note", part: "timer" }, `${target}: ${translator.text("clock.none")}`);
  }
  const shown = shownAs(clock);
  const icon = shape("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, shape("path", { d: ICONS[shown], "fill-rule": "evenodd" }));
  return element(
    "span",
    { class: "timer", part: "timer" },
    element("span", { class: "name" }, target),
    element("span", { class: `chip ${shown}`, part: "state" }, icon, state(clock, translator)),
    element("span", { role: "timer", class: "left", part: "remaining", "aria-label": target }, remaining(clock, shown, translator)),
    element("span", { class: "note due" }, ...due(clock, translator)),
  );
}

/**
 * Says the same in a sentence, for those who do not see it.
 * @param {Clock} clock
 * @param {ClockName} name
 * @param {Translator} translator
 */
export function inSentence(clock, name, translator) {
  return `${translator.text(`clock.${name}`)}: ${state(clock, translator)}. ${remaining(clock, shownAs(clock), translator)}`;
}

/**
 * @param {Clock} clock
 * @param {Translator} translator
 */
function state(clock, translator) {
  const shown = shownAs(clock);
  return [shown, ...besides(clock, shown)].map((word) => translator.text(`clock.${word}`)).join(", ");
}

/**
 * Returns the one state that says most.
 * @param {Clock} clock
 * @returns {Shown}
 */
function shownAs({ phase, standing }) {
  if (standing === "breached" || standing === "met") {
    return standing;
  }
  if (phase === "paused" || phase === "out-of-hours") {
    return phase;
  }
  return phase === "pending" ? "not-started" : standing === "at-risk" ? "at-risk" : "running";
}

/**
 * Returns what is to be said beside that state.
 * @param {Clock} clock
 * @param {Shown} shown
 * @returns {Shown[]}
 */
function besides({ phase, standing }, shown) {
  const stands = phase === "paused" || phase === "out-of-hours" ? [phase] : [];
  return /** @type {Shown[]} */ ([...stands, ...(standing === "at-risk" ? [standing] : [])]).filter((word) => word !== shown);
}

/**
 * @param {Clock} clock
 * @param {Shown} shown
 * @param {Translator} translator
 */
function remaining({ remainingSeconds: seconds }, shown, translator) {
  if (seconds === null || shown === "met") {
    return "";
  }
  const time = inWords(Math.abs(seconds), translator.language);
  return seconds < 0 || shown === "breached" ? `−${time}` : translator.text("clock.left", { time });
}

/**
 * Returns a time in hours and minutes, and in the last hour to the second.
 * @param {number} seconds
 * @param {string} language
 */
function inWords(seconds, language) {
  const whole = Math.floor(seconds);
  if (whole >= HOUR) {
    return durationInWords(whole - (whole % 60), language);
  }
  return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/**
 * @param {Clock} clock
 * @param {Translator} translator
 */
function due({ due, phase }, translator) {
  if (!due) {
    return phase === "stopped" ? [] : [translator.text("clock.no-due")];
  }
  const [before = "", after = ""] = translator.text("clock.due", { due: "\n" }).split("\n");
  const time = moment(due, translator);
  time.title = momentInWords(due, translator.language, translator.timeZone);
  return [before, time, after];
}

/**
 * Returns when what is shown changes: a minute, in the last hour a second, and nothing while the clock stands still.
 * @param {Clock} clock
 * @param {string | null} nextChange
 * @param {number} present - Epoch milliseconds of the answer that the clock is of.
 * @returns {number} Epoch milliseconds; `Infinity` for never.
 */
export function nextWake({ phase, remainingSeconds: seconds }, nextChange, present) {
  const change = nextChange === null ? Infinity : Date.parse(nextChange);
  if (phase !== "running" || seconds === null) {
    return change;
  }
  const step = Math.abs(seconds) >= HOUR ? 60 : 1;
  const within = Math.abs(seconds) % step;
  return Math.min(change, present + (seconds > 0 ? within || step : step - within) * 1000);
}
