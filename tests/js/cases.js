import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** The files of cases that Rust and JavaScript share. */
export const FILES = ["agreements.json", "incidents.json", "requests.json", "tickets.json", "triage.json"];

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string} call - A method of the JavaScript API.
 * @property {string} [policy] - A file beside it; the default policy when left out.
 * @property {unknown} input
 * @property {string} [now]
 * @property {unknown} [supposed] - Of `whatIf`.
 * @property {object} [options] - What else is known around a request.
 * @property {unknown} [answer]
 * @property {unknown} [error]
 */

/** @param {string} file */
export const read = (file) => readFileSync(new URL(`../cases/${file}`, import.meta.url), "utf8");

/**
 * Asks a desk what a case asks. Runs in the page too, so it stands on its own.
 * @param {any} desk
 * @param {Case} question
 */
export function ask(desk, { call, input, now, supposed, options }) {
  switch (call) {
    case "track":
      return desk.track(input, now);
    case "whatIf":
      return desk.whatIf(input, now, supposed);
    default:
      return desk[call](input, { ...options, now });
  }
}

/**
 * Says whether `found` has all that `expected` names; lists must be as long.
 * @param {any} expected
 * @param {any} found
 * @param {string} path
 */
export function matches(expected, found, path) {
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
