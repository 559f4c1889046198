//! A static server on the loopback: the package and the pages as one tree.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::workspace::Workspace;

const WORKERS: usize = 4;

/// A running server; it ends with the process.
pub struct Site {
    /// Where it is, without a slash at the end.
    pub url: String,
    workers: Vec<thread::JoinHandle<()>>,
}

/// Serves the demo until the process is ended.
pub fn demo(workspace: &Workspace, port: u16) -> Result<()> {
    let site = Site::start(workspace, port).or_else(|_| {
        eprintln!("port {port} is taken, using another");
        Site::start(workspace, 0)
    })?;
    println!("serving {}/demo/ (stop with Ctrl+C)", site.url);
    for worker in site.workers {
        worker.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

impl Site {
    /// Starts to serve `pkg/` and `www/`; port 0 takes a free one.
    pub fn start(workspace: &Workspace, port: u16) -> Result<Self> {
        let server = Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("cannot serve on port {port}: {error}"))?;
        let server = Arc::new(server);
        let url = format!("http://{}", server.server_addr());
        let roots = Arc::new([workspace.pkg(), workspace.www()]);
        let workers = (0..WORKERS)
            .map(|_| {
                let (server, roots) = (Arc::clone(&server), Arc::clone(&roots));
                thread::spawn(move || {
                    for request in server.incoming_requests() {
                        answer(request, roots.as_slice());
                    }
                })
            })
            .collect();
        Ok(Self { url, workers })
    }
}

/// Answers one request. That a client goes away before the end is not ours to mend.
fn answer(request: Request, roots: &[PathBuf]) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    let found = match request.method() {
        Method::Get | Method::Head => find(path, roots),
        _ => Found::WrongMethod,
    };
    let _gone = match found {
        Found::File(file) => match File::open(&file) {
            Ok(open) => {
                let response = Response::from_file(open);
                request.respond(with(response, &[("Content-Type", mime(&file)), ("Cache-Control", "no-cache")]))
            }
            Err(_) => plain(request, 404),
        },
        Found::Moved(to) => {
            let response = Response::empty(StatusCode(302));
            request.respond(with(response, &[("Location", &to), ("Cache-Control", "no-cache")]))
        }
        Found::Nothing => plain(request, 404),
        Found::WrongMethod => plain(request, 405),
    };
}

fn plain(request: Request, status: u16) -> std::io::Result<()> {
    let status = StatusCode(status);
    let response = Response::from_string(format!("{} {}\n", status.0, status.default_reason_phrase()));
    request.respond(with(response.with_status_code(status), &[("Cache-Control", "no-cache")]))
}

fn with<R: std::io::Read>(mut response: Response<R>, headers: &[(&str, &str)]) -> Response<R> {
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            response.add_header(header);
        }
    }
    response
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
