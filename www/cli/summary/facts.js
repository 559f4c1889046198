import { load } from "../../client/node-import.js";
import { holidaysOf } from "../holidays.js";

/** @typedef {import("../../client/index.js").Desk} Desk */
/** @typedef {import("../../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../holidays.js").Day} Day */
/** @typedef {{ due: string | null } | { agreed: true } | null} When */
/** @typedef {{ id: string | null, name: Record<string, string>, date: string }} Skipped */
/** @typedef {{ priority: string, reportedAt: string, response: When, resolution: When, skipped: Skipped[] }} Example */
/** @typedef {{ year: number, holidays: Record<string, Day[]>, examples: Example[] }} Facts - What a policy comes to in a year. */
/** @typedef {{ start: number, end: number, opened: number }} Gap - A closed stretch, and when the open one before it began. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Returns what a policy comes to in a year: its holidays, and for each priority a deadline across a closed stretch.
 * @param {Desk} desk
 * @param {number} year
 * @returns {Promise<Facts>}
 */
export async function factsOf(desk, year) {
  const { policy } = desk;
  const names = Object.keys(policy.schedules ?? {});
  const days = await Promise.all(names.map((name) => holidaysOf(load, policy, name, `${year}-01-01`, `${year}-12-31`)));
  return { year, holidays: Object.fromEntries(names.map((name, index) => [name, days[index] ?? []])), examples: examplesOf(desk, policy, year) };
}

/**
 * @param {Desk} desk
 * @param {PolicyDocument} policy
 * @param {number} year
 * @returns {Example[]}
 */
function examplesOf(desk, { schedules = {}, incidents }, year) {
  const gaps = new Map(Object.keys(schedules).map((name) => [name, longestGap(desk, name, year)]));
  const any = [...gaps.values()].find(Boolean);
  return (incidents?.priorities ?? []).flatMap(({ id, schedule, ...priority }) => {
    const name = schedule ?? incidents?.schedule ?? Object.keys(schedules)[0] ?? "";
    const own = gaps.get(name);
    // Half an hour before closing; where nothing closes, in the night that others do not work.
    const at = own ? Math.max(own.opened, own.start - 30 * MINUTE) : any ? any.start + 6 * HOUR : Date.UTC(year, 0, 1, 22);
    if (priority.response === undefined && priority.resolution === undefined) {
      return [];
    }
    const { response, resolution } = desk.deadlines({ priority: id, reportedAt: at });
    const last = [response, resolution].map((when) => (when && "due" in when && when.due ? Date.parse(when.due) : at));
    const ticket = desk.track({ priority: id, reportedAt: at }, Math.max(...last));
    const why = [ticket.response, ticket.resolution].map((clock) => clock?.why ?? []).sort((one, other) => other.length - one.length)[0] ?? [];
    const skipped = why.filter(({ kind }) => kind === "holiday").map(({ from, holiday, name: called }) => ({ date: from.slice(0, 10), id: holiday ?? null, name: called ?? {} }));
    return [{ priority: id, reportedAt: new Date(at).toISOString(), response, resolution, skipped }];
  });
}

/**
 * Returns the longest closed stretch of a year; none in hours around the clock.
 * @param {Desk} desk
 * @param {string} name
 * @param {number} year
 * @returns {Gap | undefined}
 */
function longestGap(desk, name, year) {
  const schedule = desk.schedule(name);
  try {
    /** @type {Gap | undefined} */
    let longest;
    /** @type {{ start: string, end: string } | undefined} */
    let before;
    for (const period of schedule.periods(`${year}-01-01T00:00:00Z`, `${year}-12-31T23:59:59Z`)) {
      if (before) {
        const gap = { opened: Date.parse(before.start), start: Date.parse(before.end), end: Date.parse(period.start) };
        longest = longest && longest.end - longest.start >= gap.end - gap.start ? longest : gap;
      }
      before = period;
    }
    return longest;
  } finally {
    schedule.close();
  }
}
