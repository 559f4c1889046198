//! A slow oracle of the resolution clock, for tickets without agreements and on whole minutes: it walks, a minute a step.
#![allow(clippy::allow_attributes, dead_code, missing_docs, reason = "each test binary uses its part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may")]
#![allow(
    clippy::too_many_lines,
    clippy::single_match_else,
    reason = "it reads as the list of rules that it is"
)]

use std::collections::{BTreeSet, HashMap};

use deskrules::policy::{Policy, Rebase, Reopen, Target};
use deskrules::schedule::Instant;
use deskrules::sla::{Event, Ticket};

use super::tickets::{MINUTE, instant};

/// How many minutes it looks ahead.
const AHEAD: usize = 40 * 1440;

/// What it finds: priority, standing, and in minutes elapsed and due.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub priority: String,
    pub standing: &'static str,
    pub elapsed: i64,
    pub due: Option<Instant>,
}

/// Which minutes are open, once for each schedule and start.
#[derive(Default)]
pub struct Oracle {
    open: HashMap<(String, usize, Instant), Vec<bool>>,
}

/// The state of a ticket, as its events leave it.
struct State {
    priority: usize,
    impact: Option<String>,
    urgency: Option<String>,
    plain: usize,
    reasons: BTreeSet<String>,
    resolved: bool,
    /// Minutes that may count, by their number.
    counting: Vec<bool>,
}

impl Oracle {
    pub fn resolution(&mut self, policy: &Policy, ticket: &Ticket, start: Instant, now: Instant) -> Found {
        let incidents = policy.incidents.as_ref().expect("incidents");
        let id = |id: &str| incidents.priorities.iter().position(|priority| priority.id == id).expect("known");
        let cell = |impact: &Option<String>, urgency: &Option<String>| {
            let document = &policy.document.incidents.as_ref().expect("incidents").matrix;
            let row = document.get(impact.as_ref().expect("an impact")).expect("a row");
            id(row.get(urgency.as_ref().expect("an urgency")).expect("a cell"))
        };
        let minute = |at: Instant| usize::try_from((at.epoch_millis() - start.epoch_millis()) / MINUTE).expect("after the start");
        let (reported, end) = (minute(ticket.reported_at), minute(now));
        let mut state = State {
            priority: ticket
                .priority
                .as_ref()
                .map_or_else(|| cell(&ticket.impact, &ticket.urgency), |known| id(known)),
            impact: ticket.impact.clone(),
            urgency: ticket.urgency.clone(),
            plain: 0,
            reasons: BTreeSet::new(),
            resolved: false,
            counting: vec![false; AHEAD],
        };
        let pausable = incidents.rules[1].pausable;
        let mut stopped = None;
        for at in 0..=end {
            let mut before: Option<&Event> = None;
            for event in ticket.events.iter().filter(|event| minute(event.at) == at) {
                if before.replace(event) == Some(event) {
                    continue;
                }
                match event.r#type.as_str() {
                    "reopened" if state.resolved => {
                        (state.resolved, stopped) = (false, None);
                        if incidents.reopen == Reopen::Restart {
                            state.counting.fill(false);
                        }
                    }
                    _ if state.resolved => {}
                    "paused" => match &event.reason {
                        Some(reason) => _ = state.reasons.insert(reason.clone()),
                        None => state.plain += 1,
                    },
                    "resumed" => match &event.reason {
                        Some(reason) => _ = state.reasons.remove(reason),
                        None => {
                            state.reasons.clear();
                            state.plain = state.plain.saturating_sub(1);
                        }
                    },
                    _ if at < reported => {}
                    "resolved" => {
                        (state.resolved, stopped) = (true, Some(at));
                        state.reasons.clear();
                        state.plain = 0;
                    }
                    "reassessed" => {
                        let next = match &event.priority {
                            Some(known) => id(known),
                            None => {
                                state.impact = event.impact.clone().or(state.impact);
                                state.urgency = event.urgency.clone().or(state.urgency);
                                cell(&state.impact, &state.urgency)
                            }
                        };
                        if next != state.priority && incidents.rebase == Rebase::Change {
                            state.counting.fill(false);
                        }
                        state.priority = next;
                    }
                    _ => {}
                }
            }
            let paused = pausable && (state.plain > 0 || !state.reasons.is_empty());
            let counts = at >= reported && !paused && !state.resolved;
            state.counting[at] = counts;
            if at == end {
                // As it goes on if nothing happens; solved, as it was to be expected when it was.
                state.counting[stopped.unwrap_or(at)..].fill(counts || stopped.is_some());
                state.counting[..reported].fill(false);
            }
        }
        if reported > end {
            state.counting[reported..].fill(!(pausable && (state.plain > 0 || !state.reasons.is_empty())));
        }
        let priority = &incidents.priorities[state.priority];
        let schedule = priority.schedule.as_ref().expect("hours");
        let key = (policy.document.id.clone(), state.priority, start);
        let open = self.open.entry(key).or_insert_with(|| {
            let at = |minute: i64| instant(start.epoch_millis() + minute * MINUTE);
            (0..).take(AHEAD).map(|minute| schedule.is_open(at(minute))).collect()
        });
        let until = stopped.unwrap_or(end);
        let counted = |minute: &usize| state.counting[*minute] && open[*minute];
        let elapsed = i64::try_from((0..until).filter(counted).count()).expect("few");
        let target = match priority.resolution {
            Target::Within(time) => Some(usize::try_from(time.as_secs() / 60).expect("few")),
            Target::Unset | Target::Agreed => None,
        };
        let begun = reported <= end;
        let last = target
            .filter(|_| begun)
            .and_then(|target| (0..AHEAD).filter(counted).nth(target - 1));
        #[expect(clippy::cast_precision_loss, reason = "few minutes")]
        let risky = target.is_some_and(|target| elapsed as f64 >= target as f64 * incidents.at_risk);
        let standing = match (stopped, last) {
            (Some(stop), Some(last)) if stop > last + 1 => "breached",
            (Some(_), _) => "met",
            (None, Some(last)) if end > last + 1 => "breached",
            _ if risky => "at-risk",
            _ => "on-track",
        };
        Found {
            priority: priority.id.clone(),
            standing,
            elapsed,
            due: last.map(|last| instant(start.epoch_millis() + i64::try_from(last + 1).expect("few") * MINUTE)),
        }
    }
}
