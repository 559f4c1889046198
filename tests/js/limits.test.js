// What docs/limits.md says: what is too large is refused by its code at its path, what just fits is answered.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load, Schedule } from "deskrules";

const MEBI = 1 << 20;
const YEARS = ["1970-01-02T00:00:00Z", "2199-12-30T00:00:00Z"];
/** Open in 144 shifts a day. */
const BUSY = Array.from({ length: 144 }, (_, index) => `${time(index * 10)}-${time(index * 10 + 5)}`);
const desk = await load();
const goud = desk.policy;
const busy = new Schedule({ timeZone: "UTC", hours: { mon: BUSY, tue: BUSY, wed: BUSY, thu: BUSY, fri: BUSY, sat: BUSY, sun: BUSY } });
const [first = "", last = ""] = YEARS;

/** @param {number} minutes */
function time(minutes) {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/**
 * Returns code and path of what a question throws.
 * @param {() => unknown} ask
 */
async function error(ask) {
  try {
    await ask();
  } catch (/** @type {any} */ { code, path }) {
    return `${code} ${path}`.trimEnd();
  }
  return "answered";
}

const text = (/** @type {number} */ length) => "a".repeat(length);
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
/** The policy as JSON of so many bytes. @param {number} length */
const padded = (length) => JSON.stringify(goud).padEnd(length - (bytes(JSON.stringify(goud)).length - JSON.stringify(goud).length));
const policy = (/** @type {object} */ more) => load({ policy: { ...goud, ...more } });
const entries = (/** @type {number} */ count, /** @type {unknown} */ entry) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, entry]));
const line = (/** @type {number} */ length, end = "") => JSON.parse(new TextDecoder().decode(desk.records("due", bytes(`"${text(length - 2)}"${end}`)))).error.code;
const track = (/** @type {number} */ count) => desk.track({ priority: "P1", reportedAt: 0, events: Array.from({ length: count }, (_, at) => ({ at, type: "responded" })) }, 1e6);
const slots = (/** @type {number} */ count) => policy({ triage: { languages: { nl: { unit: Array.from({ length: count }, (_, index) => `w${index}`) } } } });
const tracked = new Map();

/** @type {[string, () => unknown, string, (() => unknown)?][]} - What is refused, how, and what is not. */
const LIMITS = [
  ["a policy as text", () => load({ policy: text(16 * MEBI + 1) }), "too-large", () => load({ policy: padded(16 * MEBI) })],
  ["a policy as text that is longer in bytes", () => load({ policy: padded(16 * MEBI + 1) }), "too-large"],
  ["a text in a policy", () => policy({ id: text(16 * MEBI + 1) }), "too-large id"],
  ["a request", () => desk.checkPatch({ product: { name: text(16 * MEBI + 1) } }), "too-large product.name"],
  ["a request that is longer as JSON", () => desk.checkPatch({ product: { name: "\n".repeat(9 * MEBI) } }), "too-large"],
  ["the values of a ticket", () => track(334_000), "too-large events[333332]", () => track(100_000)],
  ["nesting", () => desk.classify(JSON.parse("[".repeat(33) + "]".repeat(33))), `too-deep ${"[0]".repeat(32)}`],
  ["a subject", () => desk.suggest({ subject: text(MEBI + 1) }), "too-large subject", () => desk.suggest({ subject: text(MEBI) })],
  ["a body", () => desk.suggest({ body: text(MEBI + 1) }), "too-large body", () => desk.suggest({ body: text(MEBI) })],
  ["the name of a schedule", () => desk.schedule(text(16 * MEBI + 1)), "too-large name"],
  ["an instant", () => busy.isOpen(text(16 * MEBI + 1)), "too-large instant"],
  ["lines", () => desk.records("due", new Uint8Array(16 * MEBI + 2)), "too-large ndjson", () => desk.records("due", new Uint8Array(16 * MEBI + 1).fill(10))],
  ["lines to track", () => desk.trackBatch("\n".repeat(16 * MEBI + 2)), "too-large ndjson"],
  ["answers", () => desk.records("patch", bytes("{}\n".repeat(MEBI))), "too-large ndjson", () => desk.records("patch", bytes("{}\n".repeat(MEBI / 8)))],
  ["schedules", () => policy({ schedules: { ...goud.schedules, ...entries(1_000, goud.schedules?.["office"]) } }), "too-many-entries schedules"],
  ["channels", () => policy({ incidents: { ...goud.incidents, channels: entries(1_001, {}) } }), "too-many-entries incidents.channels", () => policy({ incidents: { ...goud.incidents, channels: entries(1_000, {}) } })],
  ["shifts of a day", () => new Schedule({ timeZone: "UTC", hours: { mon: [...BUSY, "23:58-23:59"] } }), "too-many-hours hours.mon"],
  ["words", () => slots(4_901), "too-many-words triage.languages.nl.unit", () => slots(4_900)],
  ["years", () => busy.isOpen("2200-01-01T00:00:00Z"), "instant-out-of-range instant"],
  ["periods", () => busy.periods(first, last), "too-large to", () => busy.periods(first, "1988-01-01T00:00:00Z")],
  ["the intervals of a clock", () => tracked.get("busy").track({ priority: "P1", reportedAt: first }, last), "too-large reportedAt", () => desk.track({ priority: "P1", reportedAt: first }, "2059-01-01T00:00:00Z")],
];
tracked.set("busy", await policy({ schedules: { office: { hours: { mon: BUSY } } } }));

for (const [what, ask, expected, fits] of LIMITS) {
  test(`${what}: the most there may be`, async () => {
    assert.equal(await error(ask), expected);
    assert.equal(fits ? await error(fits) : "answered", "answered");
  });
}

test("a line that is too long is answered by its error", () => {
  assert.equal(line(16 * MEBI, "\n"), "wrong-type");
  assert.equal(line(16 * MEBI + 1), "too-large");
});

test("problems of shape are named up to a hundred", async () => {
  const wrong = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`f${index}`, 1]));
  await assert.rejects(policy(wrong), (/** @type {any} */ { findings }) => findings.length === 100);
});

test("the codes that the page names are those that are tried", () => {
  const page = readFileSync(new URL("../../docs/limits.md", import.meta.url), "utf8");
  const inside = page.slice(0, page.indexOf("## Files"));
  const named = new Set([...inside.matchAll(/`((?:too|instant)-[a-z-]+)`/g)].map(([, code]) => code));
  const tried = new Set(LIMITS.map(([, , expected]) => expected.split(" ")[0]));
  assert.deepEqual([...named].sort(), [...tried].sort());
});
