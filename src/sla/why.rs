//! Why a deadline is what it is: the intervals that counted, and those that were skipped with their reason.

use super::clock::{Clock, Face};
use super::history::Gap;
use super::tally::millis;
use super::track::Seconds;
use crate::schedule::{Instant, Names, Period, Schedule, Stamp, Zone};

words! {
    /// What an interval was for a clock.
    pub enum IntervalKind {
        /// Open time that counts.
        Counted = "counted",
        /// Outside hours.
        Closed = "closed",
        /// A holiday on a day that would have hours.
        Holiday = "holiday",
        /// A pause.
        Paused = "paused",
        /// The ticket was resolved, and later reopened.
        Resolved = "resolved",
    }
}

/// A part of a clock's time. The counted ones up to now add up to the elapsed time, those up to the deadline to the target.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify_macros::Tsify))]
pub struct Interval {
    /// First instant.
    pub from: Stamp,
    /// First instant after it.
    pub to: Stamp,
    /// What it was.
    pub kind: IntervalKind,
    /// Business seconds that count: 0 unless counted.
    pub seconds: Seconds,
    /// Id of the holiday.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub holiday: Option<String>,
    /// Name of the holiday, by language.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub name: Option<Names>,
    /// Why it was paused.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub reason: Option<String>,
}

to_json!(
    Interval,
    present {
        from,
        to,
        kind,
        seconds,
        holiday,
        name,
        reason
    }
);

/// How many intervals a clock may have: with two shifts a day those of ninety years.
pub(super) const MOST: usize = 100_000;

/// Returns the intervals of a clock: until it was stopped, or until now and the deadline. More than [`MOST`] are not all of them.
pub(super) fn why(face: &Face, clock: &Clock, zone: &Zone) -> Vec<Interval> {
    let schedule = face.targets().and_then(|targets| targets.schedule.as_deref());
    let (Some(schedule), Some(since)) = (schedule, clock.since) else {
        return Vec::new();
    };
    let end = clock.stopped.unwrap_or_else(|| clock.due.map_or(face.now, |due| due.max(face.now)));
    let due = clock.due.unwrap_or(face.now);
    let mut telling = Telling {
        schedule,
        zone,
        cuts: [face.now.min(due), face.now.max(due)],
        end,
        at: since,
        intervals: Vec::new(),
    };
    if !clock.agreed {
        for gap in face.gaps() {
            telling.gap(gap, face.now);
        }
    }
    telling.open_until(end);
    telling.intervals
}

/// The intervals told so far.
struct Telling<'a> {
    schedule: &'a Schedule,
    zone: &'a Zone,
    /// Instants at which an interval is divided.
    cuts: [Instant; 2],
    end: Instant,
    at: Instant,
    intervals: Vec<Interval>,
}

impl Telling<'_> {
    /// Tells what comes before a gap, and the gap.
    fn gap(&mut self, gap: &Gap, now: Instant) {
        self.open_until(gap.start);
        let to = gap.end.unwrap_or(now).min(self.end);
        if to > self.at {
            let kind = if gap.resolved {
                IntervalKind::Resolved
            } else {
                IntervalKind::Paused
            };
            let mut interval = self.interval(self.at, to, kind);
            interval.reason.clone_from(&gap.reason);
            self.intervals.push(interval);
            self.at = to;
        }
    }

    /// Tells the time up to an instant: hours, and what is closed between them.
    fn open_until(&mut self, to: Instant) {
        let to = to.min(self.end);
        if to <= self.at {
            return;
        }
        for period in self.schedule.periods(self.at, to) {
            if self.intervals.len() > MOST {
                return;
            }
            self.closed(self.at, period.start);
            let mut from = period.start;
            for cut in self.cuts.into_iter().filter(|cut| *cut < period.end) {
                if cut > from {
                    self.counted(Period { start: from, end: cut });
                    from = cut;
                }
            }
            self.counted(Period {
                start: from,
                end: period.end,
            });
            self.at = period.end;
        }
        self.closed(self.at, to);
        self.at = to;
    }

    fn counted(&mut self, period: Period) {
        let mut interval = self.interval(period.start, period.end, IntervalKind::Counted);
        interval.seconds = Seconds(millis(self.schedule, period.start, period.end));
        self.intervals.push(interval);
    }

    /// Tells closed time, its holidays apart.
    fn closed(&mut self, from: Instant, to: Instant) {
        let mut at = from;
        for (day, id, name) in self.schedule.holidays(from, to) {
            if day.start > at {
                self.intervals.push(self.interval(at, day.start, IntervalKind::Closed));
            }
            let mut interval = self.interval(day.start.max(from), day.end.min(to), IntervalKind::Holiday);
            interval.holiday = id.map(ToOwned::to_owned);
            interval.name = Some(name.clone()).filter(|name| !name.is_empty());
            at = day.end.min(to);
            self.intervals.push(interval);
        }
        if to > at {
            self.intervals.push(self.interval(at, to, IntervalKind::Closed));
        }
    }

    fn interval(&self, from: Instant, to: Instant, kind: IntervalKind) -> Interval {
        Interval {
            from: self.zone.stamp(from),
            to: self.zone.stamp(to),
            kind,
            seconds: Seconds(0),
            holiday: None,
            name: None,
            reason: None,
        }
    }
}
