//! Every check there is, in the order in which they tell most.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::browser::Browser;
use crate::cli::Group;
use crate::files;
use crate::package;
use crate::serve::Site;
use crate::steps::Steps;
use crate::third_party;
use crate::tools;
use crate::typescript::{self, Config};
use crate::workspace::Workspace;

/// All of the workspace in two goes: in one, cargo unites the features of both, and compiles all that xtask needs anew.
const MEMBERS: [&[&str]; 2] = [&["--workspace", "--exclude", "xtask"], &["--package", "xtask"]];

/// Runs the tests, all or one group of them, up to the first that fails.
pub fn run(workspace: &Workspace, only: Option<Group>) -> Result<()> {
    let mut steps = Steps::default();
    let wanted = |group: Group| only.is_none_or(|only| only == group);
    if wanted(Group::Rust) {
        rust(workspace, &mut steps)?;
    }
    if wanted(Group::Js) {
        build(workspace, &mut steps)?;
    }
    if wanted(Group::Wasm) {
        wasm(workspace, &mut steps)?;
    }
    if wanted(Group::Js) {
        js(workspace, &mut steps)?;
    }
    if wanted(Group::Browser) {
        browser(workspace, &mut steps, only)?;
    }
    println!("\n{}\n\nall tests passed", steps.table());
    Ok(())
}

fn rust(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    steps.step("format", || {
        tools::component("rustfmt", "fmt")?;
        tools::run(cargo(workspace).args(["fmt", "--all", "--check"]))
    })?;
    steps.step("clippy", || {
        tools::component("clippy", "clippy")?;
        for members in MEMBERS {
            let mut clippy = cargo(workspace);
            clippy.arg("clippy").args(members);
            tools::run(clippy.args(["--all-targets", "--", "-D", "warnings"]))?;
        }
        Ok(())
    })?;
    steps.step("clippy, wasm", || {
        let mut clippy = cargo(workspace);
        clippy.args(["clippy", "--lib", "--target", tools::wasm_target()?]);
        if wasm_tests(workspace) {
            clippy.args(["--test", "wasm"]);
        }
        tools::run(clippy.args(["--", "-D", "warnings"]))
    })?;
    steps.step("cargo test", || {
        for members in MEMBERS {
            tools::run(cargo(workspace).arg("test").args(members))?;
        }
        Ok(())
    })
}

fn build(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let pages = [workspace.root.join("docs/rules.md"), third_party::path(workspace)];
    let generated = || -> Result<_> {
        let mut files = files::declarations(&workspace.pkg())?;
        for page in &pages {
            files.insert(page.clone(), files::read(page).unwrap_or_default());
        }
        Ok(files)
    };
    let before = generated()?;
    steps.step("build", || package::build(workspace))?;
    steps.step("generated files are current", || {
        let after = generated()?;
        let same = |path: &PathBuf| before.get(path) == after.get(path);
        let Some(stale) = before.keys().chain(after.keys()).find(|path| !same(path)) else {
            return Ok(());
        };
        let stale = stale.strip_prefix(&workspace.root)?;
        bail!("{} was stale: run `cargo xtask build` and commit it", stale.display())
    })
}

fn wasm(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    if !wasm_tests(workspace) {
        return Ok(());
    }
    let test = || -> Result<Command> {
        let mut test = cargo(workspace);
        test.args(["test", "--test", "wasm", "--target", tools::wasm_target()?]);
        Ok(test)
    };
    steps.step("wasm in Node", || tools::run(&mut test()?))?;
    steps.step("wasm in Chromium", || {
        let mut test = test()?;
        Browser::find()?.for_wasm_tests(workspace, &mut test)?;
        tools::run(&mut test)
    })
}

fn js(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let modules = files::under(&workspace.www())?;
    if modules.iter().any(|file| files::ends(file, ".js")) {
        steps.step("type check", || tools::run(&mut typescript::tsc(workspace, Config::Check)))?;
    }
    node_tests(workspace, steps, "tests in Node", &["js"], |_| Ok(()))
}

fn browser(workspace: &Workspace, steps: &mut Steps, only: Option<Group>) -> Result<()> {
    if only.is_some() {
        steps.step("build", || package::build(workspace))?;
    }
    node_tests(workspace, steps, "tests in Chromium", &["browser"], |test| {
        let site = Site::start(workspace, 0)?;
        Browser::find()?.for_page_tests(test);
        test.env("DESKRULES_URL", &site.url);
        Ok(())
    })
}

/// Runs the files `*.test.js` of some folders of `tests/`, at the same time.
pub fn node_tests(
    workspace: &Workspace,
    steps: &mut Steps,
    heading: &'static str,
    folders: &[&str],
    prepare: impl FnOnce(&mut Command) -> Result<()>,
) -> Result<()> {
    let mut tests = Vec::new();
    for folder in folders {
        tests.extend(files::under(&workspace.tests().join(folder))?);
    }
    tests.retain(|file| files::ends(file, ".test.js"));
    if tests.is_empty() {
        return Ok(());
    }
    steps.step(heading, || {
        let mut test = tools::node();
        test.args(["--test", "--test-reporter=spec"])
            .args(tests)
            .current_dir(workspace.tests());
        prepare(&mut test)?;
        tools::run(&mut test)
    })
}

fn cargo(workspace: &Workspace) -> Command {
    let mut cargo = tools::cargo();
    cargo.current_dir(&workspace.root);
    cargo
}

fn wasm_tests(workspace: &Workspace) -> bool {
    workspace.tests().join("wasm.rs").exists()
}
