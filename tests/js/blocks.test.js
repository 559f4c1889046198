// No page shows code that nothing tries: every block is run somewhere, checked here, or says in a comment above it why not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "deskrules";
import { BLOCKS, PAGES, blocksOf, read, run } from "./pages.js";
import { run as deskrules } from "./cli/command.js";

/** What runs the blocks of a language, all of them, wherever they stand; the rest of this file does the others. */
const RUN = {
  js: "tests/js/docs.test.js",
  html: "tests/browser/docs.test.js",
  javascript: "tests/browser/docs.test.js",
  yaml: "tests/js/cli/docs.test.js",
  ics: "tests/js/cli/docs.test.js",
};
/** Files that run in other tests, and have what a page shows in these languages: word for word, or settings of the same names. */
const QUOTED = {
  python: ["tests/scale/deadlines.py", "tests/desks/django/settings.py"],
  perl: ["tests/desks/rt/RT_SiteConfig.pm"],
};
const HERE = ["console", "sh", "json", ...Object.keys(QUOTED)];

test("every block is run, or says why not", () => {
  const covered = [...Object.keys(RUN), ...HERE];
  // Licences of others are texts.
  const bare = BLOCKS.filter(({ language, excuse, page }) => !excuse && !covered.includes(language) && !(page === "pkg/THIRD-PARTY.md" && language === "text"));
  assert.deepEqual(bare.map(({ page, line, language }) => `${page}:${line}: nothing runs a block \`${language}\``), []);
  assert.ok(BLOCKS.length > 60, `${BLOCKS.length} blocks`);
});

test("what runs a language takes its blocks from all pages", () => {
  for (const [language, file] of Object.entries(RUN)) {
    assert.match(read(file), new RegExp(`\\b(run|of)\\("${language}"\\)`), `${file} and \`${language}\``);
  }
});

test("a block without a language is found, and an excuse is read", () => {
  const text = "```\nx\n```\n\n<!-- not run: it is a picture -->\n```dot\na -> b\n```\n";
  assert.deepEqual(blocksOf("p", text).map(({ line, language, excuse }) => [line, language, excuse]), [[1, "", ""], [6, "dot", "it is a picture"]]);
});

/** Programs of others, in lines that are not ours to check. */
const OTHERS = /^(npm|cargo (add|run)|spark-submit|zcat|gzip|git|export|cd|echo) /;

/** @param {import("./pages.js").Block} block */
const commands = ({ language, text }) =>
  text
    .split("\n")
    .filter((line) => (language === "sh" ? /^[^#\s]/.test(line) : line.startsWith("$ ")))
    .flatMap((line) => line.replace(/^\$ /, "").replace(/ +# .*$/, "").split(" | "));

for (const { page, line, command } of [...run("sh"), ...run("console")].flatMap((block) => commands(block).map((command) => ({ ...block, command })))) {
  test(`${page}:${line}: \`${command}\` is a command`, () => follow(command.replace(/^(\w+=\S+ )+/, "")));
}

/**
 * Wants a command to be one that is there, with its options. Those of `cargo xtask` are read in xtask itself.
 * @param {string} command
 * @param {RegExp} [wrong] - What it says when it was called in a wrong way.
 */
function follow(command, wrong = /see `deskrules/) {
  const own = /^(?:npx (?:--yes )?)?deskrules(?:@\S+)? ?(.*?)(?: [<>].*)?$/.exec(command);
  if (own) {
    const args = (own[1] ?? "").split(" ").filter(Boolean).map((word) => word.replaceAll(/^"|"$/g, ""));
    assert.doesNotMatch(deskrules(args).stderr, wrong);
    return;
  }
  assert.match(`${command} `, new RegExp(`${OTHERS.source}|^cargo xtask `));
}

test("a command in the text is one that is there", () => {
  const named = PAGES.flatMap((page) => [...read(page).matchAll(/`((?:npx )?deskrules [a-z][^`\n]*)`/g)].map(([, command = ""]) => ({ page, command })));
  assert.ok(named.length > 5, `${named.length}`);
  for (const { command } of named) {
    // A sentence may leave out what a command needs.
    follow(command.replaceAll(/\bDIR\b/g, "folder"), /: unknown /);
  }
});

test("a command that is not there is found", () => {
  assert.throws(() => follow("deskrules check patch request.yaml --polcy agreement.yaml"), /unknown option/);
  assert.throws(() => follow("deskrules chek"), /unknown command/);
  assert.throws(() => follow("yarn add deskrules"), /yarn/);
});

for (const { page, line, text } of run("json")) {
  test(`${page}:${line}: the JSON is what it is shown as`, async () => {
    const value = JSON.parse(text);
    if (page === "docs/desks.md") {
      // What `data-requests` takes: each path is one of those that the element knows.
      const [, paths = ""] = /^\| kind \| paths \|\n(.*?)\n\n/ms.exec(read("docs/elements.md")) ?? [];
      for (const { kind, fields } of Object.values(value)) {
        assert.deepEqual(Object.keys(fields).filter((path) => !paths.includes(`\`${path}\``)), []);
        assert.ok(["patch", "change"].includes(kind));
      }
      return;
    }
    const { policy } = await load();
    const desk = await load({ policy: { ...policy, ...value } });
    assert.deepEqual(Object.keys(value).filter((key) => !key.startsWith("$") && desk.policy[/** @type {keyof typeof policy} */ (key)] === undefined), []);
  });
}

for (const language of /** @type {const} */ (["python", "perl"])) {
  for (const { page, line, text } of run(language)) {
    test(`${page}:${line}: what it quotes runs in a test`, () => {
      const names = [...text.matchAll(/^\w+ = /gm)].map(([name]) => name);
      const quoted = (/** @type {string} */ file) => file.includes(text.trim()) || (names.length > 0 && names.every((name) => file.includes(`\n${name}`)));
      assert.ok(QUOTED[language].some((file) => quoted(read(file))), `in none of ${QUOTED[language].join(", ")}`);
    });
  }
}
