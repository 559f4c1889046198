//! One file of many, so that Node has one to find, read and run.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::files::{self, Built};
use crate::tools;
use crate::workspace::Workspace;

/// Through the library, since the file in `bin` is another one where install scripts run.
const BUNDLE: &str = "
const { buildSync } = require(process.argv[1]);
const { outputFiles } = buildSync({
  entryPoints: [process.argv[2]], bundle: true, write: false, charset: 'utf8', logLevel: 'warning',
  format: 'cjs', platform: 'node', target: 'node20', external: ['../wasm/node.cjs'],
});
process.stdout.write(outputFiles[0].text);
";

/// Bundles an entry, and what it imports, to `CommonJS`; the glue stays outside, since there is one instance for all who load it.
pub fn common_js(workspace: &Workspace, entry: &Path) -> Result<String> {
    tools::output(
        tools::node()
            .args(["--eval", BUNDLE, "--"])
            .arg(workspace.tests().join("node_modules/esbuild"))
            .arg(entry)
            .current_dir(&workspace.root),
    )
}

/// Names stay, so that an error's stack can be read; and so does a comment to bundlers, which only goes with the blanks.
const STRIP: &str = "
const { readFileSync } = require('node:fs');
const { transformSync } = require(process.argv[1]);
const options = { minifySyntax: true, format: 'esm', charset: 'utf8', target: 'es2022' };
const strip = (file) => {
  const text = readFileSync(file, 'utf8');
  return transformSync(text, { ...options, minifyWhitespace: !text.includes('webpackIgnore') }).code;
};
process.stdout.write(JSON.stringify(process.argv.slice(2).map(strip)));
";

/// Takes over the modules of `source` that `choose` wants, each for itself, without what a browser does not need: it is a third less to send.
pub fn modules(workspace: &Workspace, built: &mut Built, source: &Path, choose: impl Fn(&Path) -> bool) -> Result<()> {
    let files: Vec<PathBuf> = files::under(source)?
        .into_iter()
        .filter(|file| files::ends(file, ".js") && choose(file))
        .collect();
    let mut strip = tools::node();
    strip.args(["--eval", STRIP, "--"]);
    strip.arg(workspace.tests().join("node_modules/esbuild")).args(&files);
    let stripped: Vec<String> = serde_json::from_str(&tools::output(&mut strip)?)?;
    for (file, text) in files.iter().zip(stripped) {
        built.write(file.strip_prefix(source)?, text)?;
    }
    Ok(())
}
