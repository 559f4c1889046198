/**
 * Loads the wasm, once, and reads a policy.
 * @param {{ policy?: PolicyDocument | string }} [options] - An object or JSON text; `managed-server-goud` when left out.
 * @returns {Promise<Desk>}
 * @throws {import("./errors.js").DeskrulesError} When the policy cannot be read, with the path; when its lint has errors, with all `findings`.
 */
export function load({ policy }?: {
    policy?: PolicyDocument | string;
}): Promise<Desk>;
/**
 * Returns all that the lint says of a policy: errors, which `load` refuses, and warnings.
 * @param {PolicyDocument | string} policy - An object or JSON text.
 * @returns {Promise<Finding[]>}
 * @throws {import("./errors.js").DeskrulesError} When it has not the shape of a policy.
 */
export function lint(policy: PolicyDocument | string): Promise<Finding[]>;
/**
 * A policy that answers. Made by {@link load}.
 */
export class Desk {
    /** @param {Held} held */
    constructor(held: Held);
    /**
     * The policy document, as read.
     * @returns {PolicyDocument}
     */
    get policy(): PolicyDocument;
    /**
     * What the lint warns of in the policy.
     * @returns {Finding[]}
     */
    get findings(): Finding[];
    /**
     * Release of the IANA time-zone data that is built in, like `2026a`.
     * @returns {string}
     */
    get zoneData(): string;
    /**
     * Returns the priority of an incident and its targets in business seconds.
     * @param {ClassifyQuery} query
     * @returns {Classification}
     * @throws {import("./errors.js").DeskrulesError} `unknown-level`, or `no-priority-for` where the matrix has none.
     * @example
     * desk.classify({ impact: "high", urgency: "medium" }).priority; // "P2"
     */
    classify(query: ClassifyQuery): Classification;
    /**
     * Returns by when a new incident is answered and solved.
     * @param {DeadlineQuery} query - Impact and urgency, or the priority; and `reportedAt`.
     * @returns {Deadlines}
     * @example
     * desk.deadlines({ priority: "P2", reportedAt: "2026-11-24T09:00:00+01:00" }).response; // { due: "2026-11-24T10:00:00+01:00" }
     */
    deadlines(query: DeadlineQuery): Deadlines;
    /**
     * Returns by when many new incidents are answered and solved. All or nothing: an error names the first number that cannot be read.
     * @param {{ reportedAt: Float64Array, priority: Uint8Array }} incidents - Epoch milliseconds, and indexes into the policy's
     *   `incidents.priorities`; both stay as they are.
     * @returns {{ response: Float64Array, resolution: Float64Array }} Epoch milliseconds; NaN where the moment is agreed, where the policy
     *   sets no target, and where there is no such instant before 2200.
     * @throws {import("./errors.js").DeskrulesError} `unknown-priority` with a path like `priority[3]`, or what `addBatch` throws.
     */
    deadlinesBatch({ reportedAt, priority }: {
        reportedAt: Float64Array;
        priority: Uint8Array;
    }): {
        response: Float64Array;
        resolution: Float64Array;
    };
    /**
     * Checks a patch request: every omission at once, each at its own field.
     * @param {PatchRequest} request
     * @param {{ now?: InstantLike }} [options] - `now` is the host's clock when left out.
     * @returns {CheckAnswer}
     */
    checkPatch(request: PatchRequest, { now }?: {
        now?: InstantLike;
    }): CheckAnswer;
    /**
     * Checks a change request: every omission at once, each at its own field.
     * @param {ChangeRequest} request
     * @param {{ now?: InstantLike }} [options] - `now` is the host's clock when left out.
     * @returns {CheckAnswer}
     */
    checkChange(request: ChangeRequest, { now }?: {
        now?: InstantLike;
    }): CheckAnswer;
    /**
     * Returns the next window in which work of so many minutes fits.
     * @param {{ minutes: number, notBefore?: InstantLike, kind: WindowKind }} query - `notBefore` is the host's clock when left out.
     * @returns {Window | null} Null when no window ever fits.
     */
    nextWindow(query: {
        minutes: number;
        notBefore?: InstantLike;
        kind: WindowKind;
    }): Window | null;
    /**
     * Returns one of the policy's schedules.
     * @param {string} name
     * @returns {Schedule}
     * @throws {import("./errors.js").DeskrulesError} `unknown-schedule`.
     */
    schedule(name: string): Schedule;
    /** Frees the policy; using it afterwards throws `closed`. */
    close(): void;
    #private;
}
export type PolicyDocument = import("../wasm/deskrules.js").PolicyDocument;
export type Finding = import("../wasm/deskrules.js").Finding;
export type ClassifyQuery = import("../wasm/deskrules.js").ClassifyQuery;
export type Classification = import("../wasm/deskrules.js").Classification;
export type DeadlineQuery = import("../wasm/deskrules.js").DeadlineQuery;
export type Deadlines = import("../wasm/deskrules.js").Deadlines;
export type PatchRequest = import("../wasm/deskrules.js").PatchRequest;
export type ChangeRequest = import("../wasm/deskrules.js").ChangeRequest;
export type CheckAnswer = import("../wasm/deskrules.js").CheckAnswer;
export type WindowKind = import("../wasm/deskrules.js").WindowKind;
export type Window = import("../wasm/deskrules.js").Window;
export type InstantLike = import("./index.js").InstantLike;
import { Schedule } from "./schedule.js";
import { Held } from "./schedule.js";
