//! What a finding says: the whole message of a rule, with the values of the request in it.
#![allow(clippy::allow_attributes, clippy::expect_used, reason = "a test may")]

mod support;

use deskrules::change::{CheckOptions, WindowKind, WindowQuery, check_json, next_window};
use deskrules::json;
use deskrules::policy::{MANAGED_SERVER_GOUD, Policy};
use rstest::rstest;
use support::{at, fit, goud, value};

/// The messages at a path, by a check on Monday 08:00.
fn messages(kind: WindowKind, policy: &str, request: &str, path: &str) -> Vec<String> {
    let policy = Policy::from_json(policy).expect("a policy");
    let request = json::parse(request).expect("the test's JSON");
    let answer = check_json(&policy, kind, request, &CheckOptions::at(at("Mon 08:00"))).expect("an answer");
    let there = answer.findings.into_iter().filter(|finding| finding.path == path);
    there.map(|finding| finding.message).collect()
}

#[rstest]
#[case::of_32(32, "this is as long as an MD5: a SHA-256 has 64 digits")]
#[case::of_40(40, "this is as long as a SHA-1: a SHA-256 has 64 digits")]
#[case::of_128(128, "this is as long as a SHA-512: a SHA-256 has 64 digits")]
#[case::of_50(50, "a SHA-256 has 64 hexadecimal digits")]
#[case::all_alike(64, "this is the checksum of no file")]
fn a_checksum_of_another_length_is_called_by_its_name(#[case] digits: usize, #[case] message: &str) {
    let request = format!(
        r#"{{ "installer": {{ "file": "globe.msi", "sha256": "{}" }} }}"#,
        "a".repeat(digits)
    );
    assert_eq!(
        messages(WindowKind::Patch, MANAGED_SERVER_GOUD, &request, "installer.sha256"),
        [message]
    );
}

#[test]
fn a_file_with_another_checksum_is_another_file() {
    let (meant, found) = ("ab".repeat(32), "cd".repeat(32));
    let options = serde_json::json!({ "now": "2026-03-02T08:00:00+01:00", "files": { "globe.msi": { "size": 4, "sha256": found } } });
    let request = serde_json::json!({ "installer": { "file": "globe.msi", "sha256": meant } });
    let request = json::parse(&request.to_string()).expect("the test's JSON");
    let answer = check_json(&goud(), WindowKind::Patch, request, &fit(&options).expect("options")).expect("an answer");
    let said = answer.findings.into_iter().find(|finding| finding.path == "installer.sha256");
    assert_eq!(
        said.map(|finding| finding.message).as_deref(),
        Some("the file has another checksum: it is not the one that was meant")
    );
}

#[test]
fn the_checksum_of_nothing_is_known() {
    let request = r#"{ "installer": { "sha256": "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855" } }"#;
    let said = messages(WindowKind::Patch, MANAGED_SERVER_GOUD, request, "installer.sha256");
    assert_eq!(said, ["this is the checksum of an empty file"]);
}

#[rstest]
#[case::too_long(
    r#"{ "start": "2026-03-03T10:00:00+01:00", "end": "2026-03-03T15:30:00+01:00" }"#,
    "window.end",
    "the window takes 330 minutes: at most 240 are allowed"
)]
#[case::empty("{}", "window", "the window is empty")]
#[case::of_two_kinds(
    r#"{ "start": "2026-03-03T10:00:00+01:00", "minutes": 60 }"#,
    "window",
    "the window says two things at once"
)]
#[case::backwards(
    r#"{ "start": "2026-03-03T10:00:00+01:00", "end": "2026-03-03T09:00:00+01:00" }"#,
    "window.end",
    "the window ends before it starts"
)]
fn a_window_that_cannot_be_says_why(#[case] window: &str, #[case] path: &str, #[case] message: &str) {
    let request = format!(r#"{{ "window": {window} }}"#);
    assert_eq!(messages(WindowKind::Patch, MANAGED_SERVER_GOUD, &request, path), [message]);
}

#[test]
fn the_notice_is_told_in_minutes() {
    let policy = MANAGED_SERVER_GOUD.replace(r#""minNotice":"PT0S""#, r#""minNotice":"PT24H""#);
    let request = r#"{ "window": { "start": "2026-03-02T10:00:00+01:00", "end": "2026-03-02T11:00:00+01:00" } }"#;
    assert_eq!(
        messages(WindowKind::Patch, &policy, request, "window.start"),
        ["the window starts in less than 1440 minutes"]
    );
}

#[rstest]
#[case::an_account("ad-user", "user", r#""Jan de Vries""#, "`Jan de Vries` is not the name of an account")]
#[case::a_text("ad-user", "action", r#""n/a""#, "`n/a` is not a text that says something")]
#[case::a_number("mail-quota", "quota", "50", "`50` is not a size with its unit")]
#[case::an_address("mail-quota", "mailbox", r#""info""#, "`info` is not a mail address")]
#[case::a_date("ad-user", "from", r#""2026-02-30""#, "`2026-02-30` is not a date")]
#[case::a_server("server-access", "server", r#""app 01""#, "`app 01` is not the name of a server in scope")]
fn a_field_is_told_what_it_should_hold(#[case] item: &str, #[case] field: &str, #[case] given: &str, #[case] message: &str) {
    let request = format!(r#"{{ "item": "{item}", "fields": {{ "{field}": {given} }} }}"#);
    let path = format!("fields.{field}");
    assert_eq!(messages(WindowKind::Change, MANAGED_SERVER_GOUD, &request, &path), [message]);
}

#[test]
fn the_choices_of_a_field_are_listed() {
    let request = r#"{ "item": "server-access", "fields": { "level": "some" } }"#;
    let said = messages(WindowKind::Change, MANAGED_SERVER_GOUD, request, "fields.level").join("; ");
    assert!(said.starts_with("`some` is no choice: there is `read`, `"), "{said}");
}

#[rstest]
#[case("description", "the description is missing")]
#[case("implementationPlan", "the implementation plan is missing")]
#[case("backoutPlan", "the backout plan is missing")]
#[case("testPlan", "the test plan is missing")]
#[case("risk", "the risk is missing")]
fn a_plan_that_is_missing_is_named(#[case] plan: &str, #[case] message: &str) {
    let request = r#"{ "title": "New firewall" }"#;
    assert_eq!(messages(WindowKind::Change, MANAGED_SERVER_GOUD, request, plan), [message]);
}

#[test]
fn a_holiday_is_told_by_its_english_name() {
    let request = r#"{ "window": { "start": "2026-04-06T10:00:00+02:00", "end": "2026-04-06T11:00:00+02:00" } }"#;
    let said = messages(WindowKind::Patch, MANAGED_SERVER_GOUD, request, "window.start");
    assert_eq!(said, ["2026-04-06 is a holiday: Easter Monday"]);
}

/// Windows of an hour on 3 March after 09:00, beside work that is planned.
#[rstest]
#[case::beside_none("", "2026-03-03T09:00:00+01:00")]
#[case::after_one("09:00-10:30", "2026-03-03T10:30:00+01:00")]
#[case::between_two("09:00-10:00 11:00-17:00", "2026-03-03T10:00:00+01:00")]
#[case::after_two_that_overlap("09:00-11:00 10:00-12:00", "2026-03-03T12:00:00+01:00")]
#[case::after_one_within_another("09:00-12:00 10:00-11:00", "2026-03-03T12:00:00+01:00")]
#[case::whatever_their_order("11:00-12:00 09:00-11:00", "2026-03-03T12:00:00+01:00")]
#[case::where_the_gap_is_too_short("09:00-10:00 10:30-12:00", "2026-03-03T12:00:00+01:00")]
#[case::over_one_of_no_time("09:30-09:30", "2026-03-03T09:00:00+01:00")]
fn the_next_window_is_beside_planned_work(#[case] planned: &str, #[case] start: &str) {
    let moment = |time: &str| format!("2026-03-03T{time}:00+01:00");
    let work = planned.split_whitespace().filter_map(|work| work.split_once('-'));
    let windows: Vec<_> = work
        .map(|(start, end)| serde_json::json!({ "start": moment(start), "end": moment(end) }))
        .collect();
    let options = fit(&serde_json::json!({ "now": moment("08:00"), "windows": windows })).expect("options");
    let request = json::parse(r#"{ "window": { "notBefore": "2026-03-03T09:00:00+01:00", "minutes": 60 } }"#).expect("the test's JSON");
    let answer = check_json(&goud(), WindowKind::Patch, request, &options).expect("an answer");
    assert_eq!(value(&answer.next_window)["start"], start);
}

#[test]
fn a_window_takes_some_time() {
    let query: WindowQuery =
        fit(&serde_json::json!({ "kind": "patch", "minutes": 0, "notBefore": "2026-03-03T09:00:00+01:00" })).expect("a query");
    let refused = next_window(&goud(), &query).expect_err("a refusal");
    assert_eq!((refused.code, refused.path.as_str()), ("zero-duration", "minutes"));
}

/// Without hours any moment is one for work, up to the end of the range.
#[rstest]
#[case::at_night("2026-03-03T02:00:00Z", serde_json::json!({ "start": "2026-03-03T02:00:00+00:00", "end": "2026-03-03T03:00:00+00:00" }))]
#[case::in_the_last_hour("2199-12-31T23:30:00Z", serde_json::Value::Null)]
fn a_policy_without_hours_has_windows_at_any_time(#[case] from: &str, #[case] window: serde_json::Value) {
    let policy = Policy::from_json(r#"{ "id": "small", "patches": {} }"#).expect("a policy");
    let query: WindowQuery = fit(&serde_json::json!({ "kind": "patch", "minutes": 60, "notBefore": from })).expect("a query");
    assert_eq!(value(&next_window(&policy, &query).expect("an answer")), window);
}

#[rstest]
#[case::patches("patch", "no-patches patches")]
#[case::changes("change", "no-changes changes")]
fn a_policy_without_the_section_has_no_windows(#[case] kind: &str, #[case] error: &str) {
    let policy = Policy::from_json(r#"{ "id": "small" }"#).expect("a policy");
    let query: WindowQuery =
        fit(&serde_json::json!({ "kind": kind, "minutes": 60, "notBefore": "2026-03-03T09:00:00+01:00" })).expect("a query");
    let refused = next_window(&policy, &query).expect_err("a refusal");
    assert_eq!(format!("{} {}", refused.code, refused.path), error);
}
