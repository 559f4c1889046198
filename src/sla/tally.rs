//! Business time that counts: open time since an instant, outside the gaps.

use super::history::Gap;
use crate::schedule::{Instant, Schedule};

/// The clock of a ticket in one schedule. Milliseconds all over; every question is a binary search.
pub(super) struct Tally<'a> {
    schedule: &'a Schedule,
    /// The times between the gaps, in order; never none.
    stretches: Vec<Stretch>,
}

/// A time that counts.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    start: Instant,
    /// Where the gap after it begins; none when it is the last one.
    end: Option<Instant>,
    /// What was counted before it.
    before: i64,
}

impl<'a> Tally<'a> {
    /// Counts from `since` on, outside these gaps, which are in order and apart.
    pub(super) fn new(schedule: &'a Schedule, since: Instant, gaps: impl Iterator<Item = &'a Gap>) -> Self {
        let mut stretches = Vec::new();
        let mut open = Some(Stretch {
            start: since,
            end: None,
            before: 0,
        });
        for gap in gaps.filter(|gap| gap.end.is_none_or(|end| end > since)) {
            let Some(stretch) = open.take() else { break };
            // A gap from before `since` leaves no time before it.
            let end = gap.start.max(stretch.start);
            stretches.push(Stretch { end: Some(end), ..stretch });
            let before = stretch.before + millis(schedule, stretch.start, end);
            open = gap.end.map(|start| Stretch { start, end: None, before });
        }
        stretches.extend(open);
        Self { schedule, stretches }
    }

    /// What was counted until `at`.
    pub(super) fn until(&self, at: Instant) -> i64 {
        let after = self.stretches.partition_point(|stretch| stretch.start <= at);
        after
            .checked_sub(1)
            .and_then(|index| self.stretches.get(index))
            .map_or(0, |stretch| {
                let end = stretch.end.map_or(at, |end| end.min(at));
                stretch.before + millis(self.schedule, stretch.start, end)
            })
    }

    /// The earliest instant at which so much, more than 0, was counted; none when an open gap comes before it.
    ///
    /// With a horizon it is what was to be expected then: gaps that begin there or later are not known yet.
    pub(super) fn reaches(&self, time: i64, horizon: Option<Instant>) -> Option<Instant> {
        let known = match horizon {
            Some(horizon) => self.stretches.partition_point(|stretch| stretch.start <= horizon).max(1),
            None => self.stretches.len(),
        };
        let stretches = self.stretches.get(..known)?;
        let stretch = stretches.get(stretches.partition_point(|stretch| stretch.before < time).checked_sub(1)?)?;
        let at = self.schedule.add(stretch.start, duration(time - stretch.before))?;
        match (stretch.end, horizon) {
            (Some(end), Some(horizon)) if end >= horizon => Some(at),
            (Some(end), _) => (at <= end).then_some(at),
            (None, _) => Some(at),
        }
    }
}

/// Business time between two instants in order.
pub(super) fn millis(schedule: &Schedule, from: Instant, to: Instant) -> i64 {
    schedule.between(from, to).num_milliseconds()
}

pub(super) fn duration(millis: i64) -> std::time::Duration {
    std::time::Duration::from_millis(u64::try_from(millis).unwrap_or_default())
}
