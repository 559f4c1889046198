// The snippets of docs/*.md do what the pages say: the JavaScript of a page is run as one module against the built package, and each
// `expression; // -> value` must be equal.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const DOCS = new URL("../../docs/", import.meta.url);

/**
 * Answers the module that a page's snippets make; it exports what was found and what the page shows.
 * @param {string} page
 */
function module(page) {
  let inside = false;
  const lines = page.split("\n").map((line) => {
    if (line.startsWith("```")) {
      inside = line === "```js";
      return "";
    }
    const [, expression, value] = /^(.*?);? \/\/ -> (.*)$/.exec(line) ?? [];
    return !inside ? "" : expression ? `answers.push([${JSON.stringify(line)}, (${expression}), (${value})]);` : line;
  });
  return `export const answers = []; ${lines.join("\n").replaceAll(/"(deskrules(?:\/\w+)?)"/g, (_, name) => JSON.stringify(import.meta.resolve(name)))}`;
}

for (const file of readdirSync(DOCS).filter((name) => name.endsWith(".md"))) {
  test(`docs/${file} says what happens`, async () => {
    const source = module(readFileSync(new URL(file, DOCS), "utf8"));
    const { answers } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
    assert.equal(answers.length, source.split("answers.push(").length - 1);
    for (const [line, found, shown] of answers) {
      assert.deepEqual(found, shown, line);
    }
  });
}

test("a page that says something else is found", async () => {
  const { answers } = await import(`data:text/javascript,${encodeURIComponent(module("```js\n1 + 1; // -> 3\n```"))}`);
  assert.deepEqual(answers, [["1 + 1; // -> 3", 2, 3]]);
});
