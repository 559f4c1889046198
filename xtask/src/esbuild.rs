//! One file of many, so that Node has one to find, read and run.

use std::path::Path;

use anyhow::Result;

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
