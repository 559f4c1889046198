import { dateInWords } from "../../client/moments.js";
import { element, shape } from "../../elements/dom.js";
import { byId } from "../dom.js";

/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("./week.js").Block} Block */
/** @typedef {import("./week.js").Day} Day */
/** @typedef {import("./week.js").Week} Week */

// Across in percents and down in pixels, so that the text keeps its size in every width.
const AXIS = 7;
const COLUMN = (100 - AXIS) / 7;
const HEAD = 40;
const HOUR = 9;
const HEIGHT = HEAD + 24 * HOUR + 8;
/** Where the axis has its numbers. */
const HOURS = [0, 6, 12, 18, 24];
/** The least height of a block that has room for its times. */
const ROOM = 32;

/**
 * Draws a week of each schedule, and says it in words.
 * @param {Week[]} weeks
 * @param {Translator} translator
 */
export function showWeeks(weeks, translator) {
  const open = new Set([...document.querySelectorAll("#weeks details[open]")].map((details) => details.id));
  const figures = weeks.map((week) => {
    const { schedule, timeZone } = week;
    const caption = translator.text("week.caption", { schedule, zone: timeZone });
    const sentences = week.days.map((day) => inWords(day, translator));
    const words = element("details", { id: `words-${schedule}` }, element("summary", {}, translator.text("week.words")), element("ul", {}, ...sentences.map((words) => element("li", {}, words))));
    words.open = open.has(words.id);
    return element("figure", { class: "week" }, element("figcaption", {}, caption), picture(week, `${caption}. ${sentences.join(". ")}.`, translator), words);
  });
  byId("weeks", HTMLElement).replaceChildren(...figures);
}

/**
 * @param {Week} week
 * @param {string} label
 * @param {Translator} translator
 */
function picture({ days }, label, translator) {
  const lines = HOURS.flatMap((hour) => [
    shape("line", { class: "tick", x1: `${AXIS}%`, x2: "100%", y1: top(hour * 60), y2: top(hour * 60) }),
    shape("text", { class: "soft", x: `${AXIS - 1}%`, y: top(hour * 60) + 4, "text-anchor": "end" }, String(hour)),
  ]);
  const columns = days.flatMap((day, index) => column(day, AXIS + index * COLUMN, translator));
  return shape("svg", { width: "100%", height: HEIGHT, role: "img", "aria-label": label }, ...lines, ...columns);
}

/**
 * @param {Day} day
 * @param {number} left
 * @param {Translator} translator
 */
function column({ date, blocks, holiday }, left, translator) {
  const at = new Date(date);
  const middle = `${left + COLUMN / 2}%`;
  const named = (/** @type {Intl.DateTimeFormatOptions} */ how) => new Intl.DateTimeFormat(translator.language, { ...how, timeZone: "UTC" }).format(at);
  /** @type {SVGElement[]} */
  const drawn = [
    shape("text", { class: "day", x: middle, y: 14, "text-anchor": "middle" }, named({ weekday: "short" })),
    shape("text", { class: "soft", x: middle, y: 31, "text-anchor": "middle" }, named({ day: "numeric" })),
  ];
  if (holiday) {
    drawn.push(rect("holiday", left, { from: 0, to: 1440 }), shape("text", { class: "name", x: middle, y: top(0) + 8 }, translator.name(holiday, translator.text("week.holiday"))));
  }
  return [...drawn, ...blocks.flatMap((block) => [rect("open", left, block), ...times(block, middle)])];
}

/**
 * @param {string} kind
 * @param {number} left
 * @param {Block} block
 */
function rect(kind, left, { from, to }) {
  return shape("rect", { class: kind, x: `${left + 0.5}%`, y: top(from), width: `${COLUMN - 1}%`, height: Math.max(2, top(to) - top(from)), rx: 3 });
}

/**
 * @param {Block} block
 * @param {string} x
 */
function times({ from, to }, x) {
  if (top(to) - top(from) < ROOM) {
    return [];
  }
  const label = (/** @type {number} */ minute, /** @type {number} */ y) => shape("text", { class: "time", x, y, "text-anchor": "middle" }, clock(minute));
  return [label(from, top(from) + 13), label(to, top(to) - 5)];
}

/** @param {number} minute */
function top(minute) {
  return HEAD + (minute / 60) * HOUR;
}

/** @param {number} minute */
function clock(minute) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(Math.floor(minute % 60))}`;
}

/**
 * @param {Day} day
 * @param {Translator} translator
 */
function inWords({ date, blocks, holiday }, translator) {
  const parts = [
    ...(holiday ? [translator.name(holiday, translator.text("week.holiday"))] : []),
    blocks.length > 0 ? blocks.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(", ") : translator.text("week.closed"),
  ];
  return `${dateInWords(date, translator.language)}: ${parts.join(", ")}`;
}
