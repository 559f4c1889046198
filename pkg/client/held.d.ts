/**
 * Returns a document as JSON text, which it may be already.
 * @param {PolicyDocument | string} [policy]
 */
export function document(policy?: PolicyDocument | string): string | undefined;
/** @typedef {import("./engine.js").Glue} Glue */
/** @typedef {import("../wasm/deskrules.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../wasm/deskrules.js").ScheduleDocument} ScheduleDocument */
/** @typedef {(glue: Glue) => number} Make - Makes a policy or a schedule and returns its handle. */
/** Frees what nothing in JavaScript holds any more. */
export const freed: FinalizationRegistry<Held>;
/**
 * A policy or a schedule inside the wasm. A fresh instance has none of them: there it is made again, once it is asked.
 */
export class Held {
    /**
     * Reads a policy.
     * @param {PolicyDocument | string} [policy]
     */
    static policy(policy?: PolicyDocument | string): Held;
    /**
     * Reads a schedule.
     * @param {ScheduleDocument | ScheduleDocument[]} definition
     */
    static hours(definition: ScheduleDocument | ScheduleDocument[]): Held;
    /**
     * @param {Make} make
     * @param {"closePolicy" | "closeSchedule"} free
     * @param {number} [handle] - When it is made already.
     */
    constructor(make: Make, free: "closePolicy" | "closeSchedule", handle?: number);
    /**
     * Returns a schedule of this policy; it goes on when the policy is closed.
     * @param {string} name
     */
    schedule(name: string): Held;
    /** Its handle in the instance that answers now. */
    get handle(): number;
    /** Frees it for good. */
    close(): void;
    #private;
}
export type Glue = import("./engine.js").Glue;
export type PolicyDocument = import("../wasm/deskrules.js").PolicyDocument;
export type ScheduleDocument = import("../wasm/deskrules.js").ScheduleDocument;
/**
 * - Makes a policy or a schedule and returns its handle.
 */
export type Make = (glue: Glue) => number;
