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
const COPIED: [(&str, &[&str]); 2] = [("cli", &[".js"]), ("locales", &[".js", ".json"])];

/// What `../wasm/` is to the `CommonJS` modules: the glue that the ES modules have, so that there is one instance for both.
const NODE_GLUE: [(&str, &str); 3] = [
    ("wasm/node.cjs", "module.exports = require(\"../../wasm/node.cjs\");\n"),
    ("wasm/node.d.cts", "export * from \"../../wasm/node.cjs\";\n"),
    // The client's types are named by the glue for the web, which these modules never load.
    ("wasm/deskrules.d.ts", "export type * from \"../../wasm/node.cjs\";\n"),
];

/// Builds whatever is not up to date.
pub fn build(workspace: &Workspace) -> Result<()> {
    tools::npm_packages(workspace)?;
    glue::build(workspace)?;
    modules(workspace)?;
    for (folder, endings) in COPIED {
        let mut built = Built::new(workspace.pkg().join(folder));
        built.copy(&workspace.www().join(folder), |file| {
            endings.iter().any(|ending| files::ends(file, ending))
        })?;
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
    for (name, text) in NODE_GLUE {
        built.write(name, text)?;
    }
    built.finish()
}

fn es_modules(workspace: &Workspace, source: &Path, folder: &Path) -> Result<()> {
    let types = workspace.scratch().join("types");
    typescript::compile(workspace, Config::Types, &types)?;
    let mut built = Built::new(folder);
    built.copy(source, |file| files::ends(file, ".js") && !is_common_js(file))?;
    built.copy(&types.join("client"), |file| files::ends(file, ".d.ts") && !is_common_js(file))?;
    built.finish()
}

/// The entry that is of use compiled only.
fn is_common_js(file: &Path) -> bool {
    files::ends(file, "node-require.js") || files::ends(file, "node-require.d.ts")
}
