//! Versions of a schedule: each moment is counted by the version then in force, so a new one never moves the past.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::indexing_slicing, reason = "a test may")]

mod support;

use deskrules::json::{self, Table};
use deskrules::policy::Policy;
use deskrules::schedule::{Schedule, Versions};
use deskrules::sla::track;
use rstest::rstest;
use support::{at, fit, json, stamp, time};

/// Nine to five until 2026; from 2027 on eight to four, and the first Monday of January is a holiday.
const OFFICE: &str = r#"[
    { "hours": { "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"], "thu": ["09:00-17:00", "22:00-06:00"] } },
    { "from": "2027-01-01", "hours": { "mon": ["08:00-16:00"], "tue": ["08:00-16:00"], "fri": ["08:00-16:00"] },
      "holidays": [{ "id": "fresh-start", "on": "mon 1 jan" }], "overrides": { "2027-01-05": ["10:00-12:00"] } }]"#;

fn versions(text: &str) -> Result<Schedule, String> {
    let Versions(documents) = fit(&json(text)).expect("the test's schedule");
    Schedule::versions(&documents, Some("Europe/Amsterdam")).map_err(|errors| errors.to_string())
}

#[rstest]
#[case::before_the_new_one("2026-12-30T16:00:00+01:00", "2h", "2026-12-31T10:00:00+01:00")]
#[case::a_shift_belongs_to_the_version_of_its_start("2026-12-31T21:00:00+01:00", "8h", "2027-01-01T06:00:00+01:00")]
#[case::into_the_new_one("2026-12-31T21:00:00+01:00", "9h", "2027-01-01T09:00:00+01:00")]
#[case::a_holiday_of_the_new_one("2027-01-01T15:00:00+01:00", "2h", "2027-01-05T11:00:00+01:00")]
#[case::special_hours_of_the_new_one("2027-01-05T09:00:00+01:00", "3h", "2027-01-08T09:00:00+01:00")]
fn each_moment_is_counted_by_the_version_then_in_force(#[case] from: &str, #[case] time_open: &str, #[case] due: &str) {
    let office = versions(OFFICE).expect("a schedule");
    assert_eq!(stamp(office.add(at(from), time(time_open)), office.zone()), due);
}

#[test]
fn a_new_version_never_moves_the_past() {
    let old: Vec<_> = json(OFFICE).as_array().expect("versions")[..1].to_vec();
    let (old, new) = (
        versions(&serde_json::to_string(&old).expect("text")).expect("a schedule"),
        versions(OFFICE).expect("a schedule"),
    );
    let (from, to) = (at("2026-01-01T00:00:00+01:00"), at("2027-01-01T00:00:00+01:00"));
    assert!(old.periods(from, to).eq(new.periods(from, to)));
    assert_ne!(
        old.next_open(at("2027-01-04T00:00:00+01:00")),
        new.next_open(at("2027-01-04T00:00:00+01:00"))
    );
}

#[test]
fn before_a_first_version_that_says_from_when_it_holds_all_is_closed() {
    let late = versions(r#"[{ "from": "2027-01-01", "hours": { "fri": ["08:00-16:00"] } }]"#).expect("a schedule");
    assert_eq!(
        stamp(late.next_open(at("2026-03-06T08:00:00+01:00")), late.zone()),
        "2027-01-01T08:00:00+01:00"
    );
}

#[rstest]
#[case::the_first_alone(r#""timeZone": "Asia/Tokyo","#, "")]
#[case::all_of_them(r#""timeZone": "Asia/Tokyo","#, r#""timeZone": "Asia/Tokyo","#)]
fn versions_name_their_zone_once_or_all_alike(#[case] first: &str, #[case] second: &str) {
    let office = versions(&format!(
        r#"[{{ {first} "hours": {{ "fri": ["08:00-16:00"] }} }}, {{ {second} "from": "2027-01-01", "hours": {{ "fri": ["09:00-17:00"] }} }}]"#
    ))
    .expect("a schedule");
    assert_eq!(
        stamp(office.next_open(at("2027-01-01T00:00:00+09:00")), office.zone()),
        "2027-01-01T09:00:00+09:00"
    );
}

#[rstest]
#[case::no_date(
    r#"[{ "hours": { "fri": ["08:00-16:00"] } }, { "hours": {} }]"#,
    "[1].from: say from which date this version holds"
)]
#[case::backwards(
    r#"[{ "from": "2027-01-01", "hours": { "fri": ["08:00-16:00"] } }, { "from": "2026-01-01" }]"#,
    "[1].from: this version must hold from a later date than the one before it"
)]
#[case::no_such_date(
    r#"[{ "hours": { "fri": ["08:00-16:00"] } }, { "from": "2027-02-30" }]"#,
    "[1].from: `2027-02-30` is not a date: write it like `2026-12-24`"
)]
#[case::another_zone(
    r#"[{ "hours": { "fri": ["08:00-16:00"] } }, { "from": "2027-01-01", "timeZone": "Asia/Tokyo" }]"#,
    "[1].timeZone: all versions of a schedule are in one zone: that of the first"
)]
#[case::special_hours_of_another_version(
    r#"[{ "hours": { "fri": ["08:00-16:00"] } }, { "from": "2027-01-01", "overrides": { "2026-12-31": ["08:00-12:00"] } }]"#,
    "[1].overrides.2026-12-31: `2026-12-31` belongs to another version"
)]
#[case::wrong_hours(
    r#"[{ "hours": { "fri": ["08:00-16:00"] } }, { "from": "2027-01-01", "hours": { "mon": ["9-17"] } }]"#,
    "[1].hours.mon[0]: `9-17` are not hours: write them like `09:00-17:00`"
)]
#[case::none("[]", "[0].hours: the schedule is never open: give at least one day hours")]
fn what_is_wrong_names_the_version(#[case] text: &str, #[case] error: &str) {
    assert_eq!(versions(text).expect_err("a refusal"), error);
}

#[test]
fn a_policy_may_have_them_and_its_lint_names_the_version() {
    let policy = |office: &str| {
        Policy::from_json(&format!(
            r#"{{ "id": "a", "timeZone": "Europe/Amsterdam", "schedules": {{ "office": {office} }}, "incidents": {{
                "impact": [{{ "id": "all" }}], "urgency": [{{ "id": "now" }}], "matrix": {{ "all": {{ "now": "P1" }} }},
                "priorities": [{{ "id": "P1", "resolution": "PT4H" }}] }} }}"#
        ))
    };
    let ticket = fit(&serde_json::json!({ "priority": "P1", "reportedAt": "2026-12-30T15:00:00+01:00" })).expect("a ticket");
    let answer = track(&policy(OFFICE).expect("a policy"), &ticket, at("2026-12-30T15:00:00+01:00")).expect("an answer");
    let due = answer.resolution.and_then(|clock| clock.due).expect("a deadline");
    assert_eq!(due.to_string(), "2026-12-31T11:00:00+01:00");
    let error = policy(&OFFICE.replace("10:00-12:00", "10-12")).expect_err("a refusal");
    assert_eq!(
        (error.code, error.path.as_str()),
        ("not-hours", "schedules.office[1].overrides.2027-01-05[0]")
    );
    let warned = policy(&OFFICE.replace("08:00-16:00", "08:00-23:59")).expect("a policy").findings;
    assert_eq!(warned[0].path, "schedules.office[1].hours.mon[0]");
}

#[test]
fn one_schedule_is_written_as_one_and_versions_as_a_list() {
    let office: Table<Versions> =
        fit(&serde_json::json!({ "a": { "hours": {} }, "b": [{ "from": "2027-01-01" }, {}] })).expect("schedules");
    let text = json::text(&office);
    assert!(
        text.starts_with(r#"{"a":{"hours""#) && text.contains(r#""b":[{"from":"2027-01-01""#),
        "{text}"
    );
}
