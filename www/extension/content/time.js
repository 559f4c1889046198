// Goes on counting between two answers of the worker, and wakes when there is something to draw.
import { now } from "../shared/clock.js";

/** @typedef {import("../shared/messages.js").Tracked} Tracked */

/** The longest that a timer of the host can wait. */
const LONGEST = 2 ** 31 - 1;

/**
 * Returns a clock as it is some time after the worker looked at it, and before its next change.
 * @param {Tracked} clock
 * @param {number} at - When the worker looked, in epoch milliseconds.
 * @param {number} present
 * @returns {Tracked}
 */
export function aged(clock, at, present) {
  if (clock.phase !== "running") {
    return clock;
  }
  const seconds = (present - at) / 1000;
  const remainingSeconds = clock.remainingSeconds === null ? null : clock.remainingSeconds - seconds;
  return { ...clock, elapsedSeconds: clock.elapsedSeconds + seconds, remainingSeconds };
}

/** One thing to wake for. */
export class Alarm {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * Calls at an instant, and at no earlier one that was asked for.
   * @param {number} instant - Epoch milliseconds; infinite for never.
   * @param {() => void} call
   */
  set(instant, call) {
    clearTimeout(this.#timer);
    if (Number.isFinite(instant)) {
      // Never earlier: a timer may be early by a part of a millisecond.
      this.#timer = setTimeout(call, Math.min(Math.max(instant - now() + 1, 0), LONGEST));
    }
  }

  /** Wakes no more. */
  clear() {
    clearTimeout(this.#timer);
  }
}
