//! What every check answers with: a finding at a path, with its severity, a message and what to do.

use crate::json::{Json, Table};

words! {
    /// How much a finding weighs.
    pub enum Severity {
        /// Refuses what was checked.
        Error = "error",
        /// Accepted, but somebody should look at it.
        Warning = "warning",
        /// Good to know.
        Info = "info",
    }
}

answer! {
    /// A broken rule or a remark. Never thrown: what cannot be read at all is an [`Error`](crate::error::Error).
    pub struct Finding {
        /// The rule's id; locales translate by it.
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
        pub params: Table<Json>,
    }
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
            params: Table::default(),
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
    pub fn param(mut self, name: &'static str, value: impl Into<Json>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// Says whether it refuses what was checked.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
