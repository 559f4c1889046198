//! The clock of business time over a window of years: open stretches and how much open time lies before each.

use std::ops::RangeInclusive;

use chrono::Datelike as _;

use super::calendar::{Calendar, Stretch};
use super::instant::{DAY, Instant};
use super::zone::date_of_epoch_day;

/// The years whose instants can be asked about, and the days that their zones may reach into.
const YEARS: RangeInclusive<i32> = 1969..=2200;

/// Business time over whole years of a calendar; milliseconds all over.
// INVARIANT: stretches are sorted and apart, and `before` is the sum of those that come earlier.
#[derive(Debug, Clone)]
pub(super) struct Timeline {
    years: RangeInclusive<i32>,
    start: i64,
    end: i64,
    stretches: Vec<Stretch>,
    before: Vec<i64>,
    total: i64,
}

/// On which side of a window of years an answer lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beyond {
    Before,
    After,
}

impl Timeline {
    pub(super) fn new(calendar: &Calendar, years: RangeInclusive<i32>) -> Self {
        let stretches = calendar.stretches(*years.start(), *years.end());
        let mut total = 0;
        let mut before = Vec::with_capacity(stretches.len());
        for stretch in &stretches {
            before.push(total);
            total += stretch.end - stretch.start;
        }
        let (start, end) = (calendar.bound(*years.start()), calendar.bound(years.end() + 1));
        Self {
            years,
            start,
            end,
            stretches,
            before,
            total,
        }
    }

    /// A window around an instant, wide enough for what tickets usually ask.
    pub(super) fn around(calendar: &Calendar, instant: Instant) -> Self {
        let year = date_of_epoch_day(instant.epoch_millis() / DAY).year();
        Self::new(calendar, year - 1..=year + 1)
    }

    /// The same with as many years again on the side that was missed; none when that side has no more.
    pub(super) fn widened(&self, calendar: &Calendar, towards: Beyond) -> Option<Self> {
        let (first, last) = (*self.years.start(), *self.years.end());
        let more = last - first + 1;
        let years = match towards {
            Beyond::Before if first > *YEARS.start() => (first - more).max(*YEARS.start())..=last,
            Beyond::After if last < *YEARS.end() => first..=(last + more).min(*YEARS.end()),
            _ => return None,
        };
        Some(Self::new(calendar, years))
    }

    /// The open time from the start of the window to `instant`.
    pub(super) fn clock(&self, instant: Instant) -> Result<i64, Beyond> {
        let instant = instant.epoch_millis();
        // INVARIANT: every question passes here, so none is answered outside the window.
        if instant < self.start {
            return Err(Beyond::Before);
        }
        if instant >= self.end {
            return Err(Beyond::After);
        }
        let after = self.stretches.partition_point(|stretch| stretch.start <= instant);
        Ok(self
            .stretch(after)
            .map_or(0, |(stretch, before)| before + instant.min(stretch.end) - stretch.start))
    }

    /// The earliest instant at which the clock reads `open`, which is more than 0.
    pub(super) fn earliest(&self, open: i64) -> Result<i64, Beyond> {
        if open > self.total {
            return Err(Beyond::After);
        }
        let after = self.before.partition_point(|before| *before < open);
        self.stretch(after)
            .map(|(stretch, before)| stretch.start + open - before)
            .ok_or(Beyond::After)
    }

    /// The latest instant at which the clock reads `open`, which is less than the window's total: open time, or an opening.
    pub(super) fn latest(&self, open: i64) -> Result<i64, Beyond> {
        let after = self.before.partition_point(|before| *before <= open);
        self.stretch(after)
            .map(|(stretch, before)| stretch.start + open - before)
            .ok_or(Beyond::Before)
    }

    /// The stretch that holds `instant`, or the next one.
    pub(super) fn at_or_after(&self, instant: Instant) -> Result<Stretch, Beyond> {
        self.clock(instant)?;
        let index = self.stretches.partition_point(|stretch| stretch.end <= instant.epoch_millis());
        self.stretches.get(index).copied().ok_or(Beyond::After)
    }

    /// The first close after `instant`; the end of the window is none.
    pub(super) fn close_after(&self, instant: Instant) -> Result<i64, Beyond> {
        let close = self.at_or_after(instant)?.end;
        if close < self.end { Ok(close) } else { Err(Beyond::After) }
    }

    /// The last close at or before `instant`.
    pub(super) fn close_before(&self, instant: Instant) -> Result<i64, Beyond> {
        self.clock(instant)?;
        let after = self.stretches.partition_point(|stretch| stretch.end <= instant.epoch_millis());
        self.stretch(after).map(|(stretch, _)| stretch.end).ok_or(Beyond::Before)
    }

    /// The stretch before that index, and the open time before it.
    fn stretch(&self, after: usize) -> Option<(Stretch, i64)> {
        let index = after.checked_sub(1)?;
        self.stretches.get(index).copied().zip(self.before.get(index).copied())
    }
}
