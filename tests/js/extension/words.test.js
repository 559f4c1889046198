// The words of the extension: the same in each language, and there for all that asks for them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const FOLDER = new URL("../../../www/extension/", import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, FOLDER), "utf8");
/** @type {Record<string, string>} */
const en = JSON.parse(read("locales/en.json")).ui;
/** @type {Record<string, string>} */
const nl = JSON.parse(read("locales/nl.json")).ui;
const common = JSON.parse(readFileSync(new URL("../locales/en.json", FOLDER), "utf8")).ui;
const sources = /** @type {string[]} */ (readdirSync(FOLDER, { recursive: true })).filter((name) => /\.(?:js|html)$/.test(name)).map((name) => ({ name, text: read(name) }));

test("both languages say the same things, with the same values", () => {
  assert.deepEqual(Object.keys(nl), Object.keys(en));
  const values = (/** @type {string} */ text = "") => (text.match(/`?\{\w+\}`?/g) ?? []).sort();
  for (const [key, text] of Object.entries(en)) {
    assert.deepEqual(values(nl[key]), values(text), key);
    assert.equal(nl[key]?.endsWith("."), text.endsWith("."), key);
  }
});

test("no word of the extension hides one of the elements", () => {
  assert.deepEqual(Object.keys(en).filter((key) => key in common), []);
});

test("all that a page asks for is there", () => {
  const asked = sources.flatMap(({ name, text }) => [...text.matchAll(/(?:data-words="|\btext\(")([\w.-]+)"/g)].map(([, key = ""]) => ({ name, key })));
  assert.ok(asked.length > 60);
  assert.deepEqual(asked.filter(({ key }) => !(key in en) && !(key in common)), []);
});

test("no words are left over", () => {
  const all = sources.map(({ text }) => text).join("\n");
  // Written whole, or by its start and a value.
  const isUsed = (/** @type {string} */ key) => all.includes(`"${key}"`) || key.split(".").some((_, index, parts) => index > 0 && (all.includes(`\`${parts.slice(0, index).join(".")}.\${`) || all.includes(`"${parts.slice(0, index).join(".")}", `)));
  const isHint = (/** @type {string} */ key) => key.startsWith("fields.") && key.endsWith("-hint");
  assert.deepEqual(Object.keys(en).filter((key) => !isUsed(key) && !isHint(key)), []);
});
