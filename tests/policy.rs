//! Reading a policy: what the lint says, where, and what is refused.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    reason = "a test may"
)]

mod support;

use deskrules::error::Error;
use deskrules::policy::{MANAGED_SERVER_GOUD, Policy, PolicyDocument};
use deskrules::sla::{ClassifyQuery, classify};
use rstest::rstest;
use serde_json::{Value, json};
use support::{fit, goud, json, value};

/// What the lint or the reader says of the default policy once some places are changed: a case that Rust and JavaScript share.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Slip {
    name: String,
    /// By JSON pointer; a null removes the place.
    changes: serde_json::Map<String, Value>,
    /// `error` and `warning` are what the lint says, `shape` is what the reader cannot fit.
    kind: String,
    code: String,
    path: String,
    message: Option<String>,
}

fn slips() -> Vec<Slip> {
    serde_json::from_str(include_str!("cases/policies.json")).expect("slips")
}

/// The default policy with one place changed; a null removes it.
fn changed(path: &str, value: Value) -> Value {
    let mut policy = json(MANAGED_SERVER_GOUD);
    change(&mut policy, path, value);
    policy
}

fn change(policy: &mut Value, path: &str, value: Value) {
    let (parent, key) = path.rsplit_once('/').expect("a JSON pointer");
    let parent = policy.pointer_mut(parent).expect("the parent");
    match (parent, value) {
        (Value::Object(map), Value::Null) => drop(map.remove(key)),
        (Value::Object(map), value) => drop(map.insert(key.to_owned(), value)),
        (Value::Array(list), value) => list[key.parse::<usize>().expect("an index")] = value,
        _ => panic!("no such place"),
    }
}

impl Slip {
    fn policy(&self) -> Value {
        let mut policy = json(MANAGED_SERVER_GOUD);
        for (place, value) in &self.changes {
            change(&mut policy, place, value.clone());
        }
        policy
    }
}

fn from_value(policy: &Value) -> Result<Policy, Error> {
    Policy::from_json(&policy.to_string())
}

fn refusal(policy: Value) -> Error {
    from_value(&policy).expect_err("a refusal")
}

#[test]
fn the_default_policy_has_no_findings() {
    assert_eq!(goud().findings, []);
}

#[rstest]
#[case::schedules("/schedules", json!({ "hours": { "mon": ["09:00-17:00"] } }), "schedules")]
#[case::channels("/incidents/channels", json!({}), "incidents.channels")]
fn the_lint_refuses_more_than_a_thousand_entries(#[case] place: &str, #[case] entry: Value, #[case] path: &str) {
    let others = (0..1_000).map(|number| (format!("n{number}"), entry.clone()));
    let many: Value = std::iter::once(("office".to_owned(), entry.clone())).chain(others).collect();
    let error = refusal(changed(place, many));
    assert_eq!((error.code, error.path.as_str()), ("too-many-entries", path), "{error}");
}

#[test]
fn the_lint_tells_every_slip_at_its_place() {
    for slip in slips().into_iter().filter(|slip| slip.kind != "shape") {
        let findings = Policy::lint(fit(&slip.policy()).expect("a document"));
        let told = findings
            .iter()
            .find(|finding| finding.code == slip.code && finding.path == slip.path);
        let told = told.unwrap_or_else(|| panic!("{}: {findings:?}", slip.name));
        assert_eq!(told.is_error(), slip.kind == "error", "{}", slip.name);
    }
}

#[test]
fn loading_refuses_a_slip_with_its_code_path_and_message_and_takes_what_is_a_warning() {
    for slip in slips() {
        let refusal = from_value(&slip.policy()).err();
        let told = refusal.as_ref().map(|error| (error.code, error.path.as_str()));
        let expected = (slip.kind != "warning").then_some((slip.code.as_str(), slip.path.as_str()));
        assert_eq!(told, expected, "{}", slip.name);
        if let (Some(message), Some(error)) = (slip.message, refusal) {
            assert_eq!(error.message, message, "{}", slip.name);
        }
    }
}

#[rstest]
#[case::of_a_policy("{ \"$schema\": \"policy.schema.json\", \"id\": \"ours\" }", None)]
#[case::deeper_down(
    "{ \"id\": \"ours\", \"patches\": { \"$schema\": \"policy.schema.json\" } }",
    Some("patches.$schema")
)]
fn a_policy_may_say_where_its_schema_is(#[case] text: &str, #[case] refused: Option<&str>) {
    assert_eq!(Policy::from_json(text).err().map(|error| error.path).as_deref(), refused);
}

#[test]
fn every_place_that_does_not_fit_comes_at_once() {
    let error = Policy::from_json(
        r#"{ "name": "Goud", "includes": ["zilver", 1], "incidents": { "impact": [{ "id": 1 }], "urgncy": [] }, "assumptions": [2] }"#,
    )
    .expect_err("a refusal");
    let places: Vec<String> = error
        .findings
        .iter()
        .map(|finding| format!("{} {}", finding.code, finding.path))
        .collect();
    let expected = [
        "missing-field id",
        "wrong-type name",
        "wrong-type includes[1]",
        "wrong-type assumptions[0]",
        "unknown-field incidents.urgncy",
        "wrong-type incidents.impact[0].id",
        "missing-field incidents.urgency",
        "missing-field incidents.matrix",
        "missing-field incidents.priorities",
    ];
    assert_eq!(places, expected);
}

#[rstest]
#[case::no_json("{", "not-json")]
#[case::a_key_twice(r#"{ "id": "a", "id": "b" }"#, "duplicate-key")]
#[case::two_documents("{} {}", "not-json")]
#[case::a_number_without_end(r#"{ "id": 1e999 }"#, "not-json")]
fn text_that_is_no_json_says_so(#[case] text: &str, #[case] code: &str) {
    assert_eq!(Policy::from_json(text).expect_err("a refusal").code, code);
}

#[test]
fn nesting_without_end_is_refused_before_the_stack_is() {
    let text = "[".repeat(1_000_000);
    assert_eq!(deskrules::json::parse(&text).expect_err("a refusal").code, "too-deep");
}

#[test]
fn all_problems_come_at_once_in_the_order_of_the_document() {
    let mut policy = changed("/timeZone", json!("Mars"));
    policy["incidents"]["schedule"] = json!("night");
    policy["patches"]["maxDuration"] = json!("P1D");
    let paths: Vec<String> = refusal(policy).findings.into_iter().map(|finding| finding.path).collect();
    assert_eq!(paths, ["timeZone", "incidents.schedule", "patches.maxDuration"]);
}

#[test]
fn the_example_of_the_design_loads() {
    let text = include_str!("cases/design-example.json");
    let policy = Policy::from_json(text).expect("a policy");
    assert_eq!(policy.document.id, "managed-server-goud");
}

#[test]
fn the_lint_has_nothing_to_say_of_published_agreements() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/agreements");
    let files = std::fs::read_dir(folder)
        .expect("the agreements")
        .map(|file| file.expect("a file").path());
    let agreements: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|ending| ending == "json"))
        .collect();
    assert!(agreements.len() >= 6, "{agreements:?}");
    for file in agreements {
        let policy = Policy::from_json(&std::fs::read_to_string(&file).expect("a text")).expect("a policy");
        assert_eq!(policy.findings, [], "{}", file.display());
        assert!(!policy.document.assumptions.is_empty(), "{}", file.display());
    }
}

#[test]
fn a_matrix_alone_is_a_policy() {
    let text = r#"{ "id": "small", "incidents": { "impact": [{ "id": "all" }], "urgency": [{ "id": "now" }],
                    "matrix": { "all": { "now": "P1" } }, "priorities": [{ "id": "P1" }] } }"#;
    let policy = Policy::from_json(text).expect("a policy");
    let query = ClassifyQuery {
        impact: "all".to_owned(),
        urgency: "now".to_owned(),
    };
    assert_eq!(classify(&policy, &query).expect("a priority").priority, "P1");
}

#[rstest]
#[case::an_event_of_its_own("/incidents/targets", json!([{ "id": "update", "startsOn": ["responded"], "stopsOn": ["updated"] }]))]
#[case::a_resolution_as_soon_as_the_response("/incidents/priorities/0/response", json!("PT4H"))]
fn the_lint_lets_pass(#[case] place: &str, #[case] value: Value) {
    assert_eq!(from_value(&changed(place, value)).expect("a policy").findings, []);
}

#[test]
fn a_policy_keeps_the_document_as_it_was_written() {
    assert_eq!(value(&goud().source), json(MANAGED_SERVER_GOUD));
}

#[test]
fn of_several_schedules_one_must_be_named() {
    let text = r#"{ "id": "small", "timeZone": "UTC", "schedules": { "day": { "hours": { "mon": ["09:00-17:00"] } }, "night": { "hours": { "mon": ["22:00-06:00"] } } },
                    "incidents": { "impact": [{ "id": "all" }], "urgency": [{ "id": "now" }], "matrix": { "all": { "now": "P1" } }, "priorities": [{ "id": "P1" }] } }"#;
    let error = Policy::from_json(text).expect_err("a refusal");
    assert_eq!(
        (error.code, error.path.as_str(), error.message.as_str()),
        ("missing-schedule", "incidents.schedule", "say which schedule: there is day, night")
    );
}

#[rstest]
#[case::a_response(r#""response": "PT1H""#)]
#[case::a_resolution(r#""resolution": "PT1H""#)]
#[case::one_of_its_own(r#""targets": { "update": "PT1H" }"#)]
fn a_policy_without_hours_cannot_have_targets(#[case] target: &str) {
    let text = format!(
        r#"{{ "id": "small", "incidents": {{ "impact": [{{ "id": "all" }}], "urgency": [{{ "id": "now" }}],
             "targets": [{{ "id": "update", "startsOn": ["reported"], "stopsOn": ["updated"] }}],
             "matrix": {{ "all": {{ "now": "P1" }} }}, "priorities": [{{ "id": "P1", {target} }}] }} }}"#
    );
    let error = Policy::from_json(&text).expect_err("a refusal");
    assert_eq!((error.code, error.path.as_str()), ("missing-schedule", "incidents.priorities[0]"));
}

#[test]
fn the_document_of_a_policy_reads_as_the_same_policy() {
    let text = deskrules::json::text(&goud().document);
    assert_eq!(Policy::from_json(&text).expect("a policy").document, goud().document);
}

#[test]
fn the_lint_of_a_document_is_what_loading_says() {
    let document: PolicyDocument = fit(&changed("/incidents/matrix/high/low", Value::Null)).expect("a document");
    assert_eq!(Policy::lint(document.clone()), Policy::new(document).expect("a policy").findings);
}

#[test]
fn the_report_itself_is_no_slip_for_another_event() {
    let targets = json!([{ "id": "update", "startsOn": ["reported"], "stopsOn": ["updated"] }]);
    let policy = from_value(&changed("/incidents/targets", targets)).expect("a policy");
    assert_eq!(policy.findings, []);
}

/// Urgency weighs more than impact here, so that swapping the two shows.
#[rstest]
#[case::one_person_at_once("one", "now", "P1")]
#[case::everybody_some_time("all", "later", "P3")]
#[case::everybody_at_once("all", "now", "P1")]
#[case::one_person_some_time("one", "later", "P4")]
#[case::some_people_some_time("some", "later", "P4")]
fn an_asymmetric_matrix_tells_impact_from_urgency(#[case] impact: &str, #[case] urgency: &str, #[case] priority: &str) {
    let policy = Policy::from_json(include_str!("cases/asymmetric-policy.json")).expect("a policy");
    let query = ClassifyQuery {
        impact: impact.to_owned(),
        urgency: urgency.to_owned(),
    };
    assert_eq!(classify(&policy, &query).expect("a priority").priority, priority);
}
