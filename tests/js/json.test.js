// What goes to the wasm: JSON text, within bounds, and an error with its path for what JSON has no word for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load, Schedule } from "deskrules";
import { DeskrulesError } from "../../pkg/client/errors.js";
import { json } from "../../pkg/client/json.js";

/**
 * Returns code and path of the error that an input is refused with.
 * @param {unknown} input
 * @param {string} [name]
 */
function refused(input, name) {
  try {
    json(input, name);
  } catch (error) {
    assert.ok(error instanceof DeskrulesError, String(error));
    return `${error.code} ${error.path}`.trimEnd();
  }
  return "accepted";
}

const no = () => {
  throw new Error("no");
};

/** @type {[string, unknown, string][]} */
const REFUSED = [
  ["NaN", { hours: NaN }, "not-finite hours"],
  ["Infinity", { hours: [1, -Infinity] }, "not-finite hours[1]"],
  ["a Map", { name: new Map([["nl", "a"]]) }, "wrong-type name"],
  ["a function", { name: { nl: () => 1 } }, "wrong-type name.nl"],
  ["a bigint", { version: 1n }, "wrong-type version"],
  ["a symbol", { id: Symbol("a") }, "wrong-type id"],
  ["an instance of a class", new (class Policy {})(), "wrong-type"],
  ["a Date without a moment", { at: [new Date(NaN)] }, "not-an-instant at[0]"],
  ["what only looks like a Date", { at: Object.create(Date.prototype) }, "unreadable at"],
  ["a list without end", { includes: new Array(1e9) }, `too-large includes[${1e6 - 2}]`],
  ["text without end", { id: "a".repeat(17 << 20) }, "too-large id"],
  ["texts without end", ["a".repeat(9 << 20), "a".repeat(9 << 20)], "too-large [1]"],
  ["a getter that throws", { get name() { return no(); } }, "unreadable name"],
  ["keys that throw", { a: new Proxy({}, { ownKeys: no }) }, "unreadable a"],
  ["a prototype that throws", new Proxy({}, { getPrototypeOf: no }), "wrong-type"],
  ["a list that throws", [new Proxy([], { get: no })], "unreadable [0]"],
];

for (const [what, input, error] of REFUSED) {
  test(`${what} is refused with its path`, () => assert.equal(refused(input), error));
}

test("what holds itself is refused where it goes too deep", () => {
  /** @type {any} */
  const endless = {};
  endless.a = endless;
  assert.equal(refused({ schedules: endless }), `too-deep schedules${".a".repeat(31)}`);
});

test("an argument is refused at its name", () => {
  assert.equal(refused(NaN, "now"), "not-finite now");
  assert.equal(refused([NaN], "now"), "not-finite now[0]");
  assert.equal(refused({ a: NaN }, "now"), "not-finite now.a");
});

/** @type {[string, unknown, string][]} */
const WRITTEN = [
  ["values of every kind", { a: [1, -2.5e300, true, false, null, "é\n\"😀"], b: {} }, '{"a":[1,-2.5e+300,true,false,null,"é\\n\\"😀"],"b":{}}'],
  ["a Date, as epoch milliseconds", [new Date(7)], "[7]"],
  ["an undefined field, as an absent one", { a: undefined, b: 1 }, '{"b":1}'],
  ["an undefined item, as null", [undefined, 1], "[null,1]"],
  ["nothing, as null", undefined, "null"],
  ["an object without a prototype", Object.assign(Object.create(null), { id: "a" }), '{"id":"a"}'],
  ["a field that is a symbol, not at all", { [Symbol("a")]: 1 }, "{}"],
  ["half of a surrogate pair, as no character", { "\udc00": "a\ud83d" }, '{"\ufffd":"a\ufffd"}'],
];

for (const [what, input, text] of WRITTEN) {
  test(`it writes ${what}`, () => assert.equal(json(input), text));
}

test("32 levels come in, as an object and as text", async () => {
  const nested = (/** @type {number} */ levels) => {
    /** @type {any} */
    let value = 1;
    for (let level = 0; level < levels; level++) {
      value = [value];
    }
    return value;
  };
  assert.equal(json(nested(32)), JSON.stringify(nested(32)));
  assert.equal(refused(nested(33)), `too-deep ${"[0]".repeat(32)}`);
  const code = (/** @type {any} */ policy) => load({ policy }).catch((error) => error.code);
  assert.equal(await code({ id: nested(31) }), "wrong-type");
  assert.equal(await code(JSON.stringify({ id: nested(31) })), "wrong-type");
  assert.equal(await code(JSON.stringify({ id: nested(32) })), "too-deep");
});

test("the errors of an argument say which it is", async () => {
  const office = new Schedule({ timeZone: "UTC", hours: { mon: ["09:00-17:00"] } });
  const path = (/** @type {() => unknown} */ ask) => {
    try {
      ask();
    } catch (error) {
      return /** @type {DeskrulesError} */ (error).path;
    }
    return undefined;
  };
  assert.equal(path(() => office.add("yesterday", 1)), "instant");
  assert.equal(path(() => office.isOpen(new Date(NaN))), "instant");
  assert.equal(path(() => office.between(0, /** @type {any} */ ([1n]))), "to[0]");
  const desk = await load();
  assert.equal(path(() => desk.track({ priority: "P1", reportedAt: 0 }, NaN)), "now");
});
