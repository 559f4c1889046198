import { Temporal } from "temporal-polyfill";

import { CLOSES, HOLIDAYS, OPENS, ZONE } from "../calendar.js";

const closed = new Set(HOLIDAYS);
const opens = new Temporal.PlainTime(OPENS);
const closes = new Temporal.PlainTime(CLOSES);

/** The open hours of a date, or none. */
function hours(/** @type {Temporal.PlainDate} */ day) {
  if (day.dayOfWeek > 5 || closed.has(day.toString())) {
    return null;
  }
  const at = (/** @type {Temporal.PlainTime} */ plainTime) =>
    day.toZonedDateTime({ timeZone: ZONE, plainTime }).epochMilliseconds;
  return { open: at(opens), close: at(closes) };
}

const date = (/** @type {number} */ at) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate();

export const peer = {
  title: "temporal-polyfill, by hand",
  what: "a loop over days on `Temporal.ZonedDateTime`, as one writes it",
  packages: ["temporal-polyfill"],
  create: () => ({
    /** @param {number} at @param {number} time */
    add(at, time) {
      let left = time;
      for (let day = date(at); ; day = day.add({ days: 1 })) {
        const today = hours(day);
        if (today) {
          const start = Math.max(at, today.open);
          const open = Math.max(0, today.close - start);
          if (left <= open) {
            return start + left;
          }
          left -= open;
        }
      }
    },
    /** @param {number} from @param {number} to */
    between(from, to) {
      let open = 0;
      const last = date(to);
      for (let day = date(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
        const today = hours(day);
        if (today) {
          open += Math.max(0, Math.min(to, today.close) - Math.max(from, today.open));
        }
      }
      return open;
    },
  }),
};
