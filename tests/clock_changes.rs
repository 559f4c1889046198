//! What the zone's clock does to hours: changes of the clock, odd offsets, a day that never was.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::indexing_slicing, reason = "a test may")]

mod support;

use std::time::Duration;

use deskrules::schedule::{Schedule, Zone};
use rstest::rstest;
use support::{at, day_and_time, schedule, stamp};

#[rstest]
#[case::forward("2026-03-29", 7)]
#[case::back("2026-10-25", 9)]
fn a_clock_change_inside_hours_makes_a_day_of_seven_or_nine_hours(#[case] date: &str, #[case] hours: i64) {
    let sundays = schedule(r#"{ "hours": { "sun": ["00:00-08:00"] } }"#);
    let day = sundays.zone().day(date).expect("a date");
    assert_eq!(sundays.between(day.start, day.end).num_hours(), hours);
}

#[rstest]
#[case::a_start_in_the_gap("02:30-05:00", "2026-03-29T03:00:00+02:00", "2026-03-29T05:00:00+02:00")]
#[case::an_end_in_the_gap("01:00-02:30", "2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00")]
fn a_boundary_that_the_clock_skips_is_the_change_itself(#[case] hours: &str, #[case] open: &str, #[case] close: &str) {
    let sundays = schedule(&format!(r#"{{ "hours": {{ "sun": ["{hours}"] }} }}"#));
    let midnight = at("2026-03-29T00:00:00+01:00");
    assert_eq!(stamp(sundays.next_open(midnight), sundays.zone()), open);
    assert_eq!(stamp(sundays.next_close(midnight), sundays.zone()), close);
}

#[test]
fn a_boundary_that_the_clock_repeats_is_the_first_of_the_two() {
    let sundays = schedule(r#"{ "hours": { "sun": ["02:30-05:00"] } }"#);
    assert_eq!(
        stamp(sundays.next_open(at("2026-10-25T00:00:00+02:00")), sundays.zone()),
        "2026-10-25T02:30:00+02:00"
    );
}

#[test]
fn hours_wholly_within_the_gap_do_not_exist_that_day() {
    let sundays = schedule(r#"{ "hours": { "sun": ["02:00-03:00"] } }"#);
    assert_eq!(
        stamp(sundays.next_open(at("2026-03-29T00:00:00+01:00")), sundays.zone()),
        "2026-04-05T02:00:00+02:00"
    );
}

#[rstest]
#[case::half_an_hour("Australia/Lord_Howe", "2026-04-05", 24 * 60 + 30)]
#[case::forward_half_an_hour("Australia/Lord_Howe", "2026-10-04", 24 * 60 - 30)]
#[case::south_of_the_line("America/Santiago", "2026-09-06", 23 * 60)]
#[case::a_clock_change_at_midnight("Africa/Cairo", "2026-04-24", 23 * 60)]
#[case::a_day_that_never_was("Pacific/Apia", "2011-12-30", 0)]
fn a_date_is_as_long_as_its_zone_makes_it(#[case] zone: &str, #[case] date: &str, #[case] minutes: i64) {
    let day = Zone::named(zone).expect("a zone").day(date).expect("a date");
    assert_eq!((day.end.epoch_millis() - day.start.epoch_millis()) / 60_000, minutes);
}

#[rstest]
#[case::the_first("UTC", "1970-01-01", true)]
#[case::that_began_before_the_range("Europe/Amsterdam", "1970-01-01", false)]
#[case::the_last("Europe/Amsterdam", "2199-12-31", true)]
#[case::that_ends_where_the_range_does("UTC", "2199-12-31", false)]
#[case::no_date("UTC", "2026-02-30", false)]
fn a_date_is_whole_or_none(#[case] zone: &str, #[case] date: &str, #[case] whole: bool) {
    assert_eq!(Zone::named(zone).expect("a zone").day(date).is_some(), whole);
}

#[rstest]
#[case::half_hours("Asia/Kolkata", "2026-03-02T09:00:00+05:30")]
#[case::quarters("Asia/Kathmandu", "2026-03-02T09:00:00+05:45")]
#[case::west("America/St_Johns", "2026-03-02T09:00:00-03:30")]
fn hours_are_read_from_the_zones_own_clock(#[case] zone: &str, #[case] opening: &str) {
    let office = Schedule::weekdays("09:00-17:00", zone).expect("office hours");
    assert_eq!(stamp(office.next_open(at("2026-03-01T12:00:00Z")), office.zone()), opening);
}

#[test]
fn a_skipped_date_has_no_hours_and_spills_nothing_onto_the_next() {
    let apia = Schedule::weekdays("09:00-17:00", "Pacific/Apia").expect("office hours");
    // Friday 30 December 2011 was skipped: Thursday's close is followed by Monday's opening.
    let thursday = at("2011-12-29T12:00:00-10:00");
    assert_eq!(stamp(apia.next_close(thursday), apia.zone()), "2011-12-29T17:00:00-10:00");
    assert_eq!(
        stamp(apia.next_open(at("2011-12-29T17:00:00-10:00")), apia.zone()),
        "2012-01-02T09:00:00+14:00"
    );
}

#[test]
fn an_offset_with_seconds_is_printed_rounded_and_stays_exact() {
    let monrovia = Zone::named("Africa/Monrovia").expect("a zone");
    let instant = at("1971-06-01T00:00:00Z");
    let text = monrovia.stamp(instant).to_string();
    assert_eq!(text, "1971-05-31T23:16:00-00:44");
    assert_eq!(text.parse(), Ok(instant));
}

#[rstest]
#[case::an_end_that_repeats("01:00-02:30", "2026-10-25T01:00:00+02:00", "2026-10-25T02:30:00+02:00")]
#[case::all_within_the_hour_that_repeats("02:15-02:45", "2026-10-25T02:15:00+02:00", "2026-10-25T02:45:00+02:00")]
#[case::up_to_the_end_of_it("02:00-03:00", "2026-10-25T02:00:00+02:00", "2026-10-25T03:00:00+01:00")]
#[case::from_before_to_after("01:00-04:00", "2026-10-25T01:00:00+02:00", "2026-10-25T04:00:00+01:00")]
fn hours_in_the_night_when_the_clock_goes_back_are_open_once(#[case] hours: &str, #[case] open: &str, #[case] close: &str) {
    let sundays = schedule(&format!(r#"{{ "hours": {{ "sun": ["{hours}"] }} }}"#));
    let midnight = at("2026-10-25T00:00:00+02:00");
    assert_eq!(stamp(sundays.next_open(midnight), sundays.zone()), open);
    assert_eq!(stamp(sundays.next_close(midnight), sundays.zone()), close);
    // Not again in the second pass.
    assert_eq!(stamp(sundays.next_open(at(close)), sundays.zone())[..10], *"2026-11-01");
}

#[rstest]
#[case::forward("2026-03-28T12:00:00+01:00", 7)]
#[case::back("2026-10-24T12:00:00+02:00", 9)]
#[case::any_other_night("2026-06-06T12:00:00+02:00", 8)]
fn a_night_shift_counts_what_elapses(#[case] noon: &str, #[case] hours: u64) {
    let nights = schedule(r#"{ "hours": { "sat": ["22:00-06:00"] } }"#);
    let close = nights.next_close(at(noon)).expect("a close");
    assert_eq!(day_and_time(Some(close), nights.zone()), "Sun 06:00");
    assert_eq!(nights.add(at(noon), Duration::from_secs(hours * 3600)), Some(close));
}

#[rstest]
#[case::three_quarters_past_the_hour(
    "Pacific/Chatham",
    "03:00-05:00",
    "2026-09-27",
    "2026-09-27T03:45:00+13:45",
    "2026-09-27T05:00:00+13:45"
)]
#[case::half_an_hour_skipped(
    "Australia/Lord_Howe",
    "02:00-04:00",
    "2026-10-04",
    "2026-10-04T02:30:00+11:00",
    "2026-10-04T04:00:00+11:00"
)]
#[case::half_an_hour_repeated(
    "Australia/Lord_Howe",
    "01:45-03:00",
    "2026-04-05",
    "2026-04-05T01:45:00+11:00",
    "2026-04-05T03:00:00+10:30"
)]
#[case::south_of_the_line(
    "America/Santiago",
    "00:00-06:00",
    "2026-09-06",
    "2026-09-06T01:00:00-03:00",
    "2026-09-06T06:00:00-03:00"
)]
#[case::midnight_skipped(
    "Asia/Beirut",
    "00:00-06:00",
    "2026-03-29",
    "2026-03-29T01:00:00+03:00",
    "2026-03-29T06:00:00+03:00"
)]
#[case::midnight_skipped_in_cairo(
    "Africa/Cairo",
    "00:30-02:00",
    "2026-04-24",
    "2026-04-24T01:00:00+03:00",
    "2026-04-24T02:00:00+03:00"
)]
#[case::midnight_skipped_long_ago(
    "America/Sao_Paulo",
    "00:00-06:00",
    "2018-11-04",
    "2018-11-04T01:00:00-02:00",
    "2018-11-04T06:00:00-02:00"
)]
#[case::the_last_hour_of_a_day_repeated(
    "America/Sao_Paulo",
    "22:00-24:00",
    "2019-02-16",
    "2019-02-16T22:00:00-02:00",
    "2019-02-17T00:00:00-03:00"
)]
#[case::two_hours_at_once(
    "Antarctica/Troll",
    "00:30-04:00",
    "2026-03-29",
    "2026-03-29T00:30:00+00:00",
    "2026-03-29T04:00:00+02:00"
)]
fn a_shift_on_the_day_of_a_clock_change(
    #[case] zone: &str,
    #[case] hours: &str,
    #[case] date: &str,
    #[case] open: &str,
    #[case] close: &str,
) {
    let day = format!(r#"["{hours}"]"#);
    let there = schedule(&format!(
        r#"{{ "timeZone": "{zone}", "hours": {{ "sun": {day} }}, "overrides": {{ "{date}": {day} }} }}"#
    ));
    let start = there.zone().day(date).expect("a date").start;
    let opening = there.next_open(start).expect("an opening");
    assert_eq!(stamp(Some(opening), there.zone()), open);
    assert_eq!(stamp(there.next_close(opening), there.zone()), close);
}

#[rstest]
#[case::before_it("thu", "2011-12-29T22:00:00-10:00", "2011-12-31T00:00:00+14:00")]
#[case::on_it("fri", "2011-12-31T00:00:00+14:00", "2011-12-31T06:00:00+14:00")]
#[case::after_it("sat", "2011-12-31T22:00:00+14:00", "2012-01-01T06:00:00+14:00")]
fn a_night_shift_around_the_day_that_apia_skipped(#[case] weekday: &str, #[case] open: &str, #[case] close: &str) {
    let apia = schedule(&format!(
        r#"{{ "timeZone": "Pacific/Apia", "hours": {{ "{weekday}": ["22:00-06:00"] }} }}"#
    ));
    let before = at("2011-12-29T12:00:00-10:00");
    assert_eq!(stamp(apia.next_open(before), apia.zone()), open);
    assert_eq!(stamp(apia.next_close(before), apia.zone()), close);
}

#[test]
fn hours_where_the_offset_has_seconds_are_exact() {
    let monrovia = Schedule::weekdays("09:00-17:00", "Africa/Monrovia").expect("office hours");
    // 44 minutes and 30 seconds behind UTC.
    let opening = monrovia.next_open(at("1971-06-01T00:00:00Z"));
    assert_eq!(opening, Some(at("1971-06-01T09:44:30Z")));
}
