// The cases that all hosts share, through the terminal: its JSON is the library's answer, with places.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { matches, read } from "../cases.js";
import { file, run } from "./command.js";

/** @type {Record<string, string>} */
const KINDS = { checkPatch: "patch", checkChange: "change" };

for (const { name, call, input, now = "", policy, options, answer, error } of /** @type {import("../cases.js").Case[]} */ (JSON.parse(read("requests.json")))) {
  const kind = KINDS[call];
  const { windows, ...others } = /** @type {{ windows?: unknown }} */ (options ?? {});
  if (!kind) {
    continue;
  }
  // What is known of files comes from files here, of any size and checksum but not of those: see files.test.js.
  const skip = Object.keys(others).map((option) => `the terminal has no option \`${option}\``).join(", ") || false;
  // Of standard input no files are known, as in the other hosts.
  const args = ["check", kind, "-", "--now", now, "--format", "json"];
  const own = policy ? ["--policy", fileURLToPath(new URL(`../../cases/${policy}`, import.meta.url))] : [];
  const planned = () => (windows ? ["--windows", file("planned.json", windows)] : []);

  test(`in the terminal: ${name}`, { skip }, () => {
    const { stdout, stderr, status } = run([...args, ...own, ...planned()], { input: JSON.stringify(input) });
    const slip = /** @type {{ code: string, path: string } | undefined} */ (error);
    if (slip?.path === "now") {
      assert.match(stderr, /^deskrules: --now: /);
      assert.equal(status, 2);
      return;
    }
    const [found] = JSON.parse(stdout);
    if (slip) {
      // A version without quotes has words of its own here.
      assert.equal(found.errors[0].path, slip.path);
      assert.ok([slip.code, "unquoted-text"].includes(found.errors[0].code));
      assert.equal(status, 2);
    } else {
      matches(answer, found, "answer");
      assert.equal(status, found.accepted ? 0 : 1);
    }
  });
}
