//! The clock of one target: where it stands, and when that changes next.

use super::history::{Agreement, Gap, History, Run};
use super::tally::{Tally, duration, millis};
use crate::policy::{Incidents, PriorityTargets, Target};
use crate::priority::Priority;
use crate::schedule::{self, Instant, Schedule};

words! {
    /// What a clock does. The first that holds.
    pub enum Phase {
        /// The target was met or missed; nothing runs any more.
        Stopped = "stopped",
        /// It has not begun: the ticket is not reported yet, or nothing is agreed on.
        Pending = "pending",
        /// A pause stops it.
        Paused = "paused",
        /// It waits for the next opening.
        OutOfHours = "out-of-hours",
        /// It runs.
        Running = "running",
    }
}

words! {
    /// How a target stands.
    pub enum Standing {
        /// There is time.
        OnTrack = "on-track",
        /// Most of the time is gone.
        AtRisk = "at-risk",
        /// The deadline is past.
        Breached = "breached",
        /// It was done in time.
        Met = "met",
    }
}

/// A clock, computed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clock {
    pub(super) phase: Phase,
    pub(super) standing: Standing,
    pub(super) due: Option<Instant>,
    pub(super) agreed: bool,
    /// Business milliseconds; none when nothing is agreed on yet.
    pub(super) target: Option<i64>,
    pub(super) elapsed: i64,
    pub(super) breached_on_arrival: bool,
    /// From when it counts, and until when it did.
    pub(super) since: Option<Instant>,
    pub(super) stopped: Option<Instant>,
    pub(super) change: Option<Instant>,
}

/// What a clock is computed from.
pub(super) struct Face<'a> {
    pub(super) incidents: &'a Incidents,
    pub(super) history: &'a History,
    pub(super) rule: usize,
    pub(super) run: Run,
    pub(super) now: Instant,
}

impl<'a> Face<'a> {
    /// The priority that counts: the one in force, or the one at which the clock was stopped.
    fn priority(&self) -> Priority {
        self.run.stop.map_or(self.history.priority(), |stop| stop.priority)
    }

    pub(super) fn targets(&self) -> Option<&'a PriorityTargets> {
        self.incidents.priorities.get(self.priority().0)
    }

    pub(super) fn pausable(&self) -> bool {
        self.incidents.rules.get(self.rule).is_some_and(|rule| rule.pausable)
    }

    /// The gaps that this clock skips.
    pub(super) fn gaps(&self) -> impl Iterator<Item = &'a Gap> {
        let pausable = self.pausable();
        self.history.gaps.iter().filter(move |gap| gap.resolved || pausable)
    }

    pub(super) fn tally(&self, priority: Priority, since: Instant) -> Option<Tally<'a>> {
        let schedule = self.incidents.priorities.get(priority.0)?.schedule.as_deref()?;
        Some(Tally::new(schedule, since, self.gaps()))
    }

    /// The agreement that decides, when this is the resolution and there is one.
    pub(super) fn agreement(&self) -> Option<&'a Agreement> {
        self.history.agreements.last().filter(|_| self.rule == 1)
    }

    /// Computes the clock; none when the priority has no such target.
    pub(super) fn clock(&self) -> Option<Clock> {
        let targets = self.targets()?;
        let target = targets.target(self.rule);
        let schedule = targets.schedule.as_deref();
        if target == Target::Unset && self.agreement().is_none() {
            return None;
        }
        let stopped = self.run.stop.map(|stop| stop.at);
        let Some(since) = self.run.since.filter(|since| *since <= self.now) else {
            return Some(self.waiting(target));
        };
        let at = stopped.unwrap_or(self.now);
        if let Some(agreement) = self.agreement() {
            return Some(self.agreed(agreement, schedule, at));
        }
        let tally = self.tally(self.priority(), since)?;
        let elapsed = tally.until(at);
        let mut clock = Clock {
            phase: self.phase(schedule),
            standing: Standing::OnTrack,
            due: None,
            agreed: false,
            target: None,
            elapsed,
            breached_on_arrival: false,
            since: Some(since),
            stopped,
            change: None,
        };
        if let Target::Within(time) = target {
            let time = schedule::millis(time);
            let risk = part(time, self.incidents.at_risk);
            clock.target = Some(time);
            clock.due = tally.reaches(time, stopped);
            clock.standing = self.standing(clock.due, elapsed >= risk);
            clock.breached_on_arrival = clock.standing == Standing::Breached && self.arrived_late(clock.due);
            self.changes(&mut clock, schedule, tally.reaches(risk, stopped));
        } else {
            // Nothing is agreed on yet: it can only be solved.
            clock.phase = if stopped.is_some() { Phase::Stopped } else { Phase::Pending };
            clock.standing = if stopped.is_some() { Standing::Met } else { Standing::OnTrack };
        }
        Some(clock)
    }

    /// The clock of a target that has not begun.
    fn waiting(&self, target: Target) -> Clock {
        Clock {
            phase: Phase::Pending,
            standing: Standing::OnTrack,
            due: None,
            agreed: false,
            target: match target {
                Target::Within(time) => Some(schedule::millis(time)),
                Target::Unset | Target::Agreed => None,
            },
            elapsed: 0,
            breached_on_arrival: false,
            since: None,
            stopped: None,
            change: self.run.since.filter(|_| matches!(target, Target::Within(_))),
        }
    }

    /// The clock of an agreement: that exact instant, moved by nothing.
    fn agreed(&self, agreement: &Agreement, schedule: Option<&Schedule>, at: Instant) -> Clock {
        let reported = self.history.reported;
        let between = |to| schedule.map_or(0, |schedule| millis(schedule, reported, to));
        let (target, elapsed) = (between(agreement.due), between(at));
        let risk = part(target, self.incidents.at_risk);
        let mut clock = Clock {
            phase: self.phase(schedule),
            standing: Standing::Breached,
            due: Some(agreement.due),
            agreed: true,
            target: Some(target),
            elapsed,
            breached_on_arrival: false,
            since: Some(reported),
            stopped: self.run.stop.map(|stop| stop.at),
            change: None,
        };
        if !self.breached_before() {
            clock.standing = self.standing(clock.due, target > 0 && elapsed >= risk);
        }
        let risk = schedule.and_then(|schedule| schedule.add(reported, duration(risk)));
        self.changes(&mut clock, schedule, risk);
        clock
    }

    /// Says whether a deadline was past when another was agreed on: agreeing never erases that.
    fn breached_before(&self) -> bool {
        let agreements = &self.history.agreements;
        let mut before = agreements.first().and_then(|first| self.due(first.priority, first.since, first.at));
        agreements.iter().any(|agreement| {
            let due = before.replace(agreement.due);
            due.is_some_and(|due| due < agreement.at)
        })
    }

    /// The deadline by a priority's own target, as it was to be expected at an instant.
    fn due(&self, priority: Priority, since: Instant, at: Instant) -> Option<Instant> {
        let Target::Within(time) = self.incidents.priorities.get(priority.0)?.target(self.rule) else {
            return None;
        };
        self.tally(priority, since)?.reaches(schedule::millis(time), Some(at))
    }

    fn phase(&self, schedule: Option<&Schedule>) -> Phase {
        let paused = || self.history.open_gap().is_some_and(|gap| !gap.resolved) && self.pausable();
        match self.run.stop {
            Some(_) => Phase::Stopped,
            None if self.agreement().is_none() && paused() => Phase::Paused,
            None if schedule.is_some_and(|schedule| schedule.is_open(self.now)) => Phase::Running,
            None => Phase::OutOfHours,
        }
    }

    fn standing(&self, due: Option<Instant>, risky: bool) -> Standing {
        match self.run.stop {
            Some(stop) if due.is_none_or(|due| stop.at <= due) => Standing::Met,
            Some(_) => Standing::Breached,
            None if due.is_some_and(|due| self.now > due) => Standing::Breached,
            None if risky => Standing::AtRisk,
            None => Standing::OnTrack,
        }
    }

    /// Says whether the deadline was past when the priority changed, and the one before was not.
    fn arrived_late(&self, due: Option<Instant>) -> bool {
        let until = |at: &Instant| self.run.stop.is_none_or(|stop| *at <= stop.at);
        let mut latest = self.history.priorities.iter().rev().filter(|(at, _)| until(at));
        let (Some((changed, _)), Some((_, before)), Some(since)) = (latest.next(), latest.next(), self.run.since) else {
            return false;
        };
        let before = self.due(*before, since, *changed);
        due.is_some_and(|due| due < *changed) && before.is_none_or(|before| before >= *changed)
    }

    /// Finds when phase or standing changes next.
    fn changes(&self, clock: &mut Clock, schedule: Option<&Schedule>, risk: Option<Instant>) {
        let hours = schedule.and_then(|schedule| match clock.phase {
            Phase::Running => schedule.next_close(self.now),
            Phase::OutOfHours => schedule.next_open(self.now),
            Phase::Stopped | Phase::Pending | Phase::Paused => None,
        });
        let risk = risk.filter(|_| clock.standing == Standing::OnTrack);
        let breach = clock.due.and_then(|due| due.after(duration(1)));
        let breach = breach.filter(|_| matches!(clock.standing, Standing::OnTrack | Standing::AtRisk));
        if clock.phase != Phase::Stopped {
            let next = [hours, risk, breach].into_iter().flatten().filter(|at| *at > self.now);
            clock.change = next.min();
        }
    }
}

/// A fraction of a time, rounded up to the millisecond.
pub(super) fn part(time: i64, fraction: f64) -> i64 {
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "targets are far below what floats hold exactly"
    )]
    let part = (time as f64 * fraction).ceil() as i64;
    part
}
