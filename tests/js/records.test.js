// Many records at once: bytes in, bytes out, a bad line is one bad answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DeskrulesError, load } from "deskrules";
import * as glue from "../../pkg/wasm/node.cjs";

const desk = await load();
const NOW = "2026-11-24T10:00:00+01:00";
const TICKET = { id: "T-1", impact: "high", urgency: "medium", reportedAt: "2026-11-20T16:00:00+01:00" };
const GOOD = JSON.stringify(TICKET);

const bytes = (/** @type {string | Uint8Array} */ text) => (typeof text === "string" ? new TextEncoder().encode(text) : text);

/**
 * @param {any} kind
 * @param {string | Uint8Array} text
 * @param {any} [options]
 * @returns {any[]}
 */
function records(kind, text, options = {}) {
  const answer = new TextDecoder("utf-8", { fatal: true }).decode(desk.records(kind, bytes(text), { now: NOW, ...options }));
  assert.ok(answer === "" || answer.endsWith("\n"), "whole lines");
  return answer.split("\n").slice(0, -1).map((line) => JSON.parse(line));
}

/** Lines of bytes, one after the other. */
const joined = (/** @type {(string | Uint8Array)[]} */ ...lines) => Buffer.concat(lines.flatMap((line) => [bytes(line), bytes("\n")]));

test("the deadlines of a record are those of a single ticket", () => {
  const { id, ...query } = TICKET;
  const { priority, response, resolution } = desk.deadlines(query);
  assert.deepEqual(records("due", `${GOOD}\n${GOOD}\n`), [1, 2].map((line) => ({ id, line, priority, response, resolution })));
});

test("deadlines are those of the report, whatever happened since", () => {
  const events = [{ at: "2026-11-20T16:10:00+01:00", type: "paused" }];
  const [record] = records("due", JSON.stringify({ ...TICKET, events }));
  assert.deepEqual(record.resolution, { due: "2026-11-23T16:00:00+01:00" });
});

test("a tracked record is the single answer without its reasons", () => {
  const { line: supportLine, ...single } = desk.track(/** @type {any} */ (TICKET), NOW);
  const [record] = records("track", GOOD);
  const without = (/** @type {any} */ clock) => clock && { ...clock, why: null };
  const [response, resolution] = [without(single.response), without(single.resolution)];
  assert.deepEqual(record, { ...single, response, resolution, line: 1, supportLine });
});

/** @type {["patch" | "change", any][]} */
const requests = [
  ["patch", { servers: ["app-01"] }],
  ["change", { item: "ad-user" }],
];

for (const [kind, request] of requests) {
  test(`a ${kind} request in a record has the findings of a single one, and an id of its own`, () => {
    const { accepted, findings } = kind === "patch" ? desk.checkPatch(request, { now: NOW }) : desk.checkChange(request, { now: NOW });
    assert.deepEqual(records(kind, `${JSON.stringify({ id: 7, ...request })}\n${JSON.stringify({ ...request, id: "R" })}`), [
      { id: 7, line: 1, accepted, findings },
      { id: "R", line: 2, accepted, findings },
    ]);
    assert.deepEqual([records(kind, '{"id":{}}')[0].error.code, records(kind, '{"id":[1]}')[0].error.path], ["wrong-type", "id"]);
  });
}

/** @type {[string, string | Uint8Array, string][]} */
const hostile = [
  ["bytes that are no UTF-8", Buffer.concat([bytes('{"id":"'), Uint8Array.of(0xff, 0xc3, 0x28), bytes('"}')]), "not-utf8"],
  ["nesting without end", "[".repeat(10_000_000), "too-deep"],
  ["32 levels and one", `{"id":${"[".repeat(32)}${"]".repeat(32)}}`, "too-deep"],
  ["a line of ten million bytes", `{"id":"${"x".repeat(10_000_000)}`, "not-json"],
  ["more values than there may be", `{"id":[${"0,".repeat(2_000_000)}0]}`, "too-large"],
  ["a zero byte", '{"id":"\u0000"}', "not-json"],
  ["half of a surrogate pair", '{"id":"\\ud800"}', "not-json"],
  ["a key twice", '{"id":1,"id":1}', "duplicate-key"],
  ["no object", "7", "wrong-type"],
  ["two objects on a line", `${GOOD} ${GOOD}`, "not-json"],
  ["an instant that no calendar has", GOOD.replace("11-20", "11-31"), "not-an-instant"],
];

for (const [name, line, code] of hostile) {
  test(`${name}: one bad answer, and the rest goes on`, () => {
    for (const kind of ["due", "track", "patch", "change"]) {
      const [before, bad, after] = records(kind, joined("{}", line, "{}"));
      assert.deepEqual([before.line, bad.line, after.line], [1, 2, 3]);
      if (kind === "due" || code !== "not-an-instant") {
        // A request has neither of the ticket's keys; what no kind can read has one code.
        assert.equal(bad.error.code, code, kind);
      }
    }
    const [first, , last] = records("due", joined(GOOD, line, GOOD));
    assert.deepEqual({ ...last, line: 1 }, first);
  });
}

test("a line may be long, blank, end with a carriage return, or not end at all", () => {
  const long = JSON.stringify({ ...TICKET, id: "x".repeat(10_000_000) });
  const text = `\ufeff${GOOD}\r\n\n \t\r\n${long}\n${GOOD}`;
  assert.deepEqual(records("due", text).map(({ line, priority }) => [line, priority]), [[1, "P2"], [4, "P2"], [5, "P2"]]);
  assert.deepEqual(records("due", ""), []);
  assert.deepEqual(records("due", "\n\r\n"), []);
});

test("lines are numbered from the first, and what was answered is added up", () => {
  const tally = { lines: 0, bad: 0, refused: 0 };
  const first = records("patch", "{}\n{\n\n", { tally });
  const second = records("patch", "{}\nx", { tally, firstLine: tally.lines + 1 });
  assert.deepEqual([...first, ...second].map(({ line }) => line), [1, 2, 4, 5]);
  assert.deepEqual(tally, { lines: 5, bad: 2, refused: 2 });
});

test("what is no such question is refused", () => {
  /** @type {[any[], string, string][]} */
  const wrong = [
    [["dew", bytes("")], "unknown-value", "kind"],
    [["due", "text"], "wrong-type", "ndjson"],
    [["due", new Uint16Array(2)], "wrong-type", "ndjson"],
    [["due", bytes(""), { order: "next-to-breach" }], "unknown-value", "order"],
    [["track", bytes(""), { order: "random" }], "unknown-value", "order"],
    [["due", bytes(""), { firstLine: 0 }], "wrong-type", "firstLine"],
    [["due", bytes(""), { firstLine: 1.5 }], "wrong-type", "firstLine"],
    [["due", bytes(""), { now: "soon" }], "not-an-instant", "now"],
  ];
  for (const [args, code, path] of wrong) {
    assert.throws(() => /** @type {any} */ (desk).records(...args), (/** @type {any} */ error) => {
      assert.ok(error instanceof DeskrulesError, String(error));
      assert.deepEqual([error.code, error.path], [code, path]);
      return true;
    });
  }
});

test("memory stays level over ten million bytes after ten million bytes", () => {
  const text = bytes(`${GOOD}\n`.repeat(50_000));
  const ask = () => desk.records("due", text, { now: NOW });
  ask();
  const level = glue.memoryBytes();
  for (let times = 0; times < 20; times += 1) {
    ask();
  }
  assert.equal(glue.memoryBytes(), level);
});
