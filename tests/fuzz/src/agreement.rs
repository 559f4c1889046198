//! A policy that was edited: whatever still loads answers every question.

use deskrules::bulk::Kind;
use deskrules::change::{self, WindowKind, WindowQuery};
use deskrules::json::{self, fit};
use deskrules::policy::{Incidents, Policy, Target};
use deskrules::schedule::Instant;
use deskrules::sla::{self, Deadlines, Due, Phase};
use serde_json::json;

use super::answers::{sound_error, value};
use super::bases::edited_policy;
use super::draw::Draw;
use super::records::record;
use super::text::suggestions;

pub fn run(input: &[u8]) {
    let mut draw = Draw::new(input);
    let text = edited_policy(&mut draw).to_string();
    let json = match json::parse(&text) {
        Ok(json) => json,
        Err(misfit) => return sound_error(misfit.code, &misfit.path, &misfit.message),
    };
    super::policy::loaded(&text, json.clone());
    if let Ok(policy) = Policy::from_value(json) {
        answers(&policy, &mut draw);
    }
}

/// Asks a policy everything, at an instant of the bytes.
pub fn answers(policy: &Policy, draw: &mut Draw) {
    let at = draw.instant();
    if let Some(incidents) = &policy.incidents {
        for impact in &incidents.impacts {
            for urgency in &incidents.urgencies {
                classified(policy, incidents, at, impact, urgency);
            }
        }
        suggestions(
            policy,
            "Netwerk ligt plat",
            "<p>De hele afdeling kan niet werken. Morgen is goed.</p>",
            None,
        );
    }
    for kind in [WindowKind::Patch, WindowKind::Change] {
        let minutes = u32::from(draw.short());
        let query = WindowQuery {
            minutes,
            not_before: at,
            kind,
        };
        match change::next_window(policy, &query) {
            Ok(Some(window)) => {
                let (start, end) = (window.start.instant(), window.end.instant());
                assert!(
                    start >= at && end.epoch_millis() - start.epoch_millis() == i64::from(minutes) * 60_000,
                    "{window:?}"
                );
                let again = WindowQuery {
                    not_before: start,
                    ..query
                };
                assert_eq!(
                    change::next_window(policy, &again),
                    Ok(Some(window)),
                    "a window that fits is the next one"
                );
            }
            Ok(None) => {}
            Err(error) => sound_error(error.code, &error.path, &error.message),
        }
    }
}

/// Compares all that is said of a new incident.
fn classified(policy: &Policy, incidents: &Incidents, at: Instant, impact: &str, urgency: &str) {
    let question = json!({ "impact": impact, "urgency": urgency });
    let class = fit(json::parse(&question.to_string()).expect("JSON")).expect("a question");
    let class = match sla::classify(policy, &class) {
        Ok(class) => class,
        Err(error) => return sound_error(error.code, &error.path, &error.message),
    };
    let index = incidents
        .priorities
        .iter()
        .position(|priority| priority.id == class.priority)
        .expect("a priority");
    let ticket = json!({ "impact": impact, "urgency": urgency, "reportedAt": at.epoch_millis() });
    let deadlines = deadlines(policy, &ticket).expect("what is classified has deadlines");
    let by_name = deadlines_of(policy, &json!({ "priority": class.priority, "reportedAt": at.epoch_millis() }));
    assert_eq!(by_name.as_ref(), Ok(&deadlines), "by levels and by priority");

    let priority = &incidents.priorities[index];
    for (target, due) in [(priority.response, deadlines.response), (priority.resolution, deadlines.resolution)] {
        due_is_right(policy, priority.schedule.as_deref(), at, target, due);
    }
    if let Ok(index) = u8::try_from(index) {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of this range fit")]
        let (mut response, mut resolution) = ([at.epoch_millis() as f64], [0.0]);
        sla::deadlines_batch(policy, &[index], &mut response, &mut resolution).expect("an answer");
        assert!(
            is(response[0], deadlines.response) && is(resolution[0], deadlines.resolution),
            "{response:?} {resolution:?} {deadlines:?}"
        );
    }
    tracked(policy, at, &ticket, &deadlines);
    let (line, deadlines) = (record(policy, Kind::Due, at, &ticket), value(&deadlines));
    for field in ["priority", "response", "resolution"] {
        assert_eq!(line[field], deadlines[field], "{field} of a record");
    }
}

fn deadlines_of(policy: &Policy, ticket: &serde_json::Value) -> Result<Deadlines, deskrules::error::Error> {
    sla::deadlines(policy, &fit(json::parse(&ticket.to_string())?)?)
}

fn deadlines(policy: &Policy, ticket: &serde_json::Value) -> Option<Deadlines> {
    let answer = deadlines_of(policy, ticket);
    if let Err(error) = &answer {
        // A service that the agreement has not, or the like.
        sound_error(error.code, &error.path, &error.message);
    }
    answer.ok()
}

fn due_is_right(policy: &Policy, schedule: Option<&deskrules::schedule::Schedule>, at: Instant, target: Target, due: Option<Due>) {
    match (target, due) {
        (Target::Unset, None) | (Target::Agreed, Some(Due::Agreed { agreed: true })) | (Target::Within(_), Some(Due::At { due: None })) => {
        }
        (Target::Within(time), Some(Due::At { due: Some(due) })) => {
            let elapsed = schedule.map_or(due.instant().epoch_millis() - at.epoch_millis(), |schedule| {
                schedule.between(at, due.instant()).num_milliseconds()
            });
            let time = i64::try_from(time.as_millis()).expect("short");
            assert_eq!(elapsed, time, "{} of {}", due, policy.zone.stamp(at));
        }
        other => panic!("{other:?}"),
    }
}

/// Says whether a number of a batch is what is answered one at a time.
fn is(number: f64, due: Option<Due>) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this range fit")]
    match due {
        Some(Due::At { due: Some(due) }) => (number - due.instant().epoch_millis() as f64).abs() < 0.5,
        _ => number.is_nan(),
    }
}

/// A fresh ticket has no time behind it, and the deadlines of a new incident.
fn tracked(policy: &Policy, at: Instant, ticket: &serde_json::Value, deadlines: &Deadlines) {
    let fresh = fit(json::parse(&ticket.to_string()).expect("JSON")).expect("a ticket");
    let answer = sla::track(policy, &fresh, at).expect("what has deadlines can be tracked");
    for (clock, due) in [(&answer.response, deadlines.response), (&answer.resolution, deadlines.resolution)] {
        assert_eq!(clock.is_some(), due.is_some(), "{clock:?} {due:?}");
        if let (Some(clock), Some(Due::At { due })) = (clock, due) {
            assert_eq!(clock.elapsed_seconds.0, 0, "{clock:?}");
            assert_eq!(clock.due, due, "{clock:?}");
            assert!(clock.phase != Phase::Stopped, "{clock:?}");
        }
    }
}
