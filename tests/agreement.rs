//! The default policy, `managed-server-goud`: a test for every line of the agreement.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    reason = "a test may"
)]

mod support;

use deskrules::change::{
    ChangeRequest, CheckAnswer, CheckOptions, PatchRequest, RequestType, WindowKind, WindowQuery, check_change, check_patch, next_window,
};
use deskrules::finding::Severity;
use deskrules::policy::Policy;
use deskrules::sla::{ClassifyQuery, Deadlines, classify, deadlines};
use rstest::rstest;
use serde_json::{Value, json};
use support::{at, fit, goud, value};

const NOW: &str = "Mon 08:00";

fn deadlines_of(query: Value) -> Deadlines {
    deadlines(&goud(), &fit(&query).expect("a query")).expect("deadlines")
}

fn check_patch_of(policy: &Policy, request: Value) -> CheckAnswer {
    check_patch(
        policy,
        &fit::<PatchRequest>(&request).expect("a request"),
        &CheckOptions::at(at(NOW)),
    )
    .expect("an answer")
}

fn check_change_of(request: Value) -> CheckAnswer {
    check_change(
        &goud(),
        &fit::<ChangeRequest>(&request).expect("a request"),
        &CheckOptions::at(at(NOW)),
    )
    .expect("an answer")
}

fn complete_patch() -> Value {
    json!({
        "product": { "name": "PostgreSQL", "from": "16.4", "to": "16.6" },
        "servers": ["db01"],
        "requestedBy": { "name": "A. de Vries", "email": "a.devries@example.com" },
        "installer": { "file": "postgresql-16.6.msi" },
        "instructions": { "steps": ["Stop the service", "Run the installer", "Start the service"] },
        "releaseNotes": { "url": "https://www.postgresql.org/docs/release/16.6/" },
        "rollback": { "steps": ["Stop the service", "Install 16.4 again", "Start the service"] },
        "window": { "start": "2026-03-03T10:00:00+01:00", "end": "2026-03-03T12:00:00+01:00" },
    })
}

fn with(mut request: Value, field: &str, value: Value) -> Value {
    request[field] = value;
    request
}

/// Findings as `severity code path`.
fn said(answer: &CheckAnswer) -> Vec<String> {
    let severity = |severity: Severity| value(&severity).as_str().unwrap_or_default().to_owned();
    answer
        .findings
        .iter()
        .map(|finding| format!("{} {} {}", severity(finding.severity), finding.code, finding.path))
        .collect()
}

#[rstest]
#[case("high", "high", "P1")]
#[case("high", "medium", "P2")]
#[case("high", "low", "P3")]
#[case("medium", "high", "P2")]
#[case("medium", "medium", "P3")]
#[case("medium", "low", "P3")]
#[case("low", "high", "P3")]
#[case("low", "medium", "P3")]
#[case("low", "low", "P4")]
fn priority_is_a_matrix_of_impact_and_urgency(#[case] impact: &str, #[case] urgency: &str, #[case] priority: &str) {
    let query = ClassifyQuery {
        impact: impact.to_owned(),
        urgency: urgency.to_owned(),
    };
    assert_eq!(classify(&goud(), &query).expect("a priority").priority, priority);
}

#[rstest]
#[case::thirty_minutes_and_four_hours("P1", json!(1800), json!(14400))]
#[case::an_hour_and_a_working_day("P2", json!(3600), json!(28800))]
#[case::four_hours_and_two_working_days("P3", json!(14400), json!(57600))]
#[case::a_working_day_and_by_agreement("P4", json!(28800), json!("agreed"))]
fn targets_are_those_of_the_agreement(#[case] priority: &str, #[case] response: Value, #[case] resolution: Value) {
    let goud = goud();
    let incidents = goud.incidents.as_ref().expect("incidents");
    let found = incidents
        .priorities
        .iter()
        .find(|known| known.id == priority)
        .expect("the priority");
    let seconds = |target| value(&deskrules::sla::TargetTime(target));
    assert_eq!(
        (seconds(found.response), seconds(found.resolution)),
        (response.clone(), resolution.clone())
    );
    let time = |target| deskrules::sla::TargetTime(target).time().map(|time| time.as_secs());
    assert_eq!(
        (time(found.response), time(found.resolution)),
        (response.as_u64(), resolution.as_u64())
    );
}

#[rstest]
#[case::p1_on_friday("P1", "2026-03-06T16:45:00+01:00", "2026-03-09T09:15:00+01:00", "2026-03-09T12:45:00+01:00")]
#[case::p2_in_the_morning("P2", "2026-03-02T09:00:00+01:00", "2026-03-02T10:00:00+01:00", "2026-03-02T17:00:00+01:00")]
#[case::p3_over_easter("P3", "2026-04-02T16:00:00+02:00", "2026-04-03T12:00:00+02:00", "2026-04-07T16:00:00+02:00")]
fn targets_run_in_office_hours(#[case] priority: &str, #[case] reported: &str, #[case] response: &str, #[case] resolution: &str) {
    let answer = value(&deadlines_of(json!({ "priority": priority, "reportedAt": reported })));
    assert_eq!(answer["response"], json!({ "due": response }));
    assert_eq!(answer["resolution"], json!({ "due": resolution }));
}

#[test]
fn the_resolution_of_a_p4_is_agreed_on() {
    let answer = deadlines_of(json!({ "impact": "low", "urgency": "low", "reportedAt": "2026-03-02T09:00:00+01:00" }));
    assert_eq!(value(&answer.resolution), json!({ "agreed": true }));
    assert_eq!(value(&answer.response), json!({ "due": "2026-03-02T17:00:00+01:00" }));
    assert!(answer.escalation.is_empty());
}

#[rstest]
#[case::new_year("2026-01-01", false)]
#[case::good_friday_is_a_working_day("2026-04-03", true)]
#[case::easter_monday("2026-04-06", false)]
#[case::kings_day("2026-04-27", false)]
#[case::liberation_day_is_a_working_day("2026-05-05", true)]
#[case::ascension_day("2026-05-14", false)]
#[case::whit_monday("2026-05-25", false)]
#[case::christmas_day("2026-12-25", false)]
#[case::christmas_eve_is_a_working_day("2026-12-24", true)]
#[case::queens_day_2013("2013-04-30", false)]
#[case::the_27th_of_april_before_kings_day("2012-04-27", true)]
#[case::saturday("2026-03-07", false)]
#[case::kings_day_2025_was_a_saturday_so_monday_is_a_working_day("2025-04-28", true)]
fn hours_are_monday_to_friday_nine_to_five_but_for_dutch_holidays(#[case] date: &str, #[case] open: bool) {
    let goud = goud();
    let office = goud.schedule("office").expect("office hours");
    let day = office.zone().day(date).expect("a date");
    let periods: Vec<_> = office.periods(day.start, day.end).collect();
    assert_eq!(!periods.is_empty(), open);
    if let [period] = periods[..] {
        let time = |instant| office.zone().stamp(instant).to_string()[11..16].to_owned();
        assert_eq!((time(period.start), time(period.end)), ("09:00".to_owned(), "17:00".to_owned()));
    }
}

#[test]
fn what_the_source_does_not_say_stands_in_the_assumptions() {
    let goud = goud();
    let paths: Vec<&str> = goud
        .document
        .assumptions
        .iter()
        .map(|assumption| assumption.path.as_str())
        .collect();
    for path in [
        "schedules.office.hours",
        "incidents.escalation",
        "incidents.scope",
        "incidents.channels",
    ] {
        assert!(paths.contains(&path), "{path}");
    }
    let document = value(&goud.document);
    for path in paths {
        assert!(
            !path.split('.').fold(&document, |value, key| &value[key]).is_null(),
            "`{path}` is a place in the document"
        );
    }
}

#[rstest]
#[case::network("network", &[])]
#[case::server("server", &[])]
#[case::another_component("coffee-machine", &["warning out-of-scope component"])]
fn incidents_concern_components_in_scope(#[case] component: &str, #[case] findings: &[&str]) {
    let query = json!({ "priority": "P2", "reportedAt": "2026-03-02T10:00:00+01:00", "component": component });
    let answer = deadlines_of(query);
    let found: Vec<String> = answer
        .findings
        .iter()
        .map(|finding| format!("warning {} {}", finding.code, finding.path))
        .collect();
    assert_eq!(found, findings);
    assert_eq!(
        value(&answer.response),
        json!({ "due": "2026-03-02T11:00:00+01:00" }),
        "the clock does not move"
    );
}

#[rstest]
#[case::phone_in_office_hours("phone", "2026-03-02T10:00:00+01:00", "2026-03-02T11:00:00+01:00", false)]
#[case::phone_in_the_evening("phone", "2026-03-02T20:00:00+01:00", "2026-03-03T10:00:00+01:00", true)]
#[case::portal_in_the_evening("portal", "2026-03-02T20:00:00+01:00", "2026-03-03T10:00:00+01:00", false)]
#[case::monitoring_at_night("monitoring", "2026-03-03T03:00:00+01:00", "2026-03-03T10:00:00+01:00", false)]
fn the_phone_answers_in_office_hours_portal_and_monitoring_always(
    #[case] channel: &str,
    #[case] reported: &str,
    #[case] response: &str,
    #[case] closed: bool,
) {
    let answer = deadlines_of(json!({ "priority": "P2", "reportedAt": reported, "channel": channel }));
    assert_eq!(
        answer
            .findings
            .iter()
            .any(|finding| finding.code == "channel-closed" && finding.severity == Severity::Info),
        closed
    );
    assert_eq!(
        value(&answer.response),
        json!({ "due": response }),
        "the clock runs in office hours"
    );
}

#[test]
fn the_first_line_tries_at_once_then_the_second_and_third() {
    let answer = value(&deadlines_of(
        json!({ "priority": "P1", "reportedAt": "2026-03-02T09:00:00+01:00" }),
    ));
    let steps = json!([{ "line": 2, "at": "2026-03-02T11:00:00+01:00" }, { "line": 3, "at": "2026-03-02T12:00:00+01:00" }]);
    assert_eq!(answer["escalation"], steps);
}

#[rstest]
#[case("installer")]
#[case("instructions")]
#[case("releaseNotes")]
#[case("rollback")]
fn a_patch_request_brings_four_deliverables(#[case] deliverable: &str) {
    let goud = goud();
    let complete = check_patch_of(&goud, complete_patch());
    assert_eq!((complete.accepted, said(&complete)), (true, vec![]));
    let answer = check_patch_of(&goud, with(complete_patch(), deliverable, json!({})));
    assert_eq!(
        (answer.accepted, said(&answer)),
        (false, vec![format!("error deliverable-missing {deliverable}")])
    );
}

#[test]
fn every_omission_of_a_patch_request_comes_at_once_in_the_order_of_its_fields() {
    let answer = check_patch_of(&goud(), json!({ "rollback": { "steps": [" "] }, "product": { "name": "" } }));
    assert_eq!(
        said(&answer),
        [
            "error field-missing product.name",
            "error field-missing product.to",
            "error field-missing servers",
            "error field-missing requestedBy.name",
            "error field-missing requestedBy.email",
            "error deliverable-missing installer",
            "error deliverable-missing instructions",
            "error deliverable-missing releaseNotes",
            "error deliverable-missing rollback",
        ]
    );
}

#[rstest]
#[case::exactly_four_hours("2026-03-03T09:00:00+01:00", "2026-03-03T13:00:00+01:00", None)]
#[case::a_second_more("2026-03-03T09:00:00+01:00", "2026-03-03T13:00:01+01:00", Some("error window-too-long window.end"))]
fn a_patch_takes_four_hours_at_most(#[case] start: &str, #[case] end: &str, #[case] finding: Option<&str>) {
    let answer = check_patch_of(&goud(), with(complete_patch(), "window", json!({ "start": start, "end": end })));
    assert_eq!(said(&answer), finding.into_iter().collect::<Vec<_>>());
}

#[rstest]
#[case::until_closing_time("2026-03-03T15:00:00+01:00", "2026-03-03T17:00:00+01:00", None)]
#[case::past_closing_time(
    "2026-03-03T15:00:00+01:00",
    "2026-03-03T17:00:01+01:00",
    Some("error window-outside-hours window.end")
)]
#[case::in_the_evening(
    "2026-03-03T20:00:00+01:00",
    "2026-03-03T21:00:00+01:00",
    Some("error window-outside-hours window.start")
)]
#[case::on_kings_day(
    "2026-04-27T10:00:00+02:00",
    "2026-04-27T11:00:00+02:00",
    Some("error window-on-holiday window.start")
)]
#[case::yesterday(
    "2026-02-27T10:00:00+01:00",
    "2026-02-27T11:00:00+01:00",
    Some("error window-in-past window.start")
)]
#[case::backwards(
    "2026-03-03T11:00:00+01:00",
    "2026-03-03T10:00:00+01:00",
    Some("error window-incomplete window.end")
)]
fn a_patch_is_installed_in_office_hours(#[case] start: &str, #[case] end: &str, #[case] finding: Option<&str>) {
    let answer = check_patch_of(&goud(), with(complete_patch(), "window", json!({ "start": start, "end": end })));
    assert_eq!(said(&answer), finding.into_iter().collect::<Vec<_>>());
}

#[test]
fn the_obligations_come_back_with_every_answer() {
    for request in [complete_patch(), json!({})] {
        let answer = check_patch_of(&goud(), request);
        let ids: Vec<&str> = answer.obligations.iter().map(|obligation| obligation.id.as_str()).collect();
        assert_eq!(ids, ["technical-check", "no-liability"]);
    }
}

#[rstest]
#[case::as_asked(json!({ "start": "2026-03-03T10:00:00+01:00", "end": "2026-03-03T12:00:00+01:00" }), "2026-03-03T10:00:00+01:00", "2026-03-03T12:00:00+01:00")]
#[case::the_next_morning(json!({ "start": "2026-03-03T20:00:00+01:00", "end": "2026-03-03T22:00:00+01:00" }), "2026-03-04T09:00:00+01:00", "2026-03-04T11:00:00+01:00")]
#[case::too_late_for_today(json!({ "notBefore": "2026-03-06T15:00:00+01:00", "minutes": 180 }), "2026-03-09T09:00:00+01:00", "2026-03-09T12:00:00+01:00")]
#[case::as_long_as_allowed(json!({ "notBefore": "2026-03-03T09:00:00+01:00", "minutes": 600 }), "2026-03-03T09:00:00+01:00", "2026-03-03T13:00:00+01:00")]
#[case::when_none_is_asked_for(json!(null), "2026-03-02T09:00:00+01:00", "2026-03-02T13:00:00+01:00")]
fn the_next_window_that_fits_is_always_offered(#[case] window: Value, #[case] start: &str, #[case] end: &str) {
    let answer = check_patch_of(&goud(), with(complete_patch(), "window", window));
    assert_eq!(value(&answer.next_window), json!({ "start": start, "end": end }));
}

#[rstest]
#[case::fits(240, json!({ "start": "2026-03-02T09:00:00+01:00", "end": "2026-03-02T13:00:00+01:00" }))]
#[case::longer_than_allowed(241, json!(null))]
fn the_next_window_for_a_patch(#[case] minutes: u32, #[case] window: Value) {
    let query = WindowQuery {
        minutes,
        not_before: at("Sat 12:00"),
        kind: WindowKind::Patch,
    };
    let query = WindowQuery {
        not_before: at("2026-02-28T12:00:00+01:00"),
        ..query
    };
    assert_eq!(value(&next_window(&goud(), &query).expect("an answer")), window);
}

#[rstest]
#[case::ad_users("ad-user", json!({ "user": "jdv", "action": "new" }))]
#[case::mailboxes("mailbox", json!({ "mailbox": "jdv@example.com", "action": "share with sales" }))]
#[case::distribution_lists("distribution-list", json!({ "list": "sales@example.com", "action": "add jdv" }))]
#[case::access_to_a_server("server-access", json!({ "user": "jdv", "server": "db01", "level": "read" }))]
#[case::mail_quota("mail-quota", json!({ "mailbox": "jdv@example.com", "quota": "50 GB" }))]
fn the_catalogue_has_five_standard_changes(#[case] item: &str, #[case] fields: Value) {
    let requester = json!({ "name": "A. de Vries", "email": "a.devries@example.com" });
    let answer = check_change_of(json!({ "item": item, "fields": fields, "requestedBy": requester }));
    assert_eq!(
        (answer.accepted, answer.r#type, said(&answer)),
        (true, RequestType::Standard, vec![])
    );
    let answer = check_change_of(json!({ "item": item, "requestedBy": requester }));
    assert!(!answer.accepted, "a technician needs the fields");
    assert_eq!(goud().standard_changes().len(), 5);
}

#[test]
fn a_standard_change_is_carried_out_in_office_hours() {
    let window = json!({ "start": "2026-03-07T10:00:00+01:00", "end": "2026-03-07T11:00:00+01:00" });
    let requester = json!({ "name": "A. de Vries", "email": "a.devries@example.com" });
    let request = json!({ "item": "ad-user", "fields": { "user": "jdv", "action": "new" }, "requestedBy": requester, "window": window });
    assert_eq!(said(&check_change_of(request)), ["error window-outside-hours window.start"]);
}

#[rstest]
#[case::another_item(json!("server-room"))]
#[case::no_item(json!(null))]
fn anything_else_is_a_normal_change_accepted_and_assessed(#[case] item: Value) {
    let requester = json!({ "name": "A. de Vries", "email": "a.devries@example.com" });
    let plans = json!({ "item": item, "title": "New firewall", "description": "Replace the old one", "requestedBy": requester,
        "implementationPlan": "Swap the boxes", "backoutPlan": "Swap them back", "testPlan": "Ping the router", "risk": "Low" });
    let answer = check_change_of(plans);
    assert_eq!(
        (answer.accepted, answer.r#type, said(&answer)),
        (true, RequestType::Normal, vec!["info needs-assessment item".to_owned()])
    );
}

#[test]
fn an_emergency_is_a_type_of_its_own() {
    let request = json!({ "title": "Leak", "emergency": true, "requestedBy": { "name": "A", "email": "a@example.com" } });
    assert_eq!(check_change_of(request).r#type, RequestType::Emergency);
}

#[rstest]
#[case::silver("zilver")]
#[case::os_patches("os-patches")]
#[case::third_party_patches("patches")]
#[case::incidents("incidents")]
#[case::standard_changes("standard-changes")]
fn the_tier_contains_silver_and_four_services_more(#[case] service: &str) {
    assert!(goud().includes(service));
}

#[test]
fn a_request_for_a_service_that_is_not_in_the_tier_is_refused() {
    let answer = check_patch_of(&goud(), with(complete_patch(), "service", json!("backup")));
    assert_eq!(
        (answer.accepted, said(&answer)),
        (false, vec!["error service-not-included service".to_owned()])
    );
    let mut bronze = support::json(deskrules::policy::MANAGED_SERVER_GOUD);
    bronze["includes"] = json!(["incidents"]);
    let answer = check_patch_of(&Policy::from_json(&bronze.to_string()).expect("a policy"), complete_patch());
    assert_eq!(said(&answer), ["error service-not-included service"]);
}
