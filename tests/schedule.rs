//! What business time means: the rows of the design, in domain notation.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may"
)]

mod support;

use deskrules::schedule::{Instant, Period, Schedule, ScheduleDocument, Shift};
use rstest::rstest;
use support::{at, day_and_time, document, office, schedule, stamp, time, value};

const AMSTERDAM: &str = "Europe/Amsterdam";

#[rstest]
#[case::within_the_day("Fri 10:00", "2h", "Fri 12:00")]
#[case::before_the_weekend("Fri 16:00", "2h", "Mon 10:00")]
#[case::exactly_at_closing("Fri 15:00", "2h", "Fri 17:00")]
#[case::one_second_over_closing("Fri 15:00", "7201s", "Mon 09:00:01")]
#[case::from_the_night("Tue 03:00", "30m", "Tue 09:30")]
#[case::from_the_weekend("Sat 12:00", "8h", "Mon 17:00")]
#[case::from_the_closing_instant("Mon 17:00", "1h", "Tue 10:00")]
#[case::a_whole_week("Mon 09:00", "40h", "Fri 17:00")]
fn a_deadline_counts_open_hours_only(#[case] start: &str, #[case] target: &str, #[case] due: &str) {
    let office = office();
    assert_eq!(day_and_time(office.add(at(start), time(target)), office.zone()), due);
}

#[rstest]
#[case::while_closed("Sat 12:00", "Mon 09:00")]
#[case::at_closing_time("Fri 17:00", "Mon 09:00")]
#[case::while_open("Fri 12:00", "Fri 12:00")]
fn adding_nothing_is_the_next_opening(#[case] start: &str, #[case] due: &str) {
    let office = office();
    assert_eq!(day_and_time(office.add(at(start), time("0s")), office.zone()), due);
}

#[rstest]
#[case::within_the_day("Fri 12:00", "2h", "Fri 10:00")]
#[case::over_the_weekend("Mon 10:00", "2h", "Fri 16:00")]
#[case::lands_on_an_opening_not_on_the_close_before_it("Mon 11:00", "2h", "Mon 09:00")]
#[case::a_whole_day_lands_on_its_opening("Mon 17:00", "8h", "Mon 09:00")]
#[case::from_the_night("Tue 03:00", "30m", "Mon 16:30")]
#[case::nothing_while_closed_is_the_close_before("Sat 12:00", "0s", "Fri 17:00")]
#[case::nothing_at_closing_time_is_that_close("Fri 17:00", "0s", "Fri 17:00")]
#[case::nothing_while_open_is_now("Fri 12:00", "0s", "Fri 12:00")]
fn subtracting_is_an_operation_of_its_own(#[case] end: &str, #[case] span: &str, #[case] start: &str) {
    let office = office();
    assert_eq!(day_and_time(office.subtract(at(end), time(span)), office.zone()), start);
}

#[rstest]
#[case::before_opening("Mon 08:59:59", false)]
#[case::at_opening("Mon 09:00", true)]
#[case::before_closing("Mon 16:59:59", true)]
#[case::at_closing("Mon 17:00", false)]
fn hours_are_half_open(#[case] instant: &str, #[case] open: bool) {
    assert_eq!(office().is_open(at(instant)), open);
}

#[test]
fn adjacent_shifts_join() {
    let joined = schedule(r#"{ "hours": { "mon": ["09:00-12:00", "12:00-17:00"] } }"#);
    assert!(joined.is_open(at("Mon 12:00")));
    assert_eq!(day_and_time(joined.next_close(at("Mon 09:00")), joined.zone()), "Mon 17:00");
}

#[rstest]
#[case::over_the_weekend("Fri 16:00", "2026-03-09T10:00:00+01:00", 120)]
#[case::in_the_night("Mon 20:00", "Mon 23:00", 0)]
fn between_reversed_is_negative(#[case] from: &str, #[case] to: &str, #[case] minutes: i64) {
    let office = office();
    assert_eq!(office.between(at(from), at(to)).num_minutes(), minutes);
    assert_eq!(office.between(at(to), at(from)).num_minutes(), -minutes);
}

#[rstest]
#[case::open("Mon 10:00", "Mon 10:00", "Mon 17:00")]
#[case::closed("Sat 10:00", "Mon 09:00", "Mon 17:00")]
#[case::at_closing("Fri 17:00", "Mon 09:00", "Mon 17:00")]
fn the_next_opening_and_the_next_close(#[case] instant: &str, #[case] opening: &str, #[case] close: &str) {
    let office = office();
    assert_eq!(day_and_time(office.next_open(at(instant)), office.zone()), opening);
    assert_eq!(day_and_time(office.next_close(at(instant)), office.zone()), close);
}

#[test]
fn periods_are_cut_at_both_ends() {
    let office = office();
    let periods: Vec<String> = office
        .periods(at("Thu 16:00"), at("Sun 10:00"))
        .map(|period| {
            format!(
                "{} to {}",
                day_and_time(Some(period.start), office.zone()),
                day_and_time(Some(period.end), office.zone())
            )
        })
        .collect();
    assert_eq!(periods, ["Thu 16:00 to Thu 17:00", "Fri 09:00 to Fri 17:00"]);
}

#[rstest]
#[case::one_in_the_other("Mon 09:00 Mon 17:00", "Mon 10:00 Mon 11:00", true)]
#[case::the_end_of_one("Mon 09:00 Mon 17:00", "Mon 16:00 Mon 18:00", true)]
#[case::one_that_follows_at_once("Mon 09:00 Mon 17:00", "Mon 17:00 Mon 18:00", false)]
#[case::one_later("Mon 09:00 Mon 17:00", "Tue 09:00 Tue 17:00", false)]
fn periods_share_time_or_only_touch(#[case] one: &str, #[case] other: &str, #[case] shared: bool) {
    let period = |text: &str| Period {
        start: at(&text[..9]),
        end: at(&text[10..]),
    };
    assert_eq!(period(one).overlaps(period(other)), shared);
    assert_eq!(period(other).overlaps(period(one)), shared);
}

#[test]
fn several_shifts_a_day_leave_the_lunch_out() {
    let lunch = schedule(r#"{ "hours": { "mon": ["09:00-12:30", "13:00-17:30"] } }"#);
    assert_eq!(day_and_time(lunch.add(at("Mon 12:00"), time("1h")), lunch.zone()), "Mon 13:30");
}

#[test]
fn a_shift_past_midnight_is_one_shift() {
    let night = schedule(r#"{ "hours": { "fri": ["22:00-06:00"] } }"#);
    assert!(night.is_open(at("Sat 05:59:59")));
    assert!(!night.is_open(at("Fri 05:00")));
    assert_eq!(day_and_time(night.next_close(at("Fri 23:00")), night.zone()), "Sat 06:00");
}

#[rstest]
#[case::by_day("09:00-17:30", false)]
#[case::past_midnight("22:05-06:00", true)]
#[case::up_to_midnight("06:00-24:00", false)]
#[case::with_seconds("09:00:30-09:01:05", false)]
#[case::with_seconds_past_midnight("23:59:59-00:00:01", true)]
fn a_shift_is_written_as_it_is_read(#[case] text: &str, #[case] overnight: bool) {
    let shift: Shift = text.parse().expect("a shift");
    assert_eq!((shift.to_string().as_str(), shift.is_overnight()), (text, overnight));
}

#[test]
fn hours_may_end_at_midnight_and_have_seconds() {
    let late = schedule(r#"{ "hours": { "sat": ["06:00-24:00"], "mon": ["09:00:30-10:00"], "wed": ["22:00-00:00"] } }"#);
    assert_eq!(day_and_time(late.next_close(at("Wed 12:00")), late.zone()), "Thu 00:00");
    assert_eq!(day_and_time(late.next_close(at("Sat 12:00")), late.zone()), "Sun 00:00");
    assert_eq!(day_and_time(late.next_open(at("Mon 09:00")), late.zone()), "Mon 09:00:30");
}

#[test]
fn around_the_clock_never_closes() {
    let day = r#"["00:00-24:00"]"#;
    let always = schedule(&format!(
        r#"{{ "hours": {{ "mon": {day}, "tue": {day}, "wed": {day}, "thu": {day}, "fri": {day}, "sat": {day}, "sun": {day} }} }}"#
    ));
    assert_eq!(always.next_close(at("Mon 12:00")), None);
    // A day of 23 hours: the clock goes forward in the night of 29 March.
    let (from, to) = (at("2026-03-29T00:00:00+01:00"), at("2026-03-30T00:00:00+02:00"));
    assert_eq!(always.between(from, to).num_hours(), 23);
}

#[test]
fn never_is_answered_at_once() {
    let once = schedule(r#"{ "overrides": { "2026-03-04": ["09:00-10:00"] } }"#);
    assert_eq!(once.add(at("Mon 09:00"), time("2h")), None);
    assert_eq!(once.next_open(at("Fri 09:00")), None);
    assert_eq!(once.subtract(at("Mon 09:00"), time("1h")), None);
    assert_eq!(day_and_time(once.add(at("Mon 09:00"), time("1h")), once.zone()), "Wed 10:00");
}

#[test]
fn the_answer_does_not_depend_on_what_was_asked_before() {
    let fresh = |from: &str| schedule(r#"{ "hours": { "mon": ["09:00-17:00"] } }"#).add(at(from), time("100h"));
    let used = schedule(r#"{ "hours": { "mon": ["09:00-17:00"] } }"#);
    for from in [
        "2026-03-02T10:00:00Z",
        "1970-01-01T00:00:00Z",
        "2199-06-01T00:00:00Z",
        "2026-03-02T10:00:00Z",
        "1999-12-31T23:59:59Z",
    ] {
        assert_eq!(used.add(at(from), time("100h")), fresh(from), "{from}");
    }
}

#[rstest]
#[case::first("1970-01-01T00:00:00Z", "1970-01-01T09:00:00+00:00")]
#[case::last_working_day("2199-12-31T08:00:00Z", "2199-12-31T09:00:00+00:00")]
#[case::beyond("2199-12-31T18:00:00Z", "never")]
fn the_range_is_1970_to_2199(#[case] from: &str, #[case] opening: &str) {
    let utc = Schedule::weekdays("09:00-17:00", "UTC").expect("office hours");
    assert_eq!(stamp(utc.next_open(at(from)), utc.zone()), opening);
}

#[rstest]
#[case::overlapping_hours(r#"{ "hours": { "tue": ["09:00-17:00", "16:00-18:00"] } }"#, "hours.tue[1]", "overlapping-hours")]
#[case::a_tail_into_the_next_days_hours(
    r#"{ "hours": { "mon": ["22:00-10:00"], "tue": ["09:00-17:00"] } }"#,
    "hours.tue[0]",
    "overlapping-hours"
)]
#[case::a_tail_into_the_next_days_hours_written_last(
    r#"{ "hours": { "mon": ["22:00-10:00"], "tue": ["20:00-22:00", "09:00-17:00"] } }"#,
    "hours.tue[1]",
    "overlapping-hours"
)]
#[case::empty_hours(r#"{ "hours": { "mon": ["09:00-09:00"] } }"#, "hours.mon[0]", "empty-hours")]
#[case::no_hours(r#"{ "hours": { "mon": ["nine to five"] } }"#, "hours.mon[0]", "not-hours")]
#[case::an_hour_that_is_none(r#"{ "hours": { "mon": ["09:00-24:01"] } }"#, "hours.mon[0]", "not-hours")]
#[case::a_zone_that_is_none(
    r#"{ "timeZone": "Europe/Amsterdm", "hours": { "mon": ["09:00-17:00"] } }"#,
    "timeZone",
    "unknown-zone"
)]
#[case::a_day_that_no_year_has(
    r#"{ "hours": { "mon": ["09:00-17:00"] }, "holidays": [{ "on": "02-30" }] }"#,
    "holidays[0].on",
    "impossible-holiday"
)]
#[case::a_sixth_monday(
    r#"{ "hours": { "mon": ["09:00-17:00"] }, "holidays": ["mon 6 may"] }"#,
    "holidays[0].on",
    "impossible-holiday"
)]
#[case::a_rule_that_is_none(
    r#"{ "hours": { "mon": ["09:00-17:00"] }, "holidays": ["christmas"] }"#,
    "holidays[0].on",
    "not-a-holiday-rule"
)]
#[case::a_month_with_a_sign(
    r#"{ "hours": { "mon": ["09:00-17:00"] }, "holidays": ["+1-25"] }"#,
    "holidays[0].on",
    "not-a-holiday-rule"
)]
#[case::a_day_with_a_sign(
    r#"{ "hours": { "mon": ["09:00-17:00"] }, "holidays": ["12-+5"] }"#,
    "holidays[0].on",
    "not-a-holiday-rule"
)]
#[case::a_week_with_a_sign(
    r#"{ "hours": { "mon": ["09:00-17:00"] }, "holidays": ["mon +1 may"] }"#,
    "holidays[0].on",
    "not-a-holiday-rule"
)]
#[case::every_few_years_from_when(
    r#"{ "hours": { "mon": ["09:00-17:00"] }, "holidays": [{ "on": "05-05", "everyYears": 5 }] }"#,
    "holidays[0].everyYears",
    "impossible-holiday"
)]
#[case::no_year_at_all(
    r#"{ "hours": { "mon": ["09:00-17:00"] }, "holidays": [{ "on": "05-05", "from": 2027, "until": 2026 }] }"#,
    "holidays[0].until",
    "impossible-holiday"
)]
#[case::a_shift_that_starts_at_midnight_of_the_next_day(r#"{ "hours": { "mon": ["24:00-06:00"] } }"#, "hours.mon[0]", "not-hours")]
#[case::special_hours_on_no_date(
    r#"{ "hours": { "mon": ["09:00-17:00"] }, "overrides": { "24-12-2026": [] } }"#,
    "overrides.24-12-2026",
    "not-a-date"
)]
#[case::never_open("{}", "hours", "never-open")]
fn what_cannot_be_read_says_where(#[case] text: &str, #[case] path: &str, #[case] code: &str) {
    let errors = Schedule::new(&document(text), Some(AMSTERDAM)).expect_err("a refusal");
    let found: Vec<_> = errors.iter().map(|error| (error.path.as_str(), error.problem.code())).collect();
    assert_eq!(found, [(path, code)]);
}

#[test]
fn more_shifts_a_day_than_anybody_keeps_are_refused() {
    let shifts = |count: u32| {
        let hours: Vec<String> = (0..count)
            .map(|index| format!(r#""{:02}:{:02}:00-{:02}:{:02}:01""#, index / 60, index % 60, index / 60, index % 60))
            .collect();
        document(&format!(r#"{{ "timeZone": "UTC", "hours": {{ "mon": [{}] }} }}"#, hours.join(",")))
    };
    let seconds = Schedule::new(&shifts(144), None).expect("a schedule");
    let (from, to) = (at("2026-03-02T00:00:00Z"), at("2026-03-03T00:00:00Z"));
    assert_eq!(seconds.between(from, to).num_seconds(), 144);
    assert_eq!(stamp(seconds.add(from, time("100s")), seconds.zone()), "2026-03-02T01:39:01+00:00");
    let errors = Schedule::new(&shifts(145), None).expect_err("a refusal");
    assert_eq!(errors.to_string(), "hours.mon: 145 shifts on one day: write 144 at most");
}

#[rstest]
#[case::within_the_second("Mon 08:00", "1s", "Mon 09:00:01")]
#[case::over_it("Mon 09:00", "2s", "Tue 00:00:01")]
#[case::into_the_third_day("Mon 08:00", "48h", "Wed 23:59:59")]
#[case::over_a_week("Tue 00:00", "145h", "2026-03-10T00:59:59+01:00")]
fn a_shift_of_a_second_counts_among_whole_days(#[case] from: &str, #[case] time_open: &str, #[case] due: &str) {
    let day = r#"["00:00-24:00"]"#;
    let week = format!(r#""tue": {day}, "wed": {day}, "thu": {day}, "fri": {day}, "sat": {day}, "sun": {day}"#);
    let long = schedule(&format!(r#"{{ "hours": {{ "mon": ["09:00-09:00:01"], {week} }} }}"#));
    assert_eq!(long.add(at(from), time(time_open)), Some(at(due)));
}

#[test]
fn an_unknown_zone_names_the_nearest() {
    let document = ScheduleDocument {
        time_zone: Some("Amsterdam".to_owned()),
        ..document(r#"{ "hours": { "mon": ["09:00-17:00"] } }"#)
    };
    let errors = Schedule::new(&document, None).expect_err("a refusal");
    assert_eq!(
        errors.to_string(),
        "timeZone: unknown time zone `Amsterdam`: did you mean `Europe/Amsterdam`?"
    );
}

#[rstest]
#[case::with_an_offset("2026-11-24T10:00:00+01:00", Ok(1_795_510_800_000))]
#[case::in_utc("2026-11-24T09:00:00Z", Ok(1_795_510_800_000))]
#[case::without_seconds("2026-11-24T10:00+01:00", Ok(1_795_510_800_000))]
#[case::to_the_millisecond("2026-11-24T10:00:00.25+01:00", Ok(1_795_510_800_250))]
#[case::finer_than_that_is_dropped("2026-11-24T10:00:00.250999+01:00", Ok(1_795_510_800_250))]
#[case::in_which_zone("2026-11-24T10:00:00", Err("instant-without-offset"))]
#[case::only_a_date("2026-11-24", Err("instant-without-offset"))]
#[case::in_small_letters("2026-11-24t09:00:00z", Ok(1_795_510_800_000))]
#[case::with_a_space("2026-11-24 10:00:00+0100", Ok(1_795_510_800_000))]
#[case::no_such_minute("2026-11-24T10:60:00Z", Err("not-an-instant"))]
#[case::no_such_second("2026-11-24T10:00:60Z", Err("not-an-instant"))]
#[case::a_point_and_no_digits("2026-11-24T10:00:00.Z", Err("not-an-instant"))]
#[case::an_offset_of_sixty_minutes("2026-11-24T10:00:00+01:60", Err("not-an-instant"))]
#[case::no_such_day("2026-02-30T10:00:00Z", Err("not-an-instant"))]
#[case::no_such_hour("2026-11-24T24:00:00Z", Err("not-an-instant"))]
#[case::words("tomorrow", Err("not-an-instant"))]
#[case::an_offset_of_a_day("2026-11-24T10:00:00+24:00", Err("not-an-instant"))]
#[case::too_early("1969-12-31T23:59:59Z", Err("instant-out-of-range"))]
#[case::too_late("2200-01-01T00:00:00Z", Err("instant-out-of-range"))]
#[case::the_last_second("2199-12-31T23:59:59Z", Ok(7_258_118_399_000))]
fn an_instant_is_text_with_an_offset(#[case] text: &str, #[case] millis: Result<i64, &str>) {
    let read = text.parse::<Instant>();
    assert_eq!(
        read.as_ref()
            .map(|instant| instant.epoch_millis())
            .map_err(deskrules::schedule::Problem::code),
        millis
    );
}

#[test]
fn an_instant_writes_itself_in_utc() {
    assert_eq!(value(&at("Mon 09:00")), "2026-03-02T08:00:00+00:00");
}
