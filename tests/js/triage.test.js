// Suggestions from texts that nobody should send, and on the page's side of the wasm.
import assert from "node:assert/strict";
import { test } from "node:test";
import { connect, load } from "deskrules";

/** @param {Awaited<ReturnType<typeof load>>} desk */
const asker = (desk) => (/** @type {string} */ body, subject = "") => {
  const answer = desk.suggest({ subject, body });
  for (const { level, evidence } of [answer.impact, answer.urgency]) {
    assert.equal(level === null, evidence.length === 0);
    for (const { start, end, in: field } of evidence) {
      assert.ok(0 <= start && start < end && end <= (field === "subject" ? subject : body).length, `${start} to ${end}`);
    }
  }
  return answer;
};

test("evidence counts as JavaScript counts, whatever stands before it", async () => {
  const ask = asker(await load());
  const text = "de hele afdeling ligt plat";
  for (const before of ["", "😡😡 ", "\ud83d ", "\udca9\ud83d ", "\u200fa ", "e\u0301 ", "文 ", "&eacute; ", "<b class='x'>", "<p>\ud83d</p>"]) {
    const body = before + text;
    const { level, evidence } = ask(body).impact;
    assert.equal(level, "high", before);
    const [first] = evidence;
    assert.equal(first && body.slice(first.start, first.end), "hele afdeling", before);
  }
});

test("markup that does not close, and a million characters of anything, are answered", async () => {
  const ask = asker(await load());
  const pieces = ["<", "<a ", "<!--", "<blockquote>", "</p", "&", "&#", "&é", "&;", "<é", "\"", "' ", "> ", "a) ", "\n", "niet ", "de hele afdeling ", "spoed, ", "1 ",
    "van: ", "\ud83d", "\udca9", "😡", "\u202e", "x".repeat(1000), "ik en ", "a/b "];
  for (const piece of pieces) {
    ask(piece.repeat(Math.floor(1_000_000 / piece.length)), piece);
  }
});

test("a field of more than a million characters is an error at it", async () => {
  const desk = await load();
  const long = "a".repeat(2 ** 20);
  assert.equal(desk.suggest({ subject: long }).impact.level, null);
  assert.throws(() => desk.suggest({ subject: "", body: `${long}a` }), { code: "too-large", path: "body" });
});

test("a connected desk suggests the same", async () => {
  const query = { subject: "Netwerk ligt plat", body: "Niemand op kantoor kan werken." };
  const [desk, connected] = [await load(), await connect()];
  assert.deepEqual(await connected.suggest(query), desk.suggest(query));
  await connected.close();
});
