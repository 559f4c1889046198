//! Tickets with what happened to them, possible or not.

use std::sync::{Arc, LazyLock};

use deskrules::bulk::Kind;
use deskrules::json::{Table, fit, parse};
use deskrules::policy::{Incidents, Policy};
use deskrules::schedule::{Instant, Stamp};
use deskrules::sla::{self, IntervalKind, Phase, Supposition, Ticket, Tracked, Tracking};
use serde_json::{Value, json};

use super::answers::{sound_error, sound_findings, value};
use super::bases::{inputs, policy};
use super::draw::Draw;
use super::edit::edited;
use super::records::record;

static BASES: LazyLock<Vec<Value>> = LazyLock::new(|| inputs("track"));
/// The events that every policy knows, with the field that each may have.
const EVENTS: [(&str, &str); 11] = [
    ("paused", "reason"),
    ("resumed", "reason"),
    ("reassessed", "priority"),
    ("reassessed", "impact"),
    ("reassessed", "urgency"),
    ("agreed", "due"),
    ("escalated", "line"),
    ("responded", ""),
    ("resolved", ""),
    ("reopened", ""),
    ("updated", ""),
];

pub fn run(input: &[u8]) {
    let (policy, ticket, now) = question(&mut Draw::new(input));
    tracked(&policy, &ticket, now);
}

/// A ticket, and when it is looked at.
pub fn question(draw: &mut Draw) -> (Arc<Policy>, Value, Instant) {
    let policy = policy(draw);
    let reported = draw.instant();
    let now = draw.later(reported);
    let ticket = match &policy.incidents {
        Some(incidents) if !draw.once_in(4) => ticket(incidents, reported, draw),
        _ => edited(draw.pick(&BASES).clone(), &BASES, draw),
    };
    (policy, ticket, now)
}

fn ticket(incidents: &Incidents, reported: Instant, draw: &mut Draw) -> Value {
    let mut ticket = json!({ "id": draw.byte(), "reportedAt": reported.epoch_millis() });
    if draw.once_in(2) {
        ticket["priority"] = json!(draw.pick(&incidents.priorities).id);
    } else {
        ticket["impact"] = json!(draw.pick(&incidents.impacts));
        ticket["urgency"] = json!(draw.pick(&incidents.urgencies));
    }
    let mut at = reported;
    let events: Vec<Value> = (0..draw.below(12))
        .map(|_| {
            at = draw.later(at);
            let (kind, field) = *draw.pick(&EVENTS);
            let mut event = json!({ "at": at.epoch_millis(), "type": kind });
            match field {
                "reason" if draw.once_in(2) => event[field] = json!(draw.pick(&["parts", "customer"])),
                "priority" => event[field] = json!(draw.pick(&incidents.priorities).id),
                "impact" => event[field] = json!(draw.pick(&incidents.impacts)),
                "urgency" => event[field] = json!(draw.pick(&incidents.urgencies)),
                "due" => event[field] = json!(draw.later(at).epoch_millis()),
                "line" => event[field] = json!(draw.byte() % 5),
                _ => {}
            }
            event
        })
        .collect();
    ticket["events"] = events.into();
    ticket
}

fn tracked(policy: &Policy, ticket: &Value, now: Instant) {
    let written = ticket.to_string();
    let read = parse(&written)
        .map_err(Into::into)
        .and_then(|json| Ok::<Ticket, deskrules::error::Error>(fit(json)?));
    let answer = read
        .as_ref()
        .map_err(Clone::clone)
        .and_then(|ticket| sla::track(policy, ticket, now));
    let line = record(policy, Kind::Track, now, ticket);
    if read.as_ref().is_ok_and(|ticket| far(ticket, now)) {
        return;
    }
    let (ticket, answer) = match (read, answer) {
        (Ok(ticket), Ok(answer)) => (ticket, answer),
        (_, Err(error)) | (Err(error), _) => {
            assert_eq!(line["error"]["code"], error.code, "of a record");
            return sound_error(error.code, &error.path, &error.message);
        }
    };
    let track = |ticket: &Ticket, at| sla::track(policy, ticket, at).expect("as before");
    assert_eq!(track(&ticket, now), answer, "the same again");
    sound_findings(&answer.findings);
    for (id, clock) in clocks(&answer) {
        sound(&id, clock, now);
    }
    let bare = bare(&answer);
    let mut alone = value(&bare);
    assert_eq!(line["supportLine"], alone["line"]);
    alone["line"] = json!(2);
    alone["supportLine"] = line["supportLine"].clone();
    assert_eq!(line, alone, "of a record");

    let mut known = ticket.clone();
    known.events.retain(|event| event.at <= now);
    if known.events.len() < ticket.events.len() {
        assert_eq!(watched(&track(&known, now)), watched(&answer), "what happens later changes nothing");
    }
    let same = sla::what_if(policy, &ticket, now, &Supposition::default(), None).expect("as before");
    assert_eq!((&same.before, &same.after), (&answer, &answer), "nothing supposed, nothing moved");
    unsorted(&known, now, &bare, &track);
    next(&known, now, &watched(&answer), answer.next_change, &track);
}

/// Says whether a ticket goes on for so long that its reasons, a few for each day, take most of the fuzzer's time.
fn far(ticket: &Ticket, now: Instant) -> bool {
    const YEARS: i64 = 3 * 366 * 86_400_000;
    let moments = ticket.events.iter().flat_map(|event| [Some(event.at), event.due]).flatten();
    let mut moments = moments.chain([now]).map(Instant::epoch_millis);
    moments.any(|at| (at - ticket.reported_at.epoch_millis()).abs() > YEARS)
}

/// The clocks of an answer by their names.
fn clocks(answer: &Tracking) -> Vec<(String, &Tracked)> {
    let usual = [("response", &answer.response), ("resolution", &answer.resolution)];
    let usual = usual.into_iter().filter_map(|(id, clock)| Some((id.to_owned(), clock.as_ref()?)));
    usual.chain(answer.targets.iter().map(|(id, clock)| (id.clone(), clock))).collect()
}

/// A clock adds up, and its reasons do.
fn sound(id: &str, clock: &Tracked, now: Instant) {
    let elapsed = clock.elapsed_seconds.0;
    assert!(elapsed >= 0, "{id} {clock:?}");
    if let (Some(target), Some(remaining)) = (clock.target_seconds, clock.remaining_seconds) {
        assert_eq!(remaining.0 + elapsed, target.0, "{id} {clock:?}");
    }
    let why = clock.why.as_deref().unwrap_or_default();
    let mut counted = 0;
    for (index, interval) in why.iter().enumerate() {
        let (from, to) = (interval.from.instant(), interval.to.instant());
        assert!(from < to && (index == 0 || why[index - 1].to == interval.from), "{id} {interval:?}");
        if interval.kind == IntervalKind::Counted && (to <= now || clock.phase == Phase::Stopped) {
            counted += interval.seconds.0;
        }
    }
    assert_eq!(counted, elapsed, "{id}: the reasons up to now");
}

fn bare(answer: &Tracking) -> Tracking {
    let clock = |clock: &Tracked| Tracked {
        why: None,
        ..clock.clone()
    };
    let targets = answer.targets.iter().map(|(id, own)| (id.clone(), clock(own))).collect();
    Tracking {
        response: answer.response.as_ref().map(clock),
        resolution: answer.resolution.as_ref().map(clock),
        targets: Table::of(targets).expect("as before"),
        ..answer.clone()
    }
}

/// Where instants differ, the order in which they are written says nothing.
fn unsorted(ticket: &Ticket, now: Instant, expected: &Tracking, track: &dyn Fn(&Ticket, Instant) -> Tracking) {
    let mut other = ticket.clone();
    other.events.sort_by_key(|event| event.at);
    if other.events.windows(2).any(|pair| pair[0].at == pair[1].at) {
        return;
    }
    other.events.reverse();
    let found = bare(&track(&other, now));
    // Findings number the events as they are written.
    let findings = expected.findings.clone();
    assert_eq!(&Tracking { findings, ..found }, expected, "in another order");
}

/// What `nextChange` watches.
fn watched(answer: &Tracking) -> String {
    let of = |(id, clock): &(String, &Tracked)| format!("{id} {:?} {:?} {:?}", clock.phase, clock.standing, clock.due);
    let clocks: Vec<String> = clocks(answer).iter().map(of).collect();
    format!("{} line {}", clocks.join(", "), answer.line)
}

/// Nothing changes before the next change, and something does at it.
fn next(ticket: &Ticket, now: Instant, expected: &str, change: Option<Stamp>, track: &dyn Fn(&Ticket, Instant) -> Tracking) {
    let Some(change) = change.map(Stamp::instant) else {
        for hours in [1, 24, 720] {
            let later = Instant::from_epoch_millis(now.epoch_millis() + hours * 3_600_000).unwrap_or(Instant::LAST);
            assert_eq!(watched(&track(ticket, later)), expected, "a change that was not foretold");
        }
        return;
    };
    assert!(change > now, "{change:?} is not after {now:?}");
    let before = Instant::from_epoch_millis(change.epoch_millis() - 1).expect("in range");
    assert_eq!(watched(&track(ticket, before)), expected, "before the next change");
    assert_ne!(watched(&track(ticket, change)), expected, "at the next change");
}
