// The JavaScript API of the package, as a script uses it.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { DeskrulesError, lint, load, Schedule } from "deskrules";

const desk = await load();
const WEEK = { timeZone: "Europe/Amsterdam", hours: { mon: ["09:00-17:00"], fri: ["09:00-17:00"] } };

/**
 * @param {() => unknown} ask
 * @param {string} code
 * @param {string} [path]
 */
function refuses(ask, code, path) {
  assert.throws(ask, (/** @type {any} */ error) => {
    assert.ok(error instanceof DeskrulesError, String(error));
    assert.equal(error.code, code);
    if (path !== undefined) {
      assert.equal(error.path, path);
    }
    return true;
  });
}

test("impact high and urgency medium is priority 2", () => {
  const answer = { priority: "P2", impact: "high", urgency: "medium", targets: { response: 3600, resolution: 28800 } };
  assert.deepEqual(desk.classify({ impact: "high", urgency: "medium" }), answer);
});

test("an instant may be text, a Date or epoch milliseconds", () => {
  const text = "2026-11-24T09:00:00+01:00";
  for (const reportedAt of [text, new Date(text), Date.parse(text)]) {
    assert.deepEqual(desk.deadlines({ priority: "P2", reportedAt }).response, { due: "2026-11-24T10:00:00+01:00" });
  }
  refuses(() => desk.deadlines({ priority: "P2", reportedAt: new Date("no") }), "not-an-instant", "reportedAt");
});

test("now is the host's clock when left out", () => {
  const { nextWindow } = desk.checkPatch({});
  assert.ok(nextWindow && Date.parse(nextWindow.end) > Date.now());
  const window = desk.nextWindow({ minutes: 60, kind: "patch" });
  assert.ok(window && Date.parse(window.end) > Date.now());
});

test("a schedule of the policy and one of one's own answer alike", () => {
  const office = desk.schedule("office");
  const own = new Schedule(WEEK);
  for (const schedule of [office, own]) {
    assert.equal(schedule.add("2026-03-06T16:00:00+01:00", 4 * 3600), "2026-03-09T12:00:00+01:00");
    assert.equal(schedule.subtract("2026-03-09T12:00:00+01:00", 4 * 3600), "2026-03-06T16:00:00+01:00");
    assert.equal(schedule.between("2026-03-06T16:00:00+01:00", "2026-03-09T12:00:00+01:00"), 4 * 3600);
    assert.equal(schedule.isOpen("2026-03-06T17:00:00+01:00"), false);
    assert.equal(schedule.nextOpen("2026-03-07T12:00:00+01:00"), "2026-03-09T09:00:00+01:00");
    assert.equal(schedule.nextClose("2026-03-06T10:00:00+01:00"), "2026-03-06T17:00:00+01:00");
    const periods = [{ start: "2026-03-06T16:00:00+01:00", end: "2026-03-06T17:00:00+01:00" }];
    assert.deepEqual(schedule.periods("2026-03-06T16:00:00+01:00", "2026-03-08T00:00:00+01:00"), periods);
    schedule.close();
    refuses(() => schedule.isOpen(0), "closed");
  }
});

test("where there is none ever the answer is null", () => {
  const once = new Schedule({ timeZone: "UTC", hours: {}, overrides: { "2026-03-04": ["09:00-10:00"] } });
  assert.equal(once.nextOpen("2026-03-05T00:00:00Z"), null);
  assert.equal(once.add("2026-03-01T00:00:00Z", 7200), null);
});

test("what is no number of seconds is refused", () => {
  const own = new Schedule(WEEK);
  for (const seconds of [NaN, -1, Infinity, 1e300]) {
    refuses(() => own.add("2026-03-06T16:00:00+01:00", seconds), "not-a-duration", "seconds");
  }
  refuses(() => own.add("2026-03-06T16:00:00", 1), "instant-without-offset", "instant");
  refuses(() => new Schedule({ timeZone: "Mars", hours: {} }), "unknown-zone", "timeZone");
});

test("a policy that does not lint is refused with all findings", async () => {
  const broken = JSON.parse(JSON.stringify(desk.policy));
  broken.incidents.matrix.high.medium = "P9";
  broken.patches.maxDuration = "P1D";
  await assert.rejects(load({ policy: broken }), (/** @type {any} */ error) => {
    assert.equal(error.code, "unknown-priority");
    assert.equal(error.path, "incidents.matrix.high.medium");
    assert.deepEqual(error.findings.map((/** @type {any} */ finding) => finding.path), ["incidents.matrix.high.medium", "patches.maxDuration"]);
    return true;
  });
  assert.equal((await lint(broken)).length, 2);
});

test("a missing cell is a warning, and classifying into it an error", async () => {
  const gap = JSON.parse(JSON.stringify(desk.policy));
  delete gap.incidents.matrix.high.low;
  const other = await load({ policy: gap });
  assert.deepEqual(other.findings.map((finding) => `${finding.severity} ${finding.code} ${finding.path}`), ["warning missing-cell incidents.matrix.high.low"]);
  refuses(() => other.classify({ impact: "high", urgency: "low" }), "no-priority-for", "incidents.matrix.high.low");
});

test("a closed desk throws closed", async () => {
  const other = await load();
  other.close();
  refuses(() => other.classify({ impact: "high", urgency: "high" }), "closed");
});

test("import and require share one wasm", () => {
  const required = createRequire(import.meta.url)("deskrules");
  assert.equal(required.DeskrulesError, DeskrulesError);
  assert.equal(required.Schedule, Schedule);
});

test("the time-zone data says its release", () => {
  assert.match(desk.zoneData, /^20\d\d[a-z]$/);
});
