// The clock of tickets through the package: explain, whatIf, trackBatch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DeskrulesError, load } from "deskrules";

const desk = await load();
const mon = (/** @type {string} */ time) => `2026-03-02T${time}:00+01:00`;
const NOW = mon("11:00");
/** @type {any} */
const TICKET = {
  id: "T-1",
  priority: "P1",
  reportedAt: mon("09:00"),
  events: [
    { at: mon("09:10"), type: "responded" },
    { at: mon("10:00"), type: "paused", reason: "parts" },
    { at: mon("10:30"), type: "resumed", reason: "parts" },
  ],
};

/**
 * @param {() => unknown} ask
 * @param {string} code
 * @param {string} path
 */
function refuses(ask, code, path) {
  assert.throws(ask, (/** @type {any} */ error) => {
    assert.ok(error instanceof DeskrulesError, String(error));
    assert.deepEqual([error.code, error.path], [code, path]);
    return true;
  });
}

/**
 * @param {Uint8Array | string} lines
 * @param {any} [options]
 * @returns {any[]}
 */
function batch(lines, options = {}) {
  const text = new TextDecoder().decode(desk.trackBatch(lines, { now: NOW, ...options }));
  return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
}

test("explain says in Dutch where a ticket stands and why", () => {
  assert.equal(desk.explain(TICKET, NOW, "nl"), `Reactie: op tijd, uiterlijk maandag 2 maart 2026 om 09:30 was afgesproken.
- maandag 2 maart 2026, 09:00–09:10: 10 minuten geteld
Samen 10 minuten van 30 minuten werktijd.
Oplossing: uiterlijk maandag 2 maart 2026 om 13:30. 2 uur 30 minuten over.
- maandag 2 maart 2026, 09:00–10:00: 1 uur geteld
- maandag 2 maart 2026, 10:00–10:30: telt niet, gepauzeerd (parts)
- maandag 2 maart 2026, 10:30–11:00: 30 minuten geteld
- maandag 2 maart 2026, 11:00–13:30: 2 uur 30 minuten geteld
Samen 1 uur 30 minuten van 4 uur werktijd.
Tot het tijdstip is dat precies 4 uur.`);
});

test("explain says it in English", () => {
  assert.equal(desk.explain(TICKET, NOW, "en"), `Response: in time, it was due by Monday, 2 March 2026 at 09:30.
- Monday, 2 March 2026, 09:00–09:10: 10 minutes counted
Together 10 minutes of 30 minutes of business time.
Resolution: by Monday, 2 March 2026 at 13:30. 2 hours 30 minutes left.
- Monday, 2 March 2026, 09:00–10:00: 1 hour counted
- Monday, 2 March 2026, 10:00–10:30: does not count, on hold (parts)
- Monday, 2 March 2026, 10:30–11:00: 30 minutes counted
- Monday, 2 March 2026, 11:00–13:30: 2 hours 30 minutes counted
Together 1 hour 30 minutes of 4 hours of business time.
Up to the deadline that is exactly 4 hours.`);
});

test("explain refuses another language", () => {
  for (const language of ["fr", "", "constructor", "__proto__"]) {
    refuses(() => desk.explain(TICKET, NOW, language), "unknown-language", "language");
  }
});

test("explain tells ten intervals from each end of a long life", () => {
  const lines = desk.explain({ priority: "P1", reportedAt: mon("09:00") }, "2026-06-02T09:00:00+02:00", "en").split("\n- ");
  const more = lines.slice(1).findIndex((line) => line.startsWith("…"));
  assert.equal(more, 10);
  assert.ok(lines.every((line) => line.length < 300) && lines.length < 50, String(lines.length));
});

test("whatIf answers under another policy", () => {
  const policy = structuredClone(desk.policy);
  assert.ok(policy.incidents?.priorities[0]);
  policy.incidents.priorities[0].resolution = "PT6H";
  for (const other of [policy, JSON.stringify(policy)]) {
    const { before, after, moved } = desk.whatIf(TICKET, NOW, { policy: other });
    assert.deepEqual(before, desk.track(TICKET, NOW));
    assert.equal(after.resolution?.due, mon("15:30"));
    assert.deepEqual(moved, { response: 0, resolution: 7200 });
  }
  policy.incidents.priorities[0].resolution = "PT0S";
  refuses(() => desk.whatIf(TICKET, NOW, { policy }), "zero-target", "incidents.priorities[0].resolution");
});

test("a bad line is an error in its place, and an empty line is none", () => {
  const line = new TextEncoder().encode(JSON.stringify(TICKET));
  const bytes = new Uint8Array([...line, 10, 10, 32, 13, 10, 0xff, 0xfe, 10, 123, 10, ...line]);
  const records = batch(bytes);
  assert.deepEqual(records.map(({ line: number, error }) => [number, error?.code]), [[1, undefined], [4, "not-utf8"], [5, "not-json"], [6, undefined]]);
  assert.deepEqual({ ...records[3], line: 1 }, records[0]);
  assert.deepEqual([records[0].id, records[0].supportLine, records[0].resolution.why], ["T-1", 1, null]);
  assert.deepEqual(batch(""), []);
  const [unknown] = batch(JSON.stringify({ ...TICKET, events: [{ at: NOW, type: "asleep" }] }));
  assert.deepEqual([unknown.error.code, unknown.error.path], ["unknown-event", "events[0].type"]);
});

test("the next to breach comes first, and what has no deadline last", () => {
  const tickets = ["P4", "P3", "P1", "P2"].map((priority) => JSON.stringify({ priority, reportedAt: mon("09:00") }));
  const order = (/** @type {any} */ options) => batch(["{", ...tickets].join("\n"), options).map(({ priority }) => priority);
  assert.deepEqual(order({ order: "next-to-breach" }), ["P1", "P2", "P3", "P4", undefined]);
  assert.deepEqual(order({}), [undefined, "P4", "P3", "P1", "P2"]);
});

test("what is no list of tickets is refused", () => {
  for (const wrong of [[], {}, 7, null, undefined, new Uint16Array(2)]) {
    refuses(() => desk.trackBatch(/** @type {any} */ (wrong)), "wrong-type", "ndjson");
  }
  refuses(() => desk.trackBatch("", { order: /** @type {any} */ ("random") }), "unknown-value", "order");
  refuses(() => desk.track(/** @type {any} */ ("P1"), NOW), "wrong-type", "");
});

test("ten thousand tickets are answered in one call, each on its line", () => {
  const records = batch(`${JSON.stringify(TICKET)}\n`.repeat(10_000));
  assert.equal(records.length, 10_000);
  assert.ok(records.every(({ line, resolution }, index) => line === index + 1 && resolution.due === mon("13:30")));
});
