import { say } from "../say.js";

/** @typedef {import("../../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../../client/index.js").ScheduleDocument} ScheduleDocument */
/** @typedef {import("../../locales/translate.js").Translator} Translator */
/** @typedef {import("./blocks.js").Block} Block */

const DAYS = /** @type {const} */ (["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

/**
 * Returns the hours of a schedule, days with the same hours together.
 * @param {string} name
 * @param {ScheduleDocument[]} versions
 * @param {PolicyDocument} policy
 * @param {Translator} translator
 * @returns {Block[]}
 */
export function hoursOf(name, versions, policy, translator) {
  const { language } = translator;
  const zone = versions[0]?.timeZone ?? policy.timeZone ?? translator.timeZone;
  return versions.flatMap(({ from, hours = {}, overrides = {} }) => {
    const heading = say("Hours: {schedule} ({zone})", language, { schedule: name, zone });
    const special = Object.entries(overrides).sort().map(([date, shifts]) => [date, listed(shifts, language)]);
    return [
      { heading: from ? say("{heading}, from {date}", language, { heading, date: from }) : heading, level: 2 },
      { table: [[say("Day", language), say("Hours", language)], ...week(hours, language), ...special] },
    ];
  });
}

/**
 * @param {NonNullable<ScheduleDocument["hours"]>} hours
 * @param {string} language
 * @returns {string[][]}
 */
function week(hours, language) {
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  const named = DAYS.map((day, index) => ({ day: weekday.format(MONDAY + index * DAY), open: listed(hours[day] ?? [], language) }));
  /** @type {{ days: string[], open: string }[]} */
  const groups = [];
  for (const { day, open } of named) {
    const last = groups.at(-1);
    if (last?.open === open) {
      last.days.push(day);
    } else {
      groups.push({ days: [day], open });
    }
  }
  return groups.map(({ days, open }) => [days.length > 1 ? say("{first} to {last}", language, { first: String(days[0]), last: String(days.at(-1)) }) : String(days[0]), open]);
}

/**
 * @param {string[]} shifts
 * @param {string} language
 */
function listed(shifts, language) {
  return shifts.length === 0 ? say("closed", language) : shifts.join(", ");
}
