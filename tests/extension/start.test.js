import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS } from "./browser.js";

const HOUR = 3_600_000;
/** A policy that names a schedule which it does not have. */
const FAULTY = JSON.stringify({ timeZone: "Europe/Amsterdam", schedules: {}, priorities: [{ id: "P1", response: { target: "15m", schedule: "office" } }] });

for (const [name, inBrowser] of Object.entries(BROWSERS)) {
  test(`the wasm runs in the worker of ${name}, and again in the one after it was ended`, () =>
    inBrowser(async ({ ask, isAwake, kill }) => {
      const before = await ask({ type: "lint", policy: FAULTY });
      assert.equal(before.findings[0].severity, "error");
      await kill();
      assert.equal(await isAwake(), false);
      assert.deepEqual(await ask({ type: "lint", policy: FAULTY }), before);
      assert.equal(await isAwake(), true);
    }));

  test(`the clock of the extension can be set in ${name}, and outlives the worker`, () =>
    inBrowser(async ({ ask, kill, store }) => {
      await store({ clockOffset: HOUR });
      const set = await ask({ type: "watched" });
      assert.ok(set.at - Date.now() > HOUR / 2);
      await kill();
      const after = await ask({ type: "watched" });
      assert.ok(after.at >= set.at);
      await store({ clockOffset: 0 });
      const back = await ask({ type: "watched" });
      assert.ok(back.at < set.at);
    }));

  test(`${name} asks for nothing when the extension starts and its pages are opened`, () =>
    inBrowser(async ({ open, requests }) => {
      await open("popup/popup.html");
      await open("options/options.html");
      assert.deepEqual(await requests(), []);
    }));
}
