// The files of the script tag: a file for each in `www/tag`, and what several of them share beside it. All are in one folder that is the
// sibling of `wasm` and `desks`, so that addresses mean what they mean in the modules.
const { existsSync, readdirSync } = require("node:fs");
const { basename, join, relative, resolve } = require("node:path");

const { modules, root, www, pkg } = JSON.parse(process.argv[1]);
const { build } = require(join(modules, "esbuild"));

const SOURCE = join(www, "tag");
/** Is named by the others, and is no entry. */
const SHARED = "shared.js";

/** The glue of the wasm and the dictionaries are where the package is built. */
const built = {
  name: "built",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir, importer }) => {
      // The one method of a desk that no element asks for brings its sentences, in both languages.
      if (importer === join(www, "client/desk.js") && path === "./explain.js") {
        return { path, namespace: "unused" };
      }
      const file = resolve(resolveDir, path);
      return existsSync(file) ? undefined : { path: join(pkg, relative(www, file)) };
    });
    onLoad({ filter: /^/, namespace: "unused" }, () => ({ contents: "export const sentences = undefined;" }));
  },
};

async function main() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: readdirSync(SOURCE).filter((name) => name !== SHARED).map((name) => join(SOURCE, name)),
    outdir: join(pkg, "tag"),
    // The hash is of what a file holds: an address never stands for two versions.
    chunkNames: "[name]-[hash]",
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    charset: "utf8",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    plugins: [built],
  });
  process.stdout.write(JSON.stringify(Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]))));
}

main().catch((error) => {
  // What esbuild has to say, it has said.
  console.error(error.errors ? "the files of the script tag do not bundle" : error.message);
  process.exitCode = 1;
});
