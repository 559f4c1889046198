// The workflows run the same commands as everybody else, and may do no more than read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readDocument } from "../../pkg/node/document.js";
import { FILES } from "./pages.js";

/** What each runs, beside what prepares it. */
const RUNS = { ".github/workflows/ci.yml": [".ci/run"], ".github/workflows/release.yml": ["cargo xtask release"] };
const PREPARES = /^git config --global --add safe\.directory /;

test("there are no workflows but these", () => {
  assert.deepEqual(FILES.filter((path) => path.startsWith(".github/")).sort(), Object.keys(RUNS));
});

for (const [path, commands] of Object.entries(RUNS)) {
  test(`${path} runs \`${commands}\`, from pinned actions, and may read only`, async () => {
    const { value } = await readDocument(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
    const { permissions, jobs } = /** @type {any} */ (value);
    const all = Object.values(/** @type {Record<string, any>} */ (jobs));
    const steps = all.flatMap((job) => job.steps);
    assert.deepEqual(steps.flatMap(({ run = "" }) => (run && !PREPARES.test(run) ? [run] : [])), commands);
    assert.deepEqual(steps.filter(({ uses }) => uses && !/^actions\/[\w-]+@(v\d+|[0-9a-f]{40})$/.test(uses)), []);
    assert.deepEqual([permissions, all.map((job) => job.permissions)], [{ contents: "read" }, all.map(() => undefined)]);
  });
}
