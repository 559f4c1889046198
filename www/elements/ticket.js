// What a clock is asked of: a ticket, or a deadline alone.
import { now } from "./clock.js";

/** @typedef {import("./rules.js").ConnectedDesk} ConnectedDesk */
/** @typedef {import("../client/connect.js").ConnectedSchedule} ConnectedSchedule */
/** @typedef {import("../client/desk.js").Ticket} Ticket */
/** @typedef {import("../client/desk.js").Tracking} Tracking */
/** @typedef {import("../client/desk.js").Tracked} Tracked */
/** @typedef {"response" | "resolution"} ClockName */
/** @typedef {Pick<Tracked, "phase" | "standing" | "due" | "remainingSeconds">} Clock */

/** @type {WeakMap<ConnectedDesk, Map<string, Promise<ConnectedSchedule>>>} */
const schedules = new WeakMap();

/**
 * Returns which of a ticket's clocks an element shows.
 * @param {Element} element
 * @returns {ClockName}
 */
export function clockName(element) {
  return element.getAttribute("clock") === "response" ? "response" : "resolution";
}

/**
 * Returns where the ticket of an element stands now.
 * @param {Element} element
 * @param {ConnectedDesk} desk
 * @returns {Promise<Tracking>}
 */
export async function trackingOf(element, desk) {
  return desk.track(/** @type {Ticket} */ (JSON.parse(element.getAttribute("ticket") ?? "")), now());
}

/**
 * Returns the clock of a deadline alone, and when it changes next.
 * @param {Element} element
 * @param {string} due
 * @param {ConnectedDesk} desk
 * @returns {Promise<{ clock: Clock, nextChange: string | null }>}
 */
export async function clockUntil(element, due, desk) {
  const present = now();
  const schedule = await scheduleOf(element.getAttribute("schedule") ?? "", desk);
  const [remainingSeconds, isOpen] = await Promise.all([schedule.between(present, due), schedule.isOpen(present)]);
  const isLate = present > Date.parse(due);
  const from = element.getAttribute("from");
  const whole = from ? await schedule.between(from, due) : 0;
  const isAtRisk = whole > 0 && 1 - remainingSeconds / whole >= (desk.policy.incidents?.atRisk ?? 0.75);
  const standing = isLate ? "breached" : isAtRisk ? "at-risk" : "on-track";
  const turn = isOpen ? await schedule.nextClose(present) : await schedule.nextOpen(present);
  // Once the deadline is past, and not yet at it.
  const nextChange = !isLate && Date.parse(due) < Date.parse(turn ?? due) ? new Date(Date.parse(due) + 1).toISOString() : turn;
  return { clock: { phase: isOpen ? "running" : "out-of-hours", standing, due, remainingSeconds }, nextChange };
}

/**
 * @param {string} name - Empty for that of incidents.
 * @param {ConnectedDesk} desk
 */
function scheduleOf(name, desk) {
  const { incidents, schedules: all = {} } = desk.policy;
  const wanted = name || incidents?.schedule || Object.keys(all)[0] || "";
  const known = schedules.get(desk) ?? new Map();
  schedules.set(desk, known);
  const schedule = known.get(wanted) ?? desk.schedule(wanted);
  known.set(wanted, schedule);
  return schedule;
}
