// The cases that Rust and JavaScript share: tests/cases/*.json, through the built package.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { DeskrulesError, load } from "deskrules";

/** @param {string} file */
const read = (file) => readFileSync(new URL(`../cases/${file}`, import.meta.url), "utf8");

/**
 * Says whether `found` has all that `expected` names; lists must be as long.
 * @param {any} expected
 * @param {any} found
 * @param {string} path
 */
function matches(expected, found, path) {
  if (Array.isArray(expected)) {
    assert.equal(found?.length, expected.length, `${path}: length`);
    expected.forEach((item, index) => matches(item, found[index], `${path}[${index}]`));
  } else if (typeof expected === "object" && expected !== null) {
    for (const [key, value] of Object.entries(expected)) {
      matches(value, found?.[key], `${path}.${key}`);
    }
  } else {
    assert.equal(found, expected, path);
  }
}

for (const file of ["incidents.json", "requests.json"]) {
  for (const { name, call, policy, input, now, answer, error } of JSON.parse(read(file))) {
    test(`${file}: ${name}`, async () => {
      const desk = await load(policy ? { policy: read(policy) } : {});
      const ask = () => /** @type {any} */ (desk)[call](input, { now });
      if (error) {
        assert.throws(ask, (/** @type {any} */ thrown) => {
          assert.ok(thrown instanceof DeskrulesError);
          matches(error, thrown, "error");
          return true;
        });
      } else {
        matches(answer, ask(), "answer");
      }
      desk.close();
    });
  }
}
