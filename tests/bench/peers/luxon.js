import { DateTime } from "luxon";

import { CLOSES, HOLIDAYS, OPENS, ZONE } from "../calendar.js";

const closed = new Set(HOLIDAYS);

/** The open hours of a date, or none. */
function hours(/** @type {DateTime} */ day) {
  if (day.weekday > 5 || closed.has(day.toISODate())) {
    return null;
  }
  return { open: day.set({ hour: OPENS }).toMillis(), close: day.set({ hour: CLOSES }).toMillis() };
}

const midnight = (/** @type {number} */ at) => DateTime.fromMillis(at, { zone: ZONE }).startOf("day");

export const peer = {
  title: "luxon, by hand",
  what: "a loop over days on `DateTime`, as one writes it",
  packages: ["luxon"],
  create: () => ({
    /** @param {number} at @param {number} time */
    add(at, time) {
      let left = time;
      for (let day = midnight(at); ; day = day.plus({ days: 1 })) {
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
      for (let day = midnight(from); day.toMillis() < to; day = day.plus({ days: 1 })) {
        const today = hours(day);
        if (today) {
          open += Math.max(0, Math.min(to, today.close) - Math.max(from, today.open));
        }
      }
      return open;
    },
  }),
};
