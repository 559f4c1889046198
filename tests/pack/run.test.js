// Programs without a bundler: Node, both kinds of module, and Deno.
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { project, right, run } from "./packed.js";

const DENO = fileURLToPath(new URL("node_modules/deno/bin.cjs", import.meta.url));
/** It may read the project and nothing else: no network, no environment, no question to a person. */
const DENO_ARGS = ["run", "--no-remote", "--no-prompt", "--quiet", "--allow-read=."];

test("Node imports it into a module", () => {
  const folder = project("node-import", ["node/import.js"]);
  right(JSON.parse(run(folder, [process.execPath, "import.js"])));
});

test("Node requires it in a CommonJS script", () => {
  const folder = project("node-require", ["node/require.cjs"], { type: "commonjs" });
  right(JSON.parse(run(folder, [process.execPath, "require.cjs"])));
});

test("Deno imports it, with leave to read the project alone", () => {
  const folder = project("deno", ["node/import.js"]);
  right(JSON.parse(run(folder, [process.execPath, DENO, ...DENO_ARGS, "import.js"])));
});
