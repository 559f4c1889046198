// Input that nobody should send, ten thousand times: an error each, and the instance goes on as if nothing had happened.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DeskrulesError, load } from "deskrules";
import * as glue from "../../pkg/wasm/node.cjs";

/** A list that holds itself. @type {any[]} */
const endless = [];
endless.push(endless);

/** @type {((desk: any) => unknown)[]} */
const HOSTILE = [
  (desk) => desk.classify({ impact: "high" }),
  (desk) => desk.classify({ impact: "high", urgency: "hihg" }),
  (desk) => desk.classify({ impact: endless, urgency: NaN }),
  (desk) => desk.classify(null),
  (desk) => desk.classify("high"),
  (desk) => desk.classify(new Map([["impact", "high"]])),
  (desk) => desk.deadlines({ priority: "P1", reportedAt: "2026-11-24T09:00:00" }),
  (desk) => desk.deadlines({ priority: "P1", reportedAt: new Date(NaN) }),
  (desk) => desk.deadlines({ priority: "P1", reportedAt: 1e20 }),
  (desk) => desk.checkChange({ backoutPaln: "put it back" }),
  (desk) => desk.checkPatch({ servers: "db01" }, { now: 0 }),
  (desk) => desk.checkPatch({ requestedBy: [] }, { now: 0 }),
  (desk) => desk.checkPatch({}, { now: "yesterday" }),
  (desk) => desk.nextWindow({ minutes: -1, notBefore: 0, kind: "patch" }),
  (desk) => desk.nextWindow({ minutes: 2.5, notBefore: 0, kind: "patch" }),
  (desk) => desk.suggest(null),
  (desk) => desk.suggest({ subject: endless }),
  (desk) => desk.suggest({ body: "a", language: "nl" }),
  (desk) => desk.schedule("night"),
  () => glue.loadPolicy(JSON.stringify({ id: "a", incidents: { impact: [] } })),
  () => glue.loadPolicy("{"),
  () => glue.loadPolicy(JSON.stringify({ id: "a", timeZone: "Mars" })),
  () => glue.newSchedule(JSON.stringify({ hours: { mon: ["09:00-09:00"] } })),
];

test("ten thousand bad inputs are ten thousand errors, and memory stays level", async () => {
  const desk = await load();
  const right = () => desk.classify({ impact: "high", urgency: "medium" }).priority;
  const memory = () => glue.memoryBytes();
  /** @param {number} count */
  const send = (count) => {
    for (let index = 0; index < count; index++) {
      const ask = /** @type {(desk: any) => unknown} */ (HOSTILE[index % HOSTILE.length]);
      assert.throws(() => ask(desk), (/** @type {any} */ error) => {
        assert.ok(!(error instanceof WebAssembly.RuntimeError), `${ask}: ${error}`);
        assert.ok(typeof error.code === "string" && typeof error.path === "string", `${ask}: ${error}`);
        return true;
      });
    }
    assert.equal(right(), "P2");
  };
  send(1_000);
  const level = memory();
  send(10_000);
  assert.equal(memory(), level);
});

test("what the client throws is an error of ours", async () => {
  const desk = await load();
  assert.throws(() => /** @type {any} */ (desk).classify({}), DeskrulesError);
});
