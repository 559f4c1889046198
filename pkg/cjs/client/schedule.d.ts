/** @typedef {import("../wasm/deskrules.js").ScheduleDocument} ScheduleDocument */
/** @typedef {import("./index.js").InstantLike} InstantLike */
/** A handle of the wasm, so that nobody makes a schedule of a number by mistake. */
export class Held {
    /** @param {number} handle */
    constructor(handle: number);
    handle: number;
}
/**
 * Opening hours and the clock that runs in them. Durations are business seconds; instants come out as RFC 3339 text in the policy's zone.
 *
 * @example
 * const office = new Schedule({ timeZone: "Europe/Amsterdam", hours: { fri: ["09:00-17:00"], mon: ["09:00-17:00"] } });
 * office.add("2026-03-06T16:00:00+01:00", 4 * 3600); // "2026-03-09T12:00:00+01:00"
 */
export class Schedule {
    /**
     * @param {ScheduleDocument | Held} definition - Hours, holidays and special hours, with their `timeZone`.
     * @throws {import("./errors.js").DeskrulesError} When it cannot be read, with the path of the first problem; `not-loaded` before the first `load()`.
     */
    constructor(definition: ScheduleDocument | Held);
    /**
     * Returns the earliest instant at which `seconds` have been open since `instant`; a deadline at closing time is that closing time.
     * @param {InstantLike} instant
     * @param {number} seconds - Business seconds, 0 or more.
     * @returns {string | null} Null when there is none before 2200.
     */
    add(instant: InstantLike, seconds: number): string | null;
    /**
     * Returns the latest instant from which `seconds` are open until `instant`; it lands on an opening, never on the close before it.
     * @param {InstantLike} instant
     * @param {number} seconds - Business seconds, 0 or more.
     * @returns {string | null} Null when there is none since 1970.
     */
    subtract(instant: InstantLike, seconds: number): string | null;
    /**
     * Returns the business seconds from `from` to `to`, negative when `to` is earlier.
     * @param {InstantLike} from
     * @param {InstantLike} to
     * @returns {number}
     */
    between(from: InstantLike, to: InstantLike): number;
    /**
     * Says whether `instant` is open; the closing instant is not.
     * @param {InstantLike} instant
     * @returns {boolean}
     */
    isOpen(instant: InstantLike): boolean;
    /**
     * Returns the earliest open instant at or after `instant`.
     * @param {InstantLike} instant
     * @returns {string | null} Null when there is none before 2200.
     */
    nextOpen(instant: InstantLike): string | null;
    /**
     * Returns the first close after `instant`.
     * @param {InstantLike} instant
     * @returns {string | null} Null when there is none before 2200.
     */
    nextClose(instant: InstantLike): string | null;
    /**
     * Returns the open periods from `from` up to `to`, cut at both.
     * @param {InstantLike} from
     * @param {InstantLike} to
     * @returns {{ start: string, end: string }[]}
     */
    periods(from: InstantLike, to: InstantLike): {
        start: string;
        end: string;
    }[];
    /** Frees the schedule; using it afterwards throws `closed`. */
    close(): void;
    #private;
}
export type ScheduleDocument = import("../wasm/deskrules.js").ScheduleDocument;
export type InstantLike = import("./index.js").InstantLike;
