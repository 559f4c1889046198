//! Lists of instants at once: the same answers as one at a time, or one error that says where.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "a test may"
)]

mod support;

use std::time::Duration;

use deskrules::policy::Policy;
use deskrules::schedule::{Instant, Schedule};
use deskrules::sla;
use rstest::rstest;
use support::{at, goud, json, office, schedule, stamp, time};

const ALWAYS: &str = r#"{ "hours": { "mon": ["00:00-24:00"], "tue": ["00:00-24:00"], "wed": ["00:00-24:00"], "thu": ["00:00-24:00"],
    "fri": ["00:00-24:00"], "sat": ["00:00-24:00"], "sun": ["00:00-24:00"] } }"#;

fn number(text: &str) -> f64 {
    at(text).epoch_millis() as f64
}

/// Writes an answer as text in the schedule's zone.
fn text(number: f64, schedule: &Schedule) -> String {
    let instant = (!number.is_nan()).then(|| Instant::from_epoch_number(number).expect("an instant"));
    stamp(instant, schedule.zone())
}

/// Instants all over the range, most of them in the years around 2026, by a fixed rule.
fn instants(count: usize) -> Vec<f64> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = |limit: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % limit
    };
    let mut instant = |index| match index % 5 {
        0 => below(7_258_118_400_000),
        1 => (1_700_000_000 + below(120_000_000)) * 1000,
        _ => 1_700_000_000_000 + below(120_000_000_000),
    };
    (0..count).map(|index| instant(index) as f64).collect()
}

#[rstest]
#[case::office(r#"{ "hours": { "mon": ["09:00-17:00"], "wed": ["09:00-17:00"] }, "holidays": ["12-25", "easter+1"] }"#)]
#[case::lunch(r#"{ "hours": { "mon": ["09:00-12:30", "13:00-17:30"], "fri": ["08:00-12:00"] } }"#)]
#[case::nights(r#"{ "timeZone": "America/New_York", "hours": { "fri": ["22:00-06:00"], "sat": ["22:00-06:00"] }, "holidays": ["01-01"] }"#)]
#[case::around_the_clock(ALWAYS)]
#[case::seconds(r#"{ "hours": { "tue": ["09:00-09:00:01", "09:00:02-09:00:03", "09:00:05-09:00:06", "23:59:59-24:00"] } }"#)]
#[case::one_day_a_year(r#"{ "hours": { "mon": ["00:00-24:00"] }, "overrides": { "2026-12-24": ["09:00-09:00:01"] } }"#)]
#[case::one_hour_ever(r#"{ "overrides": { "2026-03-04": ["09:00-10:00"] } }"#)]
#[case::long_ago(r#"{ "overrides": { "1975-03-04": ["09:00-10:00"] } }"#)]
fn a_batch_answers_what_single_questions_do(#[case] document: &str) {
    const TIMES: [f64; 8] = [0.0, 0.001, 1.0, 3600.0, 28_800.0, 14_400.5, 3e7, 1e15];
    let (batch, single) = (schedule(document), schedule(document));
    let from = instants(4000);
    let seconds: Vec<f64> = (0..from.len()).map(|index| TIMES[index % TIMES.len()]).collect();
    let mut dues = from.clone();
    batch.add_batch(&mut dues, &seconds).expect("dues");
    let mut elapsed: Vec<f64> = from.iter().rev().copied().collect();
    batch.between_batch(&from, &mut elapsed).expect("times");
    for (index, (from, seconds)) in from.iter().zip(&seconds).enumerate() {
        let instant = Instant::from_epoch_number(*from).expect("an instant");
        let due = single.add(instant, Duration::try_from_secs_f64(*seconds).expect("a duration"));
        assert_eq!(text(dues[index], &single), stamp(due, single.zone()), "{seconds} s from {from}");
        let alone = single.add_number(*from, *seconds).expect("a due");
        assert_eq!(alone.to_bits(), dues[index].to_bits(), "{seconds} s from {from}");
    }
    for (index, (from, to)) in from.iter().zip(from.iter().rev()).enumerate() {
        let [start, end] = [from, to].map(|number| Instant::from_epoch_number(*number).expect("an instant"));
        assert_eq!(elapsed[index], single.between(start, end).num_milliseconds() as f64 / 1000.0);
        assert_eq!(elapsed[index], single.between_number(*from, *to).expect("a time"));
    }
}

#[test]
fn one_time_may_serve_all_instants() {
    let office = office();
    let mut dues = [number("Fri 16:00"), number("Sat 12:00")];
    let times = vec![7200.0; dues.len()];
    office.add_batch(&mut dues, &times).expect("dues");
    assert_eq!(
        dues.map(|due| text(due, &office)),
        ["2026-03-09T10:00:00+01:00", "2026-03-09T11:00:00+01:00"]
    );
}

#[test]
fn one_batch_may_widen_the_window_both_ways() {
    let office = office();
    let from = [
        "2026-03-02T10:00:00Z",
        "1970-01-05T10:00:00Z",
        "2199-12-30T10:00:00Z",
        "2026-03-02T10:00:00Z",
    ];
    let mut dues = from.map(number);
    let times = vec![3600.0; dues.len()];
    office.add_batch(&mut dues, &times).expect("dues");
    assert_eq!(
        dues.map(|due| text(due, &office)),
        [
            "2026-03-02T12:00:00+01:00",
            "1970-01-05T12:00:00+01:00",
            "2199-12-30T12:00:00+01:00",
            "2026-03-02T12:00:00+01:00"
        ]
    );
}

#[rstest]
#[case::its_last_second("2199-12-31T23:59:58Z", 1.0, "2200-01-01T00:59:59+01:00")]
#[case::nothing_at_its_last_millisecond("2199-12-31T23:59:59.999Z", 0.0, "2200-01-01T00:59:59.999+01:00")]
#[case::up_to_its_last_millisecond("2199-12-31T23:59:59Z", 0.999, "2200-01-01T00:59:59.999+01:00")]
#[case::up_to_its_end("2199-12-31T23:59:59Z", 1.0, "never")]
#[case::beyond_its_end("2199-12-31T23:59:59Z", 3600.0, "never")]
#[case::longer_than_it_is("2026-03-02T10:00:00Z", 1e16, "never")]
fn the_end_of_the_range_is_exact(#[case] from: &str, #[case] seconds: f64, #[case] due: &str) {
    let always = schedule(ALWAYS);
    let mut dues = [number(from); 3];
    let times = vec![seconds; dues.len()];
    always.add_batch(&mut dues, &times).expect("dues");
    assert_eq!(dues.map(|due| text(due, &always)), [due; 3]);
    assert!(always.is_open(Instant::LAST));
}

#[rstest]
#[case::rounded_down(0.000_4, "2026-03-02T10:00:00+01:00")]
#[case::rounded_up(0.000_6, "2026-03-02T10:00:00.001+01:00")]
#[case::as_fine_as_it_gets(1.0005, "2026-03-02T10:00:01+01:00")]
#[case::negative_nothing(-0.0, "2026-03-02T10:00:00+01:00")]
fn a_time_counts_to_the_millisecond(#[case] seconds: f64, #[case] due: &str) {
    let office = office();
    let mut dues = [number("Mon 10:00")];
    let times = vec![seconds; dues.len()];
    office.add_batch(&mut dues, &times).expect("a due");
    assert_eq!(text(dues[0], &office), due);
}

#[rstest]
#[case::no_instant(&[0.0, 1.0, 2.0, f64::NAN], &[1.0; 4], "instants[3] not-whole-milliseconds")]
#[case::endless(&[f64::INFINITY], &[1.0], "instants[0] not-whole-milliseconds")]
#[case::half_a_millisecond_alone(&[1.5], &[1.0], "instants[0] not-whole-milliseconds")]
#[case::half_a_millisecond(&[0.0, 1.5], &[1.0; 2], "instants[1] not-whole-milliseconds")]
#[case::before_1970(&[0.0, -1.0], &[1.0; 2], "instants[1] instant-out-of-range")]
#[case::in_2200(&[7_258_118_400_000.0], &[1.0], "instants[0] instant-out-of-range")]
#[case::far_beyond(&[1e300], &[1.0], "instants[0] instant-out-of-range")]
#[case::no_time(&[0.0, 1.0], &[1.0, f64::NAN], "seconds[1] not-a-duration")]
#[case::negative(&[0.0, 1.0], &[-0.001; 2], "seconds[0] not-a-duration")]
#[case::endless_time(&[0.0], &[f64::INFINITY], "seconds[0] not-a-duration")]
#[case::no_duration_is_that_long(&[0.0], &[1e300], "seconds[0] not-a-duration")]
#[case::too_few(&[0.0, 1.0, 2.0], &[1.0, 2.0], "seconds unequal-lengths")]
#[case::none(&[0.0], &[], "seconds unequal-lengths")]
fn what_cannot_be_added_says_where_and_changes_nothing(#[case] instants: &[f64], #[case] seconds: &[f64], #[case] error: &str) {
    let mut dues = instants.to_vec();
    let refused = office().add_batch(&mut dues, seconds).expect_err("a refusal");
    assert_eq!(format!("{} {}", refused.path, refused.problem.code()), error);
    assert_eq!(
        dues.iter().map(|due| due.to_bits()).collect::<Vec<_>>(),
        instants.iter().map(|at| at.to_bits()).collect::<Vec<_>>()
    );
}

#[rstest]
#[case::from(&[0.0, 1.0, 0.5], &[0.0, 1.0, f64::NAN], "from[2] not-whole-milliseconds")]
#[case::to(&[0.0, 1.0], &[0.0, -1.0], "to[1] instant-out-of-range")]
#[case::too_many(&[0.0], &[0.0, 1.0], "to unequal-lengths")]
fn what_has_no_time_between_says_where(#[case] from: &[f64], #[case] to: &[f64], #[case] error: &str) {
    let refused = office().between_batch(from, &mut to.to_vec()).expect_err("a refusal");
    assert_eq!(format!("{} {}", refused.path, refused.problem.code()), error);
}

#[test]
fn nothing_asked_is_nothing_answered() {
    assert_eq!(office().add_batch(&mut [], &[]), Ok(()));
    assert_eq!(office().between_batch(&[], &mut []), Ok(()));
    assert_eq!(sla::deadlines_batch(&goud(), &[], &mut [], &mut []), Ok(()));
}

/// Targets in two schedules, one agreed, one left out, one that is never reached.
fn mixed() -> Policy {
    let policy = json(
        r#"{ "id": "mixed", "timeZone": "Europe/Amsterdam",
             "schedules": { "office": { "hours": { "mon": ["09:00-17:00"], "fri": ["09:00-17:00"] } },
                            "sundays": { "hours": { "sun": ["10:00-12:00"] } },
                            "once": { "overrides": { "2026-03-04": ["09:00-10:00"] } } },
             "incidents": { "schedule": "office", "impact": [{ "id": "a" }], "urgency": [{ "id": "a" }], "matrix": { "a": { "a": "P1" } },
               "priorities": [{ "id": "P1", "response": "PT30M", "resolution": "PT10H" },
                              { "id": "P2", "response": "PT1H", "resolution": "agreed", "schedule": "sundays" },
                              { "id": "P3", "resolution": "PT2H" },
                              { "id": "P4", "response": "PT1H", "resolution": "PT2H", "schedule": "once" }] } }"#,
    );
    Policy::from_json(&policy.to_string()).expect("the test's policy")
}

#[test]
fn deadlines_of_many_are_those_of_each() {
    let policy = mixed();
    let priorities = &policy.incidents.as_ref().expect("incidents").priorities;
    let reported_at = instants(2000);
    let priority: Vec<u8> = (0..4).cycle().take(reported_at.len()).collect();
    let (mut response, mut resolution) = (reported_at.clone(), vec![0.0; reported_at.len()]);
    sla::deadlines_batch(&policy, &priority, &mut response, &mut resolution).expect("deadlines");
    let fresh = mixed();
    for (index, reported_at) in reported_at.iter().enumerate() {
        let id = &priorities[usize::from(priority[index])].id;
        let query = json(&format!(r#"{{ "priority": "{id}", "reportedAt": {reported_at} }}"#));
        let one = sla::deadlines(&fresh, &support::fit(&query).expect("a query")).expect("deadlines");
        for (number, due) in [(response[index], one.response), (resolution[index], one.resolution)] {
            let due = match due {
                Some(sla::Due::At { due: Some(due) }) => due.to_string(),
                Some(_) | None => "never".to_owned(),
            };
            let instant = (!number.is_nan()).then(|| Instant::from_epoch_number(number).expect("an instant"));
            assert_eq!(stamp(instant, &policy.zone), due, "{id} of {reported_at}");
        }
    }
}

#[rstest]
#[case::no_such_priority(&[0, 3, 4], 3, 3, "unknown-priority priority[2]")]
#[case::too_few_priorities(&[0, 3], 3, 3, "unequal-lengths priority")]
#[case::no_room(&[0, 3, 3], 3, 2, "unequal-lengths resolution")]
fn deadlines_that_cannot_be_told_say_where(#[case] priority: &[u8], #[case] reports: usize, #[case] room: usize, #[case] error: &str) {
    let refused = sla::deadlines_batch(&goud(), priority, &mut vec![0.0; reports], &mut vec![0.0; room]).expect_err("a refusal");
    assert_eq!(format!("{} {}", refused.code, refused.path), error);
}

#[test]
fn a_report_at_no_instant_says_where() {
    let mut reported_at = [0.0, 0.25];
    let refused = sla::deadlines_batch(&goud(), &[0, 0], &mut reported_at, &mut [0.0; 2]).expect_err("a refusal");
    assert_eq!(format!("{} {}", refused.code, refused.path), "not-whole-milliseconds reportedAt[1]");
    assert_eq!(reported_at, [0.0, 0.25]);
}

#[test]
fn never_ends_at_once_in_every_question() {
    let past = schedule(r#"{ "overrides": { "1975-03-04": ["09:00-10:00"] } }"#);
    let now = at("Mon 09:00");
    assert_eq!(past.next_open(now), None);
    assert_eq!(past.next_close(now), None);
    assert_eq!(past.add(now, time("0s")), None);
    assert_eq!(past.periods(now, Instant::LAST).count(), 0);
    assert_eq!(stamp(past.subtract(now, time("1h")), past.zone()), "1975-03-04T09:00:00+01:00");
    assert_eq!(past.subtract(now, time("2h")), None);
    let outside = schedule(r#"{ "overrides": { "1960-03-04": ["09:00-10:00"], "2300-03-04": ["09:00-10:00"] } }"#);
    assert_eq!((outside.next_open(now), outside.subtract(now, time("0s"))), (None, None));
    let always = schedule(ALWAYS);
    let all: Vec<_> = always.periods(at("1970-01-01T00:00:00Z"), Instant::LAST).collect();
    assert_eq!(
        all.iter()
            .map(|period| (period.start.epoch_millis(), period.end))
            .collect::<Vec<_>>(),
        [(0, Instant::LAST)]
    );
}
