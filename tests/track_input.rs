//! Tickets that cannot be read: an error at its path, never a panic.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::panic, reason = "a test may")]

mod support;

use deskrules::policy::Policy;
use deskrules::sla::{Ticket, track};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use rstest::rstest;
use serde_json::{Value, json};
use support::{at, fit, goud};

const AT: &str = "2026-03-02T09:30:00+01:00";

fn ticket(event: &Value) -> Value {
    json!({ "priority": "P1", "reportedAt": "2026-03-02T09:00:00+01:00", "events": [{ "at": AT, "type": "responded" }, event] })
}

#[rstest]
#[case::of_no_known_type(json!({ "at": AT, "type": "asleep" }), "unknown-event events[1].type")]
#[case::without_a_type(json!({ "at": AT }), "missing-field events[1].type")]
#[case::without_an_instant(json!({ "type": "paused" }), "missing-field events[1].at")]
#[case::with_an_unknown_field(json!({ "at": AT, "type": "paused", "why": "parts" }), "unknown-field events[1].why")]
#[case::with_a_field_of_another(json!({ "at": AT, "type": "paused", "line": 2 }), "unknown-field events[1].line")]
#[case::agreed_on_nothing(json!({ "at": AT, "type": "agreed" }), "missing-field events[1].due")]
#[case::escalated_to_nobody(json!({ "at": AT, "type": "escalated" }), "missing-field events[1].line")]
#[case::reassessed_as_unknown(json!({ "at": AT, "type": "reassessed", "priority": "P9" }), "unknown-priority events[1].priority")]
fn an_event_that_cannot_be_read_is_an_error_at_its_path(#[case] event: Value, #[case] expected: &str) {
    let answer = fit::<Ticket>(&ticket(&event)).and_then(|ticket| track(&goud(), &ticket, at("Mon 12:00")));
    let error = answer.expect_err("it cannot be read");
    assert_eq!(format!("{} {}", error.code, error.path), expected);
}

/// A day is closed until nine, and counted until five: two intervals.
#[rstest]
#[case::fifty_thousand_days("2106-11-23T17:00:00Z", Ok(100_000))]
#[case::one_more("2106-11-24T17:00:00Z", Err("too-large reportedAt"))]
#[case::decades_more("2199-12-30T17:00:00Z", Err("too-large reportedAt"))]
fn a_ticket_has_at_most_a_hundred_thousand_intervals(#[case] now: &str, #[case] expected: Result<usize, &str>) {
    let daily = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| (day.to_owned(), json!(["09:00-17:00"])));
    let policy = json!({
        "id": "daily", "timeZone": "UTC", "schedules": { "daily": { "hours": Value::Object(daily.into_iter().collect()) } },
        "incidents": {
            "schedule": "daily", "impact": [{ "id": "any" }], "urgency": [{ "id": "any" }], "matrix": { "any": { "any": "P1" } },
            "priorities": [{ "id": "P1", "resolution": "PT8H" }] } });
    let policy = Policy::from_json(&policy.to_string()).expect("a policy");
    let ticket: Ticket = fit(&json!({ "priority": "P1", "reportedAt": "1970-01-01T00:00:00Z" })).expect("a ticket");
    let answer = track(&policy, &ticket, now.parse().expect("an instant"));
    let found = answer.map(|answer| answer.resolution.and_then(|clock| clock.why).map_or(0, |why| why.len()));
    let found = found.map_err(|error| format!("{} {}", error.code, error.path));
    assert_eq!(found, expected.map_err(ToOwned::to_owned));
}

fn garbage() -> impl Strategy<Value = Value> {
    let words = ["paused", "P1", "high", AT, "", "1e999", "agreed", "\u{0}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(words.to_vec()).prop_map(Value::from),
    ];
    let names = [
        "at",
        "type",
        "events",
        "priority",
        "reportedAt",
        "impact",
        "due",
        "line",
        "reason",
        "id",
        "x",
    ];
    leaf.prop_recursive(4, 32, 5, move |inner| {
        let object = prop::collection::vec((prop::sample::select(names.to_vec()), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Value::from),
            object.prop_map(|pairs| pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Value>()),
        ]
    })
}

#[test]
fn garbage_is_an_error_or_an_answer() {
    let config = Config {
        cases: 2000,
        rng_seed: RngSeed::Fixed(3),
        failure_persistence: None,
        ..Config::default()
    };
    let policy = goud();
    let run = TestRunner::new(config).run(&(garbage(), 0..4_usize), |(garbage, place)| {
        let mut document = ticket(&garbage);
        match place {
            0 => document = garbage,
            1 => document["events"] = garbage,
            2 => document["reportedAt"] = garbage,
            _ => {}
        }
        let answer = fit::<Ticket>(&document).and_then(|ticket| track(&policy, &ticket, at("Mon 12:00")));
        if let (3, Err(error)) = (place, answer) {
            prop_assert!(error.path.starts_with("events[1]"), "{error:?}");
        }
        Ok(())
    });
    if let Err(failure) = run {
        panic!("{failure}");
    }
}
