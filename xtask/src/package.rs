//! The npm package in `pkg/`.

use std::path::Path;

use anyhow::Result;

use crate::files::{self, Built};
use crate::glue;
use crate::stamp::Stamp;
use crate::tools;
use crate::typescript::{self, Config};
use crate::workspace::Workspace;

/// What the package takes from `www/` as it is.
const COPIED: [(&str, &str); 2] = [("cli", ".js"), ("locales", ".json")];

/// The `CommonJS` modules import `../wasm/node.cjs` as the ES modules do: there is one instance for both.
const NODE_GLUE: &str = "module.exports = require(\"../../wasm/node.cjs\");\n";
const NODE_GLUE_TYPES: &str = "export * from \"../../wasm/node.cjs\";\n";

/// Builds whatever is not up to date.
pub fn build(workspace: &Workspace) -> Result<()> {
    tools::npm_packages(workspace)?;
    glue::build(workspace)?;
    modules(workspace)?;
    for (folder, ending) in COPIED {
        let mut built = Built::new(workspace.pkg().join(folder));
        built.copy(&workspace.www().join(folder), |file| files::ends(file, ending))?;
        built.finish()?;
    }
    Ok(())
}

fn modules(workspace: &Workspace) -> Result<()> {
    let (pkg, www) = (workspace.pkg(), workspace.www());
    let source = www.join("client");
    if !source.join("node-require.js").exists() {
        println!("www/client/node-require.js is not there yet: only the wasm is built");
        return Ok(());
    }
    let stamp = Stamp::new(
        workspace,
        "modules",
        &[
            source.clone(),
            Config::Check.path(workspace),
            Config::Types.path(workspace),
            Config::CommonJs.path(workspace),
            workspace.tests().join("package-lock.json"),
            pkg.join("wasm/deskrules.d.ts"),
            pkg.join("wasm/node.d.cts"),
            std::env::current_exe()?,
        ],
        &[pkg.join("client"), pkg.join("cjs")],
    );
    if !stamp.is_fresh()? {
        common_js(workspace, &pkg.join("cjs"))?;
        es_modules(workspace, &source, &pkg.join("client"))?;
        stamp.keep()?;
    }
    Ok(())
}

fn common_js(workspace: &Workspace, folder: &Path) -> Result<()> {
    let compiled = workspace.scratch().join("cjs");
    typescript::compile(workspace, Config::CommonJs, &compiled)?;
    let mut built = Built::new(folder);
    built.copy(&compiled, |_| true)?;
    built.write("package.json", "{ \"type\": \"commonjs\" }\n")?;
    built.write("wasm/node.cjs", NODE_GLUE)?;
    built.write("wasm/node.d.cts", NODE_GLUE_TYPES)?;
    built.finish()
}

fn es_modules(workspace: &Workspace, source: &Path, folder: &Path) -> Result<()> {
    let types = workspace.scratch().join("types");
    typescript::compile(workspace, Config::Types, &types)?;
    let mut built = Built::new(folder);
    built.copy(source, |file| files::ends(file, ".js"))?;
    built.copy(&types.join("client"), |file| files::ends(file, ".d.ts"))?;
    built.finish()
}
