// docs/command.md: the files it shows, and what its commands print; and the example pipelines.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readDocument } from "../../../pkg/node/document.js";
import { file, folder, run } from "./command.js";

const DOCS = new URL("../../../docs/", import.meta.url);
const page = readFileSync(new URL("command.md", DOCS), "utf8");

/** @param {string} kind */
const blocks = (kind) => [...page.matchAll(new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, "gs"))].map(([, text = ""]) => text);

/** @type {Record<string, string>} */
const files = {};
for (const text of blocks("yaml")) {
  files[/^# (\S+)\n/.exec(text)?.[1] ?? ""] = text;
}
files["team.ics"] = blocks("ics")[0] ?? "";
for (const [name, text] of Object.entries(files)) {
  file(name, text);
}

for (const block of blocks("console")) {
  /** @type {number | null} */
  let last = 0;
  for (const [, line = "", shown] of block.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
    test(`docs/command.md: ${line}`, () => {
      if (line === "echo $?") {
        assert.equal(`${last}\n`, shown);
        return;
      }
      const [command = "", input] = line.split(" < ");
      const [program, ...args] = command.split(" ");
      assert.equal(program, "deskrules");
      const { status, stdout, stderr } = run(args, { input: files[input ?? ""] ?? "", cwd: folder });
      last = status;
      assert.equal(`${stderr}${stdout}`, shown);
    });
  }
}

test("the page shows every command", () => {
  const shown = ["check patch", "check policy", "window", "priority", "due", "track", "explain", "holidays"];
  assert.deepEqual(shown.filter((command) => !page.includes(`$ deskrules ${command} `)), []);
});

for (const name of ["github-actions.yml", "gitlab-ci.yml"]) {
  test(`the commands of docs/pipelines/${name} can be followed`, async () => {
    const path = new URL(`pipelines/${name}`, DOCS).pathname;
    const text = JSON.stringify((await readDocument(path)).value);
    const commands = [...text.matchAll(/npx --yes deskrules@0\.1 ([^>"]*)/g)].map(([, args = ""]) => args.trim().split(" "));
    assert.ok(commands.length >= 3);
    for (const args of commands) {
      assert.doesNotMatch(run(args.filter((word) => word !== "||" && word !== "true")).stderr, /see `deskrules/, args.join(" "));
    }
  });
}
