//! What a ticket's events come to: in order, what is impossible set aside, as pauses, priorities, agreements and stopped clocks.

use super::assess::{self, Assessment};
use super::events::{Kind, in_order};
use super::pauses::{Pauses, reasons};
use super::ticket::{Event, Ticket};
use crate::error::Error;
use crate::finding::{Finding, Severity};
use crate::policy::{Incidents, Rebase, Reopen};
use crate::priority::Priority;
use crate::schedule::Instant;

/// A ticket's life up to now.
#[derive(Debug)]
pub(super) struct History {
    pub(super) reported: Instant,
    /// Times that do not count, in order and apart; the last may still be open.
    pub(super) gaps: Vec<Gap>,
    /// The priorities, each from when on; the first from the report.
    pub(super) priorities: Vec<(Instant, Priority)>,
    pub(super) agreements: Vec<Agreement>,
    /// The clock of each of the policy's targets.
    pub(super) runs: Vec<Run>,
    /// The highest line that it was escalated to.
    pub(super) line: u32,
    pub(super) findings: Vec<Finding>,
}

/// A time that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) start: Instant,
    pub(super) end: Option<Instant>,
    /// The ticket was resolved, and later reopened: this counts for no target. Otherwise a pause.
    pub(super) resolved: bool,
    /// Why it was paused.
    pub(super) reason: Option<String>,
}

/// A deadline of the resolution that was agreed on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Agreement {
    pub(super) at: Instant,
    pub(super) due: Instant,
    /// What held before: the priority, and from when its target counted.
    pub(super) priority: Priority,
    pub(super) since: Instant,
}

/// The clock of one target: since when it runs, and when it was stopped.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run {
    pub(super) since: Option<Instant>,
    pub(super) stop: Option<Stop>,
}

/// When a clock was stopped.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    pub(super) at: Instant,
    /// The priority in force then, which is kept.
    pub(super) priority: Priority,
    pub(super) by_resolving: bool,
}

/// The events under reading.
struct Reader<'a> {
    incidents: &'a Incidents,
    history: History,
    assessment: Assessment,
    /// A number for the reason of each event.
    reasons: Vec<usize>,
    pauses: Pauses,
    resolved: bool,
}

impl History {
    /// Reads what happened up to `now`.
    ///
    /// # Errors
    /// When an event is unknown, lacks what its kind needs, or names a level that the policy does not have.
    pub(super) fn read(incidents: &Incidents, ticket: &Ticket, now: Instant) -> Result<Self, Error> {
        let assessment = Assessment {
            impact: ticket.impact.clone(),
            urgency: ticket.urgency.clone(),
            priority: ticket.priority.clone(),
        };
        let priority = assess::priority(incidents, &assessment)?;
        let mut reader = Reader {
            incidents,
            history: Self {
                reported: ticket.reported_at,
                gaps: Vec::new(),
                priorities: vec![(ticket.reported_at, priority)],
                agreements: Vec::new(),
                runs: vec![Run::default(); incidents.rules.len()],
                line: 1,
                findings: Vec::new(),
            },
            assessment,
            reasons: reasons(&ticket.events),
            pauses: Pauses::of(ticket.events.len()),
            resolved: false,
        };
        reader.switch("reported", ticket.reported_at);
        let mut before: Option<&Event> = None;
        for (index, kind) in in_order(incidents, &ticket.events)? {
            let Some(event) = ticket.events.get(index).filter(|event| event.at <= now) else {
                continue;
            };
            if before == Some(event) {
                reader.note(index, "duplicate-event", "the same event stands here twice");
                continue;
            }
            before = Some(event);
            reader
                .take(event, kind, index)
                .map_err(|error| error.under(&format!("events[{index}]")))?;
        }
        Ok(reader.history)
    }

    /// The priority in force now.
    pub(super) fn priority(&self) -> Priority {
        self.priorities.last().map_or(Priority(0), |(_, priority)| *priority)
    }

    /// Says whether it is paused now, or closed.
    pub(super) fn open_gap(&self) -> Option<&Gap> {
        self.gaps.last().filter(|gap| gap.end.is_none())
    }
}

impl Reader<'_> {
    /// Notes that an event cannot be; it is ignored.
    fn note(&mut self, index: usize, code: &'static str, message: &str) {
        let finding = Finding::new(Severity::Warning, code, format!("events[{index}]"), message);
        self.history
            .findings
            .push(finding.help("the event is ignored: correct its time or its type"));
    }

    fn take(&mut self, event: &Event, kind: Kind, index: usize) -> Result<(), Error> {
        let impossible = match kind {
            // A ticket may be paused when it is created.
            Kind::Paused | Kind::Resumed => None,
            _ if event.at < self.history.reported => Some(("before-report", "this happened before the ticket was reported")),
            _ => None,
        };
        let impossible = impossible.or(match kind {
            Kind::Reopened if !self.resolved => Some(("not-resolved", "the ticket is reopened and was not resolved")),
            Kind::Resolved if self.resolved => Some(("already-resolved", "the ticket is resolved and was resolved before")),
            Kind::Reopened | Kind::Resolved => None,
            _ if self.resolved => Some(("after-resolution", "this happened while the ticket was resolved")),
            _ => None,
        });
        if let Some((code, message)) = impossible {
            self.note(index, code, message);
            return Ok(());
        }
        match kind {
            Kind::Paused => self.pause(event, index),
            Kind::Resumed => {
                let ended = match event.reason {
                    Some(_) => self.pauses.set(self.reason(index), false),
                    None => self.pauses.end(),
                };
                if !ended {
                    self.note(index, "not-paused", "the ticket is resumed and was not paused");
                }
                if !self.pauses.any() {
                    self.close_gap(event.at);
                }
            }
            Kind::Reassessed => self.reassess(event, index)?,
            Kind::Agreed => self.agree(event, index)?,
            Kind::Escalated => match event.line {
                Some(line) if line >= 2 => self.history.line = self.history.line.max(line),
                Some(_) => {
                    return Err(Error::new(
                        "impossible-line",
                        "line",
                        "the first line has the ticket from the start",
                    ));
                }
                None => return Err(Error::new("missing-field", "line", "`line` is missing")),
            },
            Kind::Resolved => self.resolve(event.at),
            Kind::Reopened => self.reopen(event.at),
            Kind::Responded | Kind::Own => {}
        }
        self.switch(&event.r#type, event.at);
        Ok(())
    }

    /// Stops and starts the clocks of the targets that this event is for.
    fn switch(&mut self, event: &str, at: Instant) {
        let priority = self.history.priority();
        for (rule, run) in self.incidents.rules.iter().zip(&mut self.history.runs) {
            let named = |names: &[String]| names.iter().any(|name| name == event);
            if run.since.is_some() && run.stop.is_none() && named(&rule.stops) {
                run.stop = Some(Stop {
                    at,
                    priority,
                    by_resolving: false,
                });
            }
            if (run.since.is_none() || run.stop.is_some_and(|stop| !stop.by_resolving)) && named(&rule.starts) {
                *run = Run {
                    since: Some(at),
                    stop: None,
                };
            }
        }
    }

    fn reason(&self, index: usize) -> usize {
        self.reasons.get(index).copied().unwrap_or_default()
    }

    fn pause(&mut self, event: &Event, index: usize) {
        if !self.pauses.any() {
            self.history.gaps.push(Gap {
                start: event.at,
                end: None,
                resolved: false,
                reason: event.reason.clone(),
            });
        }
        match event.reason {
            Some(_) => _ = self.pauses.set(self.reason(index), true),
            None => self.pauses.plain += 1,
        }
    }

    /// Ends the open gap; one that took no time is none.
    fn close_gap(&mut self, at: Instant) {
        if let Some(gap) = self.history.gaps.last_mut().filter(|gap| gap.end.is_none()) {
            gap.end = Some(at);
            if gap.start == at {
                self.history.gaps.pop();
            }
        }
    }

    fn reassess(&mut self, event: &Event, index: usize) -> Result<(), Error> {
        let mut next = Assessment {
            impact: event.impact.clone(),
            urgency: event.urgency.clone(),
            priority: event.priority.clone(),
        };
        if next.priority.is_none() && (next.impact.is_some() || next.urgency.is_some()) {
            next.impact = next.impact.or_else(|| self.assessment.impact.clone());
            next.urgency = next.urgency.or_else(|| self.assessment.urgency.clone());
            self.assessment = next.clone();
        }
        let priority = assess::priority(self.incidents, &next)?;
        let before = self.history.priority();
        if priority == before {
            return Ok(());
        }
        if priority < before && !self.history.agreements.is_empty() {
            let message = "the priority rises, and the agreed deadline stays";
            let finding = Finding::new(Severity::Warning, "agreed-despite-priority", format!("events[{index}]"), message);
            self.history
                .findings
                .push(finding.help("agree on an earlier deadline when the old one does not fit any more"));
        }
        self.history.priorities.push((event.at, priority));
        if self.incidents.rebase == Rebase::Change {
            for run in self.history.runs.iter_mut().filter(|run| run.stop.is_none() && run.since.is_some()) {
                run.since = Some(event.at);
            }
        }
        Ok(())
    }

    fn agree(&mut self, event: &Event, index: usize) -> Result<(), Error> {
        let due = event.due.ok_or_else(|| Error::new("missing-field", "due", "`due` is missing"))?;
        if due <= self.history.reported {
            self.note(index, "agreed-too-early", "the agreed deadline is before the report");
            return Ok(());
        }
        let priority = self.history.priority();
        let schedule = self
            .incidents
            .priorities
            .get(priority.0)
            .and_then(|priority| priority.schedule.as_ref());
        // Closing time is within hours, as it is for every deadline.
        let last = Instant::from_epoch_millis(due.epoch_millis() - 1).unwrap_or(due);
        if schedule.is_some_and(|schedule| !schedule.is_open(due) && !schedule.is_open(last)) {
            let message = "the agreed deadline is outside hours";
            let finding = Finding::new(Severity::Warning, "agreed-outside-hours", format!("events[{index}].due"), message);
            self.history.findings.push(finding.help("it stands as agreed"));
        }
        let since = self.history.runs.get(1).and_then(|run| run.since);
        self.history.agreements.push(Agreement {
            at: event.at,
            due,
            priority,
            since: since.unwrap_or(self.history.reported),
        });
        Ok(())
    }

    fn resolve(&mut self, at: Instant) {
        self.resolved = true;
        self.pauses.plain = 0;
        self.pauses.end();
        self.close_gap(at);
        self.history.gaps.push(Gap {
            start: at,
            end: None,
            resolved: true,
            reason: None,
        });
        let priority = self.history.priority();
        for run in self.history.runs.iter_mut().filter(|run| run.since.is_some() && run.stop.is_none()) {
            run.stop = Some(Stop {
                at,
                priority,
                by_resolving: true,
            });
        }
    }

    fn reopen(&mut self, at: Instant) {
        self.resolved = false;
        self.close_gap(at);
        for run in self
            .history
            .runs
            .iter_mut()
            .filter(|run| run.stop.is_some_and(|stop| stop.by_resolving))
        {
            run.stop = None;
            if self.incidents.reopen == Reopen::Restart {
                run.since = Some(at);
            }
        }
    }
}
