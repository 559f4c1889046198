//! Request Tracker 5 as Debian packages it, with a configuration and a database of ours.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use super::server::{self, Plan, Server};
use super::state::State;
use crate::tools::{apt_install, is_root, run};
use crate::workspace::Workspace;

const SERVER: &str = "/usr/share/request-tracker5/libexec/rt-server";
const SETUP: &str = "/usr/sbin/rt-setup-database-5";

const PACKAGES: [&str; 6] = [
    "request-tracker5",
    "rt5-db-sqlite",
    "rt5-standalone",
    "msmtp-mta",
    "libdbd-sqlite3-perl",
    "w3m",
];

const PEOPLE: &str = "agent and agent-nl (staff), requester (self-service); password deskrules";

/// Installs, seeds and starts it.
pub fn start(workspace: &Workspace, port: u16) -> Result<Server> {
    let files = workspace.tests().join("desks/rt");
    install(&files)?;
    let port = server::port(port)?;
    let state = State::new(workspace, "rt", port)?;
    for folder in ["html", "mason", "po", "sessions", "static"] {
        fs::create_dir(state.folder().join(folder))?;
    }
    link(&workspace.pkg(), &state.folder().join("static/deskrules"))?;
    let mut environment = environment(workspace, &files, &state, port);
    let seed = |words: &[&str]| {
        let mut setup = Command::new(SETUP);
        setup
            .args(words)
            .arg("--skip-create")
            .envs(environment.iter().map(|(name, value)| (name, value)));
        run(setup.stdout(Stdio::null()))
    };
    let data = files.join("initialdata");
    state.seed(workspace, &[files.clone(), SETUP.into()], || {
        seed(&["--action", "init"])?;
        seed(&["--action", "insert", "--datafile", &data.to_string_lossy()])
    })?;
    let mut command = Command::new(SERVER);
    command
        .args(["--server", "Starlet", "--host", "127.0.0.1", "--max-workers", "3", "--port"])
        .arg(port.to_string())
        .envs(environment.iter().map(|(name, value)| (name, value)));
    environment.push(("DESKRULES_RT_URL", format!("http://127.0.0.1:{port}").into()));
    Server::start(Plan {
        name: "Request Tracker",
        people: PEOPLE,
        command,
        port,
        state,
        environment,
    })
}

/// What `RT_SiteConfig.pm` reads, and has RT read that file instead of the one in /etc.
fn environment(workspace: &Workspace, files: &Path, state: &State, port: u16) -> Vec<(&'static str, OsString)> {
    vec![
        ("RT_SITE_CONFIG", files.join("RT_SiteConfig.pm").into()),
        ("RT_SITE_CONFIG_DIR", state.folder().join("none").into()),
        ("DESKRULES_RT_STATE", state.folder().into()),
        ("DESKRULES_RT_PORT", port.to_string().into()),
        ("DESKRULES_RT_PLUGINS", workspace.www().join("desks/rt").into()),
    ]
}

fn install(files: &Path) -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    if !Path::new(SERVER).exists() && is_root() {
        // No database and no timers of its own: the package is only the program.
        run(Command::new("debconf-set-selections").arg(files.join("preseed")))?;
    }
    if !apt_install(&PACKAGES)? {
        bail!(
            "Request Tracker needs Debian, and root to install it: `apt-get install {}`; or leave it out by `--only django`",
            PACKAGES.join(" ")
        );
    }
    Ok(())
}

fn is_installed() -> bool {
    let mut perl = Command::new("perl");
    perl.args(["-MPlack::Handler::Starlet", "-MDBD::SQLite", "-e", "1"])
        .stdin(Stdio::null());
    Path::new(SERVER).is_file() && perl.output().is_ok_and(|answer| answer.status.success())
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(to, at)?)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    bail!("Request Tracker runs on Debian only")
}
