//! What every check answers with: a finding at a path, with its severity, a message and what to do.

use serde::Serialize;
use serde_json::{Map, Value};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Refuses what was checked.
    Error,
    /// Accepted, but somebody should look at it.
    Warning,
    /// Good to know.
    Info,
}

/// A broken rule or a remark. Never thrown: what cannot be read at all is an [`Error`](crate::error::Error).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Finding {
    /// The rule's id; locales translate by it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where, in the grammar `a.b[0].c`; empty for the whole.
    pub path: String,
    /// What is wrong, in English.
    pub message: String,
    /// What to do about it, in English.
    pub help: String,
    /// What the message names, for translations.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, unknown>"))]
    pub params: Map<String, Value>,
}

impl Finding {
    /// Returns a finding without help and params.
    pub fn new(severity: Severity, code: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            severity,
            path: path.into(),
            message: message.into(),
            help: String::new(),
            params: Map::new(),
        }
    }

    /// Returns the finding with what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Returns the finding with one more value that its message names.
    #[must_use]
    pub fn param(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// Says whether it refuses what was checked.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
