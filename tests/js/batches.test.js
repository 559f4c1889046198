// Business time by numbers, as a script uses it in bulk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DeskrulesError, load, Schedule } from "deskrules";

const desk = await load();
const office = desk.schedule("office");
const HOUR = 3600;

/**
 * @param {() => unknown} ask
 * @param {string} code
 * @param {string} path
 */
function refuses(ask, code, path) {
  assert.throws(ask, (/** @type {any} */ error) => {
    assert.ok(error instanceof DeskrulesError, String(error));
    assert.equal(`${error.code} ${error.path}`, `${code} ${path}`);
    return true;
  });
}

/**
 * Instants of three years, by a fixed rule.
 * @param {number} count
 */
function instants(count) {
  let state = 1;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Date.UTC(2025, 0, 2) + Math.floor((state / 2 ** 32) * 1000 * 86_400_000);
  });
}

test("a number in gives the number of the text out", () => {
  assert.equal(office.addMillis(Date.parse("2026-03-06T16:00:00+01:00"), 4 * HOUR), Date.parse("2026-03-09T12:00:00+01:00"));
  assert.equal(office.betweenMillis(Date.parse("2026-03-06T16:00:00+01:00"), Date.parse("2026-03-09T12:00:00+01:00")), 4 * HOUR);
  for (const instant of instants(200)) {
    for (const seconds of [0, 1.0005, 1.5 * HOUR, 1e6]) {
      assert.equal(office.addMillis(instant, seconds), Date.parse(String(office.add(instant, seconds))));
    }
  }
});

test("a batch of more than a chunk answers what single calls do", () => {
  const from = instants(20_001);
  const before = from.slice();
  const seconds = from.map((_, index) => (index % 50) * HOUR);
  const dues = office.addBatch(from, seconds);
  const same = office.addBatch(from, HOUR);
  const elapsed = office.betweenBatch(from, dues);
  assert.deepEqual(from, before, "inputs are never changed");
  for (let index = 0; index < from.length; index += 7) {
    assert.equal(dues[index], office.addMillis(Number(from[index]), Number(seconds[index])));
    assert.equal(same[index], office.addMillis(Number(from[index]), HOUR));
    assert.equal(elapsed[index], seconds[index]);
  }
});

test("where there is no such instant the answer is NaN", () => {
  const once = new Schedule({ timeZone: "UTC", hours: {}, overrides: { "2026-03-04": ["09:00-10:00"] } });
  const from = Date.UTC(2026, 2, 1);
  assert.equal(once.addMillis(from, 2 * HOUR), NaN);
  assert.deepEqual([...once.addBatch(Float64Array.of(from, from), Float64Array.of(2 * HOUR, HOUR))], [NaN, Date.UTC(2026, 2, 4, 10)]);
});

test("an error has the index in the whole list", () => {
  const from = instants(20_000);
  const seconds = new Float64Array(20_000).fill(HOUR);
  from[12_345] = NaN;
  refuses(() => office.addBatch(from, seconds), "not-whole-milliseconds", "instants[12345]");
  refuses(() => office.betweenBatch(seconds, from), "not-whole-milliseconds", "to[12345]");
  refuses(() => desk.deadlinesBatch({ reportedAt: from, priority: new Uint8Array(20_000) }), "not-whole-milliseconds", "reportedAt[12345]");
  from[12_345] = 0;
  seconds[19_999] = -1;
  refuses(() => office.addBatch(from, seconds), "not-a-duration", "seconds[19999]");
  refuses(() => office.addBatch(from, -1), "not-a-duration", "seconds");
  const priority = new Uint8Array(20_000);
  priority[8192] = 9;
  refuses(() => desk.deadlinesBatch({ reportedAt: from, priority }), "unknown-priority", "priority[8192]");
});

test("what is no number or no list of them is refused", () => {
  const any = /** @type {any} */ (office);
  refuses(() => any.addMillis("2026-03-06T16:00:00Z", 1), "wrong-type", "instant");
  refuses(() => any.addMillis(0, null), "wrong-type", "seconds");
  refuses(() => any.betweenMillis(0, undefined), "wrong-type", "to");
  refuses(() => office.addMillis(0.5, 1), "not-whole-milliseconds", "instant");
  refuses(() => office.addMillis(-1, 1), "instant-out-of-range", "instant");
  refuses(() => office.addMillis(0, Infinity), "not-a-duration", "seconds");
  refuses(() => office.betweenMillis(0, NaN), "not-finite", "to");
  refuses(() => any.addBatch([0], 1), "wrong-type", "instants");
  refuses(() => any.addBatch(new Float64Array(1), "1"), "wrong-type", "seconds");
  refuses(() => any.betweenBatch(new Float64Array(1), new Float32Array(1)), "wrong-type", "to");
  refuses(() => office.addBatch(new Float64Array(2), new Float64Array(3)), "unequal-lengths", "seconds");
  refuses(() => office.betweenBatch(new Float64Array(2), new Float64Array(3)), "unequal-lengths", "to");
  refuses(() => /** @type {any} */ (desk).deadlinesBatch({ reportedAt: new Float64Array(1), priority: [0] }), "wrong-type", "priority");
  refuses(() => desk.deadlinesBatch({ reportedAt: new Float64Array(1), priority: new Uint8Array(2) }), "unequal-lengths", "priority");
});

test("deadlines of many are those of each", () => {
  const reportedAt = instants(9000);
  const ids = ["P1", "P2", "P3", "P4"];
  const priority = Uint8Array.from(reportedAt, (_, index) => index % ids.length);
  const { response, resolution } = desk.deadlinesBatch({ reportedAt, priority });
  for (let index = 0; index < reportedAt.length; index += 91) {
    const one = /** @type {any} */ (desk.deadlines({ priority: String(ids[index % ids.length]), reportedAt: Number(reportedAt[index]) }));
    assert.equal(response[index], Date.parse(one.response.due));
    assert.equal(resolution[index], one.resolution.agreed ? NaN : Date.parse(one.resolution.due));
  }
});

test("what is closed answers no numbers, and the others go on", () => {
  const [first, second] = [desk.schedule("office"), desk.schedule("office")];
  first.close();
  refuses(() => first.addMillis(0, 1), "closed", "");
  refuses(() => first.betweenMillis(0, 1), "closed", "");
  refuses(() => first.addBatch(new Float64Array(0), 1), "closed", "");
  assert.equal(second.addMillis(0, HOUR), office.addMillis(0, HOUR));
});

test("a long list takes no more memory than a short one", async () => {
  const { memoryBytes } = await import("../../pkg/wasm/node.cjs");
  const from = instants(200_000);
  office.addBatch(from.subarray(0, 20_000), HOUR);
  const before = memoryBytes();
  office.addBatch(from, HOUR);
  desk.deadlinesBatch({ reportedAt: from, priority: new Uint8Array(from.length) });
  assert.ok(memoryBytes() <= before + 1_048_576, `${memoryBytes()} after ${before}`);
});
