//! A desk as a process of ours: started, waited for, stopped with all its workers.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::state::State;

/// A server that has not answered by then never will.
const PATIENCE: Duration = Duration::from_secs(90);
/// How long the workers may take to end before they are killed.
const GRACE: Duration = Duration::from_secs(5);
const MOMENT: Duration = Duration::from_millis(100);

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Has Ctrl+C end the waiting instead of the process, so that no server outlives it.
pub fn interrupts() -> Result<()> {
    Ok(ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed))?)
}

/// Waits a moment; says whether somebody wants an end.
pub fn pause() -> bool {
    thread::sleep(MOMENT);
    INTERRUPTED.load(Ordering::Relaxed)
}

/// The port itself, or a free one for 0.
pub fn port(wanted: u16) -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", wanted)).with_context(|| format!("cannot serve on port {wanted}"))?;
    Ok(listener.local_addr()?.port())
}

/// A running desk.
pub struct Server {
    /// What it is.
    pub name: &'static str,
    /// Who can log in, in words.
    pub people: &'static str,
    /// Where it is, without a slash at the end.
    pub url: String,
    /// What the tests need to know of it.
    pub environment: Vec<(&'static str, OsString)>,
    log: PathBuf,
    process: Child,
    /// Goes after the process.
    _state: State,
}

/// How a desk is started.
pub struct Plan {
    /// What it is.
    pub name: &'static str,
    /// Who can log in, in words.
    pub people: &'static str,
    /// The server's own command.
    pub command: Command,
    /// The port it will listen on.
    pub port: u16,
    /// What it writes.
    pub state: State,
    /// What the tests need to know of it.
    pub environment: Vec<(&'static str, OsString)>,
}

impl Server {
    /// Starts a desk and waits for its first page.
    pub fn start(plan: Plan) -> Result<Self> {
        let Plan {
            name,
            people,
            mut command,
            port,
            state,
            environment,
        } = plan;
        let log = state.log();
        let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        // Ctrl+C in the terminal is for this process alone: the workers end by a signal to their group.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let process = command.spawn().with_context(|| format!("cannot start {name}"))?;
        let url = format!("http://127.0.0.1:{port}");
        let mut server = Self {
            name,
            people,
            url,
            environment,
            log,
            process,
            _state: state,
        };
        server.wait(port)?;
        Ok(server)
    }

    fn wait(&mut self, port: u16) -> Result<()> {
        let start = Instant::now();
        while !answers(port) {
            let trouble = if self.has_ended()? {
                "ended before it answered"
            } else if start.elapsed() > PATIENCE {
                "does not answer"
            } else if pause() {
                "was interrupted"
            } else {
                continue;
            };
            bail!("{} {trouble}\n{}", self.name, self.last_words());
        }
        Ok(())
    }

    /// Says whether the server ended by itself.
    pub fn has_ended(&mut self) -> Result<bool> {
        Ok(self.process.try_wait()?.is_some())
    }

    /// The end of its log.
    pub fn last_words(&self) -> String {
        let log = fs::read(&self.log).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let lines: Vec<&str> = log.lines().collect();
        let last = lines.get(lines.len().saturating_sub(20)..).unwrap_or_default();
        format!("{}:\n{}", self.log.display(), last.join("\n"))
    }

    /// Sends a signal to the server and all its workers.
    fn signal(&mut self, signal: &str) {
        // Where it fails there is nobody left to end.
        if cfg!(unix) {
            let group = format!("-{}", self.process.id());
            let _ended = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
        } else {
            let _ended = self.process.kill();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.signal("-TERM");
        let start = Instant::now();
        while matches!(self.has_ended(), Ok(false)) && start.elapsed() < GRACE {
            thread::sleep(MOMENT);
        }
        self.signal("-KILL");
        let _status = self.process.wait();
    }
}

fn answers(port: u16) -> bool {
    let ask = || -> Result<bool> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "GET / HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n")?;
        let mut status = String::new();
        BufReader::new(stream).read_line(&mut status)?;
        Ok(status.split(' ').nth(1) == Some("200"))
    };
    ask().unwrap_or(false)
}
