//! A static server on the loopback: the package and the pages as one tree.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};

use crate::workspace::Workspace;

/// The longest head of a request that is read.
const HEAD: u64 = 64 << 10;

/// A running server; it ends with the process.
pub struct Site {
    /// Where it is, without a slash at the end.
    pub url: String,
    listener: thread::JoinHandle<()>,
}

/// Serves the demo until the process is ended.
pub fn demo(workspace: &Workspace, port: u16) -> Result<()> {
    let site = Site::start(workspace, port).or_else(|_| {
        eprintln!("port {port} is taken, using another");
        Site::start(workspace, 0)
    })?;
    println!("serving {}/demo/ (stop with Ctrl+C)", site.url);
    site.listener.join().map_err(|_| anyhow!("the server stopped"))
}

impl Site {
    /// Starts to serve `pkg/` and `www/`; port 0 takes a free one.
    ///
    /// A thread and an answer a connection: a page opens a few dozen, and none waits behind one that is kept alive.
    pub fn start(workspace: &Workspace, port: u16) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| format!("cannot serve on port {port}"))?;
        let url = format!("http://{}", listener.local_addr()?);
        let roots = Arc::new([workspace.pkg(), workspace.www()]);
        let listener = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let roots = Arc::clone(&roots);
                // That a client goes away before the end is not ours to mend.
                thread::spawn(move || drop(answer(&stream, roots.as_slice())));
            }
        });
        Ok(Self { url, listener })
    }
}

/// Answers the request of a connection, and closes it.
fn answer(stream: &TcpStream, roots: &[PathBuf]) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut lines = BufReader::new(stream.take(HEAD)).lines();
    let Some(request) = lines.next().transpose()? else { return Ok(()) };
    // The rest of the head says nothing that matters to a file.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let found = match method {
        "GET" | "HEAD" => find(path, roots),
        _ => Found::WrongMethod,
    };
    let body = method != "HEAD";
    match found {
        Found::File(file) => match File::open(&file) {
            Ok(mut open) => {
                let length = open.metadata()?.len();
                head(
                    stream,
                    "200 OK",
                    &format!("Content-Type: {}\r\nContent-Length: {length}", mime(&file)),
                )?;
                if body {
                    io::copy(&mut open, &mut &*stream).map(drop)
                } else {
                    Ok(())
                }
            }
            Err(_) => plain(stream, "404 Not Found", body),
        },
        Found::Moved(to) => head(stream, "302 Found", &format!("Location: {to}\r\nContent-Length: 0")),
        Found::Nothing => plain(stream, "404 Not Found", body),
        Found::WrongMethod => plain(stream, "405 Method Not Allowed", body),
    }
}

fn head(mut stream: &TcpStream, status: &str, headers: &str) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\n{headers}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
    )
}

fn plain(mut stream: &TcpStream, status: &str, body: bool) -> io::Result<()> {
    head(
        stream,
        status,
        &format!("Content-Type: text/plain\r\nContent-Length: {}", status.len() + 1),
    )?;
    if body { writeln!(stream, "{status}") } else { Ok(()) }
}

#[derive(Debug, PartialEq, Eq)]
enum Found {
    File(PathBuf),
    Moved(String),
    Nothing,
    WrongMethod,
}

/// Looks a path up, in the first of the folders that has it.
fn find(path: &str, roots: &[PathBuf]) -> Found {
    if path == "/" {
        return Found::Moved("/demo/".into());
    }
    let Some(names) = segments(path) else {
        return Found::Nothing;
    };
    for root in roots {
        let mut file = root.clone();
        file.extend(&names);
        if file.is_dir() {
            if !path.ends_with('/') && file.join("index.html").is_file() {
                return Found::Moved(format!("{path}/"));
            }
            file.push("index.html");
        } else if path.ends_with('/') {
            continue;
        }
        if file.is_file() && stays_in(&file, root) {
            return Found::File(file);
        }
    }
    Found::Nothing
}

/// The names in a path; `None` when one of them is no plain name of a file or folder.
fn segments(path: &str) -> Option<Vec<String>> {
    path.split('/')
        .filter(|segment| !segment.is_empty())
        .map(|segment| {
            let name = decode(segment)?;
            let odd = name.starts_with('.') || name.contains(['/', '\\', ':', '\0']);
            (!odd).then_some(name)
        })
        .collect()
}

/// Undoes percent-encoding; `None` when it is broken or no UTF-8.
fn decode(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = after;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

/// A link may point anywhere: what it leads to must be inside too.
fn stays_in(file: &Path, root: &Path) -> bool {
    match (file.canonicalize(), root.canonicalize()) {
        (Ok(file), Ok(root)) => file.starts_with(root),
        _ => false,
    }
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs" | "cjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        Some("txt" | "md" | "ts" | "cts" | "ndjson" | "yaml") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::segments;

    fn leads_nowhere(path: &str) -> bool {
        segments(path).is_none()
    }

    #[test]
    fn a_plain_path_is_its_names() {
        assert_eq!(segments("/demo/a%20b.html"), Some(vec!["demo".into(), "a b.html".into()]));
    }

    #[test]
    fn no_path_leaves_the_folders() {
        assert!(leads_nowhere("/../Cargo.toml"));
        assert!(leads_nowhere("/demo/%2e%2e/%2E%2E/Cargo.toml"));
        assert!(leads_nowhere("/demo/..%2f..%2fCargo.toml"));
        assert!(leads_nowhere("/demo/..\\..\\Cargo.toml"));
        assert!(leads_nowhere("/c:/windows"));
        assert!(leads_nowhere("/demo/%00"));
    }

    #[test]
    fn broken_encoding_leads_nowhere() {
        assert!(leads_nowhere("/%"));
        assert!(leads_nowhere("/%zz"));
        assert!(leads_nowhere("/%ff"));
    }
}
