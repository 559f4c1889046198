// The pages do what they say: the JavaScript of a page is run as one module against the built package, and each
// `expression; // -> value` must be equal.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BLOCKS, blocksOf, run } from "./pages.js";

/**
 * Answers the module that a page's snippets make; it exports what was found and what the page shows.
 * @param {import("./pages.js").Block[]} blocks
 */
function module(blocks) {
  const lines = blocks.flatMap(({ text }) => text.split("\n")).map((line) => {
    const [, expression, value] = /^(.*?);? \/\/ -> (.*)$/.exec(line) ?? [];
    return expression ? `answers.push([${JSON.stringify(line)}, (${expression}), (${value})]);` : line;
  });
  return `export const answers = []; ${lines.join("\n").replaceAll(/"(deskrules(?:\/\w+)?)"/g, (_, name) => JSON.stringify(import.meta.resolve(name)))}`;
}

for (const page of new Set(run("js").map((block) => block.page))) {
  test(`${page} says what happens`, async () => {
    const source = module(run("js").filter((block) => block.page === page));
    const { answers } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
    assert.equal(answers.length, source.split("answers.push(").length - 1);
    for (const [line, found, shown] of answers) {
      assert.deepEqual(found, shown, line);
    }
  });
}

test("a page that says something else is found", async () => {
  const source = module(blocksOf("a page", "```js\n1 + 1; // -> 3\n```\n"));
  const { answers } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  assert.deepEqual(answers, [["1 + 1; // -> 3", 2, 3]]);
});

test("the first page and that of the package show what they answer", () => {
  const shown = BLOCKS.filter(({ text }) => text.includes("// -> ")).map(({ page }) => page);
  assert.deepEqual(["README.md", "pkg/README.md"].filter((page) => !shown.includes(page)), []);
});
