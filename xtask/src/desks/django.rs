//! django-helpdesk in a virtual environment.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use super::server::{self, Plan, Server};
use super::state::{self, State};
use crate::stamp::Stamp;
use crate::tools::{apt_install, run};
use crate::workspace::Workspace;

const PEOPLE: &str = "agent (staff), requester; password deskrules";

/// Installs, seeds and starts it.
pub fn start(workspace: &Workspace, port: u16) -> Result<Server> {
    let files = workspace.tests().join("desks/django");
    let requirements = files.join("requirements.txt");
    let python = install(workspace, &requirements)?;
    let port = server::port(port)?;
    let state = State::new(workspace, "django", port)?;
    let settings: [(&str, OsString); 4] = [
        ("DJANGO_SETTINGS_MODULE", "settings".into()),
        ("PYTHONPATH", files.clone().into()),
        ("PYTHONDONTWRITEBYTECODE", "1".into()),
        ("DESKRULES_DJANGO_STATE", state.folder().into()),
    ];
    let python = || {
        let mut command = Command::new(&python);
        command.envs(settings.iter().map(|(name, value)| (name, value)));
        command
    };
    state.seed(workspace, std::slice::from_ref(&files), || run(python().arg(files.join("seed.py"))))?;
    let mut command = python();
    command
        .args(["-m", "django", "runserver", "--noreload"])
        .arg(format!("127.0.0.1:{port}"));
    let environment = vec![("DESKRULES_DJANGO_URL", format!("http://127.0.0.1:{port}").into())];
    Server::start(Plan {
        name: "django-helpdesk",
        people: PEOPLE,
        command,
        port,
        state,
        environment,
    })
}

/// Installs what the requirements name, and answers the Python that has them.
fn install(workspace: &Workspace, requirements: &Path) -> Result<PathBuf> {
    let folder = state::home(workspace, "django").join("venv");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = Stamp::new(
        workspace,
        "desks-venv",
        &[requirements.into()],
        &[folder.join("pyvenv.cfg"), python.clone()],
    );
    if stamp.is_fresh()? {
        return Ok(python);
    }
    if !(has_venv() || apt_install(&["python3-venv"])? && has_venv()) {
        bail!("django-helpdesk needs Python 3.10 or later with `venv` and `pip`: on Debian, install `python3-venv`");
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
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
