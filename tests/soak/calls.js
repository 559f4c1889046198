// Calls of every kind, mixed, in one process: each is answered as it was the first time, and memory stays where it was after the first thousand.
import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { connect, DeskrulesError, lint, load, Schedule } from "deskrules";
import * as glue from "../../pkg/wasm/node.cjs";

/** When the memory is looked at first. */
const WARM = 1_000;
/** Every how many calls the host may tidy up. */
const TURN = 10_000;
/** How much the heap of JavaScript may be larger at the end, in bytes: what the engine keeps of hot code. */
const HEAP = 4 << 20;

setFlagsFromString("--expose-gc");
/** @type {() => void} */
const collect = runInNewContext("gc");

const NOW = "2026-11-24T12:00:00+01:00";
const AT = Date.UTC(2026, 10, 24, 11);
const TICKET = {
  id: "T1",
  impact: "high",
  urgency: "medium",
  reportedAt: "2026-11-23T16:00:00+01:00",
  events: [
    { at: "2026-11-23T16:20:00+01:00", type: "responded" },
    { at: "2026-11-23T16:30:00+01:00", type: "paused", reason: "supplier" },
    { at: "2026-11-24T09:00:00+01:00", type: "resumed" },
  ],
};
const PATCH = {
  product: { name: "PostgreSQL", from: "16.3", to: "16.4" },
  servers: ["db-01"],
  requestedBy: { name: "A. de Vries", email: "a.devries@example.org" },
  installer: { file: "postgresql-16.4.msi" },
  instructions: { text: "Stop the service, run the installer, start the service." },
  releaseNotes: { url: "https://example.org/notes" },
  rollback: { steps: ["Stop the service", "Restore the snapshot of this morning"] },
  window: { start: "2026-11-25T10:00:00+01:00", end: "2026-11-25T11:00:00+01:00" },
};
const CHANGE = { item: "ad-user", title: "A new colleague", fields: { user: "bdevries" }, requestedBy: PATCH.requestedBy };
const MAIL = { subject: "Netwerk ligt plat", body: `<p>De hele vestiging kan niet werken.</p>${"<p>Wie het weet mag het zeggen. </p>".repeat(40)}` };
const EVENING = { timeZone: "Europe/Amsterdam", hours: { tue: ["18:00-22:00"], fri: ["22:00-06:00"] } };
const lines = (/** @type {object[]} */ ...records) => new TextEncoder().encode(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
const TICKETS = lines(...Array.from({ length: 10 }, (_, index) => ({ ...TICKET, id: index })), { impact: "huge" });
const REQUESTS = lines(PATCH, { servers: 7 }, { product: {} });
const goud = (await load()).policy;

/** @typedef {Awaited<ReturnType<typeof scene>>} Scene */

/** What all calls are asked of. */
async function scene() {
  const desk = await load();
  const connected = await connect({ policy: goud });
  return { desk, connected, office: desk.schedule("office"), evening: new Schedule(EVENING), hour: await connected.schedule("office") };
}

/** @type {Record<string, (on: Scene) => unknown>} */
const CALLS = {
  classify: ({ desk }) => desk.classify({ impact: "high", urgency: "low" }),
  "classify, unknown level": ({ desk }) => desk.classify({ impact: "high", urgency: "hihg" }),
  "classify, unknown field": ({ desk }) => desk.classify(/** @type {any} */ ({ impact: "high", urgencyy: "low" })),
  deadlines: ({ desk }) => desk.deadlines({ priority: "P2", reportedAt: NOW }),
  "deadlines, no offset": ({ desk }) => desk.deadlines({ priority: "P2", reportedAt: "2026-11-24T12:00:00" }),
  suggest: ({ desk }) => desk.suggest(MAIL),
  track: ({ desk }) => desk.track(TICKET, NOW),
  "track, unknown event": ({ desk }) => desk.track({ ...TICKET, events: [{ at: NOW, type: /** @type {any} */ ("solved") }] }, NOW),
  "track, not finite": ({ desk }) => desk.track(TICKET, NaN),
  "records patch": ({ desk }) => desk.records("patch", REQUESTS, { now: NOW }),
  deadlinesBatch: ({ desk }) => desk.deadlinesBatch({ reportedAt: new Float64Array(50).fill(AT), priority: new Uint8Array(50) }),
  "deadlinesBatch, unknown priority": ({ desk }) => desk.deadlinesBatch({ reportedAt: new Float64Array(2), priority: Uint8Array.of(0, 99) }),
  checkPatch: ({ desk }) => desk.checkPatch(PATCH, { now: NOW }),
  "checkPatch, nothing in it": ({ desk }) => desk.checkPatch({}, { now: NOW }),
  "checkPatch, wrong type": ({ desk }) => desk.checkPatch(/** @type {any} */ ({ servers: "db-01" }), { now: NOW }),
  checkChange: ({ desk }) => desk.checkChange(CHANGE, { now: NOW, windows: [PATCH.window] }),
  nextWindow: ({ desk }) => desk.nextWindow({ minutes: 60, notBefore: NOW, kind: "patch" }),
  policy: ({ desk }) => desk.policy,
  findings: ({ desk }) => [desk.findings, desk.zoneData],
  "schedule, unknown": ({ desk }) => desk.schedule("night"),
  "schedule, made and closed": ({ desk }) => closing(desk.schedule("office"), (office) => office.add(NOW, 3600)),
  "schedule, wrong hours": () => new Schedule({ hours: { mon: ["09:00-09:00"] } }),
  "schedule, closed": ({ desk }) => closing(desk.schedule("office"), (office) => (office.close(), office.isOpen(NOW))),
  add: ({ office }) => office.add(NOW, 7 * 3600),
  subtract: ({ evening }) => evening.subtract(NOW, 7 * 3600),
  between: ({ office }) => office.between(0, NOW),
  isOpen: ({ evening }) => evening.isOpen(NOW),
  nextOpen: ({ evening }) => evening.nextOpen(NOW),
  nextClose: ({ office }) => office.nextClose(NOW),
  periods: ({ office }) => office.periods(NOW, AT + 30 * 86_400_000),
  addMillis: ({ office }) => office.addMillis(AT, 3600),
  betweenMillis: ({ evening }) => evening.betweenMillis(AT, AT + 1e10),
  "addMillis, out of range": ({ office }) => office.addMillis(1e20, 1),
  addBatch: ({ office }) => office.addBatch(new Float64Array(50).fill(AT), 60),
  betweenBatch: ({ evening }) => evening.betweenBatch(new Float64Array(50), new Float64Array(50).fill(AT)),
  "addBatch, not a number": ({ office }) => office.addBatch(Float64Array.of(0, NaN), 60),
  "connected track": ({ connected }) => connected.track(TICKET, NOW),
  "connected schedule": ({ hour }) => hour.add(NOW, 60),
};

/** What takes a hundred times as long as the others, and is asked less often by as much. @type {Record<string, (on: Scene) => unknown>} */
const SLOW = {
  explain: ({ desk }) => desk.explain(TICKET, NOW, "nl"),
  trackBatch: ({ desk }) => desk.trackBatch(TICKETS, { now: NOW, order: "next-to-breach" }),
  "records due": ({ desk }) => desk.records("due", TICKETS, { now: NOW }),
  "schedule, written and closed": () => closing(new Schedule(EVENING), (evening) => evening.isOpen(NOW)),
  whatIf: ({ desk }) => desk.whatIf(TICKET, NOW, { events: [{ at: NOW, type: "paused" }] }),
  "load and close": async () => closing(await load({ policy: goud }), (desk) => desk.classify({ impact: "low", urgency: "low" })),
  "load text": async () => closing(await load({ policy: JSON.stringify(goud) }), (desk) => desk.policy.id),
  "load, wrong zone": () => load({ policy: { ...goud, timeZone: "Mars" } }),
  "load, no JSON": () => load({ policy: "{" }),
  "load, closed": async () => closing(await load(), (desk) => (desk.close(), desk.policy)),
  lint: () => lint(goud),
  "whatIf, another policy": ({ desk }) => desk.whatIf(TICKET, NOW, { policy: goud }),
  "suggest, long": ({ desk }) => desk.suggest({ ...MAIL, body: MAIL.body.repeat(20) }),
};

/**
 * @template {{ close(): void }} T
 * @template R
 * @param {T} made
 * @param {(made: T) => R} ask
 * @returns {R}
 */
function closing(made, ask) {
  try {
    return ask(made);
  } finally {
    made.close();
  }
}

/** @typedef {{ calls: number, wasm: number, heap: number }} Memory */

/** @param {number} calls */
function memory(calls) {
  collect();
  return { calls, wasm: glue.memoryBytes(), heap: process.memoryUsage().heapUsed };
}

/**
 * Makes so many calls.
 * @param {number} count
 * @param {(memory: Memory) => void} [tell] - Hears ten times how it goes.
 * @returns {Promise<{ before: Memory, after: Memory }>} The memory after the first thousand calls, and after all.
 */
export async function soak(count, tell = () => {}) {
  const on = await scene();
  /** @type {Map<string, unknown>} */
  const first = new Map();
  const quick = Object.entries(CALLS);
  const slow = Object.entries(SLOW);
  const [names, asks] = [[...quick, ...slow].map(([name]) => name), [...quick, ...slow].map(([, ask]) => ask)];
  let before = memory(0);
  let random = 1;
  for (let call = 1; call <= count; call++) {
    // Each in turn at first, so that all have been asked when the memory is looked at; then by the numbers of a generator.
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    const luck = random / 2 ** 32;
    const slot = call <= WARM ? call % asks.length : luck < 1 / 100 ? quick.length + Math.floor(luck * 100 * slow.length) : Math.floor(luck * quick.length);
    const [name, ask] = [String(names[slot]), /** @type {(on: Scene) => unknown} */ (asks[slot])];
    let answer;
    try {
      answer = ask(on);
      answer = answer instanceof Promise ? await answer : answer;
    } catch (/** @type {any} */ error) {
      assert.ok(error instanceof DeskrulesError, `${name}: ${error}`);
      answer = `${error.code} at ${error.path}`;
      assert.notEqual(error.code, "instance-trapped", String(error.cause));
    }
    // To compare takes longer than to answer.
    if (call <= WARM || call % 50 === 0) {
      const known = first.get(name);
      known === undefined ? first.set(name, answer) : assert.deepEqual(answer, known, name);
    }
    if (call % TURN === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (call === WARM) {
      before = memory(call);
    }
    if (call % Math.ceil(count / 10) === 0) {
      tell(memory(call));
    }
  }
  const after = memory(count);
  assert.equal(after.wasm, before.wasm, "the memory of the wasm has grown");
  assert.ok(after.heap < before.heap + HEAP, `the heap has grown from ${before.heap} to ${after.heap} bytes`);
  return { before, after };
}
