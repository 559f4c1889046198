/* tslint:disable */
/* eslint-disable */

/**
 * A window as asked for.
 */
export type AskedWindow = Window | OpenWindow;

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
    note: Names;
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
    fields?: Table<Json>;
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
     * What a change must say of how it is done, by its type.
     */
    plans?: PlansDocument;
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
    name?: Names;
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
    window: AskedWindow | null;
    /**
     * The next window that fits; null when there is none.
     */
    nextWindow: Window | null;
}

/**
 * What is known around a request.
 */
export interface CheckOptions {
    /**
     * The moment of the check.
     */
    now: Instant;
    /**
     * The files that the request names, by the name that it uses; null when there is no such file. Of a file that is not here nothing
     * is known, and nothing is said.
     */
    files?: Table<FileFacts | undefined>;
    /**
     * Work that is planned already.
     */
    windows?: PlannedWork[];
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
 * A ticket as it is and as it would be, both at the same instant.
 */
export interface Comparison {
    /**
     * As it is.
     */
    before: Tracking;
    /**
     * As it would be.
     */
    after: Tracking;
    /**
     * By how much the deadlines move.
     */
    moved: Moved;
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
    reportedAt: Instant;
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
    response: Due | null;
    /**
     * By when it is solved; null when the agreement sets no target.
     */
    resolution: Due | null;
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
export type Due = { due: Stamp | null } | { agreed: true };

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
    at: Stamp | null;
}

/**
 * Something that happened to a ticket.
 */
export interface Event {
    /**
     * When.
     */
    at: Instant;
    /**
     * What: `responded`, `paused`, `resumed`, `reassessed`, `agreed`, `escalated`, `resolved`, `reopened`, or an event that
     * starts or stops a target of the policy's own.
     */
    type: string;
    /**
     * Why; of `paused` and `resumed`. Different reasons are independent.
     */
    reason?: string;
    /**
     * Id of the new impact; of `reassessed`.
     */
    impact?: string;
    /**
     * Id of the new urgency; of `reassessed`.
     */
    urgency?: string;
    /**
     * Id of the new priority, in place of impact and urgency; of `reassessed`.
     */
    priority?: string;
    /**
     * By when; of `agreed`.
     */
    due?: Instant;
    /**
     * To which line, 2 or more; of `escalated`.
     */
    line?: number;
}

/**
 * Words of a field.
 */
export interface Evidence {
    /**
     * Where they start in the field as given, in UTF-16 units.
     */
    start: number;
    /**
     * The first unit after them.
     */
    end: number;
    /**
     * The field.
     */
    in: Field;
}

/**
 * A field of the question.
 */
export type Field = "subject" | "body";

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
    name?: Names;
    /**
     * Whether the change cannot do without it.
     */
    required?: boolean;
    /**
     * What kind of value it has; `text` when left out.
     */
    type?: FieldType;
    /**
     * The values of a `choice`.
     */
    options?: OptionDocument[];
}

/**
 * What kind of value a field has.
 */
export type FieldType = "text" | "account" | "email" | "quota" | "server" | "date" | "choice";

/**
 * What is known of a file.
 */
export interface FileFacts {
    /**
     * Its size in bytes.
     */
    size: number;
    /**
     * Its SHA-256, in hexadecimal.
     */
    sha256?: string;
    /**
     * What it says, of a file of text.
     */
    text?: string;
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
    params: Table<Json>;
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
    reason?: Names;
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
    name?: Names;
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
    /**
     * On Monday.
     */
    mon?: string[];
    /**
     * On Tuesday.
     */
    tue?: string[];
    /**
     * On Wednesday.
     */
    wed?: string[];
    /**
     * On Thursday.
     */
    thu?: string[];
    /**
     * On Friday.
     */
    fri?: string[];
    /**
     * On Saturday.
     */
    sat?: string[];
    /**
     * On Sunday.
     */
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
    matrix: Table<Table<string>>;
    /**
     * Priorities, the highest first.
     */
    priorities: PriorityDocument[];
    /**
     * Targets of the agreement's own, besides response and resolution.
     */
    targets?: OwnTargetDocument[];
    /**
     * Ids of the targets that a pause stops; all but `response` when left out.
     */
    pausable?: string[];
    /**
     * From when a target counts after the priority changed.
     */
    rebase?: Rebase;
    /**
     * What reopening does to the clocks that resolving stopped.
     */
    reopen?: Reopen;
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
    channels?: Table<ChannelDocument>;
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
/** The same, in what is asked. */
export type Instant = InstantLike;
/** RFC 3339 text in the policy's zone. */
export type Stamp = string;
/** Values by name. */
export type Table<T> = Record<string, T>;
/** A text in several languages, by language: `{ nl: "…", en: "…" }`. */
export type Names = Record<string, string>;
/** Business seconds, `agreed`, or null when the agreement sets no target. */
export type TargetTime = number | "agreed" | null;
/** Business seconds, with milliseconds as a fraction. */
export type Seconds = number;
/** A JSON value. */
export type Json = unknown;

/**
 * A part of a clock's time. The counted ones up to now add up to the elapsed time, those up to the deadline to the target.
 */
export interface Interval {
    /**
     * First instant.
     */
    from: Stamp;
    /**
     * First instant after it.
     */
    to: Stamp;
    /**
     * What it was.
     */
    kind: IntervalKind;
    /**
     * Business seconds that count: 0 unless counted.
     */
    seconds: Seconds;
    /**
     * Id of the holiday.
     */
    holiday?: string;
    /**
     * Name of the holiday, by language.
     */
    name?: Names;
    /**
     * Why it was paused.
     */
    reason?: string;
}

/**
 * What an interval was for a clock.
 */
export type IntervalKind = "counted" | "closed" | "holiday" | "paused" | "resolved";

/**
 * What is asked of each record.
 */
export type Kind = "due" | "track" | "patch" | "change";

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
    name?: Names;
    /**
     * When it applies, by language.
     */
    meaning?: Names;
}

/**
 * Seconds of elapsed time by which a deadline moves, negative when it comes earlier; null when there is none before or after.
 */
export interface Moved {
    /**
     * That of the response.
     */
    response: Seconds | null;
    /**
     * That of the resolution.
     */
    resolution: Seconds | null;
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
    text: Names;
}

/**
 * So many minutes at any time from then on.
 */
export interface OpenWindow {
    /**
     * Earliest start.
     */
    notBefore: Stamp;
    /**
     * How long it takes.
     */
    minutes: number;
}

/**
 * A value of a choice.
 */
export interface OptionDocument {
    /**
     * Name for programs, like `read`.
     */
    id: string;
    /**
     * Name for people, by language.
     */
    name?: Names;
}

/**
 * In which order the records come out.
 */
export type Order = "as-given" | "next-to-breach";

/**
 * A target of the agreement's own, like the next reply or the periodic update.
 */
export interface OwnTargetDocument {
    /**
     * Name for programs, like `next-reply`.
     */
    id: string;
    /**
     * Name for people, by language.
     */
    name?: Names;
    /**
     * Types of the events that start its clock when it is not running; `reported` is the report itself.
     */
    startsOn: string[];
    /**
     * Types of the events that stop it; being resolved always does. An event that stops and starts restarts it.
     */
    stopsOn: string[];
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
 * What a clock does. The first that holds.
 */
export type Phase = "stopped" | "pending" | "paused" | "out-of-hours" | "running";

/**
 * What a change says of how it is done: a field of the request.
 */
export type Plan = "description" | "implementationPlan" | "backoutPlan" | "testPlan" | "risk";

/**
 * Work that is planned already.
 */
export interface PlannedWork {
    /**
     * First instant.
     */
    start: Instant;
    /**
     * First instant after it.
     */
    end: Instant;
    /**
     * What it is.
     */
    title?: string;
    /**
     * The servers that it is done on; any when left out.
     */
    servers?: string[];
}

/**
 * What a change must say of how it is done, by its type.
 */
export interface PlansDocument {
    /**
     * Of a change of the catalogue, whose procedure is set; nothing when left out.
     */
    standard?: Plan[];
    /**
     * Of any other change; all when left out.
     */
    normal?: Plan[];
    /**
     * Of a change that cannot wait: all but the test plan and the risk when left out.
     */
    emergency?: Plan[];
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
    name?: Names;
    /**
     * IANA name of the zone that hours are read from and answers are written in; that of the first schedule when left out.
     */
    timeZone?: string;
    /**
     * Hours of business time in a working day; 8 when left out.
     */
    hoursPerWorkingDay?: number;
    /**
     * The servers in scope, `*` for any characters, like `app-*`; all when left out.
     */
    servers?: string[];
    /**
     * The services that the agreement contains; all when left out.
     */
    includes?: string[];
    /**
     * What the agreement's source does not say and this document supposes.
     */
    assumptions?: AssumptionDocument[];
    /**
     * Opening hours by name; each a schedule, or a list of versions that hold from a date on.
     */
    schedules?: Table<Versions>;
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
    /**
     * How impact and urgency are suggested from text.
     */
    triage?: TriageDocument;
    /**
     * How much a finding of a rule weighs, by the rule's id; what the rule itself says when left out.
     */
    rules?: Table<RuleLevel>;
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
    name?: Names;
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
    /**
     * Business time of the agreement's own targets, by their ids; no target when left out.
     */
    targets?: Table<TargetDocument>;
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
 * Why a level is suggested, or why none is.
 */
export type Reason = "unit-stopped" | "several-stopped" | "one-person" | "only-requester" | "at-once" | "harm-now" | "moment-near" | "by-tomorrow" | "can-wait" | "reversal" | "nothing-said" | "contradiction" | "resolved" | "supposed" | "other-language" | "no-level";

/**
 * From when a target counts after the priority changed.
 */
export type Rebase = "opening" | "change";

/**
 * What reopening does to the clocks that resolving stopped.
 */
export type Reopen = "resume" | "restart";

/**
 * What kind of request it is.
 */
export type RequestType = "patch" | "standard" | "normal" | "emergency";

/**
 * How much the findings of a rule weigh.
 */
export type RuleLevel = "error" | "warning" | "info" | "off";

/**
 * Opening hours in one time zone.
 */
export interface ScheduleDocument {
    /**
     * First date on which it holds, like `2027-01-01`; since ever when left out. A shift belongs to the version of its start date.
     */
    from?: string;
    /**
     * IANA name of the zone whose clock the hours are read from; the policy's own when left out. The same for all versions.
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
    overrides?: Table<string[]>;
}

/**
 * How much a finding weighs.
 */
export type Severity = "error" | "warning" | "info";

/**
 * What a word of the lexicon says.
 */
export type Slot = "plural" | "common" | "not" | "but" | "update" | "reversal" | "if" | "drill" | "past" | "presence" | "since" | "resolved" | "fixed" | "wish" | "others" | "onlyMe" | "all" | "nobody" | "everyone" | "unit" | "people" | "person" | "some" | "single" | "numbers" | "able" | "dead" | "service" | "workplace" | "minor" | "hampered" | "i" | "my" | "me" | "we" | "own" | "ask" | "aside" | "and" | "also" | "to" | "urgent" | "atOnce" | "after" | "public" | "waiting" | "harm" | "breach" | "within" | "minutes" | "event" | "today" | "tomorrow" | "deadline" | "then" | "day" | "later" | "lull" | "far" | "fine" | "noLonger" | "closing" | "quote" | "mask";

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
    name?: Names;
    /**
     * What a technician needs to know.
     */
    fields?: FieldDocument[];
}

/**
 * How a target stands.
 */
export type Standing = "on-track" | "at-risk" | "breached" | "met";

/**
 * How sure a suggestion is.
 */
export type Strength = "strong" | "weak" | "none";

/**
 * What a requester wrote.
 */
export interface SuggestQuery {
    /**
     * The subject.
     */
    subject?: string;
    /**
     * The text, plain or HTML.
     */
    body?: string;
    /**
     * The language that it is probably in, like `nl`; it decides only where the text does not.
     */
    lang?: string;
}

/**
 * A level, and the words that say it.
 */
export interface Suggestion {
    /**
     * Id of the policy's level, or null.
     */
    level: string | null;
    /**
     * How sure it is.
     */
    strength: Strength;
    /**
     * Why this level, or why none.
     */
    reason: Reason;
    /**
     * The words that decided, in the order of the text.
     */
    evidence: Evidence[];
}

/**
 * Levels for the form to select beforehand. It sets no priority.
 */
export interface Suggestions {
    /**
     * Who cannot work.
     */
    impact: Suggestion;
    /**
     * How long it can wait.
     */
    urgency: Suggestion;
}

/**
 * What is supposed.
 */
export interface Supposition {
    /**
     * Events that have not happened, besides those of the ticket.
     */
    events?: Event[];
    /**
     * When to look; now, or at the last of the supposed events when that is later.
     */
    at?: Instant;
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
    response: TargetTime;
    /**
     * Business seconds until it is solved, `agreed`, or null when the agreement sets none.
     */
    resolution: TargetTime;
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
    testedAt?: Instant;
}

/**
 * A ticket: when it was reported, how bad it was then, and what happened since.
 */
export interface Ticket {
    /**
     * Its name in the helpdesk; comes back with the answer.
     */
    id?: Json;
    /**
     * When it was reported.
     */
    reportedAt: Instant;
    /**
     * Id of the channel it was reported by.
     */
    channel?: string;
    /**
     * The component it concerns.
     */
    component?: string;
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
     * What happened since, in any order; of equal instants as given.
     */
    events?: Event[];
}

/**
 * A target's clock. Durations are business seconds.
 */
export interface Tracked {
    /**
     * What it does.
     */
    phase: Phase;
    /**
     * How it stands.
     */
    standing: Standing;
    /**
     * The deadline; null while an open pause or a missing agreement leaves it open.
     */
    due: Stamp | null;
    /**
     * Whether the deadline was agreed on.
     */
    agreed: boolean;
    /**
     * How much time there is in all; null when nothing is agreed on yet.
     */
    targetSeconds: Seconds | null;
    /**
     * How much of it is gone.
     */
    elapsedSeconds: Seconds;
    /**
     * How much is left: the target less what is gone, so 0 or less once the deadline is past.
     */
    remainingSeconds: Seconds | null;
    /**
     * What is gone as a fraction of the target.
     */
    fraction: number | null;
    /**
     * Whether the deadline was past already when the priority changed to the one in force.
     */
    breachedOnArrival: boolean;
    /**
     * What was counted and what was skipped, up to now and on to the deadline; null in records of many tickets.
     */
    why: Interval[] | null;
}

/**
 * Where a ticket stands at an instant.
 */
export interface Tracking {
    /**
     * The ticket's own id, null when it has none.
     */
    id: Json;
    /**
     * Id of the priority in force.
     */
    priority: string;
    /**
     * The clock of the response; null when the priority has no such target.
     */
    response: Tracked | null;
    /**
     * The clock of the resolution; null when the priority has no such target.
     */
    resolution: Tracked | null;
    /**
     * The clocks of the agreement's own targets, by their ids; those that the priority has.
     */
    targets: Table<Tracked>;
    /**
     * The support line that has it: the highest that it was escalated to, or that its resolution clock has reached.
     */
    line: number;
    /**
     * The line it goes to next while it is not solved, and when; null when there is none, or while it is paused.
     */
    nextLine: EscalationMoment | null;
    /**
     * Remarks on how it came in and on impossible events, these in the order in which they happened.
     */
    findings: Finding[];
    /**
     * When a phase, a standing, a deadline or the line changes next if nothing happens; null when never.
     */
    nextChange: Stamp | null;
}

/**
 * How impact and urgency are suggested from what a requester wrote. The built-in words of Dutch and English hold beside these.
 */
export interface TriageDocument {
    /**
     * Ids of the levels that what a text says gives: `impact` of `unit`, `several` and `one` (a unit cannot work, several persons, one),
     * `urgency` of `now`, `day` and `later` (it cannot wait, until tomorrow, for longer). `high`, `medium` and `low` when left out, where
     * the policy has them; without a level there is no suggestion.
     */
    levels?: Table<Table<string>>;
    /**
     * From how many persons on they are several; 2 when left out.
     */
    severalFrom?: number;
    /**
     * From how many persons on they weigh as a whole unit; never when left out.
     */
    unitFrom?: number;
    /**
     * Words by language, then by slot, like `{ "nl": { "unit": ["kliniek"] } }`. `*` at an end of a word stands for the
     * rest of it, alone for up to two words.
     */
    languages?: Table<Table<string[]>>;
}

/**
 * A schedule: one, or versions of it that hold from a date on, the oldest first.
 */
export type Versions = ScheduleDocument | ScheduleDocument[];

/**
 * A window as text in the policy's zone.
 */
export interface Window {
    /**
     * First instant.
     */
    start: Stamp;
    /**
     * First instant after it.
     */
    end: Stamp;
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
    notBefore: Instant;
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
    start?: Instant;
    /**
     * First instant after it; with `start`.
     */
    end?: Instant;
    /**
     * Earliest start; with `minutes`.
     */
    notBefore?: Instant;
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
 * Answers records, one JSON object a line in and out; `kind` is an index of `due`, `track`, `patch`, `change`. Adds to `tally` how many
 * lines came in, how many of them could not be read, and how many requests were not accepted.
 *
 * # Errors
 * When the policy is closed, or `now` or the kind cannot be read, or the answers are too long; a bad line is an answer.
 */
export function bulkRecords(policy: number, kind: number, ndjson: Uint8Array | number[], now: string, first_line: number, next_to_breach: boolean, tally: Float64Array): Uint8Array;

/**
 * Checks a change request.
 *
 * # Errors
 * As [`change::check_change`].
 */
export function checkChange(policy: number, request: string, options: string): CheckAnswer;

/**
 * Checks a patch request.
 *
 * # Errors
 * As [`change::check_patch`].
 */
export function checkPatch(policy: number, request: string, options: string): CheckAnswer;

/**
 * Returns the priority of an incident and its targets.
 *
 * # Errors
 * As [`sla::classify`].
 */
export function classify(policy: number, query: string): Classification;

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
export function deadlines(policy: number, query: string): Deadlines;

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
export function lintPolicy(policy: string): Finding[];

/**
 * Reads a policy, the default one when it is left out, and returns its handle.
 *
 * # Errors
 * When it cannot be read or its lint has errors.
 */
export function loadPolicy(policy?: string | null): number;

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
export function newSchedule(document: string): number;

/**
 * Returns the next window that fits, or null.
 *
 * # Errors
 * As [`change::next_window`].
 */
export function nextWindow(policy: number, query: string): Window | null;

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
export function scheduleAdd(schedule: number, from: string, seconds: number): string | null;

/**
 * Adds business seconds to each instant, in place; NaN where there is no such instant.
 *
 * # Errors
 * At the first number that cannot be read; or when the lengths differ.
 */
export function scheduleAddBatch(schedule: number, instants: Float64Array, seconds: Float64Array | number[]): void;

/**
 * Returns the instant at which so many business seconds have passed since `instant`, in epoch milliseconds. NaN when there is none, and
 * when something cannot be read, which [`schedule_add`](super::schedule_add) tells apart: an error in the return type makes a call dear.
 */
export function scheduleAddMillis(schedule: number, instant: number, seconds: number): number;

/**
 * Returns the business seconds from `from` to `to`, negative when `to` is earlier.
 *
 * # Errors
 * When an instant cannot be read.
 */
export function scheduleBetween(schedule: number, from: string, to: string): number;

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
 * Says whether the schedule is open at an instant.
 *
 * # Errors
 * When the instant cannot be read.
 */
export function scheduleIsOpen(schedule: number, at: string): boolean;

/**
 * Returns the first close after `from`, or null.
 *
 * # Errors
 * When the instant cannot be read.
 */
export function scheduleNextClose(schedule: number, from: string): string | null;

/**
 * Returns the earliest open instant at or after `from`, or null.
 *
 * # Errors
 * When the instant cannot be read.
 */
export function scheduleNextOpen(schedule: number, from: string): string | null;

/**
 * Returns the open periods from `from` up to `to`.
 *
 * # Errors
 * When an instant cannot be read; `too-large` when there are more than a million.
 */
export function schedulePeriods(schedule: number, from: string, to: string): Window[];

/**
 * Returns the instant from which so many business seconds pass until `from`, or null.
 *
 * # Errors
 * When the instant or the number cannot be read.
 */
export function scheduleSubtract(schedule: number, from: string, seconds: number): string | null;

/**
 * Returns the impact and urgency that a text suggests.
 *
 * # Errors
 * As [`triage::suggest`].
 */
export function suggest(policy: number, query: string): Suggestions;

/**
 * Returns where a ticket stands.
 *
 * # Errors
 * As [`sla::track`].
 */
export function track(policy: number, ticket: string, now: string): Tracking;

/**
 * Says which release of the IANA time-zone data is built in.
 */
export function zoneData(): string;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly bulkRecords: (a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number, j: number, k: any) => [number, number, number, number];
    readonly checkChange: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly checkPatch: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly classify: (a: number, b: number, c: number) => [number, number, number];
    readonly closePolicy: (a: number) => void;
    readonly closeSchedule: (a: number) => void;
    readonly deadlines: (a: number, b: number, c: number) => [number, number, number];
    readonly deadlinesBatch: (a: number, b: number, c: number, d: number, e: number, f: any, g: number, h: number, i: any) => [number, number];
    readonly lintPolicy: (a: number, b: number) => [number, number, number];
    readonly loadPolicy: (a: number, b: number) => [number, number, number];
    readonly memoryBytes: () => number;
    readonly newSchedule: (a: number, b: number) => [number, number, number];
    readonly nextWindow: (a: number, b: number, c: number) => [number, number, number];
    readonly policyDocument: (a: number) => [number, number, number];
    readonly policyFindings: (a: number) => [number, number, number];
    readonly policySchedule: (a: number, b: number, c: number) => [number, number, number];
    readonly scheduleAdd: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly scheduleAddBatch: (a: number, b: number, c: number, d: any, e: number, f: number) => [number, number];
    readonly scheduleAddMillis: (a: number, b: number, c: number) => number;
    readonly scheduleBetween: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly scheduleBetweenBatch: (a: number, b: number, c: number, d: number, e: number, f: any) => [number, number];
    readonly scheduleBetweenMillis: (a: number, b: number, c: number) => number;
    readonly scheduleIsOpen: (a: number, b: number, c: number) => [number, number, number];
    readonly scheduleNextClose: (a: number, b: number, c: number) => [number, number, number];
    readonly scheduleNextOpen: (a: number, b: number, c: number) => [number, number, number];
    readonly schedulePeriods: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly scheduleSubtract: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly suggest: (a: number, b: number, c: number) => [number, number, number];
    readonly track: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly zoneData: () => [number, number];
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
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
