//! Random tickets over a few policies: events of all kinds, impossible ones and equal instants among them.
#![allow(clippy::allow_attributes, dead_code, missing_docs, reason = "each test binary uses its part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may")]

use deskrules::policy::Policy;
use deskrules::schedule::Instant;
use deskrules::sla::{self, Event, Ticket, Tracking};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::json;

use super::support;

pub const MINUTE: i64 = 60_000;
pub const DAY: i64 = 1440 * MINUTE;

/// Lunch breaks, a night shift, holidays, and the rarer choice of every option.
const MIXED: &str = r#"{
  "id": "mixed", "timeZone": "Europe/Amsterdam",
  "schedules": {
    "split": {
      "hours": { "mon": ["09:00-12:30", "13:00-17:30"], "tue": ["09:00-12:30", "13:00-17:30"], "wed": ["09:00-12:00"],
        "thu": ["08:00-12:30", "13:00-17:30"], "fri": ["09:00-12:30", "13:00-17:30"], "sat": ["22:00-06:00"], "sun": ["22:00-04:00"] },
      "holidays": ["12-25", { "id": "second", "name": { "en": "Boxing Day" }, "on": "12-26" }, "easter+1", "2026-03-05"],
      "overrides": { "2026-12-24": ["09:00-12:00"] } },
    "nights": { "hours": { "mon": ["22:00-06:00"], "tue": ["22:00-06:00"], "wed": ["22:00-06:00"], "thu": ["22:00-06:00"],
      "fri": ["22:00-06:00"], "sat": ["22:00-06:00"], "sun": ["22:00-06:00"] }, "holidays": ["12-25"] } },
  "incidents": {
    "schedule": "split",
    "impact": [{ "id": "many" }, { "id": "one" }], "urgency": [{ "id": "now" }, { "id": "later" }],
    "matrix": { "many": { "now": "P1", "later": "P2" }, "one": { "now": "P2", "later": "P3" } },
    "targets": [{ "id": "update", "startsOn": ["reported", "updated"], "stopsOn": ["updated"] },
      { "id": "next-reply", "startsOn": ["asked"], "stopsOn": ["responded"] }],
    "pausable": ["response", "update"], "rebase": "change", "reopen": "resume", "atRisk": 0.6,
    "priorities": [
      { "id": "P1", "schedule": "nights", "response": "PT30M", "resolution": "PT5H", "targets": { "update": "PT1H", "next-reply": "PT2H" } },
      { "id": "P2", "response": "PT1H", "resolution": "PT9H30M", "targets": { "update": "PT3H" } },
      { "id": "P3", "resolution": "PT12H", "targets": { "next-reply": "PT4H" } }],
    "escalation": [{ "line": 2, "at": 0.25 }, { "line": 3, "at": 1 }] } }"#;

/// The default, one that restarts, and mixed ones.
pub fn policies() -> Vec<Policy> {
    let read = |text: &str| Policy::from_json(text).expect("a policy");
    let pausable = r#"["response", "update"]"#;
    let paused = MIXED.replace(pausable, r#"["resolution", "next-reply"]"#);
    vec![
        support::goud(),
        read(include_str!("../cases/restarting-policy.json")),
        read(MIXED),
        read(&paused.replace(
            r#""rebase": "change", "reopen": "resume""#,
            r#""rebase": "opening", "reopen": "restart""#,
        )),
        read(&paused),
    ]
}

/// Where tickets live: an ordinary week, both clock changes, Christmas.
const STARTS: [&str; 4] = [
    "2026-03-02T00:00:00+01:00",
    "2026-03-26T00:00:00+01:00",
    "2026-10-22T00:00:00+02:00",
    "2026-12-22T00:00:00+01:00",
];

/// How long events go on.
pub const SPAN: i64 = 7 * DAY;

/// An instant of a draft: a minute, or an edge of some hours and how far from it.
type Moment = (bool, u32, i64);

/// What a ticket is made of, whatever the policy.
#[derive(Debug, Clone)]
pub struct Draft {
    pub policy: usize,
    start: usize,
    /// So few that equal instants are common.
    moments: Vec<Moment>,
    by_priority: bool,
    assessment: u32,
    /// Moment, kind and what it takes.
    events: Vec<(usize, u32, u32)>,
    now: (Moment, bool),
    pub extra: (u32, u32),
}

/// A ticket under a policy at an instant.
pub struct Case<'a> {
    pub policy: &'a Policy,
    pub ticket: Ticket,
    pub now: Instant,
    /// Opens and closes of the policy's hours around the ticket, and the change of the clock.
    pub edges: Vec<Instant>,
    pub start: Instant,
    pub extra: (u32, u32),
}

pub fn instant(millis: i64) -> Instant {
    Instant::from_epoch_millis(millis).expect("in range")
}

fn drafts() -> impl Strategy<Value = Draft> {
    let around = prop_oneof![4 => Just(0), 1 => Just(-1), 1 => Just(1), 2 => -90 * MINUTE..90 * MINUTE];
    let moment = (any::<bool>(), 0..1_000_000_u32, around);
    (
        (0..5_usize, 0..4_usize, any::<bool>(), 0..1000_u32, any::<(u32, u32)>()),
        prop::collection::vec(moment.clone(), 2..9),
        prop::collection::vec((0..9_usize, 0..16_u32, 0..1000_u32), 0..12),
        (moment, any::<bool>()),
    )
        .prop_map(|((policy, start, by_priority, assessment, extra), moments, events, now)| Draft {
            policy,
            start,
            moments,
            by_priority,
            assessment,
            events,
            now,
            extra,
        })
}

/// Checks a property in so many random cases; every instant on a whole minute when asked for.
pub fn holds(cases: u32, minutes: bool, property: impl Fn(&Case) -> Result<(), TestCaseError>) {
    let policies = policies();
    let config = Config {
        cases,
        rng_seed: RngSeed::Fixed(7),
        failure_persistence: None,
        max_shrink_time: 15_000,
        ..Config::default()
    };
    let run = TestRunner::new(config).run(&drafts(), |draft| {
        let case = draft.case(&policies, minutes);
        property(&case).map_err(|error| {
            let zone = &case.policy.zone;
            let event = |event: &Event| format!("\n  {} {event:?}", zone.stamp(event.at));
            let events: String = case.ticket.events.iter().map(event).collect();
            let (reported, now) = (zone.stamp(case.ticket.reported_at), zone.stamp(case.now));
            let (policy, priority, impact) = (draft.policy, &case.ticket.priority, (&case.ticket.impact, &case.ticket.urgency));
            TestCaseError::fail(format!(
                "{error}\npolicy {policy}, {priority:?} {impact:?}, reported {reported}, now {now}{events}"
            ))
        })
    });
    if let Err(failure) = run {
        panic!("{failure}");
    }
}

impl Draft {
    fn case<'a>(&self, policies: &'a [Policy], minutes: bool) -> Case<'a> {
        let policy = &policies[self.policy];
        let start = support::at(STARTS[self.start]);
        let end = instant(start.epoch_millis() + SPAN);
        let incidents = policy.incidents.as_ref().expect("incidents");
        let mut edges: Vec<Instant> = incidents
            .priorities
            .iter()
            .filter_map(|priority| priority.schedule.as_ref())
            .flat_map(|schedule| schedule.periods(start, end).flat_map(|period| [period.start, period.end]))
            .chain([support::at("2026-03-29T01:00:00Z"), support::at("2026-10-25T01:00:00Z")])
            .filter(|edge| (start..end).contains(edge))
            .collect();
        edges.sort();
        edges.dedup();
        let moment = |(edge, number, around): Moment| {
            let at = if edge {
                edges[number as usize % edges.len()].epoch_millis() + around
            } else {
                start.epoch_millis() + i64::from(number) * MINUTE % SPAN
            };
            let at = at.clamp(start.epoch_millis(), end.epoch_millis());
            instant(if minutes { at - at.rem_euclid(MINUTE) } else { at })
        };
        let moments: Vec<Instant> = self.moments.iter().map(|raw| moment(*raw)).collect();
        let reported = moments[0];
        let rest = |index: usize| moments[index % moments.len()];
        let events: Vec<_> = self
            .events
            .iter()
            .map(|(at, kind, given)| self.event(policy, rest(*at), *kind, *given, &rest))
            .collect();
        let mut ticket = json!({ "id": 7, "reportedAt": reported.epoch_millis(), "events": events });
        let priority = &incidents.priorities[self.assessment as usize % incidents.priorities.len()];
        if self.by_priority {
            ticket["priority"] = priority.id.clone().into();
        } else {
            ticket["impact"] = pick(&incidents.impacts, self.assessment).into();
            ticket["urgency"] = pick(&incidents.urgencies, self.assessment / 7).into();
        }
        Case {
            policy,
            ticket: support::fit(&ticket).expect("a ticket"),
            // Half of the time at one of the events.
            now: if self.now.1 {
                rest(self.now.0.1 as usize)
            } else {
                moment(self.now.0)
            },
            edges,
            start,
            extra: self.extra,
        }
    }

    fn event(&self, policy: &Policy, at: Instant, kind: u32, given: u32, rest: &dyn Fn(usize) -> Instant) -> serde_json::Value {
        let incidents = policy.incidents.as_ref().expect("incidents");
        let mut event = json!({ "at": at.epoch_millis() });
        let own: Vec<&String> = incidents.rules[2..]
            .iter()
            .flat_map(|rule| &rule.starts)
            .filter(|name| *name != "reported")
            .collect();
        event["type"] = match kind {
            0..=2 => "paused",
            3..=5 => "resumed",
            6 | 7 => "reassessed",
            8 => "agreed",
            9 => "escalated",
            10 | 11 => "resolved",
            12 | 13 => "reopened",
            14 if !own.is_empty() => own[given as usize % own.len()],
            _ => "responded",
        }
        .into();
        match kind {
            0..=5 => {
                if let Some(reason) = [None, Some("parts"), Some("customer")][given as usize % 3] {
                    event["reason"] = reason.into();
                }
            }
            6 | 7 if self.by_priority || given.is_multiple_of(3) => {
                event["priority"] = incidents.priorities[given as usize % incidents.priorities.len()].id.clone().into();
            }
            6 => event["impact"] = pick(&incidents.impacts, given).into(),
            7 => event["urgency"] = pick(&incidents.urgencies, given).into(),
            8 => event["due"] = (rest(given as usize).epoch_millis() + i64::from(given % 4) * DAY / 2).into(),
            9 => event["line"] = (2 + given % 3).into(),
            _ => {}
        }
        event
    }
}

fn pick(ids: &[String], number: u32) -> String {
    ids[number as usize % ids.len()].clone()
}

/// Tracks a ticket.
pub fn track(policy: &Policy, ticket: &Ticket, now: Instant) -> Tracking {
    sla::track(policy, ticket, now).expect("an answer")
}

/// Makes an event.
pub fn event(at: Instant, kind: &str, reason: Option<&str>) -> Event {
    let mut event = json!({ "at": at.epoch_millis(), "type": kind });
    if let Some(reason) = reason {
        event["reason"] = reason.into();
    }
    support::fit(&event).expect("an event")
}
