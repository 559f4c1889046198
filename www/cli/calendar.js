// A calendar feed (iCalendar, RFC 5545) as the holidays of a policy.

import ICAL from "ical.js";
import { FileError } from "../node/error.js";

/** @typedef {{ id: string, name: Record<string, string>, on: string, from?: number, until?: number, everyYears?: number }} Holiday */
/** @typedef {{ from: string, to: string }} Range - First and last date. */

/** How many dates a calendar may give, and how many steps one of its rules may take. */
const MOST = 10_000;
/** How many days the library may try before one fits a rule: it would look for the 30th of February for ever. */
const TRIES = 50_000;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

let tries = 0;
const { check_contracting_rules: fits } = ICAL.RecurIterator.prototype;
ICAL.RecurIterator.prototype.check_contracting_rules = function () {
  tries += 1;
  if (tries > TRIES) {
    throw new Error("one of its rules names no day");
  }
  return fits.call(this);
};

/**
 * Returns the holidays of a calendar: its days, and its yearly rules that a policy has a word for.
 * @param {import("../node/source.js").Source} source
 * @param {Range} range - Of what repeats in a way that a policy has no word for, and of all single dates when `all` is left out.
 * @param {string} language - That of the calendar.
 * @param {{ all?: boolean }} [options] - Whether single dates outside the range are kept.
 * @returns {{ holidays: Holiday[], timed: number }} And how many entries were left out, since they are not of whole days.
 * @throws {FileError} `not-a-calendar`, `too-many-dates`.
 */
export function holidaysIn(source, range, language, { all = false } = {}) {
  tries = 0;
  try {
    return read(source, range, language, all);
  } catch (error) {
    if (error instanceof FileError) {
      throw error;
    }
    // The library's own words; of a line that it cannot read they end in it.
    const why = /** @type {Error} */ (error).message.split("\n", 1)[0] ?? "";
    const at = source.text.indexOf(/"([^"]+)"$/.exec(why)?.[1] ?? "\0");
    const place = at < 0 ? undefined : { start: at, end: at };
    throw source.error("not-a-calendar", `this is not a calendar (iCalendar): ${why}`, place, { params: { why } });
  }
}

/**
 * @param {import("../node/source.js").Source} source
 * @param {Range} range
 * @param {string} language
 * @param {boolean} all
 */
function read(source, range, language, all) {
  /** @type {Map<string, Holiday>} */
  const found = new Map();
  let timed = 0;
  for (const event of eventsIn(source)) {
    if (!event.startDate?.isDate) {
      timed += 1;
      continue;
    }
    for (const day of daysOf(event, range, all, source)) {
      const summary = event.summary?.trim() || "holiday";
      const holiday = { id: idOf(summary), name: { [language]: summary }, ...day };
      found.set(`${holiday.on} ${holiday.id}`, holiday);
      if (found.size > MOST) {
        throw tooMany(source);
      }
    }
  }
  return { holidays: [...found.values()].sort((a, b) => (a.on < b.on ? -1 : 1)), timed };
}

/**
 * @param {import("../node/source.js").Source} source
 * @returns {ICAL.Event[]} Those that are not cancelled, each with its exceptions.
 */
function eventsIn(source) {
  const components = calendarsIn(source.text).flatMap((/** @type {ICAL.Component} */ calendar) => calendar.getAllSubcomponents("vevent"));
  const uid = (/** @type {ICAL.Component} */ component) => component.getFirstPropertyValue("uid");
  const masters = components.filter((component) => !component.hasProperty("recurrence-id"));
  /** @type {Map<unknown, ICAL.Component[]>} - Of each entry that is there. */
  const exceptions = new Map(masters.map((master) => [uid(master), []]));
  const orphans = components.filter((component) => component.hasProperty("recurrence-id") && !exceptions.get(uid(component))?.push(component));
  return [...masters, ...orphans].flatMap((component) => {
    const own = exceptions.get(uid(component)) ?? [];
    // What has the same name once more has no exceptions of its own.
    exceptions.delete(uid(component));
    return isCancelled(component) ? [] : [new ICAL.Event(component, { strictExceptions: true, exceptions: own })];
  });
}

/** @param {string} text */
function calendarsIn(text) {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) {
    throw new Error("it does not begin with BEGIN:VCALENDAR");
  }
  const parsed = ICAL.parse(text);
  // One calendar, or a list of them.
  const list = typeof parsed[0] === "string" ? [parsed] : parsed;
  return /** @type {ICAL.Component[]} */ (list.map((/** @type {any[]} */ jcal) => new ICAL.Component(jcal)));
}

/**
 * @param {ICAL.Event} event
 * @param {Range} range
 * @param {boolean} all
 * @param {import("../node/source.js").Source} source
 * @returns {Pick<Holiday, "on" | "from" | "until" | "everyYears">[]}
 */
function daysOf(event, range, all, source) {
  const rule = yearly(event);
  if (rule) {
    return [rule];
  }
  const spans = event.isRecurring() ? occurrences(event, range, source) : [{ start: event.startDate, end: event.endDate }];
  return spans.flatMap(({ start, end }) => datesOf(start, end, source)).filter((on) => all || (on >= range.from && on <= range.to)).map((on) => ({ on }));
}

/**
 * Lists the dates from a first one up to an end, which is not one of them; at least the first.
 * @param {ICAL.Time} start
 * @param {ICAL.Time | null} end
 * @param {import("../node/source.js").Source} source
 */
function datesOf(start, end, source) {
  const dates = [];
  const day = start.clone();
  do {
    dates.push(day.toString().slice(0, 10));
    if (dates.length > MOST) {
      throw tooMany(source);
    }
    day.addDuration(new ICAL.Duration({ days: 1 }));
  } while (end && day.compare(end) < 0);
  return dates;
}

/**
 * Lists the occurrences of an event up to the end of a range.
 * @param {ICAL.Event} event
 * @param {Range} range
 * @param {import("../node/source.js").Source} source
 */
function occurrences(event, { to }, source) {
  const spans = [];
  const dates = ["exdate", "rdate"].flatMap((name) => event.component.getAllProperties(name));
  // The library sorts them in as it reads them, which takes the square of their number.
  if (dates.reduce((sum, property) => sum + property.getValues().length, 0) > MOST) {
    throw tooMany(source);
  }
  const rules = /** @type {ICAL.Recur[]} */ (event.component.getAllProperties("rrule").map((property) => property.getFirstValue()));
  // The library makes the 2nd of March of a 30th of February, which no calendar has.
  const never = (/** @type {ICAL.Time} */ { day }) => rules.length > 0 && rules.every(({ parts }) => isOther(day, /** @type {any} */ (parts).BYMONTHDAY));
  const iterator = event.iterator();
  for (let steps = 0, at = iterator.next(); at && at.toString().slice(0, 10) <= to; at = iterator.next(), steps += 1) {
    if (steps >= MOST) {
      throw tooMany(source);
    }
    const { item, startDate, endDate } = event.getOccurrenceDetails(at);
    if ((item.component === event.component || !isCancelled(item.component)) && !never(at)) {
      spans.push({ start: startDate, end: endDate });
    }
  }
  return spans;
}

/**
 * Says whether a day is none of those of a rule; a negative one counts from the end of the month.
 * @param {number} day
 * @param {(string | number)[]} [days]
 */
function isOther(day, days = []) {
  return days.length > 0 && days.every((other) => Number(other) > 0 && Number(other) !== day);
}

/**
 * Returns an event of one day that comes every year as a rule of a policy; nothing when a policy has no word for it.
 * @param {ICAL.Event} event
 * @returns {Pick<Holiday, "on" | "from" | "until" | "everyYears"> | undefined}
 */
function yearly(event) {
  const { component, startDate, endDate } = event;
  const rules = component.getAllProperties("rrule").map((property) => property.getFirstValue());
  const [rule] = /** @type {ICAL.Recur[]} */ (rules);
  const plain = rules.length === 1 && !component.hasProperty("exdate") && !component.hasProperty("rdate") && Object.keys(event.exceptions).length === 0;
  const oneDay = !endDate || datesBetween(startDate, endDate) <= 1;
  if (!rule || !plain || !oneDay || rule.freq !== "YEARLY" || rule.count) {
    return undefined;
  }
  const { year, month, day } = startDate;
  const on = rulesDay(rule, month, day);
  if (on === undefined) {
    return undefined;
  }
  const last = rule.until && (rule.until.month * 100 + rule.until.day < month * 100 + day ? rule.until.year - 1 : rule.until.year);
  return { on, from: year, ...(last && { until: last }), ...(rule.interval > 1 && { everyYears: rule.interval }) };
}

/**
 * @param {ICAL.Time} start
 * @param {ICAL.Time} end
 */
function datesBetween(start, end) {
  return end.subtractDate(start).toSeconds() / 86_400;
}

/**
 * Returns a rule's day in the words of a policy: `12-25`, `thu 4 nov`.
 * @param {ICAL.Recur} rule
 * @param {number} month
 * @param {number} day
 */
function rulesDay(rule, month, day) {
  const parts = /** @type {Record<string, unknown[]>} */ (rule.parts);
  const { BYMONTH = [month], BYMONTHDAY, BYDAY, ...others } = parts;
  const [named] = BYMONTH;
  if (Object.keys(others).length > 0 || BYMONTH.length !== 1 || (BYMONTHDAY && BYDAY)) {
    return undefined;
  }
  if (BYDAY) {
    const [, week = "", weekday = ""] = /^\+?([1-5]|-1)([A-Z]{2})$/.exec(String(BYDAY[0])) ?? [];
    const names = { MO: "mon", TU: "tue", WE: "wed", TH: "thu", FR: "fri", SA: "sat", SU: "sun" };
    const name = names[/** @type {keyof typeof names} */ (weekday)];
    return name && BYDAY.length === 1 && parts["BYMONTH"] ? `${name} ${week === "-1" ? "last" : week} ${MONTHS[Number(named) - 1]}` : undefined;
  }
  const same = Number(named) === month && (BYMONTHDAY ?? [day]).length === 1 && Number((BYMONTHDAY ?? [day])[0]) === day;
  return same ? `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : undefined;
}

/** @param {ICAL.Component} component */
function isCancelled(component) {
  return String(component.getFirstPropertyValue("status") ?? "").toUpperCase() === "CANCELLED";
}

/**
 * Returns a name for programs: the words of a summary, without accents.
 * @param {string} summary
 */
function idOf(summary) {
  const id = summary.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return id.slice(0, 60) || "holiday";
}

/** @param {import("../node/source.js").Source} source */
function tooMany(source) {
  return source.error("too-many-dates", `this calendar has more than ${MOST} dates: ask for fewer years`, undefined, { params: { most: MOST } });
}
