//! Business time straight from its definition: slow, and by other means than the engine's.
//!
//! The local clock is jiff's. A *high-water clock* is the latest time that the local clock has read so far; it never goes back. A shift from
//! `start` to `end` is open from the first instant at which the local clock reads `start` or later up to the first at which it reads `end` or
//! later. So an instant is open when the high-water clock stands in a shift, and skipped and repeated hours need no case of their own.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    dead_code,
    missing_docs,
    reason = "a test may, and each test binary uses its part"
)]

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan as _};

use super::calendar::{Calendar, DAY, Shift, monday_zero};

/// 2200-01-01T00:00:00Z, in seconds.
pub const END: i64 = 7_258_118_400;

impl Calendar {
    fn is_holiday(&self, day: Date) -> bool {
        // A day moved over the turn of the year belongs to the year of its rule.
        let years = day.year() - 1..=day.year() + 1;
        self.holidays
            .iter()
            .any(|holiday| years.clone().any(|year| holiday.date(year) == Some(day)))
    }

    /// The shifts that start on a date.
    fn shifts(&self, day: Date) -> &[Shift] {
        match self.overrides.get(&day) {
            Some(special) => special,
            None if self.is_holiday(day) => &[],
            None => &self.week[monday_zero(day)],
        }
    }

    /// The shifts that start on a date, in seconds of the high-water clock; one that runs into a closed or special date ends at midnight.
    fn open_times(&self, day: Date) -> Vec<(i64, i64)> {
        let next = day.tomorrow().expect("in range");
        let cut = self.overrides.contains_key(&next) || self.is_holiday(next);
        let midnight = days_since_1970(day) * DAY;
        let end = |shift: &Shift| if cut { shift.end.min(DAY) } else { shift.end };
        self.shifts(day)
            .iter()
            .map(|shift| (midnight + shift.start, midnight + end(shift)))
            .collect()
    }

    /// The boundaries of all shifts.
    fn times(&self) -> impl Iterator<Item = i64> {
        let shifts = self.week.iter().chain(self.overrides.values()).flatten();
        shifts.flat_map(|shift| [shift.start, shift.end])
    }
}

fn days_since_1970(day: Date) -> i64 {
    i64::from((day - date(1970, 1, 1)).get_days())
}

/// A stretch of time in cells, each open or closed as a whole; seconds since 1970.
#[derive(Debug)]
pub struct Walk {
    pub start: i64,
    pub end: i64,
    pub step: i64,
    open: Vec<bool>,
    open_before: bool,
}

/// An answer in milliseconds, or that it lies outside the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    At(i64),
    Outside,
}

impl Walk {
    /// Walks `days` around an instant, fewer when the steps are small.
    pub fn new(calendar: &Calendar, around: i64, days: i64) -> Self {
        const MOST_CELLS: i64 = 40_000;
        let zone = zone(&calendar.zone);
        let (first, last) = ((around - days * DAY).max(0), (around + days * DAY).min(END));
        let coarse = clock_step(&zone, first - 4 * DAY, last);
        let step = calendar.times().fold(coarse, gcd);
        let half = (MOST_CELLS * step / 2).min(days * DAY);
        let start = (around - half).max(0) / coarse * coarse;
        let end = (around + half).min(END) / coarse * coarse;
        let local = |at: i64| at + i64::from(zone.to_offset(timestamp(at)).seconds());
        let times = OpenTimes::new(calendar, local(start) - 3 * DAY, local(end) + 2 * DAY);
        // What the clock read last in each stretch of three days before: none goes back by more than one.
        let before = (start - 3 * DAY..start).step_by(usize::try_from(coarse).expect("a step"));
        let mut high = before.map(|at| local(at + coarse - step)).max().expect("three days");
        let open_before = times.hold(high);
        let mut open = Vec::new();
        let mut at = start;
        while at < end {
            high = high.max(local(at));
            open.push(times.hold(high));
            at += step;
        }
        Self {
            start,
            end,
            step,
            open,
            open_before,
        }
    }

    fn cell(&self, millis: i64) -> usize {
        usize::try_from((millis - self.start * 1000) / (self.step * 1000)).expect("within the walk")
    }

    fn begins(&self, cell: usize) -> i64 {
        (self.start + i64::try_from(cell).expect("a cell") * self.step) * 1000
    }

    /// The openings and closes within the walk.
    pub fn flips(&self) -> Vec<i64> {
        let flip = |cell: &usize| self.open[*cell] != self.open[cell - 1];
        (1..self.open.len()).filter(flip).map(|cell| self.begins(cell)).collect()
    }

    pub fn is_open(&self, at: i64) -> bool {
        self.open[self.cell(at)]
    }

    pub fn next_open(&self, at: i64) -> Answer {
        let cell = (self.cell(at)..self.open.len()).find(|cell| self.open[*cell]);
        cell.map_or(Answer::Outside, |cell| Answer::At(self.begins(cell).max(at)))
    }

    pub fn next_close(&self, at: i64) -> Answer {
        let closes = |cell: &usize| self.open[cell - 1] && !self.open[*cell];
        let cell = (self.cell(at) + 1..self.open.len()).find(closes);
        cell.map_or(Answer::Outside, |cell| Answer::At(self.begins(cell)))
    }

    pub fn add(&self, at: i64, millis: i64) -> Answer {
        if millis == 0 {
            return self.next_open(at);
        }
        let mut left = millis;
        for cell in self.cell(at)..self.open.len() {
            let from = self.begins(cell).max(at);
            let there = self.begins(cell + 1) - from;
            if self.open[cell] && there >= left {
                return Answer::At(from + left);
            }
            left -= if self.open[cell] { there } else { 0 };
        }
        Answer::Outside
    }

    pub fn subtract(&self, at: i64, millis: i64) -> Answer {
        if millis == 0 {
            return if self.is_open(at) { Answer::At(at) } else { self.close_before(at) };
        }
        let mut left = millis;
        for cell in (0..=self.cell(at)).rev() {
            let to = self.begins(cell + 1).min(at);
            let there = to - self.begins(cell);
            if self.open[cell] && there >= left {
                return Answer::At(to - left);
            }
            left -= if self.open[cell] { there } else { 0 };
        }
        Answer::Outside
    }

    fn close_before(&self, at: i64) -> Answer {
        let before = |cell: usize| cell.checked_sub(1).map_or(self.open_before, |before| self.open[before]);
        let cell = (0..=self.cell(at)).rev().find(|cell| before(*cell) && !self.open[*cell]);
        cell.map_or(Answer::Outside, |cell| Answer::At(self.begins(cell)))
    }

    pub fn between(&self, from: i64, to: i64) -> i64 {
        if to < from {
            return -self.between(to, from);
        }
        let cells = (self.cell(from)..=self.cell(to)).filter(|cell| self.open[*cell]);
        cells.map(|cell| self.begins(cell + 1).min(to) - self.begins(cell).max(from)).sum()
    }

    pub fn periods(&self, from: i64, to: i64) -> Vec<(i64, i64)> {
        let mut periods: Vec<(i64, i64)> = Vec::new();
        for cell in (self.cell(from)..=self.cell(to)).filter(|cell| self.open[*cell]) {
            let (start, end) = (self.begins(cell).max(from), self.begins(cell + 1).min(to));
            match periods.last_mut() {
                _ if start >= end => {}
                Some(last) if last.1 == start => last.1 = end,
                _ => periods.push((start, end)),
            }
        }
        periods
    }
}

/// The open times of each date of a stretch of the high-water clock.
struct OpenTimes {
    first: i64,
    of_days: Vec<Vec<(i64, i64)>>,
}

impl OpenTimes {
    fn new(calendar: &Calendar, from: i64, to: i64) -> Self {
        let (first, last) = (from.div_euclid(DAY), to.div_euclid(DAY));
        let of_days = (first..=last)
            .map(|day| calendar.open_times(date(1970, 1, 1) + day.days()))
            .collect();
        Self { first, of_days }
    }

    /// Says whether that reading of the high-water clock is within a shift of its date or of the day before.
    fn hold(&self, high: i64) -> bool {
        let index = usize::try_from(high.div_euclid(DAY) - self.first).expect("within the dates");
        let near = &self.of_days[index - 1..=index];
        near.iter().flatten().any(|(start, end)| *start <= high && high < *end)
    }
}

/// The largest step that divides the hour, the zone's offsets and its clock changes from `first` to `last`.
fn clock_step(zone: &TimeZone, first: i64, last: i64) -> i64 {
    let changes = zone
        .following(timestamp(first))
        .take_while(|change| change.timestamp().as_second() <= last);
    let facts: BTreeSet<i64> = changes
        .flat_map(|change| [change.timestamp().as_second(), i64::from(change.offset().seconds())])
        .chain([i64::from(zone.to_offset(timestamp(first)).seconds())])
        .collect();
    facts.into_iter().fold(3600, gcd)
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

/// The instants from 1970 to 2199 at which a zone changes its clock, in seconds.
pub fn clock_changes(zone_name: &str) -> Vec<i64> {
    let changes = zone(zone_name);
    let changes = changes.following(timestamp(0)).map(|change| change.timestamp().as_second());
    changes.take_while(|at| *at < END).collect()
}

pub fn local_date(zone_name: &str, at: i64) -> Date {
    zone(zone_name).to_datetime(timestamp(at)).date()
}

fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).expect("a zone that jiff knows")
}

fn timestamp(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).expect("in range")
}
