//! The browser extension in `target/extension/`: a folder that a browser loads, and a zip for each store.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;

use crate::package;
use crate::tools;
use crate::workspace::Workspace;

const BUNDLE: &str = include_str!("extension.js");

/// The same bytes for the same files: sorted, and none of them has a time.
const ZIP: &str = "
const { readFileSync, readdirSync, statSync, writeFileSync } = require('node:fs');
const { join, sep } = require('node:path');
const [fflate, folder, ...zips] = process.argv.slice(1);
const { zipSync } = require(fflate);
const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
const sorted = names.map((name) => name.split(sep).join('/')).sort();
const files = Object.fromEntries(sorted.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
const zip = zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(8) + ' KB  ';
for (const name of sorted) console.log(kb(files[name].length) + name);
for (const path of zips) {
  writeFileSync(path, zip);
  console.log(kb(zip.length) + path);
}
";

/// What the linter would ask of the network, or of a terminal.
const QUIET: [(&str, &str); 2] = [("NO_UPDATE_NOTIFIER", "1"), ("CI", "1")];

/// Builds the extension, for the stores and on demand for the tests, and has a linter look at it on demand.
pub fn run(workspace: &Workspace, with_tests: bool, with_lint: bool) -> Result<()> {
    package::build(workspace)?;
    let unpacked = bundle(workspace, "unpacked", false)?;
    zip(workspace, &unpacked)?;
    let mut folders = vec![unpacked];
    if with_tests {
        folders.push(for_tests(workspace)?);
    }
    if with_lint {
        lint(workspace, &folders)?;
    }
    Ok(())
}

/// Builds the folder whose clock the tests can set, from a package that is built; says where it is.
pub fn for_tests(workspace: &Workspace) -> Result<PathBuf> {
    bundle(workspace, "for-tests", true)
}

fn bundle(workspace: &Workspace, name: &str, for_tests: bool) -> Result<PathBuf> {
    let folder = home(workspace).join(name);
    let order = json!({
        "modules": workspace.tests().join("node_modules"),
        "www": workspace.www(),
        "pkg": workspace.pkg(),
        "folder": folder,
        "version": env!("CARGO_PKG_VERSION"),
        "forTests": for_tests,
    });
    tools::run(tools::node().args(["--eval", BUNDLE, "--"]).arg(order.to_string()))?;
    Ok(folder)
}

/// Where the zips are, one for each store.
pub fn zips(workspace: &Workspace) -> [PathBuf; 2] {
    ["chromium", "firefox"].map(|browser| home(workspace).join(format!("deskrules-{browser}-{}.zip", env!("CARGO_PKG_VERSION"))))
}

/// One manifest serves both browsers, so both stores get the same bytes.
fn zip(workspace: &Workspace, folder: &Path) -> Result<()> {
    tools::run(
        tools::node()
            .args(["--eval", ZIP, "--"])
            .arg(workspace.tests().join("node_modules/fflate"))
            .arg(folder)
            .args(zips(workspace)),
    )
}

/// The linter is large and of use here alone, so it is an npm project of its own.
fn lint(workspace: &Workspace, folders: &[PathBuf]) -> Result<()> {
    let project = workspace.tests().join("extension");
    tools::npm_ci(workspace, "npm-extension", &project)?;
    for folder in folders {
        tools::run(
            tools::node()
                .arg(project.join("node_modules/web-ext/bin/web-ext.js"))
                .args([
                    "lint",
                    "--no-input",
                    "--no-config-discovery",
                    "--warnings-as-errors",
                    "--boring",
                    "--source-dir",
                ])
                .arg(folder)
                .envs(QUIET),
        )?;
    }
    Ok(())
}

fn home(workspace: &Workspace) -> PathBuf {
    workspace.target.join("extension")
}
