// Pages with files in YAML: what the commands on them print; and the example pipelines.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { readDocument } from "../../../pkg/node/document.js";
import { read, run } from "../pages.js";
import { file, folder, run as deskrules } from "./command.js";

const DOCS = new URL("../../../docs/", import.meta.url);

for (const page of new Set(run("yaml").map((block) => block.page))) {
  const of = (/** @type {string} */ language) => run(language).filter((block) => block.page === page);
  const place = page.replaceAll(/\W/g, "-");
  /** @type {Record<string, string>} */
  const files = {};
  for (const { text, line } of of("yaml")) {
    // Its name stands in its first line.
    const [, name] = /^# (\S+)\n/.exec(text) ?? [];
    assert.ok(name, `${page}:${line}: a file without a name`);
    files[name] = text;
  }
  of("ics").forEach(({ text }) => (files["team.ics"] = text));
  for (const [name, text] of Object.entries(files)) {
    file(join(place, name), text);
    test(`${page}: ${name} is given to a command`, () => assert.ok(of("console").some(({ text }) => text.includes(` ${name}`))));
  }

  for (const { text } of of("console")) {
    /** @type {number | null} */
    let last = 0;
    for (const [, line = "", shown] of text.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
      test(`${page}: ${line}`, () => {
        if (line === "echo $?") {
          assert.equal(`${last}\n`, shown);
          return;
        }
        const [command = "", input] = line.split(" < ");
        const [program, ...args] = command.split(" ");
        assert.equal(program, "deskrules");
        const { status, stdout, stderr } = deskrules(args, { input: files[input ?? ""] ?? "", cwd: join(folder, place) });
        last = status;
        assert.equal(`${stderr}${stdout}`, shown);
      });
    }
  }
}

test("the page shows every command", () => {
  const shown = ["check patch", "check policy", "window", "priority", "due", "track", "explain", "holidays"];
  const page = read("docs/command.md");
  assert.deepEqual(shown.filter((command) => !page.includes(`$ deskrules ${command} `)), []);
});

for (const name of ["github-actions.yml", "gitlab-ci.yml"]) {
  test(`the commands of docs/pipelines/${name} can be followed`, async () => {
    const path = new URL(`pipelines/${name}`, DOCS).pathname;
    const text = JSON.stringify((await readDocument(path)).value);
    const commands = [...text.matchAll(/npx --yes deskrules@0\.1 ([^>"]*)/g)].map(([, args = ""]) => args.trim().split(" "));
    assert.ok(commands.length >= 3);
    for (const args of commands) {
      assert.doesNotMatch(deskrules(args.filter((word) => word !== "||" && word !== "true")).stderr, /see `deskrules/, args.join(" "));
    }
  });
}
