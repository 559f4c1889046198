// Moments and durations in words. Languages are those of the dictionaries.

/** @typedef {import("../wasm/deskrules.js").PolicyDocument} PolicyDocument */

/** @type {Record<string, string>} - English with the day before the month and a clock of 24 hours, as in Europe. */
const REGIONS = { en: "en-GB", nl: "nl-NL" };

/** @type {Map<string, Intl.DateTimeFormat>} - One costs milliseconds to make. */
const formats = new Map();

/**
 * Returns a moment like `dinsdag 24 november 2026 om 10:00`.
 * @param {string} instant - RFC 3339 text.
 * @param {string} language
 * @param {string} timeZone
 * @returns {string}
 */
export function momentInWords(instant, language, timeZone) {
  return format("moment", language, timeZone, { dateStyle: "full", timeStyle: "short" }).format(new Date(instant));
}

/**
 * Returns a date like `vrijdag 25 december 2026`.
 * @param {string} date - Like `2026-12-25`.
 * @param {string} language
 * @returns {string}
 */
export function dateInWords(date, language) {
  return format("day", language, "UTC", { dateStyle: "full" }).format(new Date(`${date}T00:00:00Z`));
}

/**
 * Returns a period like `dinsdag 24 november 2026, 10:00–14:00`.
 * @param {string} start - RFC 3339 text.
 * @param {string} end - RFC 3339 text.
 * @param {string} language
 * @param {string} timeZone
 * @returns {string}
 */
export function periodInWords(start, end, language, timeZone) {
  const day = format("day", language, timeZone, { dateStyle: "full" });
  const time = format("time", language, timeZone, { timeStyle: "short" });
  const [from, to] = [new Date(start), new Date(end)];
  const last = day.format(from) === day.format(to) ? time.format(to) : `${day.format(to)}, ${time.format(to)}`;
  return `${day.format(from)}, ${time.format(from)}–${last}`;
}

/**
 * Returns a duration like `1 uur 30 minuten`.
 * @param {number} seconds - Whole, 0 or more.
 * @param {string} language
 * @returns {string}
 */
export function durationInWords(seconds, language) {
  /** @type {[string, number][]} */
  const units = [
    ["hour", Math.floor(seconds / 3600)],
    ["minute", Math.floor((seconds % 3600) / 60)],
    ["second", seconds % 60],
  ];
  const parts = units.filter(([, count]) => count > 0);
  const words = (parts.length ? parts : [["minute", 0]]).map(([unit, count]) => {
    return new Intl.NumberFormat(region(language), { style: "unit", unit: String(unit), unitDisplay: "long" }).format(Number(count));
  });
  return words.join(" ");
}

/**
 * Returns the zone that a policy's answers are written in.
 * @param {PolicyDocument} policy
 * @returns {string}
 */
export function zoneOf({ timeZone, schedules = {} }) {
  const [first] = Object.values(schedules);
  const oldest = Array.isArray(first) ? first[0] : first;
  return timeZone ?? oldest?.timeZone ?? "UTC";
}

/**
 * @param {string} kind
 * @param {string} language
 * @param {string} timeZone
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(kind, language, timeZone, options) {
  const key = `${kind} ${language} ${timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(region(language), { ...options, timeZone });
  formats.set(key, known);
  return known;
}

/** @param {string} language */
function region(language) {
  return REGIONS[language] ?? language;
}
