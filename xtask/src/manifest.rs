//! `custom-elements.json`: what the elements are, read from their sources.

use anyhow::Result;

use crate::stamp::Stamp;
use crate::tools;
use crate::workspace::Workspace;

const NAME: &str = "custom-elements.json";

/// Writes the manifest of the elements into the package.
pub fn build(workspace: &Workspace) -> Result<()> {
    let analyzer = workspace.tests().join("node_modules/@custom-elements-manifest/analyzer/cem.js");
    let made = workspace.pkg().join(NAME);
    let elements = workspace.www().join("elements");
    let lock = workspace.tests().join("package-lock.json");
    let stamp = Stamp::new(
        workspace,
        "manifest",
        &[elements, lock, std::env::current_exe()?],
        std::slice::from_ref(&made),
    );
    if !stamp.is_fresh()? {
        // The folder is named from the one it runs in.
        let analyze = ["analyze", "--globs", "elements/*.js", "--quiet", "--outdir", "../pkg"];
        tools::output(tools::node().arg(analyzer).args(analyze).current_dir(workspace.www()))?;
        stamp.keep()?;
    }
    Ok(())
}
