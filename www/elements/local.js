/** @type {Map<string, Intl.DateTimeFormat>} - By zone: one costs a millisecond to make. */
const offsets = new Map();

/**
 * Returns what the clock on the wall reads, as a `datetime-local` field has it: `2026-11-24T09:00`.
 * @param {number} instant - Epoch milliseconds.
 * @param {string} timeZone
 * @returns {string}
 */
export function toLocal(instant, timeZone) {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 16);
}

/**
 * Returns the instant at which the clock on the wall reads that. A time that comes twice is the first one; one that is
 * skipped is as long after the skip as it would have been.
 * @param {string} local - Like `2026-11-24T09:00`.
 * @param {string} timeZone
 * @returns {string} RFC 3339 text with the zone's offset; the input when it is no local time.
 */
export function toInstant(local, timeZone) {
  const asIfUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asIfUtc)) {
    return local;
  }
  const day = 86_400_000;
  const candidates = [asIfUtc - day, asIfUtc + day].map((around) => asIfUtc - offsetAt(around, timeZone));
  const fitting = candidates.filter((instant) => toLocal(instant, timeZone) === local.slice(0, 16));
  const instant = fitting.length > 0 ? Math.min(...fitting) : Math.max(...candidates);
  const offset = offsetAt(instant, timeZone);
  return `${new Date(instant + offset).toISOString().slice(0, 19)}${offsetText(offset)}`;
}

/**
 * @param {number} instant
 * @param {string} timeZone
 * @returns {number} Milliseconds that the wall is ahead of UTC, whole minutes.
 */
function offsetAt(instant, timeZone) {
  const format = offsets.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  offsets.set(timeZone, format);
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = name.match(/([+-])(\d+):(\d+)/) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** @param {number} offset */
function offsetText(offset) {
  const minutes = Math.abs(offset) / 60_000;
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
