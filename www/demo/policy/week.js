import { holidaysOf } from "../../cli/holidays.js";
import { load, Schedule } from "../../client/web.js";
import { zoneOf } from "../../client/moments.js";

/** @typedef {import("../../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {{ from: number, to: number }} Block - Minutes on the clock of that day, 1440 at its end. */
/** @typedef {{ date: string, blocks: Block[], holiday?: Record<string, string> }} Day - `holiday` is its name; empty when it has none. */
/** @typedef {{ schedule: string, timeZone: string, days: Day[] }} Week */

const DAY = 86_400_000;
const MINUTES = 1440;

/**
 * Returns the Monday of a date's week.
 * @param {string} date - Like `2026-12-25`.
 * @returns {string}
 */
export function mondayOf(date) {
  const at = Date.parse(`${date}T00:00:00Z`);
  return dayAfter(date, -((new Date(at).getUTCDay() + 6) % 7));
}

/**
 * Returns a week of each schedule, each on its own clock.
 * @param {PolicyDocument} policy - Without errors.
 * @param {string} monday
 * @returns {Promise<Week[]>}
 */
export async function weeksOf(policy, monday) {
  return Promise.all(Object.keys(policy.schedules ?? {}).map((schedule) => weekOf(policy, schedule, monday)));
}

/**
 * @param {PolicyDocument} policy
 * @param {string} name
 * @param {string} monday
 * @returns {Promise<Week>}
 */
async function weekOf(policy, name, monday) {
  const versions = [policy.schedules?.[name] ?? []].flat();
  const timeZone = versions[0]?.timeZone ?? zoneOf(policy);
  const dates = Array.from({ length: 7 }, (_, index) => dayAfter(monday, index));
  const holidays = await holidaysOf(load, policy, name, monday, dates[6] ?? monday);
  // Not the desk's own: it answers in the zone of the policy, and the hours are written in that of the schedule.
  const schedule = new Schedule(versions.map((version) => ({ ...version, timeZone })));
  try {
    // A day more on both sides, for every zone there is.
    const periods = schedule.periods(Date.parse(monday) - DAY, Date.parse(monday) + 8 * DAY);
    const days = dates.map((date) => {
      const holiday = holidays.find((day) => day.date === date);
      return { date, blocks: periods.flatMap((period) => within(period, date)), ...(holiday && { holiday: holiday.name }) };
    });
    return { schedule: name, timeZone, days };
  } finally {
    schedule.close();
  }
}

/**
 * Returns what of a period lies on a date, as its clock reads.
 * @param {{ start: string, end: string }} period
 * @param {string} date
 * @returns {Block[]}
 */
function within({ start, end }, date) {
  const [first, last] = [start.slice(0, 10), end.slice(0, 10)];
  if (date < first || date > last) {
    return [];
  }
  const from = date === first ? minutes(start) : 0;
  const to = date === last ? minutes(end) : MINUTES;
  return to > from ? [{ from, to }] : [];
}

/** @param {string} instant - Like `2026-12-25T09:30:00+01:00`. */
function minutes(instant) {
  return Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + Number(instant.slice(17, 19)) / 60;
}

/**
 * @param {string} date
 * @param {number} days
 */
function dayAfter(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
