// The cases that Rust and JavaScript share: tests/cases/*.json, through the built package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DeskrulesError, load } from "deskrules";
import { ask, FILES, matches, read } from "./cases.js";

for (const file of FILES) {
  for (const question of /** @type {import("./cases.js").Case[]} */ (JSON.parse(read(file)))) {
    test(`${file}: ${question.name}`, async () => {
      const desk = await load(question.policy ? { policy: read(question.policy) } : {});
      if (question.error) {
        assert.throws(() => ask(desk, question), (/** @type {any} */ thrown) => {
          assert.ok(thrown instanceof DeskrulesError);
          matches(question.error, thrown, "error");
          return true;
        });
      } else {
        matches(question.answer, ask(desk, question), "answer");
      }
      desk.close();
    });
  }
}
