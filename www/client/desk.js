import { call, ready } from "./engine.js";
import { DeskrulesError } from "./errors.js";
import { sentences } from "./explain.js";
import { document, freed, Held } from "./held.js";
import { bounded, json, TEXT } from "./json.js";
import { CHUNK, checkArray, checkLength, inChunks } from "./numbers.js";
import { Schedule } from "./schedule.js";

/** @typedef {import("../wasm/deskrules.js").PolicyDocument} PolicyDocument */
/** @typedef {import("../wasm/deskrules.js").Finding} Finding */
/** @typedef {import("../wasm/deskrules.js").ClassifyQuery} ClassifyQuery */
/** @typedef {import("../wasm/deskrules.js").Classification} Classification */
/** @typedef {import("../wasm/deskrules.js").DeadlineQuery} DeadlineQuery */
/** @typedef {import("../wasm/deskrules.js").Deadlines} Deadlines */
/** @typedef {import("../wasm/deskrules.js").Ticket} Ticket */
/** @typedef {import("../wasm/deskrules.js").Event} Event */
/** @typedef {import("../wasm/deskrules.js").Tracking} Tracking */
/** @typedef {import("../wasm/deskrules.js").Tracked} Tracked */
/**
 * A ticket as it is and as it would be, both at one instant, and the seconds of elapsed time by which each deadline moves: negative when it
 * comes earlier, null when there is none before or after.
 * @typedef {{ before: Tracking, after: Tracking, moved: { response: number | null, resolution: number | null } }} Comparison
 */
/** @typedef {import("../wasm/deskrules.js").SuggestQuery} SuggestQuery */
/** @typedef {import("../wasm/deskrules.js").Suggestions} Suggestions */
/** @typedef {import("../wasm/deskrules.js").Suggestion} Suggestion */
/** @typedef {import("../wasm/deskrules.js").PatchRequest} PatchRequest */
/** @typedef {import("../wasm/deskrules.js").ChangeRequest} ChangeRequest */
/** @typedef {import("../wasm/deskrules.js").CheckAnswer} CheckAnswer */
/** @typedef {import("../wasm/deskrules.js").FileFacts} FileFacts */
/** @typedef {import("../wasm/deskrules.js").PlannedWork} PlannedWork */
/**
 * What is known around a request. `now` is the host's clock when left out. `files` are those that the request names, by the name that it uses:
 * null when there is no such file; of a file that is left out nothing is known, and nothing is said. `windows` is work that is planned already.
 * @typedef {{ now?: InstantLike, files?: Record<string, FileFacts | null>, windows?: PlannedWork[] }} CheckOptions
 */
/** @typedef {import("../wasm/deskrules.js").WindowKind} WindowKind */
/** @typedef {import("../wasm/deskrules.js").Window} Window */
/** @typedef {import("./index.js").InstantLike} InstantLike */

/** @type {Float64Array | undefined} - For batches; made once. */
let scratch;

/** @typedef {"due" | "track" | "patch" | "change"} RecordKind */
/** @typedef {{ lines: number, bad: number, refused: number }} Tally - Lines in all, those that could not be read, requests not accepted. */

/** @type {RecordKind[]} - In the order of the wasm. */
const KINDS = ["due", "track", "patch", "change"];

/**
 * A policy that answers. Made by {@link load}.
 */
export class Desk {
  #held;

  /** @param {Held} held */
  constructor(held) {
    this.#held = held;
    freed.register(this, held, this);
  }

  /**
   * The policy document, as read.
   * @returns {PolicyDocument}
   */
  get policy() {
    return call((glue) => glue.policyDocument(this.#held.handle));
  }

  /**
   * What the lint warns of in the policy.
   * @returns {Finding[]}
   */
  get findings() {
    return call((glue) => glue.policyFindings(this.#held.handle));
  }

  /**
   * Release of the IANA time-zone data that is built in, like `2026a`.
   * @returns {string}
   */
  get zoneData() {
    return call((glue) => glue.zoneData());
  }

  /**
   * Returns the priority of an incident and its targets in business seconds.
   * @param {ClassifyQuery} query
   * @returns {Classification}
   * @throws {import("./errors.js").DeskrulesError} `unknown-level`, or `no-priority-for` where the matrix has none.
   * @example
   * desk.classify({ impact: "high", urgency: "medium" }).priority; // "P2"
   */
  classify(query) {
    return call((glue) => glue.classify(this.#held.handle, json(query)));
  }

  /**
   * Returns by when a new incident is answered and solved.
   * @param {DeadlineQuery} query - Impact and urgency, or the priority; and `reportedAt`.
   * @returns {Deadlines}
   * @example
   * desk.deadlines({ priority: "P2", reportedAt: "2026-11-24T09:00:00+01:00" }).response; // { due: "2026-11-24T10:00:00+01:00" }
   */
  deadlines(query) {
    return call((glue) => glue.deadlines(this.#held.handle, json(query)));
  }

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
  suggest(query) {
    return call((glue) => glue.suggest(this.#held.handle, json(query)));
  }

  /**
   * Returns where a ticket stands: its clocks, its line, when that changes next, and why.
   * @param {Ticket} ticket
   * @param {InstantLike} [now] - The host's clock when left out; events after it are ignored.
   * @returns {Tracking}
   * @throws {import("./errors.js").DeskrulesError} `unknown-event`, `unknown-level`, … at the path of the event.
   * @example
   * desk.track({ priority: "P1", reportedAt: "2026-11-24T09:00:00+01:00" }, "2026-11-24T12:00:00+01:00").resolution.standing; // "at-risk"
   */
  track(ticket, now = Date.now()) {
    return call((glue) => glue.track(this.#held.handle, json(ticket), json(now, "now")));
  }

  /**
   * Returns a ticket as it is and as it would be with events that have not happened, or under another policy; both at one instant.
   * @param {Ticket} ticket
   * @param {InstantLike} now
   * @param {{ events?: Event[], policy?: PolicyDocument | string, at?: InstantLike }} [supposed] - `at` is `now`, or the last of the
   *   events when that is later.
   * @returns {Comparison} With the seconds by which each deadline moves.
   */
  whatIf(ticket, now, { policy, events = [], at } = {}) {
    const other = policy === undefined ? this : new Desk(Held.policy(policy));
    try {
      const moment = at ?? [now, ...events.map((event) => event.at)].reduce((a, b) => (new Date(b) > new Date(a) ? b : a));
      const before = this.track(ticket, moment);
      const after = other.track({ ...ticket, events: [...(ticket.events ?? []), ...events] }, moment);
      return { before, after, moved: { response: moved(before.response, after.response), resolution: moved(before.resolution, after.resolution) } };
    } finally {
      if (other !== this) {
        other.close();
      }
    }
  }

  /**
   * Returns in sentences where a ticket stands and why: what was counted, what was skipped, and the sums.
   * @param {Ticket} ticket
   * @param {InstantLike} now
   * @param {string} language - `nl` or `en`.
   * @returns {string} A line for each sentence.
   */
  explain(ticket, now, language) {
    return sentences(this.track(ticket, now), language, this.policy.incidents);
  }

  /**
   * Tracks many tickets in one call: one JSON object a line in, one a line out, `{ id, line, … }` with the fields of {@link track} or
   * `{ line, error }`. `line` is the number of the line; the support line is `supportLine`; there is no `why`.
   * @param {Uint8Array | string} ndjson - Bytes are faster than text.
   * @param {{ now?: InstantLike, order?: "as-given" | "next-to-breach" }} [options] - `now` is the host's clock when left out.
   * @returns {Uint8Array}
   */
  trackBatch(ndjson, { now = Date.now(), order = "as-given" } = {}) {
    const bytes = typeof ndjson === "string" ? new TextEncoder().encode(ndjson) : ndjson;
    return this.records("track", bytes, { now, order });
  }

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
  records(kind, ndjson, { now = Date.now(), firstLine = 1, order = "as-given", tally } = {}) {
    const orders = kind === "track" ? ["as-given", "next-to-breach"] : ["as-given"];
    oneOf("kind", kind, KINDS);
    oneOf("order", order, orders);
    if (!(ndjson instanceof Uint8Array)) {
      throw new DeskrulesError("wrong-type", "ndjson", "expected a Uint8Array or text");
    }
    // A line of that length has an end, too.
    if (ndjson.length > TEXT + 1) {
      throw new DeskrulesError("too-large", "ndjson", `more than ${TEXT} bytes: give fewer lines at once`);
    }
    if (!Number.isSafeInteger(firstLine) || firstLine < 1) {
      throw new DeskrulesError("wrong-type", "firstLine", "expected a whole number of 1 or more");
    }
    const counts = new Float64Array(3);
    const answers = call((glue) => glue.bulkRecords(this.#held.handle, KINDS.indexOf(kind), ndjson, json(now, "now"), firstLine, order === "next-to-breach", counts));
    if (tally) {
      const [lines = 0, bad = 0, refused = 0] = counts;
      tally.lines += lines;
      tally.bad += bad;
      tally.refused += refused;
    }
    return answers;
  }

  /**
   * Returns by when many new incidents are answered and solved. All or nothing: an error names the first number that cannot be read.
   * @param {{ reportedAt: Float64Array, priority: Uint8Array }} incidents - Epoch milliseconds, and indexes into the policy's
   *   `incidents.priorities`; both stay as they are.
   * @returns {{ response: Float64Array, resolution: Float64Array }} Epoch milliseconds; NaN where the moment is agreed, where the policy
   *   sets no target, and where there is no such instant before 2200.
   * @throws {import("./errors.js").DeskrulesError} `unknown-priority` with a path like `priority[3]`, or what `addBatch` throws.
   */
  deadlinesBatch({ reportedAt, priority }) {
    checkArray(reportedAt, "Float64Array", "reportedAt");
    checkArray(priority, "Uint8Array", "priority");
    checkLength(priority, "priority", reportedAt, "reportedAt");
    const response = new Float64Array(reportedAt.length);
    const resolution = new Float64Array(reportedAt.length);
    // The wasm reads what it writes over, and to read new memory before it is written makes the host map it twice.
    scratch ??= new Float64Array(CHUNK);
    const dues = scratch;
    inChunks(response.length, (start, end) => {
      const due = response.subarray(start, end);
      const solved = dues.subarray(0, end - start);
      due.set(reportedAt.subarray(start, end));
      call((glue) => glue.deadlinesBatch(this.#held.handle, priority.subarray(start, end), due, solved));
      resolution.set(solved, start);
    });
    return { response, resolution };
  }

  /**
   * Checks a patch request: every omission at once, each at its own field.
   * @param {PatchRequest} request
   * @param {CheckOptions} [options]
   * @returns {CheckAnswer}
   */
  checkPatch(request, options) {
    return call((glue) => glue.checkPatch(this.#held.handle, json(request), around(options)));
  }

  /**
   * Checks a change request: every omission at once, each at its own field.
   * @param {ChangeRequest} request
   * @param {CheckOptions} [options]
   * @returns {CheckAnswer}
   */
  checkChange(request, options) {
    return call((glue) => glue.checkChange(this.#held.handle, json(request), around(options)));
  }

  /**
   * Returns the next window in which work of so many minutes fits.
   * @param {{ minutes: number, notBefore?: InstantLike, kind: WindowKind }} query - `notBefore` is the host's clock when left out.
   * @returns {Window | null} Null when no window ever fits.
   */
  nextWindow(query) {
    return call((glue) => glue.nextWindow(this.#held.handle, json({ notBefore: Date.now(), ...query })));
  }

  /**
   * Returns one of the policy's schedules.
   * @param {string} name
   * @returns {Schedule}
   * @throws {import("./errors.js").DeskrulesError} `unknown-schedule`.
   */
  schedule(name) {
    return new Schedule(this.#held.schedule(bounded(name, "name")));
  }

  /** Frees the policy; using it afterwards throws `closed`. */
  close() {
    freed.unregister(this);
    this.#held.close();
  }
}

/**
 * Returns what is known around a request, its moment included.
 * @param {CheckOptions} [options]
 */
function around(options) {
  return json({ ...options, now: options?.now ?? Date.now() });
}

/**
 * Refuses a word that is not of the list.
 * @param {string} name
 * @param {string} word
 * @param {string[]} words
 */
function oneOf(name, word, words) {
  if (!words.includes(word)) {
    throw new DeskrulesError("unknown-value", name, `unknown ${name} \`${word}\`: there is ${words.map((known) => `\`${known}\``).join(", ")}`);
  }
}

/**
 * Returns by how many seconds a deadline moves.
 * @param {Tracked | null} before
 * @param {Tracked | null} after
 */
function moved(before, after) {
  return before?.due && after?.due ? (Date.parse(after.due) - Date.parse(before.due)) / 1000 : null;
}

/**
 * Loads the wasm, once, and reads a policy.
 * @param {{ policy?: PolicyDocument | string }} [options] - An object or JSON text; `managed-server-goud` when left out.
 * @returns {Promise<Desk>}
 * @throws {import("./errors.js").DeskrulesError} When the policy cannot be read, with the path; when its lint has errors, with all `findings`.
 */
export async function load({ policy } = {}) {
  await ready();
  return new Desk(Held.policy(policy));
}

/**
 * Returns all that the lint says of a policy: errors, which `load` refuses, and warnings.
 * @param {PolicyDocument | string} policy - An object or JSON text.
 * @returns {Promise<Finding[]>}
 * @throws {import("./errors.js").DeskrulesError} When it has not the shape of a policy.
 */
export async function lint(policy) {
  await ready();
  return call((glue) => glue.lintPolicy(document(policy) ?? "null"));
}
