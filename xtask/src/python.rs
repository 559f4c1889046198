//! Python, and what tests need of its packages, in a place of their own.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::stamp::Stamp;
use crate::tools::{apt_install, run};
use crate::workspace::Workspace;

/// Installs what the requirements name into a folder, unless it is there, and answers the Python that has them; the name is that of its stamp.
pub fn venv(workspace: &Workspace, name: &str, folder: &Path, requirements: &Path) -> Result<PathBuf> {
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = Stamp::new(
        workspace,
        name,
        &[requirements.into()],
        &[folder.join("pyvenv.cfg"), python.clone()],
    );
    if stamp.is_fresh()? {
        return Ok(python);
    }
    if !(has_venv() || apt_install(&["python3-venv"])? && has_venv()) {
        bail!("these tests need Python 3.10 or later with `venv` and `pip`: on Debian, install `python3-venv`");
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder))?;
    run(Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(requirements))?;
    stamp.keep()?;
    Ok(python)
}

fn has_venv() -> bool {
    let mut python = Command::new("python3");
    python.args(["-c", "import venv, ensurepip"]).stdin(Stdio::null());
    python.output().is_ok_and(|answer| answer.status.success())
}
