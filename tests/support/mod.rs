//! Domain notation for tests: `Fri 16:00` is in the week of Monday 2 March 2026, in Amsterdam; `2h` is a duration.
#![allow(clippy::allow_attributes, dead_code, missing_docs, reason = "each test binary uses its part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may")]

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
