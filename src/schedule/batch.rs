//! Business time by numbers: one at a time for loops, and whole lists at once.

use std::sync::Arc;

use super::error::{Error, Problem};
use super::instant::Instant;
use super::timeline::Timeline;
use super::{Schedule, number};

impl Schedule {
    /// Returns what [`add`](Self::add) does, all in numbers: epoch milliseconds and seconds; NaN when there is no such instant.
    ///
    /// # Errors
    /// When `instant` is no whole number or out of range, or `seconds` is negative, NaN or endless.
    #[inline]
    pub fn add_number(&self, instant: f64, seconds: f64) -> Result<f64, Error> {
        let ((at, is_instant), (time, is_duration)) = (number::instant(instant), number::duration(seconds));
        if !is_instant {
            return Err(number::no_instant(instant).at("instant"));
        }
        if !is_duration {
            return Err(Problem::NotADuration(seconds.to_string()).at("seconds"));
        }
        let due = Instant::from_epoch_millis(at).and_then(|from| self.after(from, time));
        Ok(due.map_or(f64::NAN, |due| number::of(due.epoch_millis())))
    }

    /// Returns what [`between`](Self::between) does, all in numbers: epoch milliseconds, and seconds in return.
    ///
    /// # Errors
    /// When `from` or `to` is no whole number or out of range.
    #[inline]
    pub fn between_number(&self, from: f64, to: f64) -> Result<f64, Error> {
        let ((start, is_from), (end, is_to)) = (number::instant(from), number::instant(to));
        if !is_from {
            return Err(number::no_instant(from).at("from"));
        }
        if !is_to {
            return Err(number::no_instant(to).at("to"));
        }
        let ends = Instant::from_epoch_millis(start).zip(Instant::from_epoch_millis(end));
        Ok(number::of(ends.map_or(0, |(from, to)| self.millis_between(from, to))) / 1000.0)
    }

    /// Adds business time to each of `instants`, in place: `seconds` of the same index, or the same for all when there is only one.
    ///
    /// Instants are epoch milliseconds; one that has no answer in range becomes NaN. See [`add`](Self::add).
    ///
    /// # Examples
    /// Friday and Saturday 16:00 plus two hours are Monday 10:00 and 11:00 in a nine-to-five week:
    /// ```
    /// # use deskrules::schedule::Schedule;
    /// let office = Schedule::weekdays("09:00-17:00", "UTC")?;
    /// let mut instants = [1_772_812_800_000.0, 1_772_899_200_000.0];
    /// office.add_batch(&mut instants, &[7200.0])?;
    /// assert_eq!(instants, [1_773_050_400_000.0, 1_773_054_000_000.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When the lengths differ, or at the first number that is no instant or no duration; the instants are then as they were.
    pub fn add_batch(&self, instants: &mut [f64], seconds: &[f64]) -> Result<(), Error> {
        check_instants(instants, "instants")?;
        let bad = seconds.iter().fold(false, |bad, seconds| bad | !number::duration(*seconds).1);
        if bad && let Some(index) = seconds.iter().position(|seconds| !number::duration(*seconds).1) {
            let seconds = seconds.get(index).copied().unwrap_or(f64::NAN);
            return Err(Problem::NotADuration(seconds.to_string()).at(format!("seconds[{index}]")));
        }
        if let [seconds] = *seconds {
            let time = number::duration(seconds).0;
            self.add_each(instants, std::iter::repeat(time));
            return Ok(());
        }
        check_length(seconds.len(), "seconds", instants.len(), "instants")?;
        self.add_each(instants, seconds.iter().map(|seconds| number::duration(*seconds).0));
        Ok(())
    }

    fn add_each(&self, instants: &mut [f64], times: impl Iterator<Item = i64>) {
        let Some(mut clock) = instants.first().and_then(|first| Clock::new(self, *first)) else {
            return;
        };
        for (instant, time) in instants.iter_mut().zip(times) {
            [*instant] = clock.add(*instant, [time]);
        }
    }

    /// Turns each of `to` into the business seconds since the one of `from` with the same index, negative when it is earlier.
    ///
    /// Instants are epoch milliseconds. See [`between`](Self::between).
    ///
    /// # Errors
    /// When the lengths differ, or at the first number that is no instant; `to` is then as it was.
    pub fn between_batch(&self, from: &[f64], to: &mut [f64]) -> Result<(), Error> {
        check_length(to.len(), "to", from.len(), "from")?;
        check_instants(from, "from")?;
        check_instants(to, "to")?;
        let Some(mut clock) = from.first().and_then(|first| Clock::new(self, *first)) else {
            return Ok(());
        };
        for (from, to) in from.iter().zip(to) {
            *to = clock.between(*from, *to);
        }
        Ok(())
    }
}

/// A schedule and the window of its clock, for many questions in a row that have been checked.
pub(crate) struct Clock<'a> {
    schedule: &'a Schedule,
    window: Arc<Timeline>,
}

impl<'a> Clock<'a> {
    /// Returns the clock with a window around an instant, or a wider one.
    pub(crate) fn new(schedule: &'a Schedule, near: f64) -> Option<Self> {
        let window = schedule.window(Instant::from_epoch_number(near).ok()?)?;
        Some(Self { schedule, window })
    }

    /// Returns the instants at which so much time has been open since `instant`, NaN when there is none.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(crate) fn add<const N: usize>(&mut self, instant: f64, times: [i64; N]) -> [f64; N] {
        let at = number::instant(instant).0;
        if let Ok(open) = self.window.clock(at) {
            let mut dues = [0; N];
            let mut all = true;
            for (due, time) in dues.iter_mut().zip(times) {
                match self.window.earliest(open, time) {
                    Ok(found) if found < Instant::END => *due = found,
                    _ => all = false,
                }
            }
            if all {
                return dues.map(number::of);
            }
        }
        self.add_outside(at, times)
    }

    /// The same, outside the window: it is wider afterwards.
    #[cold]
    #[inline(never)]
    fn add_outside<const N: usize>(&mut self, at: i64, times: [i64; N]) -> [f64; N] {
        let Some(from) = Instant::from_epoch_millis(at) else {
            return [f64::NAN; N];
        };
        let dues = times.map(|time| {
            let due = self.schedule.after(from, time);
            due.map_or(f64::NAN, |due| number::of(due.epoch_millis()))
        });
        self.refresh(from);
        dues
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn between(&mut self, from: f64, to: f64) -> f64 {
        let (from, to) = (number::instant(from).0, number::instant(to).0);
        let millis = match (self.window.clock(from), self.window.clock(to)) {
            (Ok(from), Ok(to)) => to - from,
            _ => self.between_outside(from, to),
        };
        number::of(millis) / 1000.0
    }

    #[cold]
    #[inline(never)]
    fn between_outside(&mut self, from: i64, to: i64) -> i64 {
        let ends = Instant::from_epoch_millis(from).zip(Instant::from_epoch_millis(to));
        ends.map_or(0, |(from, to)| {
            let millis = self.schedule.millis_between(from, to);
            self.refresh(from);
            millis
        })
    }

    fn refresh(&mut self, near: Instant) {
        if let Some(window) = self.schedule.window(near) {
            self.window = window;
        }
    }
}

/// Refuses the first number of a list that is no instant.
pub(crate) fn check_instants(instants: &[f64], name: &str) -> Result<(), Error> {
    // All of them first, without a branch for each; which one it was is looked up only when there is one.
    if !instants.iter().fold(false, |bad, instant| bad | !number::instant(*instant).1) {
        return Ok(());
    }
    let found = instants.iter().enumerate().find(|(_, instant)| !number::instant(**instant).1);
    found.map_or(Ok(()), |(index, instant)| {
        Err(number::no_instant(*instant).at(format!("{name}[{index}]")))
    })
}

/// Refuses a list of another length than the one it belongs to.
pub(crate) fn check_length(length: usize, name: &str, expected: usize, of: &'static str) -> Result<(), Error> {
    if length == expected {
        return Ok(());
    }
    Err(Problem::UnequalLengths { length, expected, of }.at(name))
}
