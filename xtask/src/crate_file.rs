//! The crate as `cargo package` makes it: what is in it, and a program outside the workspace that uses it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::files;
use crate::pack;
use crate::tools;
use crate::workspace::Workspace;

/// All that the crate may hold: folders, which end in a slash, and files.
const CONTENTS: [&str; 11] = [
    ".cargo_vcs_info.json",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "Cargo.toml.orig",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "build/",
    "examples/",
    "src/",
];

/// The largest that it may be. It has neither the tests' data nor what runs in a page.
const LARGEST: u64 = 300_000;

/// What the program is asked, and its answer.
const CASE: (&str, &str) = ("incidents.json", "a priority 2 of Tuesday morning");

/// Packs the crate, looks into it, and runs a program that has it for a dependency.
pub fn test(workspace: &Workspace, folder: &Path) -> Result<()> {
    let file = package(workspace, &["--allow-dirty", "--no-verify"])?;
    let unpacked = unpack(&file, folder)?;
    contents(&unpacked)?;
    answers(workspace, folder)
}

/// Makes the file, and answers where it is.
pub fn package(workspace: &Workspace, options: &[&str]) -> Result<PathBuf> {
    let mut package = tools::cargo();
    package
        .args(["package", "--package", "deskrules", "--locked", "--quiet"])
        .args(options)
        .current_dir(&workspace.root);
    tools::run(&mut package)?;
    let file = format!("deskrules-{}.crate", env!("CARGO_PKG_VERSION"));
    Ok(workspace.target.join("package").join(file))
}

fn unpack(file: &Path, folder: &Path) -> Result<PathBuf> {
    let size = std::fs::metadata(file)?.len();
    println!("{}: {} KB", file.display(), size / 1000);
    ensure!(
        size <= LARGEST,
        "the crate has {size} bytes, more than {LARGEST}: see `include` in Cargo.toml"
    );
    let unpacked = folder.join("crate");
    if unpacked.exists() {
        std::fs::remove_dir_all(&unpacked)?;
    }
    std::fs::create_dir_all(&unpacked)?;
    let mut tar = Command::new("tar");
    tar.args(["-xzf"]).arg(file).args(["--strip-components=1", "-C"]).arg(&unpacked);
    tools::run(&mut tar)?;
    Ok(unpacked)
}

fn contents(unpacked: &Path) -> Result<()> {
    for file in files::under(unpacked)? {
        let name = file.strip_prefix(unpacked)?.to_string_lossy().replace('\\', "/");
        ensure!(is_wanted(&name), "the crate holds `{name}`: see `include` in Cargo.toml");
    }
    for name in CONTENTS {
        ensure!(
            unpacked.join(name).exists(),
            "the crate lacks `{name}`: see `include` in Cargo.toml"
        );
    }
    Ok(())
}

fn is_wanted(name: &str) -> bool {
    CONTENTS
        .iter()
        .any(|wanted| name == *wanted || wanted.ends_with('/') && name.starts_with(wanted))
}

/// Runs the program on the versions of our own lock file, and holds what it prints to the case.
fn answers(workspace: &Workspace, folder: &Path) -> Result<()> {
    let native = folder.join("native");
    let manifest = files::read(&workspace.tests().join("pack/native/Cargo.toml"))?;
    files::write(&native.join("Cargo.toml"), manifest)?;
    std::fs::copy(workspace.root.join("Cargo.lock"), native.join("Cargo.lock"))?;
    let mut run = tools::cargo();
    run.args(["run", "--quiet", "--offline", "--target-dir"])
        .arg(folder.join("native-target"))
        .current_dir(&native);
    let found: Value = serde_json::from_str(&tools::output(&mut run)?)?;
    let case = pack::case(workspace, CASE.0, CASE.1)?;
    let expected = case.get("answer").context("the case has no answer")?;
    ensure!(found == *expected, "the program with the crate answers {found}, not {expected}");
    println!("a program with the crate answers as the case says");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_wanted;

    #[test]
    fn sources_are_wanted_and_tests_and_pages_are_not() {
        assert!(is_wanted("src/sla/mod.rs") && is_wanted("Cargo.lock") && is_wanted("examples/deadline.rs"));
        assert!(!is_wanted("tests/cases/triage.json") && !is_wanted("www/demo/index.html") && !is_wanted("Cargo.lock.bak"));
    }
}
