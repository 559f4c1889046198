// `deskrules check policy`: every slip is told at its line and column.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { slips } from "../slips.js";
import { file, run } from "./command.js";

const all = await slips();
const files = all.map(({ policy }, index) => file(`slip-${index}.json`, JSON.stringify(policy, null, 2)));
const { stdout } = run(["check", "policy", ...files, "--format", "json"]);
/** @type {{ findings?: any[], errors?: any[] }[]} */
const answers = JSON.parse(stdout);

/**
 * Returns what may stand where a path points to: its value, its key, or the object or list that lacks it.
 * @param {any} policy
 * @param {string} path
 */
function starts(policy, path) {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const found = keys.reduce((place, key) => place?.[key], policy);
  const value = found === undefined ? undefined : JSON.stringify(found);
  return [value?.replace(/^([[{]).*$/s, "$1"), `"${keys.at(-1)}"`, ...(value === undefined ? [`"${keys.at(-2)}"`, "{", "["] : [])];
}

all.forEach(({ name, policy, code, path }, index) => {
  test(`${name} is told at its line and column`, () => {
    const { findings = [], errors = [] } = answers[index] ?? {};
    // The command sees the quotes that are not there.
    const told = [...findings, ...errors].find((one) => (one.code === code || one.code === "unquoted-text") && one.path === path);
    assert.ok(told, JSON.stringify([...findings, ...errors]));
    const line = readFileSync(String(files[index]), "utf8").split("\n")[told.line - 1] ?? "";
    const there = line.slice(told.column - 1);
    assert.ok(starts(policy, path).some((start) => start !== undefined && there.startsWith(start)), `${told.line}:${told.column}: ${there}`);
  });
});

test("every code that the lint has words for has a slip here", () => {
  const { lint } = JSON.parse(readFileSync(new URL("../../../www/locales/en.json", import.meta.url), "utf8"));
  const told = new Set(all.map(({ code }) => code));
  // A thousand entries and five thousand words are told of in limits.test.js; lists of unlike lengths are no part of a policy.
  const elsewhere = ["too-many-entries", "too-many-words", "unequal-lengths"];
  assert.deepEqual(Object.keys(lint).filter((code) => !told.has(code)).sort(), elsewhere);
});

test("a name that is nearly another is told with the one that is meant", () => {
  for (const [name, near] of [["an unknown schedule", "office"], ["an unknown impact", "high"], ["an unknown rule", "window-in-past"], ["unknown zone", "Europe/Amsterdam"]]) {
    const index = all.findIndex((slip) => slip.name === name);
    assert.match(JSON.stringify(answers[index]), new RegExp(`did you mean \`${near}\``), name);
  }
});
