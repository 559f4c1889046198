//! The years around the first question: a schedule is built for a few at a time, and nothing shows where they end.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::indexing_slicing, reason = "a test may")]

mod support;

use rstest::rstest;
use support::{at, schedule};

/// Asked in 2026 first, a schedule is built for 2025 to 2027.
const FIRST: &str = "2026-06-15T12:00:00Z";

const EVERY_DAY: &str = r#""mon": ["00:00-24:00"], "tue": ["00:00-24:00"], "wed": ["00:00-24:00"], "thu": ["00:00-24:00"],
    "fri": ["00:00-24:00"], "sat": ["00:00-24:00"], "sun": ["00:00-24:00"]"#;

/// 31 December 2024 is a Tuesday, 1 January 2028 a Saturday.
#[rstest]
#[case::the_first_day(r#""hours": { "wed": ["00:00-24:00"] }"#, "2025-01-01T12:00:00Z", true)]
#[case::the_tail_of_the_night_before(r#""hours": { "tue": ["22:00-06:00"] }"#, "2025-01-01T03:00:00Z", true)]
#[case::the_tail_of_special_hours_the_night_before(
    r#""hours": { "mon": ["09:00-17:00"] }, "overrides": { "2024-12-31": ["22:00-06:00"] }"#,
    "2025-01-01T03:00:00Z",
    true
)]
#[case::no_tail_of_a_holiday(
    r#""hours": { "tue": ["22:00-06:00"] }, "holidays": ["2024-12-31"]"#,
    "2025-01-01T03:00:00Z",
    false
)]
#[case::a_holiday_of_the_first_year(r#""hours": { EVERY_DAY }, "holidays": ["12-25"]"#, "2025-12-25T12:00:00Z", false)]
#[case::a_holiday_of_the_last_year(r#""hours": { EVERY_DAY }, "holidays": ["12-25"]"#, "2027-12-25T12:00:00Z", false)]
#[case::a_holiday_moved_on_from_the_year_before(
    r#""hours": { EVERY_DAY }, "holidays": [{ "on": "12-31", "shift": { "tue": 1 } }]"#,
    "2025-01-01T12:00:00Z",
    false
)]
#[case::a_holiday_moved_back_from_the_year_after(
    r#""hours": { EVERY_DAY }, "holidays": [{ "on": "01-01", "shift": { "sat": -2 } }]"#,
    "2027-12-30T12:00:00Z",
    false
)]
#[case::special_hours_after_those_of_long_ago(
    r#""hours": { EVERY_DAY }, "overrides": { "1990-03-06": [], "2026-03-03": [] }"#,
    "2026-03-03T12:00:00Z",
    false
)]
#[case::special_hours_of_long_ago(r#""hours": { EVERY_DAY }, "overrides": { "1990-03-06": [] }"#, "1990-03-06T12:00:00Z", false)]
fn a_year_is_as_open_as_its_rules_say_whatever_was_asked_first(#[case] rules: &str, #[case] instant: &str, #[case] open: bool) {
    let rules = rules.replace("EVERY_DAY", EVERY_DAY);
    let utc = schedule(&format!(r#"{{ "timeZone": "UTC", {rules} }}"#));
    let answers = [FIRST, instant].map(|instant| utc.is_open(at(instant)));
    assert_eq!(answers[1], open);
}

/// The dates of `YYYY-MM-DD` on which the holiday of a rule takes hours away.
#[rstest]
#[case::moved_on_from_the_year_before(r#"{ "on": "12-31", "shift": { "tue": 1 } }"#, "2024-12-30", "2025-01-03", "2025-01-01")]
#[case::moved_back_from_the_year_after(r#"{ "on": "01-01", "shift": { "sat": -2 } }"#, "2027-12-29", "2028-01-03", "2027-12-30")]
fn a_holiday_that_moves_into_another_year_is_named_there(#[case] holiday: &str, #[case] from: &str, #[case] to: &str, #[case] named: &str) {
    let utc = schedule(&format!(
        r#"{{ "timeZone": "UTC", "hours": {{ {EVERY_DAY} }}, "holidays": [{holiday}] }}"#
    ));
    let midnight = |date: &str| at(&format!("{date}T00:00:00Z"));
    let found: Vec<String> = utc
        .holidays(midnight(from), midnight(to))
        .map(|(day, ..)| utc.zone().stamp(day.start).to_string()[..10].to_owned())
        .collect();
    assert_eq!(found, [named]);
}
