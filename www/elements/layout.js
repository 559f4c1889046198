// Where the parts of a clock's time stand in a picture: what counts to scale, what is skipped in short.

/** @typedef {import("../client/desk.js").Tracked} Tracked */
/** @typedef {NonNullable<Tracked["why"]>[number]} Interval */
/** @typedef {{ x: number, width: number, kind: string, from: string, to: string }} Part */
/** @typedef {{ parts: Part[], at: (instant: number) => number }} Layout */

/** How much of the picture is for what is skipped, at the most. */
const SKIPPED = 0.45;
/** How wide one skipped part is, when there is room. */
const GAP = 40;

/**
 * Returns the parts of a picture so wide. What counts and is still to come is `ahead`.
 * @param {Interval[]} intervals
 * @param {number} present - Epoch milliseconds.
 * @param {number} width
 * @returns {Layout}
 */
export function layout(intervals, present, width) {
  const skipped = intervals.filter(({ kind }) => kind !== "counted").length;
  const counted = intervals.reduce((sum, interval) => sum + (interval.kind === "counted" ? length(interval) : 0), 0);
  const gap = counted === 0 ? width / Math.max(skipped, 1) : Math.min(GAP, (width * SKIPPED) / Math.max(skipped, 1));
  const scale = counted === 0 ? 0 : (width - gap * skipped) / counted;
  /** @type {Part[]} */
  const parts = [];
  let x = 0;
  for (const interval of intervals) {
    const { from, to, kind } = interval;
    const wide = kind === "counted" ? length(interval) * scale : gap;
    parts.push({ x, width: wide, kind: kind === "counted" && Date.parse(from) >= present ? "ahead" : kind, from, to });
    x += wide;
  }
  return { parts, at: (instant) => place(parts, instant) };
}

/** @param {Interval} interval */
function length({ from, to }) {
  return Date.parse(to) - Date.parse(from);
}

/**
 * @param {Part[]} parts
 * @param {number} instant
 */
function place(parts, instant) {
  const part = parts.find(({ to }) => instant <= Date.parse(to)) ?? parts.at(-1);
  if (!part) {
    return 0;
  }
  const [from, to] = [Date.parse(part.from), Date.parse(part.to)];
  const share = to === from ? 0 : (instant - from) / (to - from);
  return part.x + Math.min(Math.max(share, 0), 1) * part.width;
}
