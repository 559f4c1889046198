//! What a release consists of, in one folder, with a bill of materials and checksums. It publishes nothing.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::crate_file;
use crate::deny;
use crate::extension;
use crate::files;
use crate::pack;
use crate::package;
use crate::sbom;
use crate::steps::Steps;
use crate::tools;
use crate::workspace::Workspace;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Prints the SHA-256 of each file, as `sha256sum --check` reads it.
const CHECKSUMS: &str = "
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
for (const name of process.argv.slice(1)) console.log(createHash('sha256').update(readFileSync(name)).digest('hex') + '  ' + name);
";

/// Makes everything, after it has made sure that it may.
pub fn run(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::default();
    steps.step("changelog", || {
        changelog(&files::read_text(&workspace.root.join("CHANGELOG.md"))?, VERSION)
    })?;
    steps.step("versions", || versions(workspace))?;
    steps.step("clean tree", || clean(workspace))?;
    steps.step("licences and sources", || {
        deny::check(workspace)?;
        deny::cargo_deny(workspace)
    })?;
    steps.step("build", || package::build(workspace))?;
    steps.step("nothing was stale", || clean(workspace))?;

    let folder = workspace.target.join(format!("release-{VERSION}"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    steps.step("npm package", || pack::npm_tarball(workspace, &folder).map(drop))?;
    steps.step("crate", || take(&crate_file::package(workspace, &[])?, &folder))?;
    steps.step("extension", || {
        extension::run(workspace, false, true)?;
        let manifest = workspace.target.join("extension/unpacked/manifest.json");
        same_version(&manifest, &files::read_text(&manifest)?)?;
        extension::zips(workspace).iter().try_for_each(|zip| take(zip, &folder))
    })?;
    steps.step("bill of materials", || {
        tools::npm_ci(workspace, "npm-pack", &workspace.tests().join("pack"))?;
        let file = folder.join(format!("deskrules-{VERSION}.cdx.json"));
        sbom::write(workspace, &file, git(workspace, &["log", "-1", "--format=%cI"])?.trim())
    })?;
    steps.step("checksums", || checksums(&folder))?;
    println!("\n{}\n\n{} is ready; nothing is published", steps.table(), folder.display());
    Ok(())
}

/// Wants a heading of that version, with something below it.
fn changelog(text: &str, version: &str) -> Result<()> {
    let heading = format!("## {version}");
    let is_heading = |line: &&str| line.split(" - ").next().is_some_and(|start| start.trim_end() == heading);
    let mut lines = text.lines().skip_while(|line| !is_heading(line));
    ensure!(
        lines.next().is_some(),
        "CHANGELOG.md has no heading `{heading}`: write it above what is new in it, like `{heading} - 2026-11-24`"
    );
    let said = lines.take_while(|line| !line.starts_with("## ")).any(|line| line.starts_with("- "));
    ensure!(
        said,
        "CHANGELOG.md says nothing below `{heading}`: list what is new, each in a line that begins with `- `"
    );
    Ok(())
}

/// Wants one version everywhere; the extension's manifest takes it over when it is built, and is looked at then.
fn versions(workspace: &Workspace) -> Result<()> {
    let files = [workspace.pkg().join("package.json"), workspace.pkg().join("package-lock.json")];
    for file in files {
        same_version(&file, &files::read_text(&file)?)?;
    }
    Ok(())
}

fn same_version(file: &Path, text: &str) -> Result<()> {
    let json: Value = serde_json::from_str(text).with_context(|| format!("cannot read {}", file.display()))?;
    let version = json.get("version").and_then(Value::as_str).unwrap_or_default();
    ensure!(
        version == VERSION,
        "{} says version `{version}`, Cargo.toml says `{VERSION}`: make them the same",
        file.display()
    );
    Ok(())
}

/// Wants all that is there to be committed.
fn clean(workspace: &Workspace) -> Result<()> {
    let changes = git(workspace, &["status", "--porcelain"])?;
    ensure!(
        changes.is_empty(),
        "the tree has changes: commit them or put them away\n{}",
        changes.trim_end()
    );
    Ok(())
}

fn git(workspace: &Workspace, args: &[&str]) -> Result<String> {
    tools::output(Command::new("git").args(args).current_dir(&workspace.root))
}

fn take(file: &Path, folder: &Path) -> Result<()> {
    let name = file.file_name().with_context(|| format!("{} is no file", file.display()))?;
    std::fs::copy(file, folder.join(name)).with_context(|| format!("cannot copy {}", file.display()))?;
    Ok(())
}

fn checksums(folder: &Path) -> Result<()> {
    let names = files::under(folder)?;
    let names: Vec<PathBuf> = names
        .iter()
        .filter_map(|file| file.strip_prefix(folder).ok())
        .map(Into::into)
        .collect();
    let sums = tools::output(tools::node().args(["--eval", CHECKSUMS, "--"]).args(names).current_dir(folder))?;
    print!("{sums}");
    files::write(&folder.join("SHA256SUMS"), sums)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{VERSION, changelog, same_version};

    fn refusal(answer: anyhow::Result<()>) -> String {
        answer.err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_changelog_says_what_is_new_in_the_version() {
        let text = "# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2026-11-24\n\n- All of it.\n\n## 0.1.0\n";
        assert_eq!(refusal(changelog(text, "0.2.0")), "");
        assert!(refusal(changelog(text, "0.1.0")).starts_with("CHANGELOG.md says nothing below `## 0.1.0`: "));
        assert!(refusal(changelog(text, "0.2")).starts_with("CHANGELOG.md has no heading `## 0.2`: "));
    }

    #[test]
    fn another_version_is_refused_with_its_place() {
        let file = Path::new("pkg/package.json");
        assert_eq!(refusal(same_version(file, &format!("{{ \"version\": \"{VERSION}\" }}"))), "");
        let said = format!("pkg/package.json says version `9.9.9`, Cargo.toml says `{VERSION}`: make them the same");
        assert_eq!(refusal(same_version(file, "{ \"version\": \"9.9.9\" }")), said);
    }
}
