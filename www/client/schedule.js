import { call, functions, told } from "./engine.js";
import { freed, Held } from "./held.js";
import { json } from "./json.js";
import { CHUNK, checkArray, checkLength, checkNumber, inChunks } from "./numbers.js";

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
  #held;

  /**
   * @param {ScheduleDocument | ScheduleDocument[] | Held} definition - Hours, holidays and special hours, with their `timeZone`; or
   *   versions of them that hold `from` a date on, the oldest first.
   * @throws {import("./errors.js").DeskrulesError} When it cannot be read, with the path of the first problem; `not-loaded` before the first `load()`.
   */
  constructor(definition) {
    this.#held = definition instanceof Held ? definition : Held.hours(definition);
    freed.register(this, this.#held, this);
  }

  /**
   * Returns the earliest instant at which `seconds` have been open since `instant`; a deadline at closing time is that closing time.
   * @param {InstantLike} instant
   * @param {number} seconds - Business seconds, 0 or more.
   * @returns {string | null} Null when there is none before 2200.
   */
  add(instant, seconds) {
    return call((glue) => glue.scheduleAdd(this.#held.handle, json(instant, "instant"), seconds));
  }

  /**
   * Returns the latest instant from which `seconds` are open until `instant`; it lands on an opening, never on the close before it.
   * @param {InstantLike} instant
   * @param {number} seconds - Business seconds, 0 or more.
   * @returns {string | null} Null when there is none since 1970.
   */
  subtract(instant, seconds) {
    return call((glue) => glue.scheduleSubtract(this.#held.handle, json(instant, "instant"), seconds));
  }

  /**
   * Returns the business seconds from `from` to `to`, negative when `to` is earlier.
   * @param {InstantLike} from
   * @param {InstantLike} to
   * @returns {number}
   */
  between(from, to) {
    return call((glue) => glue.scheduleBetween(this.#held.handle, json(from, "from"), json(to, "to")));
  }

  /**
   * Says whether `instant` is open; the closing instant is not.
   * @param {InstantLike} instant
   * @returns {boolean}
   */
  isOpen(instant) {
    return call((glue) => glue.scheduleIsOpen(this.#held.handle, json(instant, "instant")));
  }

  /**
   * Returns the earliest open instant at or after `instant`.
   * @param {InstantLike} instant
   * @returns {string | null} Null when there is none before 2200.
   */
  nextOpen(instant) {
    return call((glue) => glue.scheduleNextOpen(this.#held.handle, json(instant, "instant")));
  }

  /**
   * Returns the first close after `instant`.
   * @param {InstantLike} instant
   * @returns {string | null} Null when there is none before 2200.
   */
  nextClose(instant) {
    return call((glue) => glue.scheduleNextClose(this.#held.handle, json(instant, "instant")));
  }

  /**
   * Returns the open periods from `from` up to `to`, cut at both.
   * @param {InstantLike} from
   * @param {InstantLike} to
   * @returns {{ start: string, end: string }[]}
   */
  periods(from, to) {
    return call((glue) => glue.schedulePeriods(this.#held.handle, json(from, "from"), json(to, "to")));
  }

  /**
   * Adds business time as {@link add} does, the same by numbers, for loops.
   * @param {number} epochMillis
   * @param {number} seconds - Business seconds, 0 or more, to the millisecond.
   * @returns {number} Epoch milliseconds; NaN when there is no such instant before 2200.
   * @example
   * office.addMillis(Date.UTC(2026, 2, 6, 15), 4 * 3600); // Date.UTC(2026, 2, 9, 11)
   */
  addMillis(epochMillis, seconds) {
    if (typeof epochMillis === "number" && typeof seconds === "number") {
      try {
        const due = functions().scheduleAddMillis(this.#held.handle, epochMillis, seconds);
        if (!Number.isNaN(due)) {
          return due;
        }
      } catch (thrown) {
        throw told(thrown);
      }
    }
    return noDue(this.#held.handle, epochMillis, seconds);
  }

  /**
   * Returns the business seconds between two instants as {@link between} does, the same by numbers, for loops.
   * @param {number} from - Epoch milliseconds.
   * @param {number} to - Epoch milliseconds.
   * @returns {number} Negative when `to` is earlier.
   */
  betweenMillis(from, to) {
    if (typeof from === "number" && typeof to === "number") {
      try {
        const seconds = functions().scheduleBetweenMillis(this.#held.handle, from, to);
        if (!Number.isNaN(seconds)) {
          return seconds;
        }
      } catch (thrown) {
        throw told(thrown);
      }
    }
    return noTime(this.#held.handle, from, to);
  }

  /**
   * Adds business time to many instants at once. All or nothing: an error names the first number that cannot be read.
   * @param {Float64Array} instants - Epoch milliseconds; they stay as they are.
   * @param {Float64Array | number} seconds - Business seconds for each, or for all of them.
   * @returns {Float64Array} Epoch milliseconds; NaN where there is no such instant before 2200.
   * @throws {import("./errors.js").DeskrulesError} With a path like `instants[3]`.
   */
  addBatch(instants, seconds) {
    checkArray(instants, "Float64Array", "instants");
    /** @type {Float64Array | undefined} */
    let all;
    if (typeof seconds === "number") {
      if (!(seconds >= 0 && seconds < 2 ** 64)) {
        // Throws, and its error says `seconds`, not the first of a list.
        call((glue) => glue.scheduleAdd(this.#held.handle, "0", seconds));
      }
      all = new Float64Array(Math.min(CHUNK, instants.length)).fill(seconds);
    } else {
      checkArray(seconds, "Float64Array", "seconds");
      checkLength(seconds, "seconds", instants, "instants");
    }
    const dues = new Float64Array(instants.length);
    inChunks(dues.length, (start, end) => {
      const chunk = dues.subarray(start, end);
      chunk.set(instants.subarray(start, end));
      const own = all?.subarray(0, end - start) ?? /** @type {Float64Array} */ (seconds).subarray(start, end);
      call((glue) => glue.scheduleAddBatch(this.#held.handle, chunk, own));
    });
    return dues;
  }

  /**
   * Returns the business seconds between many pairs of instants at once. All or nothing: an error names the first number that cannot be read.
   * @param {Float64Array} from - Epoch milliseconds; they stay as they are.
   * @param {Float64Array} to - Epoch milliseconds; they stay as they are.
   * @returns {Float64Array} Seconds, negative where `to` is earlier.
   * @throws {import("./errors.js").DeskrulesError} With a path like `to[3]`.
   */
  betweenBatch(from, to) {
    checkArray(from, "Float64Array", "from");
    checkArray(to, "Float64Array", "to");
    checkLength(to, "to", from, "from");
    const seconds = new Float64Array(to.length);
    inChunks(seconds.length, (start, end) => {
      const chunk = seconds.subarray(start, end);
      chunk.set(to.subarray(start, end));
      call((glue) => glue.scheduleBetweenBatch(this.#held.handle, from.subarray(start, end), chunk));
    });
    return seconds;
  }

  /** Frees the schedule; using it afterwards throws `closed`. */
  close() {
    freed.unregister(this);
    this.#held.close();
  }
}

/**
 * Throws what is wrong with a question; NaN when nothing is and there is no such instant.
 * @param {number} handle
 * @param {number} epochMillis
 * @param {number} seconds
 */
function noDue(handle, epochMillis, seconds) {
  checkNumber(epochMillis, "instant");
  checkNumber(seconds, "seconds");
  call((glue) => glue.scheduleAdd(handle, json(epochMillis, "instant"), seconds));
  return NaN;
}

/**
 * Throws what is wrong with a question.
 * @param {number} handle
 * @param {number} from
 * @param {number} to
 */
function noTime(handle, from, to) {
  checkNumber(from, "from");
  checkNumber(to, "to");
  call((glue) => glue.scheduleBetween(handle, json(from, "from"), json(to, "to")));
  return NaN;
}
