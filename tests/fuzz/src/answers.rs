//! What holds of whatever the crate answers.

use deskrules::finding::Finding;
use deskrules::json::{ToJson, text};
use serde_json::Value;

/// An error has a kebab-case code and says something.
pub fn sound_error(code: &str, path: &str, message: &str) {
    let kebab = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    assert!(!code.is_empty() && code.bytes().all(kebab), "the code `{code}` at `{path}`");
    assert!(!message.is_empty(), "`{code}` at `{path}` says nothing");
    assert!(code != "internal", "{path}: {message}");
}

/// So have findings, and programs can read them.
pub fn sound_findings(findings: &[Finding]) {
    for finding in findings {
        sound_error(finding.code, &finding.path, &finding.message);
        value(finding);
    }
}

/// An answer as another reader of JSON reads it.
pub fn value(answer: &(impl ToJson + ?Sized)) -> Value {
    let text = text(answer);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
