//! What is known around a request: the moment, the files that it names, and the work that is planned already.

use crate::json::Table;
use crate::schedule::{Instant, Period};

document! {
    /// What is known around a request.
    pub struct CheckOptions {
        /// The moment of the check.
        pub now: Instant,
        /// The files that the request names, by the name that it uses; null when there is no such file. Of a file that is not here nothing
        /// is known, and nothing is said.
        pub files: Table<Option<FileFacts>> = Table::default(),
        /// Work that is planned already.
        pub windows: Vec<PlannedWork> = Vec::new(),
    }
}

impl CheckOptions {
    /// Returns options that know nothing but the moment.
    #[must_use]
    pub fn at(now: Instant) -> Self {
        Self {
            now,
            files: Table::default(),
            windows: Vec::new(),
        }
    }

    /// The text of a file, when it is known.
    pub(super) fn contents(&self, file: Option<&String>) -> Option<&str> {
        self.files.get(file?)?.as_ref()?.text.as_deref()
    }
}

document! {
    /// What is known of a file.
    pub struct FileFacts {
        /// Its size in bytes.
        pub size: u64,
        /// Its SHA-256, in hexadecimal.
        pub sha256: Option<String> = None,
        /// What it says, of a file of text.
        pub text: Option<String> = None,
    }
}

document! {
    /// Work that is planned already.
    pub struct PlannedWork {
        /// First instant.
        pub start: Instant,
        /// First instant after it.
        pub end: Instant,
        /// What it is.
        pub title: Option<String> = None,
        /// The servers that it is done on; any when left out.
        pub servers: Vec<String> = Vec::new(),
    }
}

impl PlannedWork {
    /// When it is done.
    pub(super) fn period(&self) -> Period {
        Period {
            start: self.start,
            end: self.end,
        }
    }

    /// Says whether it is in the way of work on these servers: unless both name servers and share none.
    pub(super) fn concerns(&self, servers: &[String]) -> bool {
        let shared = |server: &String| {
            servers
                .iter()
                .any(|other| other.trim_ascii().eq_ignore_ascii_case(server.trim_ascii()))
        };
        self.servers.is_empty() || servers.is_empty() || self.servers.iter().any(shared)
    }
}
