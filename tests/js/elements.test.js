// The page on the elements says what the manifest says, and the manifest is in the package.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const DOCS = new URL("../../docs/", import.meta.url);
const page = readFileSync(new URL("elements.md", DOCS), "utf8");
const manifest = JSON.parse(readFileSync(new URL("../../pkg/custom-elements.json", import.meta.url), "utf8"));
/** @typedef {{ name: string, description?: string, kind?: string }} Named */
/** @type {(Record<string, Named[]> & { tagName: string })[]} */
const elements = manifest.modules.flatMap((/** @type {any} */ { declarations }) => declarations);

/**
 * Returns the rows of an element's table on the page.
 * @param {string} tag
 * @param {string} head - Of its first column.
 */
function table(tag, head) {
  const section = page.split("\n## ").find((text) => text.startsWith(`\`<${tag}>\``)) ?? "";
  const [, rows = ""] = section.split(`| ${head} | what |\n|---|---|\n`);
  return (rows.split("\n\n")[0] ?? "").split("\n").filter((row) => row.startsWith("|")).map((row) => row.trim());
}

for (const element of elements) {
  for (const [head, list] of [["attribute", "attributes"], ["event", "events"], ["part", "cssParts"], ["custom property", "cssProperties"]]) {
    test(`the page and the manifest agree on each ${head} of ${element.tagName}`, () => {
      const named = element[String(list)] ?? [];
      assert.deepEqual(table(element.tagName, String(head)), named.map(({ name, description = "" }) => `| \`${name}\` | ${description.replaceAll("\n", " ")} |`));
    });
  }
  test(`the page and the manifest agree on each method of ${element.tagName}`, () => {
    const methods = (element["members"] ?? []).filter(({ kind }) => kind === "method");
    assert.deepEqual(table(element.tagName, "method"), methods.map(({ name, description = "" }) => `| \`${name}\` | ${description.replaceAll("\n", " ")} |`));
  });
}

test("the page has every element, and every picture that it shows", () => {
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...page.matchAll(/^## `<(.*)>`$/gm)].map(([, tag]) => tag).sort());
  const pictures = [...page.matchAll(/img\/[\w-]+\.png/g)].map(([path]) => path);
  assert.ok(pictures.length >= 16);
  assert.deepEqual(pictures.filter((path) => !existsSync(new URL(path, DOCS))), []);
});

test("each text that an element names is among the words of one kind of element, in both languages", () => {
  const sources = new URL("../../www/elements/", import.meta.url);
  const names = readdirSync(sources).flatMap((file) => [
    ...readFileSync(new URL(file, sources), "utf8").replace(/\/\/.*/g, "").matchAll(/["`]((?:check|clock|count|form|severity|suggest|timeline)\.[a-z-]*|working-days)(?=["`]|\$\{)/g),
  ]);
  assert.ok(names.length > 30);
  for (const language of ["en", "nl"]) {
    const folder = new URL(`../../pkg/locales/${language}/`, import.meta.url);
    const words = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8")).join();
    for (const [, name] of names) {
      assert.ok(words.includes(`"${name}`), `${name} in ${language}`);
    }
  }
});
