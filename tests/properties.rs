//! What holds of every schedule, and of schedules at the edge of having hours at all.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may"
)]

#[path = "support/calendar.rs"]
mod calendar;
#[path = "support/calendars.rs"]
mod calendars;
#[path = "support/oracle.rs"]
mod oracle;
mod support;

use std::time::Duration;

use calendars::{Near, calendar_near};
use chrono::TimeDelta;
use deskrules::schedule::{Instant, Schedule};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use rstest::rstest;
use support::{at, day_and_time, schedule, stamp};

/// A random schedule, three instants of the same few years and two spans of time.
struct Case {
    document: String,
    schedule: Schedule,
    instants: [Instant; 3],
    spans: [Duration; 2],
}

/// Checks a property in 300 random cases.
fn holds(property: impl Fn(&Case) -> Result<(), TestCaseError>) {
    const DAY: i64 = 86_400_000;
    let config = Config {
        cases: 300,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        max_shrink_time: 15_000,
        ..Config::default()
    };
    let near = prop_oneof![
        Just(Near::ClockChange),
        Just(Near::YearEnd),
        Just(Near::Anything),
        Just(Near::FirstDays)
    ];
    let away = prop_oneof![-3 * DAY..3 * DAY, -600 * DAY..600 * DAY];
    // Whole hours meet openings and closes, milliseconds do not.
    let span = prop_oneof![(1..60u64).prop_map(|hours| hours * 3_600_000), 1..900_000_000u64];
    let all = (
        near.prop_flat_map(calendar_near),
        [away.clone(), away.clone(), away],
        [span.clone(), span],
    );
    let run = TestRunner::new(config).run(&all, |((calendar, around), away, spans)| {
        let document = calendar.to_string();
        let case = Case {
            schedule: schedule(&document),
            document,
            instants: away.map(|away| instant((around * 1000 + away).clamp(0, Instant::LAST.epoch_millis()))),
            spans: spans.map(Duration::from_millis),
        };
        property(&case).map_err(|error| TestCaseError::fail(format!("{error}\n{}", case.document)))
    });
    if let Err(failure) = run {
        panic!("{failure}");
    }
}

fn instant(millis: i64) -> Instant {
    Instant::from_epoch_millis(millis).expect("in range")
}

fn delta(time: Duration) -> TimeDelta {
    TimeDelta::from_std(time).expect("a short time")
}

#[test]
fn the_time_to_a_deadline_is_what_was_added() {
    holds(|case| {
        let ([from, ..], [time, _]) = (case.instants, case.spans);
        if let Some(due) = case.schedule.add(from, time) {
            prop_assert_eq!(case.schedule.between(from, due), delta(time));
        }
        Ok(())
    });
}

#[test]
fn a_later_start_never_gives_an_earlier_deadline() {
    holds(|case| {
        let ([a, b, _], [time, _]) = (case.instants, case.spans);
        let (earlier, later) = (a.min(b), a.max(b));
        // Never is later than any deadline.
        if let Some(due) = case.schedule.add(later, time) {
            let before = case.schedule.add(earlier, time);
            prop_assert!(before.is_some_and(|before| before <= due), "{:?}", (earlier, later, time));
        }
        Ok(())
    });
}

#[test]
fn a_deadline_is_open_time_or_a_close() {
    holds(|case| {
        let ([from, ..], [time, _]) = (case.instants, case.spans);
        if let Some(due) = case.schedule.add(from, time) {
            // Open up to it, in either case.
            let before = instant(due.epoch_millis() - 1);
            prop_assert!(case.schedule.is_open(before), "{:?}", due);
            prop_assert!(
                case.schedule.is_open(due) || case.schedule.next_close(before) == Some(due),
                "{:?}",
                due
            );
        }
        Ok(())
    });
}

#[test]
fn adding_in_two_steps_is_adding_at_once() {
    holds(|case| {
        let ([from, ..], [a, b]) = (case.instants, case.spans);
        let twice = case.schedule.add(from, a).and_then(|there| case.schedule.add(there, b));
        prop_assert_eq!(twice, case.schedule.add(from, a + b));
        Ok(())
    });
}

#[test]
fn subtracting_in_two_steps_is_subtracting_at_once() {
    holds(|case| {
        let ([from, ..], [a, b]) = (case.instants, case.spans);
        let twice = case.schedule.subtract(from, a).and_then(|there| case.schedule.subtract(there, b));
        prop_assert_eq!(twice, case.schedule.subtract(from, a + b));
        Ok(())
    });
}

#[test]
fn between_reversed_is_its_negative_and_parts_add_up() {
    holds(|case| {
        let [a, b, c] = case.instants;
        let between = |from, to| case.schedule.between(from, to);
        prop_assert_eq!(between(a, b), -between(b, a));
        prop_assert_eq!(between(a, c), between(a, b) + between(b, c));
        prop_assert_eq!(between(a, a), TimeDelta::zero());
        Ok(())
    });
}

/// From open time that is the start itself; from closed time it is the opening that the deadline counted from.
#[test]
fn subtracting_what_was_added_is_the_start_or_the_opening_after_it() {
    holds(|case| {
        let ([from, ..], [time, _]) = (case.instants, case.spans);
        if let Some(due) = case.schedule.add(from, time) {
            prop_assert_eq!(case.schedule.subtract(due, time), case.schedule.next_open(from));
        }
        Ok(())
    });
}

/// To open time that is the end itself; to an opening or closed time it is the close that the span was counted back from.
#[test]
fn adding_what_was_subtracted_is_the_end_or_the_close_before_it() {
    holds(|case| {
        let ([to, ..], [time, _]) = (case.instants, case.spans);
        let Some(start) = case.schedule.subtract(to, time) else {
            return Ok(());
        };
        prop_assert!(case.schedule.is_open(start), "{:?}", start);
        prop_assert_eq!(case.schedule.between(start, to), delta(time));
        let end = case.schedule.add(start, time).expect("as much was subtracted");
        prop_assert!(end <= to);
        prop_assert_eq!(case.schedule.between(end, to), TimeDelta::zero());
        Ok(())
    });
}

#[test]
fn the_next_opening_is_open_and_its_own_next_opening() {
    holds(|case| {
        let [from, ..] = case.instants;
        let opening = case.schedule.next_open(from);
        if let Some(opening) = opening {
            prop_assert!(opening >= from && case.schedule.is_open(opening));
            prop_assert_eq!(case.schedule.next_open(opening), Some(opening));
            prop_assert_eq!(case.schedule.between(from, opening), TimeDelta::zero());
        }
        Ok(())
    });
}

#[test]
fn a_close_is_later_and_closed_and_open_before() {
    holds(|case| {
        let [from, ..] = case.instants;
        if let Some(close) = case.schedule.next_close(from) {
            prop_assert!(close > from && !case.schedule.is_open(close));
            prop_assert!(case.schedule.is_open(instant(close.epoch_millis() - 1)));
        }
        Ok(())
    });
}

#[test]
fn periods_are_apart_and_add_up_to_the_time_between() {
    holds(|case| {
        let [a, b, _] = case.instants;
        let (from, to) = (a.min(b), a.max(b));
        let (mut sum, mut last) = (0, None);
        for period in case.schedule.periods(from, to) {
            prop_assert!(
                from <= period.start && period.start < period.end && period.end <= to,
                "{:?}",
                period
            );
            prop_assert!(last.is_none_or(|end| end < period.start), "{:?}", period);
            sum += period.end.epoch_millis() - period.start.epoch_millis();
            last = Some(period.end);
        }
        prop_assert_eq!(sum, case.schedule.between(from, to).num_milliseconds());
        Ok(())
    });
}

#[test]
fn the_answer_does_not_depend_on_what_was_asked_before() {
    holds(|case| {
        let ([from, other, third], [time, _]) = (case.instants, case.spans);
        let used = &case.schedule;
        // Widens what is built to both sides, in steps that the cases choose.
        let _ = (
            used.between(other, third),
            used.subtract(third, time * 200),
            used.add(other, time * 200),
        );
        let fresh = schedule(&case.document);
        prop_assert_eq!(used.add(from, time), fresh.add(from, time));
        let fresh = schedule(&case.document);
        prop_assert_eq!(used.subtract(from, time), fresh.subtract(from, time));
        let fresh = schedule(&case.document);
        prop_assert_eq!(used.next_close(from), fresh.next_close(from));
        Ok(())
    });
}

#[rstest]
#[case::later(r#"{ "on": "12-31", "shift": { "fri": 3 } }"#, "2023-06-01T00:00:00Z", "2022-01-03")]
#[case::earlier(r#"{ "on": "01-01", "shift": { "sat": -1 } }"#, "2020-06-01T00:00:00Z", "2021-12-31")]
fn a_holiday_moved_over_the_turn_of_the_year_closes_whatever_was_asked_before(
    #[case] holiday: &str,
    #[case] before: &str,
    #[case] closed: &str,
) {
    let week = r#"{ "mon": ["09:00-17:00"], "fri": ["09:00-17:00"] }"#;
    let moved = schedule(&format!(r#"{{ "timeZone": "UTC", "hours": {week}, "holidays": [{holiday}] }}"#));
    assert!(moved.next_open(at(before)).is_some());
    assert!(!moved.is_open(at(&format!("{closed}T12:00:00Z"))));
}

const WEEK: &str = r#""mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"], "thu": ["09:00-17:00"],
    "fri": ["09:00-17:00"], "sat": ["09:00-17:00"], "sun": ["09:00-17:00"]"#;

/// Closed on every day of every month but one, by rules alone.
fn closed_but_on(month_and_day: &str) -> String {
    let every = (1..=12).flat_map(|month| (1..=31).map(move |day| format!("{month:02}-{day:02}")));
    let never = ["02-30", "02-31", "04-31", "06-31", "09-31", "11-31"];
    let closed = every.filter(|day| day != month_and_day && !never.contains(&day.as_str()));
    let closed: Vec<String> = closed.map(|day| format!("\"{day}\"")).collect();
    format!(
        r#"{{ "timeZone": "UTC", "hours": {{ {WEEK} }}, "holidays": [{}] }}"#,
        closed.join(", ")
    )
}

#[rstest]
#[case::once_ever(
    r#"{ "timeZone": "UTC", "overrides": { "2026-03-04": ["09:00-10:00"] } }"#.to_owned(),
    ["2026-03-04T09:00:00+00:00", "2026-03-04T10:00:00+00:00", "2026-03-04T10:00:00+00:00", "never"]
)]
#[case::once_a_year(
    closed_but_on("12-24"),
    ["1970-12-24T09:00:00+00:00", "1970-12-24T10:00:00+00:00", "2199-12-24T17:00:00+00:00", "1982-12-24T13:00:00+00:00"]
)]
#[case::on_leap_days(
    closed_but_on("02-29"),
    ["1972-02-29T09:00:00+00:00", "1972-02-29T10:00:00+00:00", "2196-02-29T17:00:00+00:00", "2020-02-29T13:00:00+00:00"]
)]
#[case::never_for_holidays(closed_but_on("none"), ["never", "never", "never", "never"])]
#[case::a_second_a_week(
    r#"{ "timeZone": "UTC", "hours": { "thu": ["00:00-00:00:01"] } }"#.to_owned(),
    ["1970-01-01T00:00:00+00:00", "never", "2199-12-26T00:00:01+00:00", "never"]
)]
#[case::always(
    format!(r#"{{ "timeZone": "UTC", "hours": {{ {} }} }}"#, WEEK.replace("09:00-17:00", "00:00-24:00")),
    ["1970-01-01T00:00:00+00:00", "1970-01-01T01:00:00+00:00", "2199-12-31T23:59:59.999+00:00", "1970-01-05T04:00:00+00:00"]
)]
fn rare_hours_are_found_or_never_from_both_ends_of_the_range(#[case] document: String, #[case] expected: [&str; 4]) {
    let (first, last) = (instant(0), Instant::LAST);
    let rare = schedule(&document);
    let hours = |hours: u64| Duration::from_secs(hours * 3600);
    let one = if document.contains("00:00:01") { hours(4) } else { hours(1) };
    let answers = [
        rare.next_open(first),
        rare.add(first, one),
        rare.subtract(last, Duration::ZERO),
        rare.add(first, hours(100)),
    ];
    assert_eq!(answers.map(|answer| stamp(answer, rare.zone())), expected);
    // The other questions at the other end: nothing is left there, and each says so.
    assert_eq!(rare.add(last, hours(1)), None);
    assert_eq!(rare.next_close(last), None);
    assert_eq!(rare.subtract(first, hours(1)), None);
    assert_eq!(rare.between(first, first), TimeDelta::zero());
    assert_eq!(rare.between(first, last), -rare.between(last, first));
    assert!(rare.periods(last, first).next().is_none());
}

#[test]
fn special_hours_alone_are_hours() {
    let special = schedule(r#"{ "overrides": { "2026-03-03": ["22:00-02:00"], "2026-03-06": ["09:00-10:00"] } }"#);
    assert_eq!(
        day_and_time(special.add(at("Mon 09:00"), Duration::from_secs(9 * 1800)), special.zone()),
        "Fri 09:30"
    );
}
