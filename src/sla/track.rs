//! Where a ticket stands: its clocks, its line, and when any of that changes next.

use super::clock::{Clock, Face, Phase, Standing, part};
use super::deadlines::EscalationMoment;
use super::history::History;
use super::incidents;
use super::intake::intake;
use super::ticket::Ticket;
use super::why::{Interval, MOST, why};
use crate::error::Error;
use crate::finding::Finding;
use crate::json::{Json, Table, ToJson, Writer};
use crate::policy::Policy;
use crate::schedule::{Instant, Stamp, Zone};

/// The rules of every policy: response, then resolution.
const RESOLUTION: usize = 1;

answer! {
    /// Where a ticket stands at an instant.
    pub struct Tracking {
        /// The ticket's own id, null when it has none.
        pub id: Json,
        /// Id of the priority in force.
        pub priority: String,
        /// The clock of the response; null when the priority has no such target.
        pub response: Option<Tracked>,
        /// The clock of the resolution; null when the priority has no such target.
        pub resolution: Option<Tracked>,
        /// The clocks of the agreement's own targets, by their ids; those that the priority has.
        pub targets: Table<Tracked>,
        /// The support line that has it: the highest that it was escalated to, or that its resolution clock has reached.
        pub line: u32,
        /// The line it goes to next while it is not solved, and when; null when there is none, or while it is paused.
        pub next_line: Option<EscalationMoment>,
        /// Remarks on how it came in and on impossible events, these in the order in which they happened.
        pub findings: Vec<Finding>,
        /// When a phase, a standing, a deadline or the line changes next if nothing happens; null when never.
        pub next_change: Option<Stamp>,
    }
}

answer! {
    /// A target's clock. Durations are business seconds.
    pub struct Tracked {
        /// What it does.
        pub phase: Phase,
        /// How it stands.
        pub standing: Standing,
        /// The deadline; null while an open pause or a missing agreement leaves it open.
        pub due: Option<Stamp>,
        /// Whether the deadline was agreed on.
        pub agreed: bool,
        /// How much time there is in all; null when nothing is agreed on yet.
        pub target_seconds: Option<Seconds>,
        /// How much of it is gone.
        pub elapsed_seconds: Seconds,
        /// How much is left: the target less what is gone, so 0 or less once the deadline is past.
        pub remaining_seconds: Option<Seconds>,
        /// What is gone as a fraction of the target.
        pub fraction: Option<f64>,
        /// Whether the deadline was past already when the priority changed to the one in force.
        pub breached_on_arrival: bool,
        /// What was counted and what was skipped, up to now and on to the deadline; null in records of many tickets.
        pub why: Option<Vec<Interval>>,
    }
}

/// Milliseconds that are written as seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seconds(pub i64);

impl ToJson for Seconds {
    fn to_json(&self, out: &mut Writer) {
        #[expect(clippy::cast_precision_loss, reason = "230 years of milliseconds fit a float exactly")]
        (self.0 as f64 / 1000.0).to_json(out);
    }
}

/// Returns where a ticket stands at `now`; events after it are ignored.
///
/// # Examples
/// ```
/// use deskrules::{json, policy::Policy, sla};
/// let goud = Policy::managed_server_goud()?;
/// let ticket = json::parse(r#"{ "priority": "P2", "reportedAt": "2026-11-20T16:00:00+01:00", "events": [
///     { "at": "2026-11-20T16:30:00+01:00", "type": "responded" },
///     { "at": "2026-11-20T16:30:00+01:00", "type": "paused" },
///     { "at": "2026-11-23T10:30:00+01:00", "type": "resumed" }] }"#)?;
/// let answer = sla::track(&goud, &json::fit(ticket)?, "2026-11-23T11:00:00+01:00".parse().unwrap())?;
/// let resolution = answer.resolution.ok_or("no target").unwrap();
/// assert_eq!(resolution.due.unwrap().to_string(), "2026-11-24T10:00:00+01:00");
/// assert_eq!(resolution.elapsed_seconds.0, 3_600_000);
/// # Ok::<(), deskrules::error::Error>(())
/// ```
///
/// # Errors
/// As [`deadlines`](super::deadlines()), and `unknown-event`, `missing-field` or `unknown-field` at an event; `too-large` when a clock has
/// more than a hundred thousand intervals to tell.
pub fn track(policy: &Policy, ticket: &Ticket, now: Instant) -> Result<Tracking, Error> {
    tracking(policy, ticket, now, true)
}

/// The same, with or without the reasons.
pub(crate) fn tracking(policy: &Policy, ticket: &Ticket, now: Instant, reasons: bool) -> Result<Tracking, Error> {
    let incidents = incidents(policy)?;
    let mut findings = intake(
        policy,
        incidents,
        ticket.reported_at,
        ticket.channel.as_deref(),
        ticket.component.as_deref(),
    )?;
    let mut history = History::read(incidents, ticket, now)?;
    findings.append(&mut history.findings);
    let face = |rule: usize| Face {
        incidents,
        history: &history,
        rule,
        run: history.runs.get(rule).copied().unwrap_or_default(),
        now,
    };
    let mut change: Option<Instant> = None;
    let mut long = false;
    let mut tracked = |face: &Face, clock: &Clock| {
        change = earliest(change, clock.change);
        let why = reasons.then(|| why(face, clock, &policy.zone));
        long |= why.as_ref().is_some_and(|why| why.len() > MOST);
        clock.tracked(&policy.zone, now, why)
    };
    let mut of_rule = |rule: usize| {
        let face = face(rule);
        face.clock().map(|clock| tracked(&face, &clock))
    };
    let response = of_rule(0);
    let mut targets = Table::default();
    for (index, rule) in incidents.rules.iter().enumerate().skip(2) {
        if let Some(clock) = of_rule(index) {
            targets.insert(rule.id.clone(), clock);
        }
    }
    let face = face(RESOLUTION);
    let clock = face.clock();
    let resolution = clock.as_ref().map(|clock| tracked(&face, clock));
    let (line, next_line) = line(&face, clock.as_ref());
    let next_change = earliest(change, next_line.map(|(_, at)| at));
    if long {
        return Err(Error::new(
            "too-large",
            "reportedAt",
            format!("more than {MOST} intervals since then"),
        ));
    }
    let stamp = |at: Instant| policy.zone.stamp(at);
    Ok(Tracking {
        id: ticket.id.clone(),
        priority: incidents
            .priorities
            .get(history.priority().0)
            .map(|priority| priority.id.clone())
            .unwrap_or_default(),
        response,
        resolution,
        targets,
        line,
        next_line: next_line.map(|(line, at)| EscalationMoment { line, at: Some(stamp(at)) }),
        findings,
        next_change: next_change.map(stamp),
    })
}

/// The line that has the ticket, and the next one with its instant.
fn line(face: &Face, resolution: Option<&Clock>) -> (u32, Option<(u32, Instant)>) {
    let (incidents, escalated) = (face.incidents, face.history.line);
    let Some(clock) = resolution.filter(|clock| !clock.agreed) else {
        return (escalated, None);
    };
    let (Some(target), Some(since)) = (clock.target, face.run.since) else {
        return (escalated, None);
    };
    let mut line = escalated;
    for step in &incidents.escalation {
        if clock.since.is_some() && clock.elapsed >= part(target, step.at) {
            line = line.max(step.line);
        }
    }
    if matches!(clock.phase, Phase::Stopped | Phase::Paused) {
        return (line, None);
    }
    let next = incidents.escalation.iter().find(|step| step.line > line).and_then(|step| {
        let tally = face.tally(face.history.priority(), since)?;
        Some((step.line, tally.reaches(part(target, step.at), None)?))
    });
    (line, next)
}

/// The first of two moments that may never come.
pub(crate) fn earliest(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

impl Clock {
    fn tracked(&self, zone: &Zone, now: Instant, why: Option<Vec<Interval>>) -> Tracked {
        #[expect(clippy::cast_precision_loss, reason = "230 years of milliseconds fit a float exactly")]
        let fraction = |target: i64| match target {
            // An agreement without an open moment before it.
            0 => f64::from(u8::from(self.due.is_some_and(|due| now >= due))),
            _ => self.elapsed as f64 / target as f64,
        };
        Tracked {
            phase: self.phase,
            standing: self.standing,
            due: self.due.map(|due| zone.stamp(due)),
            agreed: self.agreed,
            target_seconds: self.target.map(Seconds),
            elapsed_seconds: Seconds(self.elapsed),
            remaining_seconds: self.target.map(|target| Seconds(target - self.elapsed)),
            fraction: self.target.map(fraction),
            breached_on_arrival: self.breached_on_arrival,
            why,
        }
    }
}
