//! The npm package in `pkg/`.

use std::path::Path;

use anyhow::Result;

use crate::element_types;
use crate::esbuild;
use crate::files::{self, Built};
use crate::glue;
use crate::locales;
use crate::manifest;
use crate::rules;
use crate::stamp::Stamp;
use crate::tag;
use crate::third_party;
use crate::tools;
use crate::typescript::{self, Config};
use crate::workspace::Workspace;

/// The one script that a page needs.
const SCRIPT: &str = "deskrules.js";

/// What `../wasm/` is to the types of `CommonJS`: those of the glue that the ES modules have.
const NODE_GLUE: [(&str, &str); 2] = [
    ("wasm/node.d.cts", "export * from \"../../wasm/node.cjs\";\n"),
    // The client's types are named by the glue for the web, which these modules never load.
    ("wasm/deskrules.d.ts", "export type * from \"../../wasm/node.cjs\";\n"),
];

/// Both kinds of module give the same classes, so they have the same types.
const NODE_IMPORT_TYPES: &str = "export * from \"../cjs/client/node-require.js\";\n";

/// What `require` gives is what `import` gives: both answer promises, so the one loads the other.
const NODE_FILES_TYPES: &str = "\
type Files = typeof import(\"./index.js\", { with: { \"resolution-mode\": \"import\" } });
export declare const checkPatchFile: Files[\"checkPatchFile\"];
export declare const checkChangeFile: Files[\"checkChangeFile\"];
";

/// Builds whatever is not up to date.
pub fn build(workspace: &Workspace) -> Result<()> {
    tools::npm_packages(workspace)?;
    tools::npm_ci(workspace, "npm-pkg", &workspace.pkg())?;
    glue::build(workspace)?;
    modules(workspace)?;
    let mut cli = Built::new(workspace.pkg().join("cli"));
    cli.copy(&workspace.www().join("cli"), |file| {
        [".js", ".json", ".txt", ".yaml"].iter().any(|ending| files::ends(file, ending))
    })?;
    cli.finish()?;
    elements(workspace)?;
    desks(workspace)?;
    files::write(&workspace.pkg().join(SCRIPT), files::read(&workspace.www().join(SCRIPT))?)?;
    locales::build(workspace)?;
    tag::build(workspace)?;
    schema(workspace)?;
    rules::document(workspace)?;
    third_party::document(workspace)
}

fn elements(workspace: &Workspace) -> Result<()> {
    let mut built = Built::new(workspace.pkg().join("elements"));
    esbuild::modules(workspace, &mut built, &workspace.www().join("elements"), |_| true)?;
    for (name, types) in element_types::files(&manifest::build(workspace)?)? {
        built.write(name, types)?;
    }
    built.finish()
}

/// The desks, and for those that have one the folder to be put into the helpdesk.
fn desks(workspace: &Workspace) -> Result<()> {
    let source = workspace.www().join("desks");
    let mut built = Built::new(workspace.pkg().join("desks"));
    esbuild::modules(workspace, &mut built, &source, |_| true)?;
    built.copy(&source, |file| !files::ends(file, ".js") && !files::ends(file, ".pyc"))?;
    built.finish()
}

/// The JSON Schema of a policy, for editors.
fn schema(workspace: &Workspace) -> Result<()> {
    let schema = serde_json::to_string_pretty(&deskrules::policy::Policy::schema())?;
    files::write(&workspace.pkg().join("policy.schema.json"), schema + "\n")
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
            www.join("node"),
            Config::Check.path(workspace),
            Config::Types.path(workspace),
            Config::CommonJs.path(workspace),
            workspace.tests().join("package-lock.json"),
            pkg.join("wasm/deskrules.d.ts"),
            pkg.join("wasm/node.d.cts"),
            workspace.www().join("locales/explain.js"),
            std::env::current_exe()?,
        ],
        &[pkg.join("client"), pkg.join("cjs"), pkg.join("node")],
    );
    if !stamp.is_fresh()? {
        common_js_types(workspace, &pkg.join("cjs"))?;
        es_modules(workspace, &source, &pkg.join("client"))?;
        node_files(workspace, &www.join("node"), &pkg.join("node"))?;
        stamp.keep()?;
    }
    Ok(())
}

fn common_js_types(workspace: &Workspace, folder: &Path) -> Result<()> {
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
    esbuild::modules(workspace, &mut built, source, |file| !is_common_js(file))?;
    built.copy(&types.join("client"), |file| files::ends(file, ".d.ts") && !is_common_js(file))?;
    built.write("node-import.d.ts", NODE_IMPORT_TYPES)?;
    built.write("node-require.cjs", esbuild::common_js(workspace, &source.join("node-require.js"))?)?;
    built.finish()
}

/// The entry for scripts that check files; its types are written by [`es_modules`].
fn node_files(workspace: &Workspace, source: &Path, folder: &Path) -> Result<()> {
    let mut built = Built::new(folder);
    built.copy(source, |file| files::ends(file, ".js") || files::ends(file, ".cjs"))?;
    let types = workspace.scratch().join("types/node/index.d.ts");
    built.write("index.d.ts", files::read(&types)?)?;
    built.write("index.d.cts", NODE_FILES_TYPES)?;
    built.finish()
}

/// The entry that is of use bundled only.
fn is_common_js(file: &Path) -> bool {
    files::ends(file, "node-require.js") || files::ends(file, "node-require.d.ts")
}
