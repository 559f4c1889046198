//! The clock of business time over a window of years: open time at an instant and back, in a fixed number of steps for any duration.

use std::ops::RangeInclusive;

use chrono::Datelike as _;

use super::calendar::{Calendar, Stretch};
use super::directory::Directory;
use super::instant::{DAY, Instant};
use super::zone::date_of_epoch_day;

/// The years whose instants can be asked about, and the days that their zones may reach into.
const YEARS: RangeInclusive<i32> = 1969..=2200;

/// An open stretch and the open time before it; milliseconds since the start of the window.
#[derive(Debug, Clone, Copy)]
struct Segment {
    start: i64,
    end: i64,
    before: i64,
}

/// Business time over whole years of a calendar; milliseconds all over.
// INVARIANT: segments are sorted and apart, all of them before 2200. The first is empty, at the start of the window; the last is never
// reached. So there is always one at or before an instant, and one after it.
#[derive(Debug)]
pub(super) struct Timeline {
    years: RangeInclusive<i32>,
    start: i64,
    span: i64,
    total: i64,
    segments: Vec<Segment>,
    by_time: Directory,
    by_open: Directory,
}

/// On which side of a window of years an answer lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beyond {
    Before,
    After,
}

impl Timeline {
    pub(super) fn new(calendar: &Calendar, years: RangeInclusive<i32>) -> Self {
        let start = calendar.bound(*years.start());
        let end = calendar.bound(years.end() + 1).min(Instant::END);
        let stretches = calendar.stretches(*years.start(), *years.end(), start..end);
        let mut segments = Vec::with_capacity(stretches.len() + 2);
        let mut total = 0;
        segments.push(Segment {
            start: 0,
            end: 0,
            before: 0,
        });
        for Stretch { start: open, end: close } in stretches {
            segments.push(Segment {
                start: open - start,
                end: close - start,
                before: total,
            });
            total += close - open;
        }
        let span = end - start;
        let by_time = Directory::new(segments.iter().map(|segment| segment.start), span);
        let by_open = Directory::new(segments.iter().map(|segment| segment.before), total);
        segments.push(Segment {
            start: i64::MAX,
            end: i64::MAX,
            before: i64::MAX,
        });
        Self {
            years,
            start,
            span,
            total,
            segments,
            by_time,
            by_open,
        }
    }

    /// A window around an instant, wide enough for what tickets usually ask.
    pub(super) fn around(calendar: &Calendar, instant: Instant) -> Self {
        let year = date_of_epoch_day(instant.epoch_millis() / DAY).year();
        Self::new(calendar, year - 1..=(year + 1).min(*YEARS.end()))
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

    /// The open time from the start of the window to `instant`, in epoch milliseconds.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn clock(&self, instant: i64) -> Result<i64, Beyond> {
        let (at, segment) = self.segment(instant)?;
        Ok(segment.before + at.min(segment.end) - segment.start)
    }

    /// The earliest instant at which the clock reads `time` more than `open`; the next opening for no time at all.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn earliest(&self, open: i64, time: i64) -> Result<i64, Beyond> {
        let open = open + time;
        // A close reads the same as the opening after it: some time ends at the close, none at the opening.
        self.reading(open, open - i64::from(time != 0))
    }

    /// The latest instant at which the clock reads `open`: open time, or an opening.
    pub(super) fn latest(&self, open: i64) -> Result<i64, Beyond> {
        if open < 0 { Err(Beyond::Before) } else { self.reading(open, open) }
    }

    pub(super) fn is_open(&self, instant: i64) -> Result<bool, Beyond> {
        let (at, segment) = self.segment(instant)?;
        Ok(at < segment.end)
    }

    /// The open stretch that holds `instant`, or the next one; one that ends with the window may go on after it.
    pub(super) fn at_or_after(&self, instant: i64) -> Result<Stretch, Beyond> {
        let index = self.index(instant)?;
        let next = self.segments.iter().skip(index).find(|segment| segment.end > instant - self.start);
        let segment = next.filter(|segment| segment.start < self.span).ok_or(Beyond::After)?;
        Ok(Stretch {
            start: self.start + segment.start,
            end: self.start + segment.end,
        })
    }

    /// The first close after `instant`; the end of the window is none.
    pub(super) fn close_after(&self, instant: i64) -> Result<i64, Beyond> {
        let close = self.at_or_after(instant)?.end;
        if close < self.start + self.span {
            Ok(close)
        } else {
            Err(Beyond::After)
        }
    }

    /// The last close at or before `instant`.
    pub(super) fn close_before(&self, instant: i64) -> Result<i64, Beyond> {
        let index = self.index(instant)?;
        let mut earlier = self.segments.iter().take(index + 1).skip(1).rev();
        let close = earlier.find(|segment| segment.end <= instant - self.start);
        close.map(|segment| self.start + segment.end).ok_or(Beyond::Before)
    }

    /// The index of the last segment that starts at or before `instant`.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn index(&self, instant: i64) -> Result<usize, Beyond> {
        let at = instant - self.start;
        // INVARIANT: every question passes here, so none is answered outside the window.
        if at >= self.span {
            return Err(Beyond::After);
        }
        self.by_time.last(&self.segments, |segment| segment.start, at).ok_or(Beyond::Before)
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn segment(&self, instant: i64) -> Result<(i64, &Segment), Beyond> {
        let segment = self.segments.get(self.index(instant)?).ok_or(Beyond::After)?;
        Ok((instant - self.start, segment))
    }

    /// The instant at which the clock reads `open`, in the last segment with at most `key` before it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn reading(&self, open: i64, key: i64) -> Result<i64, Beyond> {
        if key >= self.total {
            return Err(Beyond::After);
        }
        let index = self.by_open.last(&self.segments, |segment| segment.before, key);
        let segment = index.and_then(|index| self.segments.get(index)).ok_or(Beyond::After)?;
        Ok(self.start + segment.start + open - segment.before)
    }
}
