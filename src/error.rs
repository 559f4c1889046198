//! What could not be read: one error with a code and a path, in place of an answer.

use serde::Serialize;

use crate::finding::Finding;
use crate::schedule;

/// Input that could not be read, or a question that has no answer. A broken rule is a [`Finding`] instead.
#[derive(Debug, Clone, PartialEq, thiserror::Error, Serialize)]
#[error("{}{message}", Place(path))]
pub struct Error {
    /// What kind of error; locales translate by it.
    pub code: &'static str,
    /// Where, in the grammar `a.b[0].c`; empty for the whole.
    pub path: String,
    /// What is wrong, in English.
    pub message: String,
    /// All that the lint found, when a policy was refused.
    pub findings: Vec<Finding>,
}

impl Error {
    /// Returns an error without findings.
    pub fn new(code: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            path: path.into(),
            message: message.into(),
            findings: Vec::new(),
        }
    }

    /// Returns the error with its path below a key like `a` or `[0]`.
    #[must_use]
    pub fn under(mut self, key: &str) -> Self {
        let joint = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path = format!("{key}{joint}{}", self.path);
        self
    }

    /// Returns the error for a name that is not among `known`, with the nearest of them.
    pub fn unknown(code: &'static str, path: impl Into<String>, what: &str, name: &str, known: &[&str]) -> Self {
        Self::new(code, path, unknown(what, name, known))
    }
}

/// Returns the message for a name that is not among `known`, with the nearest of them or a list.
pub(crate) fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    let shown: String = name.chars().take(60).collect();
    let near = known
        .iter()
        .map(|known| (strsim::osa_distance(known, &shown), known))
        .min_by_key(|(distance, _)| *distance);
    match near {
        Some((distance, near)) if distance < near.len() && distance <= (near.len() / 3).max(1) => {
            format!("unknown {what} `{shown}`: did you mean `{near}`?")
        }
        Some(_) => format!("unknown {what} `{shown}`: there is {}", list(known)),
        None => format!("unknown {what} `{shown}`: there is none"),
    }
}

fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl From<schedule::Error> for Error {
    fn from(error: schedule::Error) -> Self {
        Self::new(error.problem.code(), error.path, error.problem.to_string())
    }
}

impl From<schedule::Errors> for Error {
    /// The first of them.
    fn from(errors: schedule::Errors) -> Self {
        let first = errors.iter().next().cloned();
        first.map_or_else(|| Self::new("invalid", "", errors.to_string()), Self::from)
    }
}

/// The start of a message: where, when there is a place to name.
struct Place<'a>(&'a str);

impl std::fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "{}: ", self.0) }
    }
}
