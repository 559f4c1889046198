//! The programs that are called, and what installs those that are missing.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

use crate::files;
use crate::stamp::Stamp;
use crate::workspace::Workspace;

const WASM: &str = "wasm32-unknown-unknown";

/// The cargo that runs this, in its own toolchain.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Node.
pub fn node() -> Command {
    Command::new("node")
}

/// Runs a command, its output shown, nothing to read.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot run `{}`; is it installed?", name(command)))?;
    ensure!(status.success(), "`{}` failed ({status})", name(command));
    Ok(())
}

/// Runs a command and answers what it prints; its errors are shown.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot run `{}`; is it installed?", name(command)))?;
    ensure!(output.status.success(), "`{}` failed ({})", name(command), output.status);
    Ok(String::from_utf8(output.stdout)?)
}

fn name(command: &Command) -> String {
    let mut words = vec![
        Path::new(command.get_program())
            .file_name()
            .unwrap_or(command.get_program())
            .to_string_lossy(),
    ];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy()));
    let mut line: Vec<&str> = words.iter().map(AsRef::as_ref).take(6).collect();
    if words.len() > line.len() {
        line.push("…");
    }
    line.join(" ")
}

/// Finds a program on `PATH`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
        .find(|path| path.is_file())
}

/// Adds the wasm target to the toolchain when it is not there.
pub fn wasm_target() -> Result<&'static str> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    let libraries = output(&mut rustc)?;
    if !Path::new(libraries.trim()).is_dir() {
        run(Command::new("rustup").args(["target", "add", WASM]))?;
    }
    Ok(WASM)
}

/// Adds a part of the toolchain (`rustfmt`, `clippy`) when `cargo COMMAND` does not answer.
pub fn component(component: &str, command: &str) -> Result<()> {
    let mut asked = cargo();
    asked.args([command, "--version"]).stdin(Stdio::null());
    if !asked.output().is_ok_and(|answer| answer.status.success()) {
        run(Command::new("rustup").args(["component", "add", component]))?;
    }
    Ok(())
}

/// Returns a command of cargo's that crates.io has, built into `target/tools` unless it is there in this version.
pub fn from_registry(workspace: &Workspace, name: &str, version: &str) -> Result<PathBuf> {
    let root = workspace.target.join("tools");
    let program = root.join("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    let installed = files::read_text(&root.join(".crates.toml")).unwrap_or_default();
    if !(program.is_file() && installed.contains(&format!("\"{name} {version} "))) {
        println!("{name} is built, which takes minutes, once");
        run(cargo()
            .args(["install", name, "--locked", "--version", version, "--root"])
            .arg(&root))?;
    }
    Ok(program)
}

/// Installs packages where that is possible, on Debian and as root; says whether it was.
pub fn apt_install(packages: &[&str]) -> Result<bool> {
    let Some(apt) = on_path("apt-get").filter(|_| is_root()) else {
        return Ok(false);
    };
    run(Command::new(&apt).args(["update", "-q"]))?;
    run(Command::new(&apt)
        .args(["install", "-y", "-q", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    Ok(true)
}

/// Says whether this user may install for the whole machine.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").stdin(Stdio::null()).output();
    id.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

/// Installs the npm packages of `tests/`, unless they are there in these versions.
pub fn npm_packages(workspace: &Workspace) -> Result<()> {
    npm_ci(workspace, "npm", &workspace.tests())
}

/// Installs the npm packages of a folder as its lock file has them, unless they are there; the name is that of its stamp.
pub fn npm_ci(workspace: &Workspace, name: &str, folder: &Path) -> Result<()> {
    let stamp = Stamp::new(
        workspace,
        name,
        &[
            folder.join("package.json"),
            folder.join("package-lock.json"),
            workspace.pkg().join("package.json"),
        ],
        &[folder.join("node_modules/.package-lock.json")],
    );
    if stamp.is_fresh()? {
        return Ok(());
    }
    let Some(npm) = on_path("npm").or_else(|| on_path("npm.cmd")) else {
        bail!("npm is missing: install Node 20 or later (https://nodejs.org)");
    };
    run(Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder))?;
    stamp.keep()
}
