//! The pauses in force.

use super::ticket::Event;
use crate::order::sorted;

/// The pauses in force: those with a reason, and how many without.
#[derive(Debug)]
pub(super) struct Pauses {
    /// By the number of its reason, the round in which each began; no search, however many reasons there are.
    begun: Vec<u32>,
    /// Ending all begins another round.
    round: u32,
    held: u32,
    pub(super) plain: u32,
}

impl Pauses {
    pub(super) fn of(reasons: usize) -> Self {
        Self {
            begun: vec![0; reasons],
            round: 1,
            held: 0,
            plain: 0,
        }
    }

    pub(super) fn any(&self) -> bool {
        self.plain > 0 || self.held > 0
    }

    /// Begins or ends the pause of that reason; says whether that is another state.
    pub(super) fn set(&mut self, reason: usize, paused: bool) -> bool {
        let Some(begun) = self.begun.get_mut(reason) else { return false };
        let changes = (*begun == self.round) != paused;
        if changes {
            (*begun, self.held) = if paused { (self.round, self.held + 1) } else { (0, self.held - 1) };
        }
        changes
    }

    /// Ends those of all reasons and one without. Says whether there was one.
    pub(super) fn end(&mut self) -> bool {
        let any = self.any();
        self.round += 1;
        self.held = 0;
        self.plain = self.plain.saturating_sub(1);
        any
    }
}

/// Returns a number for each event's reason, equal for equal ones.
pub(super) fn reasons(events: &[Event]) -> Vec<usize> {
    let reason = |index: usize| events.get(index).map(|event| &event.reason);
    let mut numbers = vec![0; events.len()];
    let mut before = (None, 0);
    for index in sorted(events.len(), &|a, b| reason(a).cmp(&reason(b))) {
        if before.0 != reason(index) {
            before = (reason(index), before.1 + 1);
        }
        if let Some(number) = numbers.get_mut(index) {
            *number = before.1 - 1;
        }
    }
    numbers
}
