// A wasm that breaks down on a page and in a worker: one error, and the next call has a fresh instance.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { trapping } from "../js/trapping.js";
import { close } from "./browser.js";
import { onSite, STRICT } from "./site.js";

after(close);

const shipped = readFileSync(new URL("../../pkg/wasm/deskrules_bg.wasm", import.meta.url));
const files = { "/wasm/deskrules_bg.wasm": trapping(shipped, { nextWindow: "panic", suggest: "stack", checkChange: "memory" }) };

/** Asks what breaks down, and after each what does not; runs in the page. */
async function questions() {
  const entry = "/client/web.js";
  const { connect } = await import(entry);
  const desk = await connect();
  const other = await connect({ policy: { ...desk.policy, timeZone: "Asia/Tokyo" } });
  const [office, tokyo] = [await desk.schedule("office"), await other.schedule("office")];
  const said = [];
  for (const ask of [
    () => desk.nextWindow({ minutes: 60, notBefore: 0, kind: "patch" }),
    () => desk.suggest({ subject: "a" }),
    () => desk.checkChange({}),
  ]) {
    said.push(await ask().catch((/** @type {any} */ error) => error.code));
    said.push(await tokyo.add("2026-11-24T09:00:00+09:00", 60));
    said.push(await office.add("2026-11-24T09:00:00+01:00", 60));
    said.push((await desk.classify({ impact: "high", urgency: "medium" })).priority);
  }
  return said;
}

const ONCE = ["instance-trapped", "2026-11-24T09:01:00+09:00", "2026-11-24T09:01:00+01:00", "P2"];

for (const [where, csp] of [["on a page", ""], ["in the worker of a page that forbids wasm", STRICT]]) {
  test(`after a trap the next call has a fresh instance ${where}`, () =>
    onSite(
      "",
      async (page, asked) => {
        assert.deepEqual(await page.evaluate(questions), [...ONCE, ...ONCE, ...ONCE]);
        assert.equal(asked.filter((path) => path.endsWith(".wasm")).length, csp ? 2 : 1);
      },
      { ...(csp && { csp }), files },
    ));
}
