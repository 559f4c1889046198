//! The proof that the work spreads over machines: `deskrules bulk` inside Apache Spark, see `tests/scale/`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::package;
use crate::python;
use crate::tools::{apt_install, on_path, run};
use crate::workspace::Workspace;

/// Fetches Spark into `target/`, and runs a partitioned set through the command, alone and spread.
pub fn scale(workspace: &Workspace, record: bool) -> Result<()> {
    package::build(workspace)?;
    let java = java()?;
    let folder = workspace.target.join("scale");
    let tests = workspace.tests().join("scale");
    let python = python::venv(workspace, "scale", &folder.join("venv"), &tests.join("requirements.txt"))?;
    let Some(node) = on_path("node") else {
        bail!("Node is missing: install Node 20 or later (https://nodejs.org)");
    };
    let deskrules = workspace.pkg().join("cli/deskrules.js");
    let mut scale = Command::new(python);
    scale
        .arg(tests.join("scale.py"))
        .arg(format!(
            "{} {} bulk due --exit-zero --now 2026-11-24T09:00:00+01:00",
            node.display(),
            deskrules.display()
        ))
        .arg(folder.join("run"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PATH", path_with(&java)?);
    if record {
        scale.arg("--record").arg(workspace.root.join("docs/scale.md"));
    }
    run(&mut scale)
}

/// Finds Java, which Spark runs on; on Debian, root installs it.
fn java() -> Result<PathBuf> {
    if let Some(java) = on_path("java") {
        return Ok(java);
    }
    if !apt_install(&["openjdk-17-jre-headless"])? {
        bail!("Spark needs Java: install Java 17 (on Debian `openjdk-17-jre-headless`)");
    }
    match on_path("java") {
        Some(java) => Ok(java),
        None => bail!("apt-get installed openjdk-17-jre-headless, but java is not on PATH"),
    }
}

fn path_with(java: &Path) -> Result<std::ffi::OsString> {
    let places = std::env::var_os("PATH").unwrap_or_default();
    let folder = java.parent().map(Path::to_path_buf);
    Ok(std::env::join_paths(folder.into_iter().chain(std::env::split_paths(&places)))?)
}
