//! The clock of business time over a window of years: open time at an instant and back, in a fixed number of steps for any duration.

use std::ops::RangeInclusive;

use super::calendar::{Calendar, Stretch};
use super::cells::{Cells, OpenCells, TimeCells};
use super::date::Date;
use super::instant::{DAY, Instant};

/// The years whose instants can be asked about, and the days that their zones may reach into.
const YEARS: RangeInclusive<i32> = 1969..=2200;

/// An open stretch, in milliseconds since the start of the window.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    pub(super) start: i64,
    pub(super) end: i64,
    /// Open time before it.
    pub(super) before: i64,
    /// Closed time before it: `start - before`.
    pub(super) closed: i64,
}

/// Business time over whole years of a calendar; milliseconds all over.
// INVARIANT: segments are sorted and apart, all of them before 2200. The first is empty, at the start of the window, so that there is
// always one at or before an instant.
#[derive(Debug)]
pub(super) struct Timeline {
    years: RangeInclusive<i32>,
    start: i64,
    span: i64,
    total: i64,
    segments: Vec<Segment>,
    by_time: TimeCells,
    by_open: OpenCells,
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
            closed: 0,
        });
        for Stretch { start: open, end: close } in stretches {
            segments.push(Segment {
                start: open - start,
                end: close - start,
                before: total,
                closed: open - start - total,
            });
            total += close - open;
        }
        let span = end - start;
        let by_time = TimeCells::new(&segments, span);
        let by_open = OpenCells::new(&segments, total);
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
        let day = instant.epoch_millis() / DAY;
        let year = Date { day }.year();
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

    /// The window for many questions in a row.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn view(&self) -> View<'_> {
        View {
            start: self.start,
            span: self.span,
            // One less than the window holds, so that 2200 itself is never an answer, without a look at each.
            limit: self.total - 1,
            cells: Cells::of(&self.by_time, &self.by_open),
            timeline: self,
        }
    }

    /// The open time up to `instant`.
    #[inline(never)]
    pub(super) fn reads(&self, instant: i64) -> Result<i64, Beyond> {
        self.view().clock(instant).ok_or(self.side(instant))
    }

    /// The earliest instant at which `time` has been open since `instant`; the next opening for no time at all.
    pub(super) fn after(&self, instant: i64, time: i64) -> Result<i64, Beyond> {
        let open = self.reads(instant)? + time;
        let key = open - i64::from(time != 0);
        if key < self.total {
            Ok(self.view().reading(open, key))
        } else {
            Err(Beyond::After)
        }
    }

    /// The latest instant from which `time` is open until `instant`: open time, or an opening.
    pub(super) fn before(&self, instant: i64, time: i64) -> Result<i64, Beyond> {
        let open = self.reads(instant)? - time;
        if (0..self.total).contains(&open) {
            Ok(self.view().reading(open, open))
        } else {
            Err(Beyond::Before)
        }
    }

    pub(super) fn is_open(&self, instant: i64) -> Result<bool, Beyond> {
        let segment = self.segments.get(self.place(instant)?);
        Ok(segment.is_some_and(|segment| instant - self.start < segment.end))
    }

    /// The first close after `instant`; the end of the window is none.
    pub(super) fn close_after(&self, instant: i64) -> Result<i64, Beyond> {
        let at = instant - self.start;
        let mut open = self.segments.iter().skip(self.place(instant)?);
        let next = open.find(|segment| segment.end > at).filter(|segment| segment.end < self.span);
        next.map(|segment| self.start + segment.end).ok_or(Beyond::After)
    }

    /// The last close before an instant that is not open.
    pub(super) fn close_before(&self, instant: i64) -> Result<i64, Beyond> {
        let before = self.segments.get(1..=self.place(instant)?).and_then(<[Segment]>::last);
        before.map(|segment| self.start + segment.end).ok_or(Beyond::Before)
    }

    /// The index of the last segment that starts at or before `instant`.
    fn place(&self, instant: i64) -> Result<usize, Beyond> {
        let at = instant - self.start;
        if (0..self.span).contains(&at) {
            Ok(self.segments.partition_point(|segment| segment.start <= at).saturating_sub(1))
        } else {
            Err(self.side(instant))
        }
    }

    /// The open time up to an instant of the window, where there are no cells.
    #[cold]
    #[inline(never)]
    fn search(&self, at: i64) -> i64 {
        let segment = last(&self.segments, |segment| segment.start <= at);
        segment.map_or(0, |segment| at.min(segment.end) - segment.closed)
    }

    /// The closed time before the last segment with at most `open` before it, where there are no cells.
    #[cold]
    #[inline(never)]
    fn search_open(&self, open: i64) -> i64 {
        last(&self.segments, |segment| segment.before <= open).map_or(0, |segment| segment.closed)
    }

    /// On which side of the window an instant is that is not in it.
    fn side(&self, instant: i64) -> Beyond {
        if instant < self.start { Beyond::Before } else { Beyond::After }
    }
}

/// A window for many questions in a row: what they all need, by value.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    start: i64,
    span: i64,
    limit: i64,
    cells: Cells<'a>,
    timeline: &'a Timeline,
}

impl View<'_> {
    /// The open time from the start of the window to `instant`, in epoch milliseconds; none outside the window.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn clock(self, instant: i64) -> Option<i64> {
        let at = instant - self.start;
        // INVARIANT: every question passes here or `place`, so none is answered outside the window.
        if at.cast_unsigned() >= self.span.cast_unsigned() {
            return None;
        }
        match self.cells.read(at) {
            Some(open) => Some(open),
            None => Some(self.timeline.search(at)),
        }
    }

    /// The earliest instant at which the clock reads `time` more than `open`, the next opening for no time at all; none outside the
    /// window, and none for the very last one in it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn earliest(self, open: i64, time: i64) -> Option<i64> {
        let open = open + time;
        // A close reads the same as the opening after it: some time ends at the close, none at the opening.
        let key = open - i64::from(time != 0);
        if key >= self.limit { None } else { Some(self.reading(open, key)) }
    }

    /// The instant at which the clock reads `open`, in the last segment with at most `key` before it, which is less than the total.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn reading(self, open: i64, key: i64) -> i64 {
        let closed = match self.cells.closed(key) {
            Some(closed) => closed,
            None => self.timeline.search_open(key),
        };
        self.start + open + closed
    }
}

/// The last segment of which that holds; it holds of none after it.
fn last(segments: &[Segment], holds: impl Fn(&Segment) -> bool) -> Option<&Segment> {
    segments.get(segments.partition_point(holds).checked_sub(1)?)
}
