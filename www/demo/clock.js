/**
 * Returns the present: that of the address (`?now=2026-11-24T09:00:00+01:00`), or the host's.
 * @returns {number} Epoch milliseconds.
 */
export function now() {
  const fixed = Date.parse(new URLSearchParams(location.search).get("now")?.replace(" ", "+") ?? "");
  return Number.isNaN(fixed) ? Date.now() : fixed;
}
