//! One file of many, so that Node has one to find, read and run.

use std::path::Path;

use anyhow::Result;

use crate::tools;
use crate::workspace::Workspace;

/// Bundles an entry, and what it imports, to `CommonJS`; the glue stays outside, since there is one instance for all who load it.
pub fn common_js(workspace: &Workspace, entry: &Path) -> Result<String> {
    tools::output(
        tools::node()
            .arg(workspace.tests().join("node_modules/esbuild/bin/esbuild"))
            .arg(entry)
            .args(["--bundle", "--format=cjs", "--platform=node", "--target=node20"])
            .args(["--external:../wasm/node.cjs", "--charset=utf8", "--log-level=warning"])
            .current_dir(&workspace.root),
    )
}
