//! What could not be read: one error with a code and a path, in place of an answer.

use std::fmt;

use crate::finding::{Finding, Severity};
use crate::json::{Misfit, Misfits, unknown};
use crate::schedule;

/// Input that could not be read, or a question that has no answer. A broken rule is a [`Finding`] instead.
#[derive(Debug, Clone, PartialEq)]
pub struct Error {
    /// What kind of error; locales translate by it.
    pub code: &'static str,
    /// Where, in the grammar `a.b[0].c`; empty for the whole.
    pub path: String,
    /// What is wrong, in English.
    pub message: String,
    /// All that was found where it is more than this one: places that do not fit, or what the lint says of a policy.
    pub findings: Vec<Finding>,
}

to_json!(
    Error,
    field {
        code,
        path,
        message,
        findings
    }
);

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

    /// Returns the error of these findings: the first that is an error; none when none is.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Option<Self> {
        let first = findings.iter().find(|finding| finding.is_error())?;
        Some(Self {
            findings: findings.to_vec(),
            ..Self::new(first.code, first.path.clone(), first.message.clone())
        })
    }

    /// Returns the error with its path below a key like `a` or `[0]`.
    #[must_use]
    pub fn under(mut self, key: &str) -> Self {
        self.path = below(key, &self.path);
        for finding in &mut self.findings {
            finding.path = below(key, &finding.path);
        }
        self
    }

    /// Returns the error for a name that is not among `known`, with the nearest of them.
    pub(crate) fn unknown(
        code: &'static str,
        path: impl Into<String>,
        what: &str,
        name: &str,
        known: &mut dyn Iterator<Item = &str>,
    ) -> Self {
        Self::new(code, path, unknown(what, name, known))
    }
}

/// Returns a path below a key like `a` or `[0]`.
pub(crate) fn below(key: &str, path: &str) -> String {
    let joint = if path.is_empty() || path.starts_with('[') { "" } else { "." };
    format!("{key}{joint}{path}")
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<Misfit> for Error {
    fn from(misfit: Misfit) -> Self {
        Self::new(misfit.code, misfit.path, misfit.message)
    }
}

impl From<Misfits> for Error {
    fn from(mut misfits: Misfits) -> Self {
        if misfits.0.len() == 1
            && let Some(only) = misfits.0.pop()
        {
            return only.into();
        }
        let mut findings = Vec::new();
        for misfit in misfits.0 {
            findings.push(Finding::new(Severity::Error, misfit.code, misfit.path, misfit.message));
        }
        Self::of(&findings).unwrap_or_else(|| Self::new("invalid", "", "this does not fit"))
    }
}

impl From<schedule::Error> for Error {
    fn from(error: schedule::Error) -> Self {
        Self::new(error.problem.code(), error.path, error.problem.to_string())
    }
}

impl From<schedule::Errors> for Error {
    /// All of them, when they are more than one.
    fn from(errors: schedule::Errors) -> Self {
        let mut misfits = Vec::new();
        for error in &errors {
            misfits.push(Misfit {
                code: error.problem.code(),
                path: error.path.clone(),
                message: error.problem.to_string(),
            });
        }
        Misfits(misfits).into()
    }
}
