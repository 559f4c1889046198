//! What the script tag brings, in `pkg/tag/`: a few small files in place of a module each.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::json;

use crate::files::Built;
use crate::tools;
use crate::workspace::Workspace;

const BUNDLE: &str = include_str!("tag.js");

/// Bundles `www/tag`, from a package that has its glue and its dictionaries.
pub fn build(workspace: &Workspace) -> Result<()> {
    let order = json!({
        "modules": workspace.tests().join("node_modules"),
        "root": workspace.root,
        "www": workspace.www(),
        "pkg": workspace.pkg(),
    });
    let made = tools::output(tools::node().args(["--eval", BUNDLE, "--"]).arg(order.to_string()))?;
    let made: BTreeMap<String, String> = serde_json::from_str(&made)?;
    let mut built = Built::new(workspace.pkg().join("tag"));
    for (name, text) in made {
        built.write(name, text)?;
    }
    built.finish()
}
