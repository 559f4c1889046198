//! What fuzzing found, each by its name.
#![allow(clippy::allow_attributes, clippy::expect_used, reason = "a test may")]

mod support;

use deskrules::change::{self, WindowKind};
use deskrules::json::parse;
use deskrules::policy::Policy;
use deskrules::triage::{SuggestQuery, suggest};
use serde_json::json;
use support::{fit, goud, value};

/// It was refused, and the window offered in its place was the same one.
#[test]
fn planned_work_of_no_time_is_in_nobodys_way() {
    let noon = "2026-11-25T12:00:00+01:00";
    let options = fit(&json!({ "now": "2026-11-23T12:00:00+01:00", "windows": [{ "start": noon, "end": noon }] })).expect("options");
    let window = json!({ "start": "2026-11-25T11:00:00+01:00", "end": "2026-11-25T13:00:00+01:00" });
    let request = parse(&json!({ "window": window }).to_string()).expect("JSON");
    let answer = change::check_json(&goud(), WindowKind::Patch, request, &options).expect("an answer");
    assert!(answer.findings.iter().all(|finding| finding.path != "window"));
    assert_eq!(value(&answer.next_window), window);
}

/// The urgency was a level of the impact, where the two have other names.
#[test]
fn a_unit_that_stands_still_suggests_the_policys_own_urgency() {
    let policy = json!({
        "id": "own", "timeZone": "Europe/Amsterdam", "schedules": { "office": { "hours": { "mon": ["09:00-17:00"] } } },
        "incidents": {
            "impact": [{ "id": "many" }, { "id": "one" }], "urgency": [{ "id": "now" }, { "id": "later" }],
            "matrix": { "many": { "now": "P1", "later": "P1" }, "one": { "now": "P1", "later": "P1" } },
            "priorities": [{ "id": "P1", "resolution": "PT4H" }] },
        "triage": { "levels": { "impact": { "unit": "many" }, "urgency": { "now": "now" } } } });
    let policy = Policy::from_json(&policy.to_string()).expect("a policy");
    let body = "De hele afdeling kan niet werken.".to_owned();
    let query = SuggestQuery {
        subject: String::new(),
        body,
        lang: None,
    };
    let answer = suggest(&policy, &query).expect("a suggestion");
    assert_eq!(answer.impact.level.as_deref(), Some("many"));
    assert_eq!(answer.urgency.level.as_deref(), Some("now"));
}
