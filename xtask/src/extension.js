// One folder of the extension: the scripts bundled, the rest taken over.
const { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join, relative, resolve } = require("node:path");

const { modules, www, pkg, folder, version, forTests } = JSON.parse(process.argv[1]);
const { build } = require(join(modules, "esbuild"));

const SOURCE = join(www, "extension");
const PAGES = ["worker/worker.js", "popup/popup.js", "options/options.js"];
const SCRIPT = "content/content.js";
/** Of these nothing is bundled; the icon's source is for who draws it. */
const TAKEN_OVER = /\.(?:html|css|png)$|messages\.json$/;

/** The glue of the wasm and the dictionaries are where the package is built. */
const built = {
  name: "built",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      if (forTests && file === join(SOURCE, "shared/clock.js")) {
        return { path: join(SOURCE, "shared/clock.test.js") };
      }
      return existsSync(file) ? undefined : { path: join(pkg, relative(www, file)) };
    });
  },
};

/** Names and lines stay as they are, so that a store's reviewer can read them. */
const OPTIONS = {
  outdir: folder,
  outbase: SOURCE,
  bundle: true,
  charset: "utf8",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  plugins: [built],
};

function manifest() {
  const manifest = JSON.parse(readFileSync(join(SOURCE, "manifest.json"), "utf8"));
  manifest.version = version;
  if (forTests) {
    // No test can click on the browser's question. `localhost`, the other name of the same desks, has to be granted.
    manifest.host_permissions = ["http://127.0.0.1/*"];
    manifest.permissions.push(...manifest.optional_permissions.splice(0));
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** @param {string[]} names */
const entries = (names) => names.map((name) => join(SOURCE, name));

async function main() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({ ...OPTIONS, entryPoints: entries(PAGES), format: "esm" });
  await build({ ...OPTIONS, entryPoints: entries([SCRIPT]), format: "iife" });
  for (const file of readdirSync(SOURCE, { recursive: true })) {
    if (TAKEN_OVER.test(file)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(join(SOURCE, file), join(folder, file));
    }
  }
  copyFileSync(join(pkg, "wasm/deskrules_bg.wasm"), join(folder, "deskrules_bg.wasm"));
  copyFileSync(join(pkg, "THIRD-PARTY.md"), join(folder, "THIRD-PARTY.md"));
  writeFileSync(join(folder, "manifest.json"), manifest());
}

main().catch((error) => {
  // What esbuild has to say, it has said.
  console.error(error.errors ? "the extension does not bundle" : error.message);
  process.exitCode = 1;
});
