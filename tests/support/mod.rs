//! Domain notation for tests: `Fri 16:00` is in the week of Monday 2 March 2026, in Amsterdam; `2h` is a duration.
#![allow(clippy::allow_attributes, dead_code, missing_docs, reason = "each test binary uses its part")]
#![allow(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::cast_precision_loss,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may"
)]

use std::time::Duration;

use deskrules::error::Error;
use deskrules::json::{self, FromJson, ToJson};
use deskrules::policy::Policy;
use deskrules::schedule::{Instant, Schedule, ScheduleDocument, Zone};
use serde_json::Value;

pub const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

pub fn goud() -> Policy {
    Policy::managed_server_goud().expect("the default policy reads")
}

pub fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the test's JSON")
}

/// Reads a value as a type of the crate.
pub fn fit<T: FromJson>(value: &Value) -> Result<T, Error> {
    Ok(json::fit(json::parse(&value.to_string())?)?)
}

/// Writes a type of the crate as a value.
pub fn value(answer: &impl ToJson) -> Value {
    json(&json::text(answer))
}

pub fn schedule(text: &str) -> Schedule {
    Schedule::new(&document(text), Some("Europe/Amsterdam")).expect("the test's schedule")
}

pub fn document(text: &str) -> ScheduleDocument {
    fit(&json(text)).expect("the test's schedule")
}

pub fn office() -> Schedule {
    Schedule::weekdays("09:00-17:00", "Europe/Amsterdam").expect("office hours")
}

/// Reads `Fri 16:00`, `Fri 16:00:30`, or an instant with its offset.
pub fn at(text: &str) -> Instant {
    let Some(day) = DAYS.iter().position(|day| text.starts_with(day)) else {
        return text.parse().expect("an instant");
    };
    let time = &text[4..];
    let seconds = if time.len() == 5 { ":00" } else { "" };
    format!("2026-03-{:02}T{time}{seconds}+01:00", 2 + day)
        .parse()
        .expect("a day and a time")
}

/// Reads `2h`, `30m`, `1h30m`, `15s`.
pub fn time(text: &str) -> Duration {
    let mut seconds = 0;
    let mut number = String::new();
    for character in text.chars() {
        match character {
            'h' => seconds += std::mem::take(&mut number).parse::<u64>().expect("hours") * 3600,
            'm' => seconds += std::mem::take(&mut number).parse::<u64>().expect("minutes") * 60,
            's' => seconds += std::mem::take(&mut number).parse::<u64>().expect("seconds"),
            digit => number.push(digit),
        }
    }
    Duration::from_secs(seconds)
}

/// Writes an instant as `Mon 10:00` in the zone.
pub fn day_and_time(instant: Option<Instant>, zone: &Zone) -> String {
    let Some(instant) = instant else { return "never".to_owned() };
    let text = zone.stamp(instant).to_string();
    let day = chrono::NaiveDate::parse_from_str(&text[..10], "%Y-%m-%d").expect("a date");
    let seconds = if &text[17..19] == "00" { "" } else { &text[16..19] };
    format!("{} {}{seconds}", chrono::Datelike::weekday(&day), &text[11..16])
}

/// Writes an instant as text in the zone.
pub fn stamp(instant: Option<Instant>, zone: &Zone) -> String {
    instant.map_or("never".to_owned(), |instant| zone.stamp(instant).to_string())
}

/// Reads `P2 Mon 09:00; Mon 10:00 paused parts; Mon 12:00 agreed Tue 12:00; Mon 13:00 reassessed P1`: a ticket and its events.
pub fn ticket(text: &str) -> deskrules::sla::Ticket {
    let mut parts = text.split("; ");
    let (priority, reported) = parts.next().and_then(|part| part.split_once(' ')).expect("a priority and when");
    let events: Vec<Value> = parts.map(event).collect();
    fit(&serde_json::json!({ "priority": priority, "reportedAt": instant(reported), "events": events })).expect("a ticket")
}

/// Reads `Mon 10:00 paused parts`.
pub fn event(text: &str) -> Value {
    let words: Vec<&str> = text.split(' ').collect();
    let (when, rest) = if words[0].len() > 3 { (1, 1) } else { (2, 2) };
    let mut event = serde_json::json!({ "at": instant(&words[..when].join(" ")), "type": words[rest] });
    let given = words[rest + 1..].join(" ");
    if !given.is_empty() {
        let (field, value) = match words[rest] {
            "paused" | "resumed" => ("reason", given.into()),
            "agreed" => ("due", instant(&given)),
            "escalated" => ("line", given.parse::<u32>().expect("a line").into()),
            "reassessed" if given.starts_with('P') => ("priority", given.into()),
            "reassessed" => {
                let (axis, level) = given.split_once('=').expect("an axis and its level");
                (if axis == "impact" { "impact" } else { "urgency" }, level.into())
            }
            other => panic!("`{other}` takes nothing"),
        };
        event[field] = value;
    }
    event
}

fn instant(text: &str) -> Value {
    at(text).epoch_millis().into()
}

/// Writes a clock as `running on-track due Mon 17:00, 1h of 8h`.
pub fn says(clock: Option<&deskrules::sla::Tracked>) -> String {
    let Some(clock) = clock else { return "no target".to_owned() };
    let due = clock.due.map_or("no deadline".to_owned(), |due| {
        let due: Instant = due.to_string().parse().expect("an instant");
        format!("due {}", day_and_time(Some(due), &Zone::named("Europe/Amsterdam").expect("a zone")))
    });
    let target = clock.target_seconds.map_or("nothing".to_owned(), |target| hours(target.0));
    let elapsed = hours(clock.elapsed_seconds.0);
    format!("{} {} {due}, {elapsed} of {target}", clock.phase.word(), clock.standing.word())
}

/// Writes milliseconds as `1h30m`.
pub fn hours(millis: i64) -> String {
    let (h, m, s) = (millis / 3_600_000, millis / 60_000 % 60, millis % 60_000);
    let mut text = String::new();
    if h != 0 {
        text += &format!("{h}h");
    }
    if m != 0 {
        text += &format!("{m}m");
    }
    if s != 0 {
        text += &format!("{}s", s as f64 / 1000.0);
    }
    if text.is_empty() { "0h".to_owned() } else { text }
}
