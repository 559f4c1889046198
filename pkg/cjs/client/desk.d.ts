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
     * Suggests impact and urgency from what a requester wrote, with the words that say it. Select a level beforehand where the `strength` is
     * `strong`; `weak` is a hint, `none` is silence. It sets no priority, and nothing that a person has chosen.
     * @param {SuggestQuery} query - Subject and body, plain or HTML; `lang` is the language that they are probably in, like `nl`.
     * @returns {Suggestions} For each axis `{ level, strength, reason, evidence }`; `start` and `end` of the evidence are indexes into the
     *   field `in` as it was given.
     * @throws {import("./errors.js").DeskrulesError} `wrong-type`, or `too-large` at a field of more than a million characters.
     * @example
     * desk.suggest({ subject: "Netwerk ligt plat", body: "De hele vestiging kan niet werken." }).impact.level; // "high"
     */
    suggest(query: SuggestQuery): Suggestions;
    /**
     * Returns where a ticket stands: its clocks, its line, when that changes next, and why.
     * @param {Ticket} ticket
     * @param {InstantLike} [now] - The host's clock when left out; events after it are ignored.
     * @returns {Tracking}
     * @throws {import("./errors.js").DeskrulesError} `unknown-event`, `unknown-level`, … at the path of the event.
     * @example
     * desk.track({ priority: "P1", reportedAt: "2026-11-24T09:00:00+01:00" }, "2026-11-24T12:00:00+01:00").resolution.standing; // "at-risk"
     */
    track(ticket: Ticket, now?: InstantLike): Tracking;
    /**
     * Returns a ticket as it is and as it would be with events that have not happened, or under another policy; both at one instant.
     * @param {Ticket} ticket
     * @param {InstantLike} now
     * @param {{ events?: Event[], policy?: PolicyDocument | string, at?: InstantLike }} [supposed] - `at` is `now`, or the last of the
     *   events when that is later.
     * @returns {Comparison} With the seconds by which each deadline moves.
     */
    whatIf(ticket: Ticket, now: InstantLike, { policy, events, at }?: {
        events?: Event[];
        policy?: PolicyDocument | string;
        at?: InstantLike;
    }): Comparison;
    /**
     * Returns in sentences where a ticket stands and why: what was counted, what was skipped, and the sums.
     * @param {Ticket} ticket
     * @param {InstantLike} now
     * @param {string} language - `nl` or `en`.
     * @returns {string} A line for each sentence.
     */
    explain(ticket: Ticket, now: InstantLike, language: string): string;
    /**
     * Tracks many tickets in one call: one JSON object a line in, one a line out, `{ id, line, … }` with the fields of {@link track} or
     * `{ line, error }`. `line` is the number of the line; the support line is `supportLine`; there is no `why`.
     * @param {Uint8Array | string} ndjson - Bytes are faster than text.
     * @param {{ now?: InstantLike, order?: "as-given" | "next-to-breach" }} [options] - `now` is the host's clock when left out.
     * @returns {Uint8Array}
     */
    trackBatch(ndjson: Uint8Array | string, { now, order }?: {
        now?: InstantLike;
        order?: "as-given" | "next-to-breach";
    }): Uint8Array;
    /**
     * Answers many records in one call: one JSON object a line in, one a line out.
     * - `due`: a ticket in, `{ id, line, priority, response, resolution }` out: by when it is answered and solved as it was reported, whatever
     *   happened since; with `findings` when there are any;
     * - `track`: a ticket in, `{ id, line, … }` out with the fields of {@link track}; the support line is `supportLine`, there is no `why`;
     * - `patch`, `change`: a request in, `{ id, line, accepted, findings }` out. A request may have an `id` of its own, text or a number.
     *
     * `line` is the number of the line. A line that cannot be read is answered by `{ line, error: { code, path, message, findings } }`, and the
     * rest goes on. Blank lines are passed over.
     * @param {RecordKind} kind
     * @param {Uint8Array} ndjson - Whole lines, 16 MiB at most.
     * @param {{ now?: InstantLike, firstLine?: number, order?: "as-given" | "next-to-breach", tally?: Tally }} [options] - `now` is the host's
     *   clock when left out, `firstLine` 1; tickets that are tracked may come next to breach first. What was answered is added to `tally`.
     * @returns {Uint8Array}
     * @throws {import("./errors.js").DeskrulesError} `unknown-value` or `wrong-type` at an option, `too-large` at `ndjson`; a bad line is an
     *   answer.
     * @example
     * const lines = new TextEncoder().encode('{"id":7,"priority":"P1","reportedAt":"2026-11-24T09:00:00+01:00"}\n');
     * new TextDecoder().decode(desk.records("due", lines)); // '{"id":7,"line":1,"priority":"P1","response":{"due":"2026-11-24T09:30:00+01:00"},…
     */
    records(kind: RecordKind, ndjson: Uint8Array, { now, firstLine, order, tally }?: {
        now?: InstantLike;
        firstLine?: number;
        order?: "as-given" | "next-to-breach";
        tally?: Tally;
    }): Uint8Array;
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
     * @param {CheckOptions} [options]
     * @returns {CheckAnswer}
     */
    checkPatch(request: PatchRequest, options?: CheckOptions): CheckAnswer;
    /**
     * Checks a change request: every omission at once, each at its own field.
     * @param {ChangeRequest} request
     * @param {CheckOptions} [options]
     * @returns {CheckAnswer}
     */
    checkChange(request: ChangeRequest, options?: CheckOptions): CheckAnswer;
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
export type Ticket = import("../wasm/deskrules.js").Ticket;
export type Event = import("../wasm/deskrules.js").Event;
export type Tracking = import("../wasm/deskrules.js").Tracking;
export type Tracked = import("../wasm/deskrules.js").Tracked;
/**
 * A ticket as it is and as it would be, both at one instant, and the seconds of elapsed time by which each deadline moves: negative when it
 * comes earlier, null when there is none before or after.
 */
export type Comparison = {
    before: Tracking;
    after: Tracking;
    moved: {
        response: number | null;
        resolution: number | null;
    };
};
export type SuggestQuery = import("../wasm/deskrules.js").SuggestQuery;
export type Suggestions = import("../wasm/deskrules.js").Suggestions;
export type Suggestion = import("../wasm/deskrules.js").Suggestion;
export type PatchRequest = import("../wasm/deskrules.js").PatchRequest;
export type ChangeRequest = import("../wasm/deskrules.js").ChangeRequest;
export type CheckAnswer = import("../wasm/deskrules.js").CheckAnswer;
export type FileFacts = import("../wasm/deskrules.js").FileFacts;
export type PlannedWork = import("../wasm/deskrules.js").PlannedWork;
/**
 * What is known around a request. `now` is the host's clock when left out. `files` are those that the request names, by the name that it uses:
 * null when there is no such file; of a file that is left out nothing is known, and nothing is said. `windows` is work that is planned already.
 */
export type CheckOptions = {
    now?: InstantLike;
    files?: Record<string, FileFacts | null>;
    windows?: PlannedWork[];
};
export type WindowKind = import("../wasm/deskrules.js").WindowKind;
export type Window = import("../wasm/deskrules.js").Window;
export type InstantLike = import("./index.js").InstantLike;
export type RecordKind = "due" | "track" | "patch" | "change";
/**
 * - Lines in all, those that could not be read, requests not accepted.
 */
export type Tally = {
    lines: number;
    bad: number;
    refused: number;
};
import { Schedule } from "./schedule.js";
import { Held } from "./held.js";
