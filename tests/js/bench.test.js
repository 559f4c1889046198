import assert from "node:assert/strict";
import { test } from "node:test";

import { isMet, page, show } from "../bench/report.js";

const budget = { what: "speed over a rival", value: 8, format: /** @type {const} */ ("times") };

test("a bench budget is met at its bound", () => {
  assert.equal(isMet({ ...budget, least: 8 }), true);
  assert.equal(isMet({ ...budget, least: 8.1 }), false);
  assert.equal(isMet({ ...budget, most: 8 }), true);
  assert.equal(isMet({ ...budget, most: 7.9 }), false);
});

test("a bench budget that could not be measured is missed", () => {
  assert.equal(isMet({ ...budget, value: NaN, least: 8 }), false);
});

test("a share of right answers is 100 % only when all are right", () => {
  assert.equal(show(1, "share"), "100 %");
  assert.equal(show(0.99999, "share"), "99.9 %");
});

test("a bench figure shows the difference to the kept one", () => {
  assert.equal(show(10.3, "nanos", 10), "10.3 ns (+3 %)");
  assert.equal(show(5, "nanos", 10), "5.00 ns (−50 %)");
  assert.equal(show(5, "nanos"), "5.00 ns");
});

test("the bench page says which budget is missed", () => {
  const table = {
    columns: [{ key: "nanos", title: "ns a call", format: /** @type {const} */ ("nanos"), kept: true }],
    lines: [{ id: "ours", name: "ours", cells: { nanos: 20 } }],
    budgets: [{ ...budget, least: 10 }],
  };
  const section = { id: "add", title: "Adding", text: "One call.", table };
  const kept = { add: { ours: { nanos: 10 } } };
  const text = page([section], { facts: [], peers: [], wrong: [], kept });
  assert.match(text, /^\| speed over a rival \| 8\.00x \| ≥ 10\.0x \| missed \|$/m);
  assert.match(text, /^\| ours \| 20\.0 ns \(\+100 %\) \|$/m);
});
