//! Requests for the tests of rules: complete ones, with what a case has otherwise.

use super::{ChangeRequest, CheckAnswer, CheckOptions, PatchRequest, check_change, check_patch};
use crate::json::{self, FromJson, Json};
use crate::policy::{MANAGED_SERVER_GOUD, Policy};

/// The default policy's text.
pub(super) const GOUD: &str = MANAGED_SERVER_GOUD;

/// The moment of the check: a Monday at noon.
const NOW: &str = r#"{ "now": "2026-11-23T12:00:00+01:00" }"#;

const PATCH: &str = r#"{
    "product": { "name": "Globe", "from": "4.21", "to": "4.22" },
    "servers": ["app-01"],
    "requestedBy": { "name": "Sanne de Wit", "email": "sanne@example.org" },
    "installer": { "file": "globe-4.22.msi" },
    "instructions": { "steps": ["Stop the service", "Run the installer"] },
    "releaseNotes": { "url": "https://example.org/globe/4.22" },
    "rollback": { "steps": ["Restore the snapshot of app-01"] }
}"#;

const CHANGE: &str = r#"{ "requestedBy": { "name": "Sanne de Wit", "email": "sanne@example.org" } }"#;

/// What is found in the patch request with these fields otherwise, as `severity code path`.
pub(super) fn patch(otherwise: &str) -> Vec<String> {
    patch_of(GOUD, "{}", otherwise)
}

/// The same by another policy.
pub(super) fn patch_by(policy: &str, otherwise: &str) -> Vec<String> {
    patch_of(policy, "{}", otherwise)
}

/// The same with more that is known around it.
pub(super) fn patch_with(options: &str, otherwise: &str) -> Vec<String> {
    patch_of(GOUD, options, otherwise)
}

fn patch_of(policy: &str, options: &str, otherwise: &str) -> Vec<String> {
    let policy = Policy::from_json(policy).expect("a policy");
    let options: CheckOptions = read(NOW, options);
    let request: PatchRequest = read(PATCH, otherwise);
    said(&check_patch(&policy, &request, &options).expect("an answer"))
}

/// What is found in a change request of somebody known.
pub(super) fn change(otherwise: &str) -> Vec<String> {
    change_by(GOUD, otherwise)
}

/// The same by another policy.
pub(super) fn change_by(policy: &str, otherwise: &str) -> Vec<String> {
    let policy = Policy::from_json(policy).expect("a policy");
    let options: CheckOptions = read(NOW, "{}");
    let request: ChangeRequest = read(CHANGE, otherwise);
    said(&check_change(&policy, &request, &options).expect("an answer"))
}

fn said(answer: &CheckAnswer) -> Vec<String> {
    let line = |finding: &crate::finding::Finding| format!("{} {} {}", finding.severity.word(), finding.code, finding.path);
    answer.findings.iter().map(line).collect()
}

/// Reads an object with these fields otherwise.
fn read<T: FromJson>(usual: &str, otherwise: &str) -> T {
    let (Ok(Json::Object(mut fields)), Ok(Json::Object(others))) = (json::parse(usual), json::parse(otherwise)) else {
        return T::blank();
    };
    for (name, value) in others {
        fields.insert(name, value);
    }
    json::fit(Json::Object(fields)).expect("a request")
}
