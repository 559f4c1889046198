//! The cases that Rust and JavaScript share: `tests/cases/*.json`.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::panic, reason = "a test may")]

mod support;

use std::{fs, path::Path};

use deskrules::change::CheckOptions;
use deskrules::error::Error;
use deskrules::json::ToJson;
use deskrules::policy::Policy;
use deskrules::{change, sla, triage};
use rstest::rstest;
use serde::Deserialize;
use serde_json::Value;
use support::{fit, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    call: String,
    policy: Option<String>,
    input: Value,
    now: Option<Value>,
    supposed: Option<Value>,
    options: Option<serde_json::Map<String, Value>>,
    #[serde(default, deserialize_with = "given")]
    answer: Option<Value>,
    error: Option<Value>,
}

/// An answer of null is an answer.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file)).expect("a case file")
}

fn value(answer: Result<impl ToJson, Error>) -> Result<Value, Error> {
    answer.map(|answer| support::value(&answer))
}

fn ask(case: &Case) -> Result<Value, Error> {
    let policy = match &case.policy {
        Some(file) => Policy::from_json(&read(file)),
        None => Policy::managed_server_goud(),
    };
    let policy = policy.expect("a policy");
    let now = || fit(case.now.as_ref().expect("a now")).map_err(|error| error.under("now"));
    let input = &case.input;
    match case.call.as_str() {
        "classify" => fit(input).and_then(|query| value(sla::classify(&policy, &query))),
        "deadlines" => fit(input).and_then(|query| value(sla::deadlines(&policy, &query))),
        "checkPatch" => fit(input).and_then(|request| value(change::check_patch(&policy, &request, &options(case)?))),
        "checkChange" => fit(input).and_then(|request| value(change::check_change(&policy, &request, &options(case)?))),
        "nextWindow" => fit(input).and_then(|query| value(change::next_window(&policy, &query))),
        "track" => now().and_then(|now| value(sla::track(&policy, &fit(input)?, now))),
        "suggest" => fit(input).and_then(|query| value(triage::suggest(&policy, &query))),
        "whatIf" => now().and_then(|now| {
            let supposed = fit(case.supposed.as_ref().expect("a supposition"))?;
            value(sla::what_if(&policy, &fit(input)?, now, &supposed, None))
        }),
        other => panic!("no such call: {other}"),
    }
}

/// What is known around a request: the moment, and whatever else the case says.
fn options(case: &Case) -> Result<CheckOptions, Error> {
    let mut options = case.options.clone().unwrap_or_default();
    options.insert("now".to_owned(), case.now.clone().expect("a now"));
    fit(&Value::Object(options))
}

/// Says where the answer lacks what the case names.
fn difference(expected: &Value, found: &Value, path: &str) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected.iter().find_map(|(key, expected)| {
            let path = format!("{path}.{key}");
            found
                .get(key)
                .map_or_else(|| Some(format!("{path} is missing")), |found| difference(expected, found, &path))
        }),
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => (0..)
            .zip(expected.iter().zip(found))
            .find_map(|(index, (expected, found)): (usize, _)| difference(expected, found, &format!("{path}[{index}]"))),
        _ => (expected != found).then(|| format!("{path}: expected {expected}, found {found}")),
    }
}

#[rstest]
#[case("agreements.json")]
#[case("incidents.json")]
#[case("requests.json")]
#[case("tickets.json")]
#[case("triage.json")]
fn rust_answers_as_the_cases_say(#[case] file: &str) {
    let cases: Vec<Case> = serde_json::from_value(json(&read(file))).expect("cases");
    let mut wrong = Vec::new();
    for case in &cases {
        let found = ask(case);
        let difference = match (&found, &case.answer, &case.error) {
            (Ok(found), Some(expected), None) => difference(expected, found, "answer"),
            (Err(found), None, Some(expected)) => difference(expected, &support::value(found), "error"),
            _ => Some(format!("found {found:?}")),
        };
        wrong.extend(difference.map(|difference| format!("{}: {difference}", case.name)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
