// A wasm that breaks down in the middle of a call: one error, and everything goes on with a fresh instance.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { trapping } from "./trapping.js";

const folder = mkdtempSync(join(tmpdir(), "deskrules-trap-"));
after(() => rmSync(folder, { recursive: true }));
for (const name of ["client", "wasm"]) {
  cpSync(fileURLToPath(new URL(`../../pkg/${name}`, import.meta.url)), join(folder, name), { recursive: true });
}
const wasm = join(folder, "wasm/deskrules_bg.wasm");
writeFileSync(wasm, trapping(readFileSync(wasm), { nextWindow: "panic", suggest: "stack", checkChange: "memory", scheduleBetweenMillis: "panic" }));
/** @type {typeof import("deskrules")} */
const { connect, DeskrulesError, load, Schedule } = await import(pathToFileURL(join(folder, "client/node-import.js")).href);

setFlagsFromString("--expose-gc");
/** @type {() => void} */
const collect = runInNewContext("gc");

/** @typedef {import("deskrules").Desk} Desk */

const TUESDAY = "2026-11-24T16:00:00+01:00";
const goud = (await load()).policy;
/** As the other, but all is P1 and the office is open in the evening. */
const night = structuredClone(goud);
const { incidents } = night;
for (const row of Object.values(/** @type {NonNullable<typeof incidents>} */ (incidents).matrix)) {
  Object.keys(row).forEach((urgency) => (row[urgency] = "P1"));
}
night.schedules = { office: { hours: { tue: ["18:00-20:00"] } } };

/** @type {[string, (desk: Desk) => unknown, RegExp][]} */
const TRAPS = [
  ["a panic", (desk) => desk.nextWindow({ minutes: 60, notBefore: 0, kind: "patch" }), /RuntimeError/],
  ["the end of the stack", (desk) => desk.suggest({ subject: "a" }), /RangeError/],
  ["the end of the memory", (desk) => desk.checkChange({ item: "ad-user" }), /RuntimeError/],
  ["a panic where nothing may take time", (desk) => desk.schedule("office").betweenMillis(0, 1), /RuntimeError/],
];

/** @param {() => unknown} ask */
function code(ask) {
  try {
    ask();
  } catch (error) {
    return /** @type {any} */ (error).code;
  }
  return "answered";
}

for (const [what, trap, cause] of TRAPS) {
  test(`${what} is one error, and all that was made before goes on`, async () => {
    const day = await load();
    const other = await load({ policy: night });
    const office = day.schedule("office");
    const evening = other.schedule("office");
    const noon = new Schedule({ timeZone: "UTC", hours: { tue: ["12:00-13:00"] } });
    assert.throws(() => trap(day), (/** @type {any} */ error) => {
      assert.ok(error instanceof DeskrulesError);
      assert.equal(error.code, "instance-trapped");
      assert.equal(error.path, "");
      assert.match(error.message, /fresh instance/);
      assert.match(String(error.cause), cause);
      return true;
    });
    // In another order than they were made in, so that a handle of the old instance would be somebody else's.
    assert.equal(noon.addMillis(Date.UTC(2026, 10, 24), 60), Date.UTC(2026, 10, 24, 12, 1));
    assert.equal(evening.add(TUESDAY, 60), "2026-11-24T18:01:00+01:00");
    assert.deepEqual([...office.addBatch(Float64Array.of(Date.parse(TUESDAY)), 60)], [Date.parse(TUESDAY) + 60_000]);
    assert.equal(other.classify({ impact: "low", urgency: "low" }).priority, "P1");
    assert.equal(day.classify({ impact: "low", urgency: "low" }).priority, "P4");
    assert.equal(other.policy.schedules?.["office"] && other.schedule("office").isOpen(TUESDAY), false);
    assert.equal(day.whatIf({ priority: "P1", reportedAt: TUESDAY }, TUESDAY, { policy: night }).after.response?.due, "2026-11-24T18:30:00+01:00");
    const { response } = day.deadlinesBatch({ reportedAt: Float64Array.of(Date.parse(TUESDAY)), priority: Uint8Array.of(0) });
    assert.deepEqual([...response], [Date.parse(TUESDAY) + 1_800_000]);
    const line = new TextEncoder().encode(JSON.stringify({ priority: "P1", reportedAt: TUESDAY }));
    assert.match(new TextDecoder().decode(other.records("due", line)), /18:30:00/);
    // And again.
    assert.equal(code(() => trap(other)), "instance-trapped");
    assert.deepEqual(day.deadlines({ priority: "P1", reportedAt: TUESDAY }).response, { due: "2026-11-24T16:30:00+01:00" });
  });
}

test("what was closed before stays closed", async () => {
  const closed = await load();
  const office = closed.schedule("office");
  const gone = closed.schedule("office");
  closed.close();
  gone.close();
  const desk = await load();
  assert.equal(code(() => desk.nextWindow({ minutes: 60, notBefore: 0, kind: "patch" })), "instance-trapped");
  assert.equal(desk.zoneData, (await load()).zoneData);
  assert.equal(code(() => closed.classify({ impact: "low", urgency: "low" })), "closed");
  assert.equal(code(() => gone.addMillis(0, 1)), "closed");
  assert.equal(code(() => gone.isOpen(0)), "closed");
  closed.close();
  assert.equal(office.add(TUESDAY, 60), "2026-11-24T16:01:00+01:00");
  assert.equal(desk.classify({ impact: "low", urgency: "low" }).priority, "P4");
});

test("a policy is made again as it was read, whatever became of the object", async () => {
  const policy = structuredClone(night);
  const desk = await load({ policy });
  policy.timeZone = "Mars/Base";
  assert.equal(code(() => desk.suggest({ subject: "a" })), "instance-trapped");
  assert.equal(desk.policy.timeZone, "Europe/Amsterdam");
});

test("what was dropped before is not freed in the fresh instance, where its handle is another's", async () => {
  let dropped = 0;
  const counted = new FinalizationRegistry(() => (dropped += 1));
  const kept = await load();
  for (let count = 0; count < 100; count++) {
    counted.register(await load(), 0);
    counted.register(kept.schedule("office"), 0);
  }
  assert.equal(code(() => kept.suggest({ subject: "a" })), "instance-trapped");
  const desks = await Promise.all(Array.from({ length: 200 }, () => load()));
  const schedules = desks.map((desk) => desk.schedule("office"));
  while (dropped < 200) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(desks.every((desk) => desk.classify({ impact: "low", urgency: "low" }).priority === "P4"));
  assert.ok(schedules.every((office) => office.isOpen(TUESDAY)));
});

test("the memory of what broke down can go", async () => {
  const desk = await load();
  const { external } = process.memoryUsage();
  for (let count = 0; count < 10; count++) {
    assert.equal(code(() => desk.checkChange({ item: "ad-user" })), "instance-trapped");
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(desk.classify({ impact: "low", urgency: "low" }).priority, "P4");
  collect();
  const more = process.memoryUsage().external - external;
  assert.ok(more < 64 << 20, `${more} bytes more`);
});

test("a connected desk goes on too", async () => {
  const desk = await connect({ policy: night });
  const office = await desk.schedule("office");
  await assert.rejects(desk.nextWindow({ minutes: 60, notBefore: 0, kind: "patch" }), { code: "instance-trapped" });
  assert.equal((await desk.classify({ impact: "low", urgency: "low" })).priority, "P1");
  assert.equal(await office.add(TUESDAY, 60), "2026-11-24T18:01:00+01:00");
});
