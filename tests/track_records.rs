//! Many tickets at once, and one with very many events.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may"
)]

mod support;
#[path = "support/tickets.rs"]
mod tickets;

use deskrules::bulk::{self, Kind, Order, Question};
use deskrules::schedule::Instant;
use deskrules::sla::{Event, Ticket, Tracking};
use proptest::prelude::*;
use serde_json::{Value, json};
use tickets::{event, holds, instant, track};

#[test]
fn records_are_the_single_answers_and_come_in_order() {
    holds(300, false, |case| {
        let policy = case.policy;
        // The ticket at every stage of its life.
        let stages: Vec<Ticket> = (0..=case.ticket.events.len())
            .map(|count| Ticket {
                events: case.ticket.events[..count].to_vec(),
                ..case.ticket.clone()
            })
            .collect();
        let lines: Vec<String> = stages.iter().map(written).collect();
        let records = |order| {
            let question = Question {
                kind: Kind::Track,
                now: case.now,
                first_line: 1,
                order,
            };
            let text = bulk::records(policy, lines.join("\n").as_bytes(), &question).ndjson;
            let text = String::from_utf8(text).expect("UTF-8");
            text.lines().map(support::json).collect::<Vec<Value>>()
        };
        let given = records(Order::AsGiven);
        prop_assert_eq!(given.len(), stages.len());
        for (number, (record, stage)) in given.iter().zip(&stages).enumerate() {
            prop_assert_eq!(record, &expected(&track(policy, stage, case.now), number + 1));
        }
        let due = |record: &Value| {
            let own = record["targets"].as_object().into_iter().flat_map(|own| own.values());
            let clocks = own.chain([&record["response"], &record["resolution"]]);
            let due = clocks
                .filter(|clock| clock["phase"] != "stopped")
                .filter_map(|clock| clock["due"].as_str());
            due.map(|due| due.parse::<Instant>().expect("an instant"))
                .min()
                .unwrap_or(Instant::LAST)
        };
        let mut sorted = given;
        sorted.sort_by_key(due);
        prop_assert_eq!(records(Order::NextToBreach), sorted);
        Ok(())
    });
}

/// Writes a ticket as a line.
fn written(ticket: &Ticket) -> String {
    let mut line = json!({ "id": 7, "reportedAt": ticket.reported_at.epoch_millis() });
    for (name, given) in [
        ("priority", &ticket.priority),
        ("impact", &ticket.impact),
        ("urgency", &ticket.urgency),
    ] {
        if let Some(given) = given {
            line[name] = given.clone().into();
        }
    }
    let event = |event: &Event| {
        let mut line = json!({ "at": event.at.epoch_millis(), "type": event.r#type });
        let texts = [
            ("reason", &event.reason),
            ("priority", &event.priority),
            ("impact", &event.impact),
            ("urgency", &event.urgency),
        ];
        for (name, given) in texts {
            if let Some(given) = given {
                line[name] = given.clone().into();
            }
        }
        if let Some(due) = event.due {
            line["due"] = due.epoch_millis().into();
        }
        if let Some(to) = event.line {
            line["line"] = to.into();
        }
        line
    };
    line["events"] = ticket.events.iter().map(event).collect();
    line.to_string()
}

/// What the record of an answer must be.
fn expected(answer: &Tracking, line: usize) -> Value {
    let mut record = support::value(answer);
    record["supportLine"] = record["line"].take();
    record["line"] = line.into();
    let own = record["targets"]
        .as_object()
        .into_iter()
        .flat_map(|own| own.keys().cloned())
        .collect::<Vec<_>>();
    for id in own {
        record["targets"][id]["why"] = Value::Null;
    }
    for id in ["response", "resolution"] {
        if record[id].is_object() {
            record[id]["why"] = Value::Null;
        }
    }
    record
}

#[test]
fn a_hundred_thousand_events_are_answered() {
    let reported = support::at("Mon 09:00");
    let at = |index: i64| instant(reported.epoch_millis() + index * 1000);
    let alternating = |index: i64| event(at(index), if index % 2 == 0 { "paused" } else { "resumed" }, None);
    let reasons = |index: i64| event(at(index), "paused", Some(&format!("reason {index}")));
    let solved = |index: i64| event(at(index), if index % 2 == 0 { "resolved" } else { "reopened" }, None);
    for kind in [&alternating as &dyn Fn(i64) -> Event, &reasons, &solved] {
        let mut ticket = support::ticket("P1 Mon 09:00");
        ticket.events = (0..100_000).map(kind).collect();
        let answer = track(&support::goud(), &ticket, at(100_000));
        assert_eq!(answer.findings, []);
    }
}
