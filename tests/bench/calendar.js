/** The office that every peer keeps: Monday to Friday from nine to five in Amsterdam, closed on the Dutch holidays. */

export const ZONE = "Europe/Amsterdam";

/** The hours of a working day, and how many milliseconds they are. */
export const OPENS = 9;
export const CLOSES = 17;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Instants are drawn from these three years. */
export const FROM = Date.UTC(2025, 0, 1);
export const UNTIL = Date.UTC(2028, 0, 1);

/** The public holidays as dates, for those that want dates; a year more at each end, where answers may lie. */
export const HOLIDAYS = [
  ["2024", "01-01 03-31 04-01 04-27 05-09 05-19 05-20 12-25 12-26"],
  ["2025", "01-01 04-20 04-21 04-26 05-29 06-08 06-09 12-25 12-26"],
  ["2026", "01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26"],
  ["2027", "01-01 03-28 03-29 04-27 05-06 05-16 05-17 12-25 12-26"],
  ["2028", "01-01 04-16 04-17 04-27 05-25 06-04 06-05 12-25 12-26"],
].flatMap(([year, days]) => days.split(" ").map((day) => `${year}-${day}`));

/** The targets of the default policy in minutes, by the index of the priority; `null` is agreed on. */
export const TARGETS = [
  { response: 30, resolution: 240 },
  { response: 60, resolution: 480 },
  { response: 240, resolution: 960 },
  { response: 480, resolution: null },
];

/** The instants of summer and winter time in a year, by the rule of the European Union. */
export function clockChanges(/** @type {number} */ year) {
  const lastSunday = (/** @type {number} */ month) => {
    const end = new Date(Date.UTC(year, month + 1, 0));
    return end.getTime() - end.getUTCDay() * DAY + HOUR;
  };
  return [lastSunday(2), lastSunday(9)];
}

/**
 * Random numbers that are the same in every run and in every language: xorshift on 32 bits.
 * @param {number} seed
 * @returns {() => number} Whole numbers from 0 up to 2^32.
 */
export function random(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/**
 * Instants over the three years, each with a duration of 30 minutes to 16 hours; milliseconds.
 * @param {number} count
 * @param {number} [seed]
 */
export function questions(count, seed = 1) {
  const next = random(seed);
  const at = new Float64Array(count);
  const time = new Float64Array(count);
  const seconds = (UNTIL - FROM) / 1000;
  for (let i = 0; i < count; i += 1) {
    at[i] = FROM + (next() % seconds) * 1000 + (next() % 1000);
    time[i] = (30 + (next() % 931)) * MINUTE;
  }
  return { at, time };
}

/**
 * Reported incidents: instants over the three years and the index of a priority.
 * @param {number} count
 */
export function incidents(count) {
  const next = random(2);
  const reportedAt = new Float64Array(count);
  const priority = new Uint8Array(count);
  const seconds = (UNTIL - FROM) / 1000;
  for (let i = 0; i < count; i += 1) {
    reportedAt[i] = FROM + (next() % seconds) * 1000 + (next() % 1000);
    priority[i] = next() % 4;
  }
  return { reportedAt, priority };
}
