//! The text of a policy, byte by byte: reading JSON, fitting it into the document, the lint.

use deskrules::json::{self, Json};
use deskrules::policy::{Policy, PolicyDocument};
use serde_json::Value;

use super::agreement::answers;
use super::answers::{sound_error, sound_findings};
use super::draw::Draw;

pub fn run(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let Some(json) = parsed(text) else {
        assert!(Policy::from_json(text).is_err(), "a policy that is no JSON");
        return;
    };
    loaded(text, json);
}

/// Reads JSON, and compares with what another reader makes of it.
fn parsed(text: &str) -> Option<Json> {
    let other: Result<Value, _> = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    match json::parse(text) {
        Ok(json) => {
            let written = json::text(&json);
            let again = json::parse(&written).expect("what is written is read");
            if largest(&json) < 1e36 {
                assert_eq!(json::text(&again), written, "writing is stable");
            }
            let other = other.expect("what this reader reads, others read");
            assert!(same(&json, &other), "{written} is not {other}");
            Some(json)
        }
        Err(misfit) => {
            sound_error(misfit.code, &misfit.path, &misfit.message);
            let stricter = ["duplicate-key", "too-deep", "too-large"].contains(&misfit.code);
            assert!(stricter || other.is_err(), "{misfit:?} but {other:?}");
            None
        }
    }
}

/// The largest number of a value.
fn largest(json: &Json) -> f64 {
    match json {
        Json::Number(number) => number.abs(),
        Json::List(items) => items.iter().map(largest).fold(0.0, f64::max),
        Json::Object(entries) => entries.values().map(largest).fold(0.0, f64::max),
        _ => 0.0,
    }
}

/// Says whether two values are the same, numbers to 15 digits.
fn same(ours: &Json, other: &Value) -> bool {
    match (ours, other) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(ours), Value::Bool(other)) => ours == other,
        (Json::Text(ours), Value::String(other)) => ours == other,
        (Json::Number(ours), Value::Number(other)) => {
            let other = other.as_f64().unwrap_or(f64::NAN);
            (ours - other).abs() <= other.abs() * 1e-14
        }
        (Json::List(ours), Value::Array(other)) => {
            ours.len() == other.len() && ours.iter().zip(other).all(|(ours, other)| same(ours, other))
        }
        (Json::Object(ours), Value::Object(other)) => {
            ours.iter().len() == other.len()
                && ours
                    .iter()
                    .all(|(name, ours)| other.get(name).is_some_and(|other| same(ours, other)))
        }
        _ => false,
    }
}

/// Reads a policy, compares with its lint, and asks it everything.
pub fn loaded(text: &str, json: Json) {
    let policy = Policy::from_json(text);
    match json::fit::<PolicyDocument>(json) {
        Err(_) => assert!(policy.is_err(), "a policy of another shape"),
        Ok(document) => {
            let findings = Policy::lint(document.clone());
            sound_findings(&findings);
            assert_eq!(findings, Policy::lint(document), "the lint says the same again");
            let refused = findings.iter().any(deskrules::finding::Finding::is_error);
            assert_eq!(policy.is_err(), refused, "{findings:?}");
        }
    }
    match policy {
        Err(error) => sound_error(error.code, &error.path, &error.message),
        Ok(policy) => {
            let again = Policy::from_json(&json::text(&policy.source)).expect("a policy is read again");
            assert_eq!(policy.findings, again.findings);
            answers(&policy, &mut Draw::new(&[]));
        }
    }
}
