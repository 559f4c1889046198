//! Business time: hours of the week in a time zone, holidays, special hours, and the clock that counts them.

mod batch;
mod calendar;
mod cells;
mod date;
mod document;
mod error;
mod holidays;
mod hours;
mod instant;
mod number;
#[cfg(feature = "schema")]
mod schema;
mod timeline;
mod zone;

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

use chrono::TimeDelta;

pub use date::Date;
pub use document::{HolidayDocument, HoursDocument, Names, ScheduleDocument, Versions};
pub use error::{Error, Errors, Problem};
pub use hours::Shift;
pub use instant::{Instant, Stamp};
pub use zone::{Zone, names, zone_data};

pub(crate) use batch::{Clock, check_instants, check_length};
#[cfg(target_arch = "wasm32")]
pub(crate) use number::one_duration;
pub(crate) use number::{millis, whole};
#[cfg(feature = "schema")]
pub(crate) use schema::ZoneName;
pub(crate) use timeline::View;

use calendar::Calendar;
use timeline::{Beyond, Timeline};

/// An open stretch of time, from its start up to but not including its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first open instant.
    pub start: Instant,
    /// The close: the first instant that is not open any more.
    pub end: Instant,
}

impl Period {
    /// Says whether the two share time; one of no time shares none.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }
}

/// Opening hours and the clock that runs in them.
///
/// # Examples
/// Friday 16:00 plus four hours is Monday 12:00 in a nine-to-five week:
/// ```
/// use deskrules::schedule::Schedule;
/// use std::time::Duration;
/// let office = Schedule::weekdays("09:00-17:00", "Europe/Amsterdam")?;
/// let due = office.add("2026-03-06T16:00:00+01:00".parse()?, Duration::from_secs(4 * 3600)).ok_or("never")?;
/// assert_eq!(office.zone().stamp(due).to_string(), "2026-03-09T12:00:00+01:00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Schedule {
    calendar: Calendar,
    // Behind an `Arc`, so that a long batch holds no lock.
    timeline: RwLock<Option<Arc<Timeline>>>,
}

impl Schedule {
    /// Reads a schedule; `default_zone` serves when the document names no zone.
    ///
    /// # Errors
    /// All problems of the document at once: an unknown zone, hours that overlap, a holiday that can never be, no hours at all, …
    pub fn new(document: &ScheduleDocument, default_zone: Option<&str>) -> Result<Self, Errors> {
        Self::versions(std::slice::from_ref(document), default_zone)
    }

    /// The same with versions that hold from a date on, the oldest first: each moment is counted by the version then in force.
    ///
    /// # Errors
    /// As [`new`](Self::new), and when a version has no `from`, comes before the one before it, or has a zone of its own.
    pub fn versions(documents: &[ScheduleDocument], default_zone: Option<&str>) -> Result<Self, Errors> {
        Ok(Self {
            calendar: Calendar::read(documents, default_zone)?,
            timeline: RwLock::new(None),
        })
    }

    /// Returns a schedule with the same hours from Monday to Friday and no holidays.
    ///
    /// # Errors
    /// When the hours or the zone cannot be read.
    pub fn weekdays(hours: &str, zone: &str) -> Result<Self, Errors> {
        let day = || vec![hours.to_owned()];
        let hours = HoursDocument {
            mon: day(),
            tue: day(),
            wed: day(),
            thu: day(),
            fri: day(),
            ..HoursDocument::default()
        };
        Self::new(
            &ScheduleDocument {
                time_zone: Some(zone.to_owned()),
                hours,
                ..ScheduleDocument::default()
            },
            None,
        )
    }

    /// Returns the zone whose clock the hours are read from.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.calendar.zone
    }

    /// Returns the earliest instant at which `time` has been open since `from`: a deadline.
    ///
    /// A deadline that falls on closing time is that closing time, not the next opening. No time at all while closed is the next
    /// opening. None when there is no such instant before 2200.
    #[must_use]
    pub fn add(&self, from: Instant, time: Duration) -> Option<Instant> {
        self.after(from, number::millis(time))
    }

    /// The same by milliseconds.
    fn after(&self, from: Instant, millis: i64) -> Option<Instant> {
        self.ask(from, &|timeline| timeline.after(from.epoch_millis(), millis))
    }

    /// Returns the latest instant from which `time` has been open until `from`; it lands on an opening, never on the close before it.
    ///
    /// No time at all while closed is the close before. None when there is no such instant since 1970.
    #[must_use]
    pub fn subtract(&self, from: Instant, time: Duration) -> Option<Instant> {
        let (at, millis) = (from.epoch_millis(), number::millis(time));
        self.ask(from, &|timeline| {
            if millis > 0 {
                timeline.before(at, millis)
            } else if timeline.is_open(at)? {
                Ok(at)
            } else {
                timeline.close_before(at)
            }
        })
    }

    /// Returns the business time from `from` to `to`, negative when `to` is earlier.
    ///
    /// # Examples
    /// Friday 16:00 to Monday 10:00 in a nine-to-five week is two hours:
    /// ```
    /// # use deskrules::schedule::Schedule;
    /// let office = Schedule::weekdays("09:00-17:00", "Europe/Amsterdam")?;
    /// let from = "2026-03-06T16:00:00+01:00".parse()?;
    /// let to = "2026-03-09T10:00:00+01:00".parse()?;
    /// assert_eq!(office.between(from, to).num_hours(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn between(&self, from: Instant, to: Instant) -> TimeDelta {
        TimeDelta::try_milliseconds(self.millis_between(from, to)).unwrap_or_default()
    }

    fn millis_between(&self, from: Instant, to: Instant) -> i64 {
        let question = |timeline: &Timeline| Ok(timeline.reads(to.epoch_millis())? - timeline.reads(from.epoch_millis())?);
        // INVARIANT: the widest window holds all instants.
        self.within(from, &question).unwrap_or_default()
    }

    /// Says whether `instant` is open time; the closing instant is not.
    #[must_use]
    pub fn is_open(&self, instant: Instant) -> bool {
        self.within(instant, &|timeline| timeline.is_open(instant.epoch_millis()).map(i64::from)) == Some(1)
    }

    /// Returns the earliest open instant at or after `instant`, none when there is none before 2200.
    #[must_use]
    pub fn next_open(&self, instant: Instant) -> Option<Instant> {
        self.after(instant, 0)
    }

    /// Returns the first close after `instant`, none when there is none before 2200.
    #[must_use]
    pub fn next_close(&self, instant: Instant) -> Option<Instant> {
        self.ask(instant, &|timeline| timeline.close_after(instant.epoch_millis()))
    }

    /// Iterates over the open periods from `from` up to `to`, cut at both.
    pub fn periods(&self, from: Instant, to: Instant) -> impl Iterator<Item = Period> {
        let mut at = from;
        std::iter::from_fn(move || {
            let start = self.next_open(at).filter(|start| *start < to)?;
            let end = self.next_close(start).map_or(to, |close| close.min(to));
            at = end;
            Some(Period { start, end })
        })
    }

    /// Iterates over the dates that share time with a stretch and on which a holiday takes the hours away: the whole date, and the
    /// holiday's id and name.
    pub fn holidays(&self, from: Instant, to: Instant) -> impl Iterator<Item = (Period, Option<&str>, &Names)> {
        let zone = self.zone();
        let days = zone.date(from).day..=zone.date(to).day;
        days.filter_map(move |day| {
            let date = Date { day };
            let holiday = self.calendar.holiday(date)?;
            let day = zone.whole(date).filter(|day| day.overlaps(Period { start: from, end: to }))?;
            Some((day, holiday.id.as_deref(), &holiday.name))
        })
    }

    /// Asks for an instant; none outside the range.
    fn ask(&self, near: Instant, question: Question) -> Option<Instant> {
        self.within(near, question).and_then(Instant::from_epoch_millis)
    }

    /// Asks the window of years built so far, and widens it until it can answer; none when the range ends first.
    fn within(&self, near: Instant, question: Question) -> Option<i64> {
        if let Some(timeline) = &*self.built()
            && let Ok(answer) = question(timeline)
        {
            return Some(answer);
        }
        let mut slot = self.timeline.write().unwrap_or_else(PoisonError::into_inner);
        let timeline = slot.get_or_insert_with(|| Arc::new(Timeline::around(&self.calendar, near)));
        loop {
            match question(timeline) {
                Ok(answer) => return Some(answer),
                Err(side) => *timeline = Arc::new(timeline.widened(&self.calendar, side)?),
            }
        }
    }

    /// The window of years built so far; none before the first question.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn built(&self) -> RwLockReadGuard<'_, Option<Arc<Timeline>>> {
        self.timeline.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the window of years built so far, the first one around an instant.
    fn window(&self, near: Instant) -> Option<Arc<Timeline>> {
        self.within(near, &|_| Ok(0))?;
        self.built().clone()
    }
}

/// A question to a window of years; what is missing is on one of its sides.
type Question<'a> = &'a dyn Fn(&Timeline) -> Result<i64, Beyond>;
