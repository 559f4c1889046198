import assert from "node:assert/strict";
import { test } from "node:test";
import { put } from "../../www/demo/policy/put.js";
import { PolicyText, written } from "../../www/demo/policy/text.js";

/** @typedef {import("../../www/demo/policy/put.js").Step} Step */

/** @type {[name: string, before: string, way: Step[], value: unknown, after: string | undefined][]} */
const CASES = [
  ["a value takes the place of another", '{ "a": 1,   "b": 2 }', ["a"], "x", '{ "a": "x",   "b": 2 }'],
  ["a field comes after the last of its line", '{"a": {"b": 1}}', ["a", "c"], [], '{"a": {"b": 1, "c": []}}'],
  ["a field comes on a line of its own where the others do", '{\n\t"a": 1\n}\n', ["b"], 2, '{\n\t"a": 1,\n\t"b": 2\n}\n'],
  ["a field comes into an empty object", '{ "a": {} }', ["a", "b"], 1, '{ "a": { "b": 1 } }'],
  ["what a field is in is made too", '{ "a": 1 }', ["b", "c"], 1, '{ "a": 1, "b": { "c": 1 } }'],
  ["an item is found by its id", '{ "a": [{ "id": "x" }, { "id": "y", "b": 1 }] }', ["a", { id: "y" }, "b"], 2, '{ "a": [{ "id": "x" }, { "id": "y", "b": 2 }] }'],
  ["an item is found by its place", '{ "a": [{ "b": 1 }, { "b": 1 }] }', ["a", 1, "b"], 2, '{ "a": [{ "b": 1 }, { "b": 2 }] }'],
  ["a place in a list is passed over where there is no list", '{ "a": { "b": 1 } }', ["a", 0, "b"], 2, '{ "a": { "b": 2 } }'],
  ["the first field is taken out with its comma", '{ "a": 1, "b": 2 }', ["a"], undefined, '{ "b": 2 }'],
  ["the last field is taken out with its comma", '{\n  "a": 1,\n  "b": 2\n}', ["b"], undefined, '{\n  "a": 1\n}'],
  ["what is not there can be taken out", '{ "a": 1 }', ["b"], undefined, '{ "a": 1 }'],
  ["a key with a dot is a key", '{ "a.b": 1, "a": { "b": 1 } }', ["a.b"], 2, '{ "a.b": 2, "a": { "b": 1 } }'],
  ["an item that is not there has no place", '{ "a": [] }', ["a", { id: "y" }, "b"], 1, undefined],
  ["text has no fields", '{ "a": "text" }', ["a", "b"], 1, undefined],
];

for (const [name, before, way, value, after] of CASES) {
  test(name, () => {
    const change = put(new PolicyText(before), way, value);
    assert.equal(change?.text, after);
    if (change && value !== undefined) {
      assert.ok(change.text.slice(change.start, change.end).includes(JSON.stringify(value)), "it says where the change stands");
    }
  });
}

test("a new document has on one line what fits on one, and is the same document", () => {
  const document = { id: "x", hours: { mon: ["09:00-17:00"], tue: [] }, long: ["word ".repeat(12), "word ".repeat(12)], none: undefined, empty: {} };
  const text = written(document);
  const long = `    "${"word ".repeat(12)}"`;
  assert.equal(text, `{\n  "id": "x",\n  "hours": { "mon": ["09:00-17:00"], "tue": [] },\n  "long": [\n${long},\n${long}\n  ],\n  "empty": {}\n}`);
  assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(document)));
});

test("an empty text is told as empty, at its first line", () => {
  assert.throws(() => new PolicyText(" \n"), { code: "empty-file" });
});
