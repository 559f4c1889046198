//! Closed dates and special hours: every kind of rule, and what becomes of the shifts around them.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::indexing_slicing, reason = "a test may")]

#[path = "support/calendar.rs"]
mod calendar;
mod support;

use chrono::Datelike as _;
use rstest::rstest;
use support::{at, day_and_time, goud, json, schedule, stamp, time};

#[test]
fn special_hours_win_over_a_holiday_and_over_yesterdays_tail() {
    let night = schedule(
        r#"{ "hours": { "tue": ["22:00-06:00"], "wed": ["09:00-17:00"] }, "holidays": ["2026-03-04"],
             "overrides": { "2026-03-04": ["05:00-07:00"] } }"#,
    );
    // Wednesday 4 March: a holiday with special hours, after a night shift.
    assert_eq!(day_and_time(night.next_close(at("Tue 23:00")), night.zone()), "Wed 00:00");
    assert_eq!(day_and_time(night.next_open(at("Wed 00:00")), night.zone()), "Wed 05:00");
    assert_eq!(day_and_time(night.next_close(at("Wed 05:00")), night.zone()), "Wed 07:00");
}

#[test]
fn a_closed_date_cuts_yesterdays_tail_and_the_shift_that_would_start_on_it() {
    let nights =
        schedule(r#"{ "hours": { "tue": ["22:00-06:00"], "wed": ["22:00-06:00"], "thu": ["22:00-06:00"] }, "holidays": ["2026-03-04"] }"#);
    assert_eq!(day_and_time(nights.next_close(at("Tue 23:00")), nights.zone()), "Wed 00:00");
    // Neither Wednesday evening nor its tail on Thursday morning.
    assert_eq!(day_and_time(nights.next_open(at("Wed 00:00")), nights.zone()), "Thu 22:00");
}

#[rstest]
#[case::christmas(r#"{ "on": "12-25" }"#, 2026, "2026-12-25")]
#[case::ascension_day(r#"{ "on": "easter+39" }"#, 2026, "2026-05-14")]
#[case::good_friday(r#"{ "on": "easter-2" }"#, 2026, "2026-04-03")]
#[case::kings_day(r#"{ "on": "04-27", "shift": { "sun": -1 }, "from": 2014 }"#, 2026, "2026-04-27")]
#[case::kings_day_2025_on_saturday(r#"{ "on": "04-27", "shift": { "sun": -1 }, "from": 2014 }"#, 2025, "2025-04-26")]
#[case::kings_day_2031_on_saturday(r#"{ "on": "04-27", "shift": { "sun": -1 }, "from": 2014 }"#, 2031, "2031-04-26")]
#[case::before_it_was_kings_day(r#"{ "on": "04-27", "shift": { "sun": -1 }, "from": 2014 }"#, 2013, "none")]
#[case::every_five_years(r#"{ "on": "05-05", "everyYears": 5, "from": 2020 }"#, 2025, "2025-05-05")]
#[case::not_in_between(r#"{ "on": "05-05", "everyYears": 5, "from": 2020 }"#, 2026, "none")]
#[case::labor_day(r#"{ "on": "mon 1 sep" }"#, 2026, "2026-09-07")]
#[case::memorial_day(r#"{ "on": "mon last may" }"#, 2026, "2026-05-25")]
#[case::a_fifth_monday_when_there_is_one(r#"{ "on": "mon 5 mar" }"#, 2026, "2026-03-30")]
#[case::leap_day(r#"{ "on": "02-29" }"#, 2028, "2028-02-29")]
#[case::no_leap_day(r#"{ "on": "02-29" }"#, 2026, "none")]
#[case::one_date(r#""2026-05-15""#, 2026, "2026-05-15")]
#[case::moved_into_the_year_before(r#"{ "on": "01-01", "shift": { "sun": -2 } }"#, 2022, "2022-12-30")]
fn a_holiday_rule_closes_its_day(#[case] holiday: &str, #[case] year: i32, #[case] closed: &str) {
    assert_eq!(closed_day(holiday, year), closed);
}

/// The first date of a year that a holiday closes, round the clock in UTC.
fn closed_day(holiday: &str, year: i32) -> String {
    let day = r#"["00:00-24:00"]"#;
    let week = format!(r#"{{ "mon": {day}, "tue": {day}, "wed": {day}, "thu": {day}, "fri": {day}, "sat": {day}, "sun": {day} }}"#);
    let utc = schedule(&format!(r#"{{ "timeZone": "UTC", "hours": {week}, "holidays": [{holiday}] }}"#));
    let year_start = at(&format!("{year}-01-01T00:00:00Z"));
    // Ask from the second instant of the year on, so that a closed 1 January is seen as well.
    let closes = utc
        .next_close(year_start)
        .map(|close| utc.zone().stamp(close).to_string()[..10].to_owned());
    closes
        .filter(|date| date.starts_with(&year.to_string()))
        .unwrap_or("none".to_owned())
}

#[rstest]
#[case::until_2013(r#"{ "on": "04-30", "shift": { "sun": -1 }, "until": 2013 }"#, 2013, "2013-04-30")]
#[case::not_after(r#"{ "on": "04-30", "shift": { "sun": -1 }, "until": 2013 }"#, 2014, "none")]
#[case::every_four_years_until(r#"{ "on": "tue 1 nov", "everyYears": 4, "from": 2000, "until": 2010 }"#, 2008, "2008-11-04")]
#[case::not_after_that(r#"{ "on": "tue 1 nov", "everyYears": 4, "from": 2000, "until": 2010 }"#, 2012, "none")]
#[case::a_weekday_moved(r#"{ "on": "thu 4 nov", "shift": { "thu": 1 } }"#, 2026, "2026-11-27")]
#[case::the_last_weekday_moved(r#"{ "on": "fri last dec", "shift": { "fri": -1 } }"#, 2026, "2026-12-24")]
#[case::no_fifth_monday(r#"{ "on": "mon 5 feb" }"#, 2026, "none")]
#[case::easter_itself(r#""easter""#, 2025, "2025-04-20")]
#[case::the_earliest_easter_of_the_range(r#""easter""#, 2008, "2008-03-23")]
#[case::the_latest(r#""easter""#, 2038, "2038-04-25")]
#[case::whit_monday(r#""easter+50""#, 2026, "2026-05-25")]
#[case::every_four_years_since_an_odd_one(r#"{ "on": "05-05", "everyYears": 4, "from": 2021 }"#, 2025, "2025-05-05")]
#[case::in_its_only_year(r#"{ "on": "05-05", "from": 2026, "until": 2026 }"#, 2026, "2026-05-05")]
#[case::a_date_outside_its_own_years(r#"{ "on": "2026-05-15", "from": 2027 }"#, 2026, "none")]
#[case::moved_within_the_weekend(r#"{ "on": "12-26", "shift": { "sat": 2, "sun": 2 } }"#, 2026, "2026-12-28")]
fn a_rule_with_years_and_shifts_closes_its_day(#[case] holiday: &str, #[case] year: i32, #[case] closed: &str) {
    assert_eq!(closed_day(holiday, year), closed);
}

#[test]
fn easter_is_the_sunday_after_the_full_moon_in_every_year_of_the_range() {
    for year in 1970..2200 {
        assert_eq!(closed_day(r#""easter""#, year.into()), calendar::easter(year).to_string());
    }
}

/// The Dutch public holidays that fall on working days, as the default agreement has them.
#[rstest]
#[case::queens_day_on_a_saturday_then(2006, "2006-04-17 2006-05-25 2006-06-05 2006-12-25 2006-12-26")]
#[case::the_last_queens_day(2013, "2013-01-01 2013-04-01 2013-04-30 2013-05-09 2013-05-20 2013-12-25 2013-12-26")]
#[case::kings_day_on_a_saturday(2025, "2025-01-01 2025-04-21 2025-05-29 2025-06-09 2025-12-25 2025-12-26")]
#[case::kings_day_on_a_monday(2026, "2026-01-01 2026-04-06 2026-04-27 2026-05-14 2026-05-25 2026-12-25")]
#[case::in_a_leap_year(2028, "2028-04-17 2028-04-27 2028-05-25 2028-06-05 2028-12-25 2028-12-26")]
#[case::kings_day_on_a_saturday_again(2031, "2031-01-01 2031-04-14 2031-05-22 2031-06-02 2031-12-25 2031-12-26")]
fn the_default_agreement_is_closed_on_dutch_holidays(#[case] year: i32, #[case] closed: &str) {
    let policy = goud();
    let office = policy.schedule("office").expect("office hours");
    let days = chrono::NaiveDate::from_ymd_opt(year, 1, 1).expect("a date").iter_days();
    let working = days
        .take_while(|day| day.year() == year)
        .filter(|day| day.weekday().number_from_monday() < 6);
    let noon = |day: &chrono::NaiveDate| at(&format!("{day}T12:00:00+01:00"));
    let found: Vec<String> = working
        .filter(|day| !office.is_open(noon(day)))
        .map(|day| day.to_string())
        .collect();
    assert_eq!(found.join(" "), closed);
}

/// The rule of the default agreement with hours on all days, so that a Saturday shows.
#[rstest]
#[case::on_sunday_27_april_it_is_the_saturday_before(2025, "2025-04-26")]
#[case::and_in_2031(2031, "2031-04-26")]
#[case::else_the_day_itself(2030, "2030-04-27")]
fn kings_day_is_never_a_sunday(#[case] year: i32, #[case] closed: &str) {
    let agreement = json(include_str!("../src/policy/managed-server-goud.json"));
    let holidays = agreement["schedules"]["office"]["holidays"].as_array().expect("holidays");
    let kings_day = holidays.iter().find(|holiday| holiday["id"] == "koningsdag").expect("King's Day");
    assert_eq!(closed_day(&kings_day.to_string(), year), closed);
}

const NIGHTS: &str = r#""hours": { "tue": ["22:00-06:00"], "wed": ["22:00-06:00"], "thu": ["22:00-06:00"] }"#;

#[rstest]
#[case::an_ordinary_week("", "Tue 22:00 to Wed 06:00, Wed 22:00 to Thu 06:00, Thu 22:00 to Fri 06:00")]
#[case::a_holiday(r#", "holidays": ["2026-03-04"]"#, "Tue 22:00 to Wed 00:00, Thu 22:00 to Fri 06:00")]
#[case::closed_by_special_hours(r#", "overrides": { "2026-03-04": [] }"#, "Tue 22:00 to Wed 00:00, Thu 22:00 to Fri 06:00")]
#[case::special_hours_by_day(
    r#", "overrides": { "2026-03-04": ["09:00-12:00"] }"#,
    "Tue 22:00 to Wed 00:00, Wed 09:00 to Wed 12:00, Thu 22:00 to Fri 06:00"
)]
#[case::special_hours_past_midnight(
    r#", "overrides": { "2026-03-04": ["20:00-04:00"] }"#,
    "Tue 22:00 to Wed 00:00, Wed 20:00 to Thu 04:00, Thu 22:00 to Fri 06:00"
)]
#[case::special_hours_past_midnight_into_a_holiday(
    r#", "holidays": ["2026-03-05"], "overrides": { "2026-03-04": ["20:00-04:00"] }"#,
    "Tue 22:00 to Wed 00:00, Wed 20:00 to Thu 00:00"
)]
#[case::special_hours_past_midnight_into_special_hours(
    r#", "overrides": { "2026-03-04": ["20:00-04:00"], "2026-03-05": ["02:00-03:00"] }"#,
    "Tue 22:00 to Wed 00:00, Wed 20:00 to Thu 00:00, Thu 02:00 to Thu 03:00"
)]
#[case::special_hours_that_join_the_shift_before(
    r#", "overrides": { "2026-03-04": ["00:00-06:00", "23:00-24:00"] }"#,
    "Tue 22:00 to Wed 06:00, Wed 23:00 to Thu 00:00, Thu 22:00 to Fri 06:00"
)]
#[case::two_holidays_in_a_row(r#", "holidays": ["2026-03-04", "2026-03-05"]"#, "Tue 22:00 to Wed 00:00")]
fn a_night_shift_and_a_special_date(#[case] special: &str, #[case] expected: &str) {
    let nights = schedule(&format!("{{ {NIGHTS}{special} }}"));
    let zone = nights.zone();
    let text = |instant| day_and_time(Some(instant), zone);
    let periods = nights.periods(at("Mon 00:00"), at("Sun 00:00"));
    let periods: Vec<String> = periods
        .map(|period| format!("{} to {}", text(period.start), text(period.end)))
        .collect();
    assert_eq!(periods.join(", "), expected);
}

#[test]
fn a_deadline_on_christmas_eve_with_short_hours_moves_past_christmas() {
    let week = r#""mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"], "thu": ["09:00-17:00"], "fri": ["09:00-17:00"]"#;
    let office = schedule(&format!(
        r#"{{ "hours": {{ {week} }}, "holidays": ["12-25", "12-26"], "overrides": {{ "2026-12-24": ["09:00-12:00"] }} }}"#
    ));
    // Thursday 24 December 11:00: an hour there, three on Monday 28 December.
    assert_eq!(
        stamp(office.add(at("2026-12-24T11:00:00+01:00"), time("4h")), office.zone()),
        "2026-12-28T12:00:00+01:00"
    );
}
