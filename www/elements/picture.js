// The picture of a clock's time, drawn for the width that it has.
import { shape } from "./dom.js";
import { layout } from "./layout.js";

/** @typedef {import("../locales/translate.js").Translator} Translator */
/** @typedef {import("../client/desk.js").Tracked} Tracked */
/** @typedef {import("./layout.js").Part} Part */

const BAR = { y: 40, height: 30 };
const HEIGHT = 108;
/** Room for the text at a mark at either end. */
const MARGIN = 2;

export const PICTURE_STYLE = `
svg { display: block; overflow: visible; }
svg text { fill: currentColor; font: 0.75rem system-ui, sans-serif; font-variant-numeric: tabular-nums; }
svg .soft { fill: var(--soft); }
.part { stroke: var(--edge); stroke-width: 1; fill: Canvas; }
.part.counted { fill: var(--accent); stroke: var(--accent); }
.part.ahead { fill: color-mix(in srgb, var(--accent) 22%, Canvas); stroke: var(--accent); }
.part.closed { fill: none; stroke: none; }
.part.holiday, .part.paused, .part.resolved { fill: var(--sunken); }
.sign { fill: none; stroke: var(--edge); stroke-width: 1.5; }
.sign.closed { stroke-dasharray: 2 3; }
.sign.paused { stroke: CanvasText; stroke-width: 2.5; }
.tick { stroke: var(--edge); }
.now { stroke: CanvasText; stroke-width: 2; }
.due { stroke: var(--error); stroke-width: 2; }
svg .flag { fill: var(--error); }
svg .head { fill: CanvasText; }
svg .strong { font-weight: 600; }
@media (forced-colors: active) {
  .part.counted { fill: Highlight; stroke: Highlight; }
  .part.ahead { fill: Canvas; stroke: Highlight; }
}
`;

/**
 * Draws it.
 * @param {Tracked} clock
 * @param {number} present - Epoch milliseconds.
 * @param {number} width
 * @param {Translator} translator
 * @returns {{ svg: SVGSVGElement, kinds: Set<string> }} With the kinds of part that it has.
 */
export function drawPicture({ why, due }, present, width, translator) {
  const intervals = (why ?? []).flatMap((interval) => split(interval, present));
  const { parts, at } = layout(intervals, present, width - 2 * MARGIN);
  const svg = shape("svg", { viewBox: `${-MARGIN} 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img" });
  parts.forEach((part) => svg.append(...drawPart(part)));
  svg.append(...labels(parts, width - 2 * MARGIN, translator));
  const end = due === null ? undefined : Date.parse(due);
  const [first, last] = [Date.parse(parts[0]?.from ?? ""), Date.parse(parts.at(-1)?.to ?? "")];
  if (present >= first && present <= last) {
    svg.append(...mark("now", at(present), 14, width, translator.text("timeline.now"), present, translator));
  }
  if (end !== undefined && end >= first && end <= last) {
    svg.append(...mark("due", at(end), 32, width, translator.text("timeline.due"), end, translator));
  }
  return { svg, kinds: new Set(parts.map(({ kind }) => kind)) };
}

/**
 * Returns a small picture of a kind of part.
 * @param {string} kind
 */
export function swatch(kind) {
  const svg = shape("svg", { viewBox: "0 0 18 18", "aria-hidden": "true" });
  svg.append(shape("rect", { class: `part ${kind}`, x: 1, y: 1, width: 16, height: 16, rx: 2 }), ...sign(kind, 1, 16, 1, 16));
  return svg;
}

/**
 * @template {{ from: string, to: string }} T
 * @param {T} interval
 * @param {number} present
 * @returns {T[]} In two where the present is inside.
 */
function split(interval, present) {
  const isInside = Date.parse(interval.from) < present && present < Date.parse(interval.to);
  const instant = new Date(present).toISOString();
  return isInside ? [{ ...interval, to: instant }, { ...interval, from: instant }] : [interval];
}

/** @param {Part} part */
function drawPart({ kind, x, width }) {
  const rect = shape("rect", { class: `part ${kind}`, x, y: BAR.y, width, height: BAR.height });
  return [rect, ...sign(kind, x, width, BAR.y, BAR.height)];
}

/**
 * Returns what tells a part apart without its colour: a broken line for a night, a cross for a holiday, two bars for a pause.
 * @param {string} kind
 * @param {number} x
 * @param {number} width
 * @param {number} y
 * @param {number} height
 */
function sign(kind, x, width, y, height) {
  const [middle, center] = [y + height / 2, x + width / 2];
  const size = Math.min(5, width / 3);
  const paths = {
    closed: `M${x} ${middle}h${width}`,
    holiday: `M${center - size} ${middle - size}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`,
    paused: `M${center - size / 2} ${middle - 5}v10m${size} -10v10`,
    resolved: `M${center - size} ${middle}l${size * 0.7} ${size * 0.8}l${size * 1.3} ${-size * 1.6}`,
  };
  const d = paths[/** @type {keyof paths} */ (kind)];
  return d ? [shape("path", { class: `sign ${kind}`, d })] : [];
}

/**
 * Returns the days and hours below, those that have room.
 * @param {Part[]} parts
 * @param {number} width
 * @param {Translator} translator
 */
function labels(parts, width, translator) {
  const day = formatter(translator, { weekday: "short", day: "numeric" });
  const time = formatter(translator, { timeStyle: "short" });
  /** @type {SVGElement[]} */
  const shown = [];
  const free = { time: -Infinity, day: -Infinity };
  let date = "";
  for (const { kind, x, width: wide, from, to } of parts) {
    if (kind !== "counted" && kind !== "ahead") {
      continue;
    }
    const named = day(from);
    const left = Math.min(x, width - 44);
    if (named !== date && left >= free.day) {
      shown.push(shape("text", { class: "strong", x: left, y: 102 }, named));
      free.day = left + 50;
    }
    date = named;
    for (const [instant, place] of /** @type {[string, number][]} */ ([[from, x], [to, x + wide]])) {
      const start = Math.min(Math.max(place - 15, 0), width - 31);
      if (start >= free.time) {
        shown.push(shape("path", { class: "tick", d: `M${place} ${BAR.y + BAR.height}v5` }), shape("text", { class: "soft", x: start, y: 87 }, time(instant)));
        free.time = start + 40;
      }
    }
  }
  return shown;
}

/**
 * @param {"now" | "due"} kind
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {string} word
 * @param {number} instant
 * @param {Translator} translator
 */
function mark(kind, x, y, width, word, instant, translator) {
  const text = `${word} ${formatter(translator, { timeStyle: "short" })(instant)}`;
  const isRight = x > width - 14 - text.length * 6.6;
  const side = isRight ? -1 : 1;
  const head = kind === "due" ? `M${x} ${y - 10}h${9 * side}l${-3 * side} 4 ${3 * side} 4h${-9 * side}z` : `M${x - 4} ${y - 9}h8l-4 7z`;
  const shift = (kind === "due" ? 13 : 8) * side;
  return [
    shape("path", { class: kind, d: `M${x} ${y - 9}V${BAR.y + BAR.height + 4}` }),
    shape("path", { class: kind === "due" ? "flag" : "head", d: head }),
    shape("text", { class: "strong", x: x + shift, y, "text-anchor": isRight ? "end" : "start" }, text),
  ];
}

/**
 * @param {Translator} translator
 * @param {Intl.DateTimeFormatOptions} options
 */
function formatter({ language, timeZone }, options) {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...options, timeZone });
  return (/** @type {string | number} */ instant) => format.format(new Date(instant));
}
