//! django-helpdesk in a virtual environment.

use std::ffi::OsString;
use std::process::Command;

use anyhow::Result;

use super::server::{self, Plan, Server};
use super::state::{self, State};
use crate::python;
use crate::tools::run;
use crate::workspace::Workspace;

const PEOPLE: &str = "agent (staff), requester; password deskrules";

/// Installs, seeds and starts it.
pub fn start(workspace: &Workspace, port: u16) -> Result<Server> {
    let files = workspace.tests().join("desks/django");
    let requirements = files.join("requirements.txt");
    let folder = state::home(workspace, "django").join("venv");
    let python = python::venv(workspace, "desks-venv", &folder, &requirements)?;
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
