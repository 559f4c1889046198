/** The right answer, the slow way: minute by minute, by plain arithmetic, with neither `Intl` nor any peer. */

import { CLOSES, DAY, HOLIDAYS, HOUR, MINUTE, OPENS, clockChanges } from "./calendar.js";

const closed = new Set(HOLIDAYS.map((date) => Date.parse(`${date}T00:00:00Z`)));

/** Says whether the office is open in the minute that starts at that instant. */
function isOpen(/** @type {number} */ minute) {
  const [summer, winter] = clockChanges(new Date(minute).getUTCFullYear());
  const local = minute + (minute >= summer && minute < winter ? 2 : 1) * HOUR;
  const midnight = Math.floor(local / DAY) * DAY;
  const hour = (local - midnight) / HOUR;
  const weekday = new Date(midnight).getUTCDay();
  return hour >= OPENS && hour < CLOSES && weekday >= 1 && weekday <= 5 && !closed.has(midnight);
}

/**
 * Returns the earliest instant at which so many milliseconds have been open.
 * @param {number} at
 * @param {number} time
 */
export function add(at, time) {
  let left = time;
  for (let from = at; ; ) {
    const minute = Math.floor(from / MINUTE) * MINUTE;
    const to = minute + MINUTE;
    if (isOpen(minute)) {
      if (left <= to - from) {
        return from + left;
      }
      left -= to - from;
    }
    from = to;
  }
}
