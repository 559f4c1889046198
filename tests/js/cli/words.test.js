// What the command says has words in both languages.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../../", import.meta.url);
const LANGUAGES = ["nl", "en"];
/** A code that is noted: `lint.error("empty-id", …)`, `Self::NotADate(_) => "not-a-date"`, `error("no-request", …)`. */
const CODE = /(?:\.(?:error|warning|unknown|duration)\(\s*|=> |Error::(?:new|unknown)\(\s*|Misfit::new\(\s*|\.note\(\s*)"([a-z]+(?:-[a-z]+)+)"/g;

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

/**
 * Returns the codes in the files of a folder, tests aside.
 * @param {string} folder
 * @param {RegExp} pattern
 * @returns {Set<string>}
 */
function codes(folder, pattern) {
  const files = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:rs|js)$/.test(name));
  const texts = files.map((name) => read(`${folder}${name}`).split("#[cfg(test)]")[0] ?? "");
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, code = ""]) => code)));
}

test("every sentence about a command line has its Dutch, with the same values", () => {
  const sentences = JSON.parse(read("www/cli/help/sentences.nl.json"));
  const said = [...codes("www/cli/", /(?:UsageError|say|oneOf)\("([^"]+)"/g)];
  const types = [...codes("src/", /(?:\.wrong\(\s*|^ {24,}|=> )"(a(?:n)? [^"]+|text[^"]*|true or false|nothing)"(?:, other|, json|, number|$|\.to_owned)/gm)];
  assert.ok(said.includes("give both `--impact` and `--urgency`") && types.includes("a whole number of 0 or more"), String([said, types]));
  assert.deepEqual([...said, ...types].filter((sentence) => !sentences[sentence]), []);
  const holes = (/** @type {string} */ text) => (text.match(/\{\w+\}|--[a-z-]+/g) ?? []).sort();
  for (const [english, dutch] of Object.entries(sentences)) {
    assert.deepEqual(holes(dutch), holes(english));
  }
});

for (const language of LANGUAGES) {
  const { lint, errors, ui } = JSON.parse(read(`www/locales/${language}.json`));

  test(`every code that the lint can give has words in \`${language}\``, () => {
    const found = [...codes("src/policy/", CODE)];
    assert.ok(found.length > 20 && found.includes("short-of-midnight"), String(found));
    assert.deepEqual(found.filter((code) => !lint[code]), []);
  });

  test(`every code of a schedule has words in \`${language}\``, () => {
    const found = [...codes("src/schedule/", CODE)];
    assert.ok(found.includes("overlapping-hours"), String(found));
    assert.deepEqual(found.filter((code) => !lint[code] && !errors[code]), []);
  });

  test(`every error of the core has words in \`${language}\``, () => {
    const found = [...codes("src/", /(?:Error::(?:new|unknown)|Misfit::new|\.note)\(\s*"([a-z]+(?:-[a-z]+)+)"/g)];
    assert.ok(found.includes("unknown-field"), String(found));
    assert.deepEqual(found.filter((code) => !lint[code] && !errors[code]), []);
  });

  test(`every error of a file has words in \`${language}\``, () => {
    const found = [...codes("www/node/", /(?:error\(|code: |refused\(path, )"([a-z]+(?:-[a-z0-9]+)+)"/g), ...codes("www/cli/", /error\("([a-z]+(?:-[a-z]+)+)"/g)];
    assert.ok(found.length > 15 && found.includes("outside-folder"), String(found));
    assert.deepEqual(found.filter((code) => !errors[code]), []);
  });

  test(`every text of the command is there in \`${language}\``, () => {
    const keys = [...codes("www/cli/", /(?:translator|words\(language\))\.text\("([^"]+)"/g)];
    assert.ok(keys.includes("no-window"), String(keys));
    assert.deepEqual(keys.filter((key) => !ui[key]), []);
  });
}
