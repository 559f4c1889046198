//! What is published, as others get it: the npm package in fresh projects of every kind, and the crate in a program of its own.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::browser::Browser;
use crate::crate_file;
use crate::deny;
use crate::files;
use crate::package;
use crate::steps::Steps;
use crate::test;
use crate::tools;
use crate::typescript::{self, Config};
use crate::workspace::Workspace;

/// Runs the tests of `tests/pack`, then those of the crate.
pub fn run(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::default();
    let folder = workspace.target.join("pack");
    steps.step("build", || package::build(workspace))?;
    steps.step("licences and sources", || deny::check(workspace))?;
    steps.step("tools", || tools::npm_ci(workspace, "npm-pack", &workspace.tests().join("pack")))?;
    steps.step("type check", || tools::run(&mut typescript::tsc(workspace, Config::Pack)))?;
    let mut tarball = PathBuf::new();
    steps.step("npm pack", || {
        tarball = npm_tarball(workspace, &folder)?;
        Ok(())
    })?;
    test::node_tests(workspace, &mut steps, "fresh projects", &["pack"], |test| {
        Browser::find()?.for_page_tests(test);
        test.env("DESKRULES_TARBALL", &tarball)
            .env("DESKRULES_PROJECTS", folder.join("projects"))
            // Deno asks for a newer one, unless it is told not to.
            .env("DENO_NO_UPDATE_CHECK", "1")
            .env("DENO_DIR", folder.join("deno"));
        Ok(())
    })?;
    steps.step("the crate", || crate_file::test(workspace, &folder))?;
    println!("\n{}", steps.table());
    Ok(())
}

/// Packs the npm package, which is built, into a folder, and answers where it is.
pub fn npm_tarball(workspace: &Workspace, folder: &Path) -> Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let Some(npm) = tools::on_path("npm").or_else(|| tools::on_path("npm.cmd")) else {
        bail!("npm is missing: install Node 20 or later (https://nodejs.org)");
    };
    let mut pack = std::process::Command::new(npm);
    pack.args(["pack", "--json", "--ignore-scripts", "--loglevel=error", "--pack-destination"])
        .arg(folder)
        .current_dir(workspace.pkg());
    let answer: Value = serde_json::from_str(&tools::output(&mut pack)?)?;
    let said = |key: &str| answer.get(0).and_then(|one| one.get(key));
    let name = said("filename").and_then(Value::as_str).context("`npm pack` names no file")?;
    let size = said("size").and_then(Value::as_u64).unwrap_or_default();
    println!("{name}: {} KB, {} files", size / 1000, said("entryCount").unwrap_or(&Value::Null));
    Ok(folder.join(name))
}

/// Reads the case of that name from `tests/cases`.
pub fn case(workspace: &Workspace, file: &str, name: &str) -> Result<Value> {
    let cases: Vec<Value> = serde_json::from_slice(&files::read(&workspace.tests().join("cases").join(file))?)?;
    let found = cases.into_iter().find(|case| case.get("name").is_some_and(|found| found == name));
    found.with_context(|| format!("tests/cases/{file} has no case `{name}`"))
}
