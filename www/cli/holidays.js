// Imports nothing: the command and a page each load the rules in their own way.

/** @typedef {import("../client/index.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../client/index.js").ScheduleDocument} ScheduleDocument */
/** @typedef {{ schedule: string, date: string, id: string | null, name: Record<string, string> }} Day */

const DAYS = /** @type {const} */ (["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
const DAY = 24 * 60 * 60 * 1000;

/**
 * Lists the holidays of a schedule. The core names the holidays that a clock skips, so a clock is asked that would otherwise never stand still:
 * the same holidays with hours around the clock.
 * @param {typeof import("../client/index.js").load} load
 * @param {PolicyDocument} policy
 * @param {string} schedule
 * @param {string} from - First date.
 * @param {string} to - Last date.
 * @returns {Promise<Day[]>}
 */
export async function holidaysOf(load, { timeZone, schedules = {} }, schedule, from, to) {
  const versions = /** @type {ScheduleDocument[]} */ ([schedules[schedule] ?? []].flat());
  const zone = versions[0]?.timeZone ?? timeZone ?? "UTC";
  const hours = Object.fromEntries(DAYS.map((day) => [day, ["00:00-24:00"]]));
  const level = [{ id: "any" }];
  const desk = await load({
    policy: {
      id: "holidays",
      timeZone: zone,
      schedules: { all: versions.map(({ overrides: _, ...version }) => ({ ...version, hours })) },
      incidents: { impact: level, urgency: level, matrix: { any: { any: "any" } }, priorities: [{ id: "any", resolution: "PT1M" }] },
    },
  });
  try {
    // A day more on both sides, for every zone there is.
    const reportedAt = Math.max(0, Date.parse(from) - DAY);
    const { resolution } = desk.track({ priority: "any", reportedAt }, Math.min(Date.parse(to) + 2 * DAY, Date.UTC(2199, 11, 31)));
    const days = (resolution?.why ?? []).filter(({ kind }) => kind === "holiday");
    return days
      .map(({ from: start, holiday, name }) => ({ schedule, date: start.slice(0, 10), id: holiday ?? null, name: name ?? {} }))
      .filter(({ date }) => date >= from && date <= to);
  } finally {
    desk.close();
  }
}
