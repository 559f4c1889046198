/** @typedef {import("../wasm/deskrules.js").ScheduleDocument} ScheduleDocument */
/** @typedef {import("./index.js").InstantLike} InstantLike */
/**
 * Opening hours and the clock that runs in them. Durations are business seconds; instants come out as RFC 3339 text in the policy's zone.
 *
 * @example
 * const office = new Schedule({ timeZone: "Europe/Amsterdam", hours: { fri: ["09:00-17:00"], mon: ["09:00-17:00"] } });
 * office.add("2026-03-06T16:00:00+01:00", 4 * 3600); // "2026-03-09T12:00:00+01:00"
 */
export class Schedule {
    /**
     * @param {ScheduleDocument | ScheduleDocument[] | Held} definition - Hours, holidays and special hours, with their `timeZone`; or
     *   versions of them that hold `from` a date on, the oldest first.
     * @throws {import("./errors.js").DeskrulesError} When it cannot be read, with the path of the first problem; `not-loaded` before the first `load()`.
     */
    constructor(definition: ScheduleDocument | ScheduleDocument[] | Held);
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
    /**
     * Adds business time as {@link add} does, the same by numbers, for loops.
     * @param {number} epochMillis
     * @param {number} seconds - Business seconds, 0 or more, to the millisecond.
     * @returns {number} Epoch milliseconds; NaN when there is no such instant before 2200.
     * @example
     * office.addMillis(Date.UTC(2026, 2, 6, 15), 4 * 3600); // Date.UTC(2026, 2, 9, 11)
     */
    addMillis(epochMillis: number, seconds: number): number;
    /**
     * Returns the business seconds between two instants as {@link between} does, the same by numbers, for loops.
     * @param {number} from - Epoch milliseconds.
     * @param {number} to - Epoch milliseconds.
     * @returns {number} Negative when `to` is earlier.
     */
    betweenMillis(from: number, to: number): number;
    /**
     * Adds business time to many instants at once. All or nothing: an error names the first number that cannot be read.
     * @param {Float64Array} instants - Epoch milliseconds; they stay as they are.
     * @param {Float64Array | number} seconds - Business seconds for each, or for all of them.
     * @returns {Float64Array} Epoch milliseconds; NaN where there is no such instant before 2200.
     * @throws {import("./errors.js").DeskrulesError} With a path like `instants[3]`.
     */
    addBatch(instants: Float64Array, seconds: Float64Array | number): Float64Array;
    /**
     * Returns the business seconds between many pairs of instants at once. All or nothing: an error names the first number that cannot be read.
     * @param {Float64Array} from - Epoch milliseconds; they stay as they are.
     * @param {Float64Array} to - Epoch milliseconds; they stay as they are.
     * @returns {Float64Array} Seconds, negative where `to` is earlier.
     * @throws {import("./errors.js").DeskrulesError} With a path like `to[3]`.
     */
    betweenBatch(from: Float64Array, to: Float64Array): Float64Array;
    /** Frees the schedule; using it afterwards throws `closed`. */
    close(): void;
    #private;
}
export type ScheduleDocument = import("../wasm/deskrules.js").ScheduleDocument;
export type InstantLike = import("./index.js").InstantLike;
import { Held } from "./held.js";
