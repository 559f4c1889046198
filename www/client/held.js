import { call, trapped } from "./engine.js";
import { bounded, json } from "./json.js";

/** @typedef {import("./engine.js").Glue} Glue */
/** @typedef {import("../wasm/deskrules.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../wasm/deskrules.js").ScheduleDocument} ScheduleDocument */
/** @typedef {(glue: Glue) => number} Make - Makes a policy or a schedule and returns its handle. */

/** Frees what nothing in JavaScript holds any more. */
export const freed = new FinalizationRegistry((/** @type {Held} */ held) => {
  try {
    held.close();
  } catch {
    // There is nobody to tell.
  }
});

/**
 * A policy or a schedule inside the wasm. A fresh instance has none of them: there it is made again, once it is asked.
 */
export class Held {
  #make;
  #free;
  #handle;
  #instance = trapped;

  /**
   * @param {Make} make
   * @param {"closePolicy" | "closeSchedule"} free
   * @param {number} [handle] - When it is made already.
   */
  constructor(make, free, handle = call(make)) {
    this.#make = make;
    this.#free = free;
    this.#handle = handle;
  }

  /**
   * Reads a policy.
   * @param {PolicyDocument | string} [policy]
   */
  static policy(policy) {
    const text = document(policy);
    return new Held((glue) => glue.loadPolicy(text), "closePolicy");
  }

  /**
   * Reads a schedule.
   * @param {ScheduleDocument | ScheduleDocument[]} definition
   */
  static hours(definition) {
    const text = json(definition);
    return new Held((glue) => glue.newSchedule(text), "closeSchedule");
  }

  /**
   * Returns a schedule of this policy; it goes on when the policy is closed.
   * @param {string} name
   */
  schedule(name) {
    const handle = call((glue) => glue.policySchedule(this.handle, name));
    return new Held(scheduleOf(this.#make, name), "closeSchedule", handle);
  }

  /** Its handle in the instance that answers now. */
  get handle() {
    if (this.#instance !== trapped) {
      this.#handle = call(this.#make);
      this.#instance = trapped;
    }
    return this.#handle;
  }

  /** Frees it for good. */
  close() {
    // A handle of an instance that is gone may be somebody else's by now.
    if (this.#instance === trapped) {
      call((glue) => glue[this.#free](this.#handle));
    }
    // No handle is 0: in a later instance it is closed, too.
    this.#make = () => 0;
  }
}

/**
 * @param {Make} make - Makes the policy.
 * @param {string} name
 * @returns {Make}
 */
function scheduleOf(make, name) {
  return (glue) => {
    const policy = make(glue);
    const schedule = glue.policySchedule(policy, name);
    glue.closePolicy(policy);
    return schedule;
  };
}

/**
 * Returns a document as JSON text, which it may be already.
 * @param {PolicyDocument | string} [policy]
 */
export function document(policy) {
  return policy === undefined ? policy : typeof policy === "string" ? bounded(policy, "") : json(policy);
}
