/**
 * A question to a desk or a schedule, as it goes to a worker.
 * @typedef {{ on: number, method: string, args: unknown[] }} Question - `on` is the number of the desk or the schedule.
 */
/** @typedef {Pick<Desk, "policy" | "findings" | "zoneData">} Facts - What a desk says of itself. */
/** @typedef {{ code: string, path: string, message: string, findings: import("./errors.js").Finding[] }} Told - An error, as it comes from a worker. */
/** Desks and schedules by number, and what is asked of them: the same on a page and in a worker. */
export class Host {
    /**
     * Reads a policy.
     * @param {import("./desk.js").PolicyDocument | string} [policy]
     * @returns {Promise<Facts & { number: number }>}
     */
    open(policy?: import("./desk.js").PolicyDocument | string): Promise<Facts & {
        number: number;
    }>;
    /**
     * Answers a question; a schedule is answered by its number.
     * @param {Question} question
     * @returns {unknown}
     */
    answer({ on, method, args }: Question): unknown;
    #private;
}
/**
 * - `on` is the number of the desk or the schedule.
 */
export type Question = {
    on: number;
    method: string;
    args: unknown[];
};
/**
 * - What a desk says of itself.
 */
export type Facts = Pick<Desk, "policy" | "findings" | "zoneData">;
/**
 * - An error, as it comes from a worker.
 */
export type Told = {
    code: string;
    path: string;
    message: string;
    findings: import("./errors.js").Finding[];
};
import { Desk } from "./desk.js";
