import { Desk, load } from "./desk.js";
import { DeskrulesError } from "./errors.js";
import { Schedule } from "./schedule.js";

/**
 * A question to a desk or a schedule, as it goes to a worker.
 * @typedef {{ on: number, method: string, args: unknown[] }} Question - `on` is the number of the desk or the schedule.
 */
/** @typedef {Pick<Desk, "policy" | "findings" | "zoneData">} Facts - What a desk says of itself. */
/** @typedef {{ code: string, path: string, message: string, findings: import("./errors.js").Finding[] }} Told - An error, as it comes from a worker. */

/** Desks and schedules by number, and what is asked of them: the same on a page and in a worker. */
export class Host {
  /** @type {Map<number, Desk | Schedule>} */
  #held = new Map();
  #last = 0;

  /**
   * Reads a policy.
   * @param {import("./desk.js").PolicyDocument | string} [policy]
   * @returns {Promise<Facts & { number: number }>}
   */
  async open(policy) {
    const desk = await load(policy === undefined ? {} : { policy });
    return { number: this.#hold(desk), policy: desk.policy, findings: desk.findings, zoneData: desk.zoneData };
  }

  /**
   * Answers a question; a schedule is answered by its number.
   * @param {Question} question
   * @returns {unknown}
   */
  answer({ on, method, args }) {
    const asked = this.#held.get(on);
    if (!asked) {
      throw new DeskrulesError("closed", "", "this was closed and cannot answer any more");
    }
    if (method === "close") {
      this.#held.delete(on);
    }
    const answer = /** @type {any} */ (asked)[method](...args);
    return answer instanceof Schedule ? this.#hold(answer) : answer;
  }

  /** @param {Desk | Schedule} made */
  #hold(made) {
    this.#last += 1;
    this.#held.set(this.#last, made);
    return this.#last;
  }
}
