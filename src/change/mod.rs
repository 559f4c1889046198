//! Change and patch requests: every rule at once, the obligations that come with an answer, and the next window that fits.

mod check;
#[cfg(test)]
mod examples;
mod hours;
mod options;
mod passage;
mod report;
mod request;
mod rules;
mod subject;
mod text;
mod version;
mod window;

pub(crate) use check::findings_json;
pub use check::{AskedWindow, CheckAnswer, OpenWindow, check_change, check_json, check_patch};
pub use options::{CheckOptions, FileFacts, PlannedWork};
pub use request::{ChangeRequest, Installer, PatchRequest, Person, Product, RequestType, Text, WindowRequest};
pub use window::{Window, WindowKind, WindowQuery, next_window};
