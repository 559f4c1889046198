import { CLOSES, DAY, FROM, HOLIDAYS, HOUR, MINUTE, OPENS, TARGETS, UNTIL, clockChanges } from "../calendar.js";

/*
 * The best that plain JavaScript is known to do: the answers of the whole window in typed arrays, found by one multiplication.
 * Buckets of time are so narrow that each holds one open stretch at most, buckets of open time so narrow that no stretch ends inside
 * one. So nothing is searched, nothing is allocated, and the whole path has no branch: clamping is done with the sign bits of
 * integers, because `Math.min` compiles to a branch that random instants mispredict. V8 inlines all of it into the caller's loop.
 * No argument is checked; outside the window the arrays answer `undefined`, which becomes NaN.
 */

const START = FROM - 31 * DAY;
const END = UNTIL + 62 * DAY;

/** The open stretches of the window. */
function stretches() {
  const closed = new Set(HOLIDAYS);
  const found = [];
  for (let day = START; day < END; day += DAY) {
    const date = new Date(day);
    if (date.getUTCDay() % 6 === 0 || closed.has(date.toISOString().slice(0, 10))) {
      continue;
    }
    const [summer, winter] = clockChanges(date.getUTCFullYear());
    const utc = (/** @type {number} */ hour) => {
      const standard = day + (hour - 1) * HOUR;
      return standard >= summer && standard < winter ? standard - HOUR : standard;
    };
    found.push({ start: utc(OPENS), end: utc(CLOSES) });
  }
  return found;
}

/** The widest bucket, a whole part of a day, that passes. */
function widest(/** @type {(width: number) => boolean} */ passes) {
  for (let parts = 1; DAY / parts >= MINUTE; parts += 1) {
    if (DAY % parts === 0 && passes(DAY / parts)) {
      return DAY / parts;
    }
  }
  throw new Error("these hours are too fine for buckets of a minute");
}

function build() {
  const open = stretches();
  const bucket = (/** @type {number} */ at, /** @type {number} */ width) => Math.floor((at - START) / width);
  const width = widest((width) =>
    open.every(({ start, end }, i) => {
      const last = bucket(end - 1, width);
      return bucket(start, width) === last && (open[i + 1] === undefined || bucket(open[i + 1].start, width) > last);
    }),
  );
  const buckets = Math.ceil((END - START) / width);
  // Where nothing is open, the close of nothing at the bucket's start.
  const closing = new Float64Array(buckets);
  const length = new Int32Array(buckets);
  const before = new Float64Array(buckets);
  /** @type {number[]} */
  const ends = [];
  let total = 0;
  for (let i = 0, next = 0; i < buckets; i += 1) {
    before[i] = total;
    closing[i] = START + i * width;
    const stretch = open[next];
    if (stretch !== undefined && bucket(stretch.start, width) === i) {
      closing[i] = stretch.end;
      length[i] = stretch.end - stretch.start;
      total += length[i];
      ends.push(total);
      next += 1;
    }
  }
  const step = widest((width) => ends.every((end) => end % width === 0));
  const shift = new Float64Array(total / step);
  for (let i = 0, stretch = 0; i < shift.length; i += 1) {
    if (i * step >= ends[stretch]) {
      stretch += 1;
    }
    shift[i] = open[stretch].end - ends[stretch];
  }
  return { width, step, closing, length, before, shift };
}

export const peer = {
  title: "plain JavaScript table",
  what: "a table for these very hours in typed arrays, tuned by hand: no search, no branch, no allocation, no check of what comes in",
  packages: [],
  create() {
    const { width, step, closing, length, before, shift } = build();
    const perWidth = 1 / width;
    const perStep = 1 / step;
    const buckets = START * perWidth;
    const half = -0.5 * perStep;

    /** The open time from the start of the window. */
    const clock = (/** @type {number} */ at) => {
      const i = (at * perWidth - buckets) | 0;
      let open = (at - closing[i]) | 0;
      open &= open >> 31;
      open = (open + length[i]) | 0;
      open &= ~(open >> 31);
      return before[i] + open;
    };
    /** The earliest instant at which the clock reads that; half a millisecond less, so that a close is the end of its stretch. */
    const earliest = (/** @type {number} */ open) => open + shift[(open * perStep + half) | 0];

    const response = Float64Array.from(TARGETS, (target) => target.response * MINUTE);
    // NaN is added at the end: as an index it takes a slow path.
    const resolution = Float64Array.from(TARGETS, (target) => (target.resolution ?? 0) * MINUTE);
    const agreed = Float64Array.from(TARGETS, (target) => (target.resolution === null ? NaN : 0));

    return {
      /** @param {number} at @param {number} time */
      add: (at, time) => earliest(clock(at) + time),
      /** @param {number} from @param {number} to */
      between: (from, to) => clock(to) - clock(from),
      /** @param {Float64Array} at @param {Float64Array} seconds */
      addBatch(at, seconds) {
        const due = new Float64Array(at.length);
        for (let i = 0; i < at.length; i += 1) {
          due[i] = earliest(clock(at[i]) + seconds[i] * 1000);
        }
        return due;
      },
      /** @param {{ reportedAt: Float64Array, priority: Uint8Array }} incidents */
      deadlinesBatch({ reportedAt, priority }) {
        const count = reportedAt.length;
        const first = new Float64Array(count);
        const second = new Float64Array(count);
        // Two passes are a tenth faster than one.
        for (let i = 0; i < count; i += 1) {
          first[i] = clock(reportedAt[i]);
        }
        for (let i = 0; i < count; i += 1) {
          const open = first[i];
          const p = priority[i];
          first[i] = earliest(open + response[p]);
          second[i] = earliest(open + resolution[p]) + agreed[p];
        }
        return { response: first, resolution: second };
      },
    };
  },
};
