/* tslint:disable */
/* eslint-disable */

/**
 * A window as asked for.
 */
export type AskedWindow = Window | { notBefore: string; minutes: number };

/**
 * A supposition to be replaced by what the organisation agrees on.
 */
export interface AssumptionDocument {
    /**
     * The place in this document.
     */
    path: string;
    /**
     * Why it says what it says, by language.
     */
    note: Record<string, string>;
}

/**
 * A request to change something: an item of the catalogue, or anything else.
 */
export interface ChangeRequest {
    /**
     * The service it is asked of; `standard-changes` for an item of the catalogue when left out.
     */
    service?: string;
    /**
     * Id of a standard change in the policy's catalogue; anything else is a normal change.
     */
    item?: string;
    /**
     * What the item needs to know, by the ids of its fields.
     */
    fields?: Record<string, unknown>;
    /**
     * What it is about, in a line.
     */
    title?: string;
    /**
     * What it is about, in full.
     */
    description?: string;
    /**
     * Who asks.
     */
    requestedBy?: Person;
    /**
     * When to do it.
     */
    window?: WindowRequest;
    /**
     * How it is done.
     */
    implementationPlan?: string;
    /**
     * How it is undone.
     */
    backoutPlan?: string;
    /**
     * How one sees that it worked.
     */
    testPlan?: string;
    /**
     * What may go wrong.
     */
    risk?: string;
    /**
     * Whether it cannot wait for the usual way.
     */
    emergency?: boolean;
}

/**
 * The catalogue of standard changes, and the windows and freezes of all changes.
 */
export interface ChangesDocument {
    /**
     * The schedule in which changes are carried out; the only one when left out.
     */
    schedule?: string;
    /**
     * Longest window, like `PT4H`; any when left out.
     */
    maxDuration?: string;
    /**
     * Least time from the request to its window, like `PT24H`; none when left out.
     */
    minNotice?: string;
    /**
     * Changes that are authorised beforehand.
     */
    standard?: StandardChangeDocument[];
    /**
     * Times without changes and patches.
     */
    freezes?: FreezeDocument[];
    /**
     * What comes with an accepted change.
     */
    obligations?: ObligationDocument[];
}

/**
 * A way to report an incident.
 */
export interface ChannelDocument {
    /**
     * When somebody answers; always when left out.
     */
    schedule?: string;
    /**
     * Name for people, by language.
     */
    name?: Record<string, string>;
}

/**
 * What a check answers.
 */
export interface CheckAnswer {
    /**
     * Whether no finding is an error.
     */
    accepted: boolean;
    /**
     * What kind of request it is.
     */
    type: RequestType;
    /**
     * Everything that is to be said of it, in the declared order of the request's fields.
     */
    findings: Finding[];
    /**
     * What comes with it when it is carried out.
     */
    obligations: ObligationDocument[];
    /**
     * The window as asked for; null when none, or none that makes sense, was.
     */
    window: AskedWindow | undefined;
    /**
     * The next window that fits; null when there is none.
     */
    nextWindow: Window | undefined;
}

/**
 * A priority and what it promises.
 */
export interface Classification {
    /**
     * Id of the priority.
     */
    priority: string;
    /**
     * Id of the impact, as asked.
     */
    impact: string;
    /**
     * Id of the urgency, as asked.
     */
    urgency: string;
    /**
     * The priority's targets.
     */
    targets: Targets;
}

/**
 * How bad it is and how long it can wait, by the ids of the policy's levels.
 */
export interface ClassifyQuery {
    /**
     * Id of an impact level.
     */
    impact: string;
    /**
     * Id of an urgency level.
     */
    urgency: string;
}

/**
 * A new incident: impact and urgency, or the priority itself, and when it was reported.
 */
export interface DeadlineQuery {
    /**
     * Id of an impact level; together with the urgency.
     */
    impact?: string;
    /**
     * Id of an urgency level; together with the impact.
     */
    urgency?: string;
    /**
     * Id of a priority, in place of impact and urgency.
     */
    priority?: string;
    /**
     * When it was reported.
     */
    reportedAt: InstantLike;
    /**
     * Id of the channel it was reported by.
     */
    channel?: string;
    /**
     * The component it concerns.
     */
    component?: string;
}

/**
 * The deadlines of an incident.
 */
export interface Deadlines {
    /**
     * Id of its priority.
     */
    priority: string;
    /**
     * By when somebody responds; null when the agreement sets no target.
     */
    response: Due | undefined;
    /**
     * By when it is solved; null when the agreement sets no target.
     */
    resolution: Due | undefined;
    /**
     * The lines it goes to while it is not solved, and when.
     */
    escalation: EscalationMoment[];
    /**
     * Remarks; none of them moves the clock.
     */
    findings: Finding[];
}

/**
 * A thing that a patch request must bring.
 */
export type Deliverable = "installer" | "instructions" | "releaseNotes" | "rollback";

/**
 * A deadline: an instant, or one still to be agreed on.
 */
export type Due = { due: string | null } | { agreed: true };

/**
 * A line that a ticket goes to at a fraction of its resolution target.
 */
export interface EscalationDocument {
    /**
     * The line: 2 or more, since the first line tries at once.
     */
    line: number;
    /**
     * Fraction of the resolution target, more than 0 and at most 1.
     */
    at: number;
}

/**
 * A line that the incident goes to when it is not solved by then.
 */
export interface EscalationMoment {
    /**
     * The line: 2 or more.
     */
    line: number;
    /**
     * RFC 3339 text in the policy's zone; null when there is no such instant before 2200.
     */
    at: string | null;
}

/**
 * A field of a standard change.
 */
export interface FieldDocument {
    /**
     * Name for programs, like `user`.
     */
    id: string;
    /**
     * Name for people, by language.
     */
    name?: Record<string, string>;
    /**
     * Whether the change cannot do without it.
     */
    required?: boolean;
}

/**
 * A broken rule or a remark. Never thrown: what cannot be read at all is an [`Error`](crate::error::Error).
 */
export interface Finding {
    /**
     * The rule's id; locales translate by it.
     */
    code: string;
    /**
     * How much it weighs.
     */
    severity: Severity;
    /**
     * Where, in the grammar `a.b[0].c`; empty for the whole.
     */
    path: string;
    /**
     * What is wrong, in English.
     */
    message: string;
    /**
     * What to do about it, in English.
     */
    help: string;
    /**
     * What the message names, for translations.
     */
    params: Record<string, unknown>;
}

/**
 * A time without changes.
 */
export interface FreezeDocument {
    /**
     * First instant, or first date.
     */
    from: string;
    /**
     * First instant after it, or its last date.
     */
    to: string;
    /**
     * Whether it refuses or warns.
     */
    kind: FreezeKind;
    /**
     * Why, by language.
     */
    reason?: Record<string, string>;
}

/**
 * How strict a freeze is.
 */
export type FreezeKind = "hard" | "soft";

/**
 * A closed day: a rule that names one in each year, or a date.
 */
export interface HolidayDocument {
    /**
     * Name for programs, like `koningsdag`.
     */
    id?: string;
    /**
     * Name for people, by language.
     */
    name?: Record<string, string>;
    /**
     * `12-25`, `easter+39`, `mon 1 sep`, `mon last may`, or one date as `2026-05-15`.
     */
    on: string;
    /**
     * Days to move it by when it falls on a weekday: `{ "sun": -1 }`.
     */
    shift?: Partial<Record<keyof HoursDocument, number>>;
    /**
     * First year it holds.
     */
    from?: number;
    /**
     * Last year it holds.
     */
    until?: number;
    /**
     * Holds in `from` and every so many years after it.
     */
    everyYears?: number;
}

/**
 * Hours of each day of the week: any number of shifts, written `09:00-17:00`; none when a day is left out.
 */
export interface HoursDocument {
    mon?: string[];
    tue?: string[];
    wed?: string[];
    thu?: string[];
    fri?: string[];
    sat?: string[];
    sun?: string[];
}

/**
 * How incidents are prioritised and by when they are answered and solved.
 */
export interface IncidentsDocument {
    /**
     * The schedule in which the clock runs; the only one when left out.
     */
    schedule?: string;
    /**
     * Impact levels, the most severe first.
     */
    impact: LevelDocument[];
    /**
     * Urgency levels, the most severe first.
     */
    urgency: LevelDocument[];
    /**
     * Priority by impact, then urgency; a cell may be absent.
     */
    matrix: Record<string, Record<string, string>>;
    /**
     * Priorities, the highest first.
     */
    priorities: PriorityDocument[];
    /**
     * Fraction of a target from which a ticket is at risk; 0.75 when left out.
     */
    atRisk?: number;
    /**
     * The lines that a ticket goes to as its resolution target runs out.
     */
    escalation?: EscalationDocument[];
    /**
     * Ways to report an incident.
     */
    channels?: Record<string, ChannelDocument>;
    /**
     * The components that the agreement covers; all when left out.
     */
    scope?: string[];
}

/**
 * The installation file.
 */
export interface Installer {
    /**
     * Its name or path.
     */
    file?: string;
    /**
     * Its size in bytes.
     */
    size?: number;
    /**
     * Its SHA-256, in hexadecimal.
     */
    sha256?: string;
}

/** RFC 3339 text with an offset, epoch milliseconds, or a Date. */
export type InstantLike = string | number | Date;

/**
 * A level of impact or urgency.
 */
export interface LevelDocument {
    /**
     * Name for programs, like `high`.
     */
    id: string;
    /**
     * Name for people, by language.
     */
    name?: Record<string, string>;
    /**
     * When it applies, by language.
     */
    meaning?: Record<string, string>;
}

/**
 * What the provider or the customer takes upon them.
 */
export interface ObligationDocument {
    /**
     * Name for programs, like `technical-check`.
     */
    id: string;
    /**
     * What it says, by language.
     */
    text: Record<string, string>;
}

/**
 * A request to install a patch of a third party.
 */
export interface PatchRequest {
    /**
     * The service it is asked of; `patches` when left out.
     */
    service?: string;
    /**
     * The product and its versions.
     */
    product?: Product;
    /**
     * The servers to install it on.
     */
    servers?: string[];
    /**
     * Who asks.
     */
    requestedBy?: Person;
    /**
     * The installation file.
     */
    installer?: Installer;
    /**
     * How to install it.
     */
    instructions?: Text;
    /**
     * What the patch changes.
     */
    releaseNotes?: Text;
    /**
     * How to undo it.
     */
    rollback?: Text;
    /**
     * When to install it.
     */
    window?: WindowRequest;
}

/**
 * What a patch request must bring, and its limits.
 */
export interface PatchesDocument {
    /**
     * The schedule in which patches are installed; the only one when left out.
     */
    schedule?: string;
    /**
     * Longest window, like `PT4H`; any when left out.
     */
    maxDuration?: string;
    /**
     * Least time from the request to its window, like `PT24H`; none when left out.
     */
    minNotice?: string;
    /**
     * What the request must bring; all four when left out.
     */
    deliverables?: Deliverable[];
    /**
     * What comes with an accepted patch.
     */
    obligations?: ObligationDocument[];
}

/**
 * Who asks, and how to reach them.
 */
export interface Person {
    name?: string;
    email?: string;
}

/**
 * An organisation's agreement: schedules, and the rules for incidents, changes and patches.
 */
export interface PolicyDocument {
    /**
     * Version of this format: 1.
     */
    version?: number;
    /**
     * Name for programs, like `managed-server-goud`.
     */
    id: string;
    /**
     * Name for people, by language.
     */
    name?: Record<string, string>;
    /**
     * IANA name of the zone that hours are read from and answers are written in; that of the first schedule when left out.
     */
    timeZone?: string;
    /**
     * Hours of business time in a working day; 8 when left out.
     */
    hoursPerWorkingDay?: number;
    /**
     * The services that the agreement contains; all when left out.
     */
    includes?: string[];
    /**
     * What the agreement's source does not say and this document supposes.
     */
    assumptions?: AssumptionDocument[];
    /**
     * Opening hours by name.
     */
    schedules?: Record<string, ScheduleDocument>;
    /**
     * Priorities, targets and channels of incidents.
     */
    incidents?: IncidentsDocument;
    /**
     * The catalogue of standard changes, and freezes.
     */
    changes?: ChangesDocument;
    /**
     * What a patch request must bring, and its limits.
     */
    patches?: PatchesDocument;
}

/**
 * A priority and its targets.
 */
export interface PriorityDocument {
    /**
     * Name for programs, like `P1`.
     */
    id: string;
    /**
     * Name for people, by language.
     */
    name?: Record<string, string>;
    /**
     * A schedule of its own, in place of that of all incidents.
     */
    schedule?: string;
    /**
     * Business time until somebody responds; no target when left out.
     */
    response?: TargetDocument;
    /**
     * Business time until it is solved; no target when left out.
     */
    resolution?: TargetDocument;
}

/**
 * A product and the versions before and after the patch. A version is text: `"1.10"` is not `1.1`.
 */
export interface Product {
    name?: string;
    from?: string;
    to?: string;
}

/**
 * What kind of request it is.
 */
export type RequestType = "patch" | "standard" | "normal" | "emergency";

/**
 * Opening hours in one time zone.
 */
export interface ScheduleDocument {
    /**
     * IANA name of the zone whose clock the hours are read from; the policy's own when left out.
     */
    timeZone?: string;
    /**
     * Hours of each day of the week.
     */
    hours?: HoursDocument;
    /**
     * Days without hours.
     */
    holidays?: (string | HolidayDocument)[];
    /**
     * Hours of single dates, in place of everything else on that date.
     */
    overrides?: Record<string, string[]>;
}

/**
 * How much a finding weighs.
 */
export type Severity = "error" | "warning" | "info";

/**
 * A change that is authorised beforehand, with a set procedure.
 */
export interface StandardChangeDocument {
    /**
     * Name for programs, like `ad-user`.
     */
    id: string;
    /**
     * Name for people, by language.
     */
    name?: Record<string, string>;
    /**
     * What a technician needs to know.
     */
    fields?: FieldDocument[];
}

/**
 * A service level target: `PT4H` or `{ "workingDays": 2 }` of business time, or `agreed`.
 */
export type TargetDocument = string | WorkingDays;

/**
 * The targets of a priority.
 */
export interface Targets {
    /**
     * Business seconds until somebody responds, `agreed`, or null when the agreement sets none.
     */
    response: number | "agreed" | null;
    /**
     * Business seconds until it is solved, `agreed`, or null when the agreement sets none.
     */
    resolution: number | "agreed" | null;
}

/**
 * A deliverable in words: a text, steps, a file or an address. Which of them fit is for the rules to say.
 */
export interface Text {
    /**
     * The words themselves.
     */
    text?: string;
    /**
     * One step after the other.
     */
    steps?: string[];
    /**
     * Name or path of a file that has them.
     */
    file?: string;
    /**
     * Address of a page that has them; of release notes.
     */
    url?: string;
    /**
     * When it was last tried; of a rollback.
     */
    testedAt?: InstantLike;
}

/**
 * A window as text in the policy's zone.
 */
export interface Window {
    /**
     * First instant.
     */
    start: string;
    /**
     * First instant after it.
     */
    end: string;
}

/**
 * What a window is for.
 */
export type WindowKind = "patch" | "change";

/**
 * Asks for the next window that fits.
 */
export interface WindowQuery {
    /**
     * How long the work takes.
     */
    minutes: number;
    /**
     * Earliest start.
     */
    notBefore: InstantLike;
    /**
     * What kind of work it is.
     */
    kind: WindowKind;
}

/**
 * When to do the work: from `start` to `end`, or `minutes` long at any time from `notBefore` on.
 */
export interface WindowRequest {
    /**
     * First instant; with `end`.
     */
    start?: InstantLike;
    /**
     * First instant after it; with `start`.
     */
    end?: InstantLike;
    /**
     * Earliest start; with `minutes`.
     */
    notBefore?: InstantLike;
    /**
     * How long it takes; with `notBefore`.
     */
    minutes?: number;
}

/**
 * A number of working days; a fraction is allowed.
 */
export interface WorkingDays {
    /**
     * How many.
     */
    workingDays: number;
}

export function __wbg_reset_state(): void;

/**
 * Checks a change request.
 *
 * # Errors
 * As [`change::check_change`].
 */
export function checkChange(policy: number, request: ChangeRequest, now: InstantLike): CheckAnswer;

/**
 * Checks a patch request.
 *
 * # Errors
 * As [`change::check_patch`].
 */
export function checkPatch(policy: number, request: PatchRequest, now: InstantLike): CheckAnswer;

/**
 * Returns the priority of an incident and its targets.
 *
 * # Errors
 * As [`sla::classify`].
 */
export function classify(policy: number, query: ClassifyQuery): Classification;

/**
 * Frees a policy.
 */
export function closePolicy(policy: number): void;

/**
 * Frees a schedule.
 */
export function closeSchedule(schedule: number): void;

/**
 * Returns the deadlines of a new incident.
 *
 * # Errors
 * As [`sla::deadlines`].
 */
export function deadlines(policy: number, query: DeadlineQuery): Deadlines;

/**
 * Turns each of `reported_at` into the response deadline, and writes the resolution deadlines.
 *
 * # Errors
 * As [`sla::deadlines_batch`].
 */
export function deadlinesBatch(policy: number, priority: Uint8Array | number[], reported_at: Float64Array, resolution: Float64Array): void;

/**
 * Returns all that the lint says of a policy.
 *
 * # Errors
 * When it has not the shape of a policy.
 */
export function lintPolicy(policy: PolicyDocument | string): Finding[];

/**
 * Reads a policy, the default one when it is left out, and returns its handle.
 *
 * # Errors
 * When it cannot be read or its lint has errors.
 */
export function loadPolicy(policy: PolicyDocument | string | undefined): number;

/**
 * Returns how many bytes of memory the wasm has; it never gives any back.
 */
export function memoryBytes(): number;

/**
 * Reads a schedule and returns its handle.
 *
 * # Errors
 * At the first problem of the document.
 */
export function newSchedule(document: ScheduleDocument): number;

/**
 * Returns the next window that fits, or null.
 *
 * # Errors
 * As [`change::next_window`].
 */
export function nextWindow(policy: number, query: WindowQuery): Window | null;

/**
 * Returns the document of a policy, as read.
 *
 * # Errors
 * When it is closed.
 */
export function policyDocument(policy: number): PolicyDocument;

/**
 * Returns what the lint warned of when the policy was read.
 *
 * # Errors
 * When it is closed.
 */
export function policyFindings(policy: number): Finding[];

/**
 * Returns a handle of one of the policy's schedules.
 *
 * # Errors
 * `unknown-schedule` when the policy has none of that name.
 */
export function policySchedule(policy: number, name: string): number;

/**
 * Returns the instant at which so many business seconds have passed since `from`, or null.
 *
 * # Errors
 * When the instant or the number cannot be read.
 */
export function scheduleAdd(schedule: number, from: InstantLike, seconds: number): string | null;

/**
 * Adds business seconds to each instant, in place; NaN where there is no such instant.
 *
 * # Errors
 * At the first number that cannot be read; or when the lengths differ.
 */
export function scheduleAddBatch(schedule: number, instants: Float64Array, seconds: Float64Array | number[]): void;

/**
 * Returns the instant at which so many business seconds have passed since `instant`, in epoch milliseconds. NaN when there is none, and
 * when something cannot be read, which [`schedule_check_add`] tells apart: an error in the return type would make each call dear.
 */
export function scheduleAddMillis(schedule: number, instant: number, seconds: number): number;

/**
 * Returns the business seconds from `from` to `to`, negative when `to` is earlier.
 *
 * # Errors
 * When an instant cannot be read.
 */
export function scheduleBetween(schedule: number, from: InstantLike, to: InstantLike): number;

/**
 * Turns each of `to` into the business seconds since the one of `from` with the same index.
 *
 * # Errors
 * At the first number that cannot be read; or when the lengths differ.
 */
export function scheduleBetweenBatch(schedule: number, from: Float64Array | number[], to: Float64Array): void;

/**
 * Returns the business seconds from `from` to `to`, in epoch milliseconds; NaN when something cannot be read.
 */
export function scheduleBetweenMillis(schedule: number, from: number, to: number): number;

/**
 * Says why [`schedule_add_millis`] has no answer; nothing when there is no such instant.
 *
 * # Errors
 * When the schedule is closed, or a number cannot be read.
 */
export function scheduleCheckAdd(schedule: number, instant: number, seconds: number): void;

/**
 * Says why [`schedule_between_millis`] has no answer.
 *
 * # Errors
 * When the schedule is closed, or a number cannot be read.
 */
export function scheduleCheckBetween(schedule: number, from: number, to: number): void;

/**
 * Says whether the schedule is open at an instant.
 *
 * # Errors
 * When the instant cannot be read.
 */
export function scheduleIsOpen(schedule: number, at: InstantLike): boolean;

/**
 * Returns the first close after `from`, or null.
 *
 * # Errors
 * When the instant cannot be read.
 */
export function scheduleNextClose(schedule: number, from: InstantLike): string | null;

/**
 * Returns the earliest open instant at or after `from`, or null.
 *
 * # Errors
 * When the instant cannot be read.
 */
export function scheduleNextOpen(schedule: number, from: InstantLike): string | null;

/**
 * Returns the open periods from `from` up to `to`.
 *
 * # Errors
 * When an instant cannot be read.
 */
export function schedulePeriods(schedule: number, from: InstantLike, to: InstantLike): Window[];

/**
 * Returns the instant from which so many business seconds pass until `from`, or null.
 *
 * # Errors
 * When the instant or the number cannot be read.
 */
export function scheduleSubtract(schedule: number, from: InstantLike, seconds: number): string | null;

/**
 * Says which release of the IANA time-zone data is built in.
 */
export function zoneData(): string;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly checkChange: (a: number, b: any, c: any) => [number, number, number];
    readonly checkPatch: (a: number, b: any, c: any) => [number, number, number];
    readonly classify: (a: number, b: any) => [number, number, number];
    readonly closePolicy: (a: number) => void;
    readonly closeSchedule: (a: number) => void;
    readonly deadlines: (a: number, b: any) => [number, number, number];
    readonly deadlinesBatch: (a: number, b: number, c: number, d: number, e: number, f: any, g: number, h: number, i: any) => [number, number];
    readonly lintPolicy: (a: any) => [number, number, number];
    readonly loadPolicy: (a: any) => [number, number, number];
    readonly memoryBytes: () => number;
    readonly newSchedule: (a: any) => [number, number, number];
    readonly nextWindow: (a: number, b: any) => [number, number, number];
    readonly policyDocument: (a: number) => [number, number, number];
    readonly policyFindings: (a: number) => [number, number, number];
    readonly policySchedule: (a: number, b: number, c: number) => [number, number, number];
    readonly scheduleAdd: (a: number, b: any, c: number) => [number, number, number];
    readonly scheduleAddBatch: (a: number, b: number, c: number, d: any, e: number, f: number) => [number, number];
    readonly scheduleAddMillis: (a: number, b: number, c: number) => number;
    readonly scheduleBetween: (a: number, b: any, c: any) => [number, number, number];
    readonly scheduleBetweenBatch: (a: number, b: number, c: number, d: number, e: number, f: any) => [number, number];
    readonly scheduleBetweenMillis: (a: number, b: number, c: number) => number;
    readonly scheduleCheckAdd: (a: number, b: number, c: number) => [number, number];
    readonly scheduleCheckBetween: (a: number, b: number, c: number) => [number, number];
    readonly scheduleIsOpen: (a: number, b: any) => [number, number, number];
    readonly scheduleNextClose: (a: number, b: any) => [number, number, number];
    readonly scheduleNextOpen: (a: number, b: any) => [number, number, number];
    readonly schedulePeriods: (a: number, b: any, c: any) => [number, number, number];
    readonly scheduleSubtract: (a: number, b: any, c: number) => [number, number, number];
    readonly zoneData: () => [number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
