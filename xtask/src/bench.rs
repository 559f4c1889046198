//! The bench: this package side by side with what people use today, see `tests/bench/`.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::files;
use crate::package;
use crate::stamp::Stamp;
use crate::tools;
use crate::workspace::Workspace;

/// Builds the package and its rivals, and measures them.
pub fn run(workspace: &Workspace, quick: bool, only: Option<&str>) -> Result<()> {
    package::build(workspace)?;
    let folder = workspace.tests().join("bench");
    tools::npm_ci(workspace, "npm-bench", &folder)?;
    let target = workspace.target.join("bench");
    let workclock = workclock(&folder.join("workclock"), &target)?;
    let native = native(workspace, &folder.join("native"), &target)?;

    let mut bench = tools::node();
    bench.arg("run.js").current_dir(&folder);
    if quick {
        bench.arg("--quick");
    }
    if let Some(row) = only {
        bench.args(["--only", row]);
    }
    // Some peers read the host's zone; the bench says which.
    bench.env("TZ", "UTC").env("BENCH_WORKCLOCK", workclock).env("BENCH_NATIVE", native);
    tools::run(&mut bench)
}

/// The crate `workclock` as wasm.
fn workclock(folder: &Path, target: &Path) -> Result<PathBuf> {
    let wasm = tools::wasm_target()?;
    build(folder, target, &["--locked", "--target", wasm])?;
    Ok(target.join(wasm).join("release/bench_workclock.wasm"))
}

/// The engine as a program, of the same versions as the wasm.
fn native(workspace: &Workspace, folder: &Path, target: &Path) -> Result<PathBuf> {
    let (lock, locked) = (workspace.root.join("Cargo.lock"), folder.join("Cargo.lock"));
    let versions = Stamp::new(
        workspace,
        "bench-lock",
        &[lock.clone(), folder.join("Cargo.toml")],
        std::slice::from_ref(&locked),
    );
    if !versions.is_fresh()? {
        files::write(&locked, files::read(&lock)?)?;
    }
    build(folder, target, &[])?;
    versions.keep()?;
    Ok(target.join(format!("release/bench-native{}", std::env::consts::EXE_SUFFIX)))
}

fn build(folder: &Path, target: &Path, options: &[&str]) -> Result<()> {
    let mut cargo = tools::cargo();
    cargo
        .args(["build", "--release", "--quiet", "--target-dir"])
        .arg(target)
        .args(options);
    tools::run(cargo.current_dir(folder))
}
