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

/// The default policy with one place changed; a null removes it.
fn changed(path: &str, value: Value) -> Value {
    let mut policy = json(MANAGED_SERVER_GOUD);
    let (parent, key) = path.rsplit_once('/').expect("a JSON pointer");
    let parent = policy.pointer_mut(parent).expect("the parent");
    match (parent, value) {
        (Value::Object(map), Value::Null) => drop(map.remove(key)),
        (Value::Object(map), value) => drop(map.insert(key.to_owned(), value)),
        (Value::Array(list), value) => list[key.parse::<usize>().expect("an index")] = value,
        _ => panic!("no such place"),
    }
    policy
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
#[case::unknown_zone("/timeZone", json!("Europe/Amsterdm"), "unknown-zone", "timeZone")]
#[case::another_format("/version", json!(2), "unsupported-version", "version")]
#[case::a_day_of_25_hours("/hoursPerWorkingDay", json!(25), "impossible-working-day", "hoursPerWorkingDay")]
#[case::a_day_of_no_hours("/hoursPerWorkingDay", json!(0), "impossible-working-day", "hoursPerWorkingDay")]
#[case::overlapping_hours("/schedules/office/hours/mon", json!(["09:00-12:00", "11:00-17:00"]), "overlapping-hours", "schedules.office.hours.mon[1]")]
#[case::a_holiday_that_can_never_be("/schedules/office/holidays/0/on", json!("02-30"), "impossible-holiday", "schedules.office.holidays[0].on")]
#[case::an_unknown_schedule("/incidents/schedule", json!("ofice"), "unknown-schedule", "incidents.schedule")]
#[case::an_unknown_schedule_of_a_channel("/incidents/channels/phone/schedule", json!("day"), "unknown-schedule", "incidents.channels.phone.schedule")]
#[case::an_unknown_rule("/rules", json!({ "window-in-pas": "off" }), "unknown-rule", "rules.window-in-pas")]
#[case::a_choice_of_nothing("/changes/standard/0/fields/0/type", json!("choice"), "missing-options", "changes.standard[0].fields[0].options")]
#[case::an_unknown_priority("/incidents/matrix/high/medium", json!("P9"), "unknown-priority", "incidents.matrix.high.medium")]
#[case::an_unknown_impact("/incidents/matrix/hihg", json!({}), "unknown-level", "incidents.matrix.hihg")]
#[case::an_unknown_urgency("/incidents/matrix/high/now", json!("P1"), "unknown-level", "incidents.matrix.high.now")]
#[case::an_id_twice("/incidents/impact/1/id", json!("high"), "duplicate-id", "incidents.impact[1].id")]
#[case::an_empty_id("/changes/standard/0/id", json!(" "), "empty-id", "changes.standard[0].id")]
#[case::resolution_before_response("/incidents/priorities/0/resolution", json!("PT10M"), "resolution-before-response", "incidents.priorities[0].resolution")]
#[case::a_target_of_no_time("/incidents/priorities/0/response", json!("PT0S"), "zero-target", "incidents.priorities[0].response")]
#[case::a_calendar_day("/incidents/priorities/1/resolution", json!("P1D"), "calendar-duration", "incidents.priorities[1].resolution")]
#[case::no_duration("/patches/maxDuration", json!("4 hours"), "not-a-duration", "patches.maxDuration")]
#[case::a_window_of_no_time("/patches/maxDuration", json!("PT0S"), "zero-duration", "patches.maxDuration")]
#[case::negative_working_days("/incidents/priorities/1/resolution/workingDays", json!(-1), "impossible-working-days", "incidents.priorities[1].resolution.workingDays")]
#[case::a_fraction_over_one("/incidents/atRisk", json!(75), "impossible-fraction", "incidents.atRisk")]
#[case::no_fraction("/incidents/atRisk", json!(0), "impossible-fraction", "incidents.atRisk")]
#[case::a_line_in_percent("/incidents/escalation/1/at", json!(75), "impossible-fraction", "incidents.escalation[1].at")]
#[case::a_line_from_the_start("/incidents/escalation/0/at", json!(0), "impossible-fraction", "incidents.escalation[0].at")]
#[case::a_target_that_there_is("/incidents/targets", json!([{ "id": "response", "startsOn": ["reported"], "stopsOn": ["updated"] }]), "duplicate-id", "incidents.targets[0].id")]
#[case::another_that_there_is("/incidents/targets", json!([{ "id": "resolution", "startsOn": ["reported"], "stopsOn": ["updated"] }]), "duplicate-id", "incidents.targets[0].id")]
#[case::an_event_without_a_name("/incidents/targets", json!([{ "id": "update", "startsOn": ["reported", " "], "stopsOn": ["updated"] }]), "empty-id", "incidents.targets[0].startsOn[1]")]
#[case::a_pause_of_no_target("/incidents/pausable", json!(["resolution", "update"]), "unknown-target", "incidents.pausable[1]")]
#[case::a_time_of_no_target("/incidents/priorities/0/targets", json!({ "update": "PT1H" }), "unknown-target", "incidents.priorities[0].targets.update")]
#[case::the_first_line("/incidents/escalation/0/line", json!(1), "impossible-line", "incidents.escalation[0].line")]
#[case::a_higher_line_earlier("/incidents/escalation/1/at", json!(0.25), "unordered-escalation", "incidents.escalation[1]")]
#[case::no_levels("/incidents/urgency", json!([]), "no-levels", "incidents.urgency")]
#[case::hours_nowhere("/schedules/office/hours", json!({}), "never-open", "schedules.office.hours")]
#[case::a_freeze_backwards("/changes/freezes", json!([{ "from": "2026-12-31", "to": "2026-12-24", "kind": "hard" }]), "reversed-freeze", "changes.freezes[0].to")]
#[case::a_freeze_from_when("/changes/freezes", json!([{ "from": "2026-12-24T12:00:00", "to": "2026-12-31", "kind": "hard" }]), "instant-without-offset", "changes.freezes[0].from")]
fn the_lint_refuses(#[case] place: &str, #[case] value: Value, #[case] code: &str, #[case] path: &str) {
    let error = refusal(changed(place, value));
    assert_eq!((error.code, error.path.as_str()), (code, path), "{error}");
    assert!(
        error.findings.iter().any(|finding| finding.code == code && finding.path == path),
        "it is among the findings"
    );
}

#[rstest]
#[case::a_missing_cell("/incidents/matrix/high/low", json!(null), "missing-cell", "incidents.matrix.high.low")]
#[case::a_cell_that_is_not_monotone("/incidents/matrix/low/low", json!("P1"), "non-monotone-cell", "incidents.matrix.low.low")]
#[case::an_event_that_resembles_another("/incidents/targets", json!([{ "id": "update", "startsOn": ["reported"], "stopsOn": ["respnded"] }]), "resembles-event", "incidents.targets[0].stopsOn[0]")]
#[case::a_minute_short_of_midnight("/schedules/office/hours/mon", json!(["09:00-23:59"]), "short-of-midnight", "schedules.office.hours.mon[0]")]
fn the_lint_warns(#[case] place: &str, #[case] value: Value, #[case] code: &str, #[case] path: &str) {
    let policy = from_value(&changed(place, value)).expect("a policy");
    assert!(
        policy
            .findings
            .iter()
            .any(|finding| !finding.is_error() && finding.code == code && finding.path == path),
        "{:?}",
        policy.findings
    );
}

#[rstest]
#[case::an_unknown_field("/incidents/maxtrix", json!({}), "unknown-field", "incidents.maxtrix", "unknown field `maxtrix`: did you mean `matrix`?")]
#[case::an_unknown_field_deep_down("/schedules/office/holidays/0/onn", json!("12-25"), "unknown-field", "schedules.office.holidays[0].onn", "unknown field `onn`: did you mean `on`?")]
#[case::a_missing_field("/schedules/office/holidays/0/on", json!(null), "missing-field", "schedules.office.holidays[0].on", "`on` is missing")]
#[case::text_for_a_list("/incidents/impact", json!("high"), "wrong-type", "incidents.impact", "expected a list, found the text `high`")]
#[case::a_list_for_an_object("/incidents/matrix", json!([]), "wrong-type", "incidents.matrix", "expected an object, found a list")]
#[case::a_number_for_text("/incidents/matrix/high/medium", json!(2), "wrong-type", "incidents.matrix.high.medium", "expected text in quotes, found `2`")]
#[case::a_list_for_a_section("/incidents", json!([1]), "wrong-type", "incidents", "expected an object, found a list")]
#[case::a_word_for_a_fraction("/incidents/atRisk", json!("75%"), "wrong-type", "incidents.atRisk", "expected a number, found the text `75%`")]
#[case::an_unknown_deliverable("/patches/deliverables", json!(["manual"]), "unknown-value", "patches.deliverables[0]", "unknown value `manual`: there is `installer`, `instructions`, `releaseNotes`, `rollback`")]
#[case::days_in_a_target("/incidents/priorities/1/resolution", json!({ "days": 1 }), "unknown-field", "incidents.priorities[1].resolution.days", "unknown field `days`: there is `workingDays`")]
#[case::a_target_of_another_type("/incidents/priorities/1/resolution", json!(8), "wrong-type", "incidents.priorities[1].resolution", "expected a target like `PT4H`, `agreed` or an object with `workingDays`, found `8`")]
fn what_has_not_the_shape_of_a_policy_says_where(
    #[case] place: &str,
    #[case] value: Value,
    #[case] code: &str,
    #[case] path: &str,
    #[case] message: &str,
) {
    let error = refusal(changed(place, value));
    assert_eq!((error.code, error.path.as_str(), error.message.as_str()), (code, path, message));
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
