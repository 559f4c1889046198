//! Business time by numbers: one at a time for loops, and whole lists at once.

use std::sync::Arc;

use super::error::{Error, Problem};
use super::instant::Instant;
use super::timeline::{Timeline, View};
use super::{Schedule, number};

impl Schedule {
    /// Returns what [`add`](Self::add) does, all in numbers: epoch milliseconds and seconds; NaN when there is no such instant.
    ///
    /// # Errors
    /// When `instant` is no whole number or out of range, or `seconds` is negative, NaN or endless.
    pub fn add_number(&self, instant: f64, seconds: f64) -> Result<f64, Error> {
        let at = number::one_instant(instant).map_err(|problem| problem.at("instant"))?;
        let time = number::one_duration(seconds).map_err(|problem| problem.at("seconds"))?;
        Ok(self.due(at, time))
    }

    /// Returns what [`between`](Self::between) does, all in numbers: epoch milliseconds, and seconds in return.
    ///
    /// # Errors
    /// When `from` or `to` is no whole number or out of range.
    pub fn between_number(&self, from: f64, to: f64) -> Result<f64, Error> {
        let from = number::one_instant(from).map_err(|problem| problem.at("from"))?;
        let to = number::one_instant(to).map_err(|problem| problem.at("to"))?;
        Ok(self.seconds_between(from, to))
    }

    /// The instant at which so much time has been open since `at`, NaN for none.
    pub(crate) fn due(&self, at: i64, time: i64) -> f64 {
        let due = Instant::from_epoch_millis(at).and_then(|from| self.after(from, time));
        due.map_or(f64::NAN, |due| number::of(due.epoch_millis()))
    }

    fn seconds_between(&self, from: i64, to: i64) -> f64 {
        let ends = Instant::from_epoch_millis(from).zip(Instant::from_epoch_millis(to));
        number::of(ends.map_or(0, |(from, to)| self.millis_between(from, to))) / 1000.0
    }

    /// Adds business time to each of `instants`, in place: `seconds` of the same index.
    ///
    /// Instants are epoch milliseconds; one that has no answer in range becomes NaN. See [`add`](Self::add).
    ///
    /// # Examples
    /// Friday and Saturday 16:00 plus two hours are Monday 10:00 and 11:00 in a nine-to-five week:
    /// ```
    /// # use deskrules::schedule::Schedule;
    /// let office = Schedule::weekdays("09:00-17:00", "UTC")?;
    /// let mut instants = [1_772_812_800_000.0, 1_772_899_200_000.0];
    /// office.add_batch(&mut instants, &[7200.0, 7200.0])?;
    /// assert_eq!(instants, [1_773_050_400_000.0, 1_773_054_000_000.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When the lengths differ, or at the first number that is no instant or no duration; the instants are then as they were.
    pub fn add_batch(&self, instants: &mut [f64], seconds: &[f64]) -> Result<(), Error> {
        check_length(seconds.len(), "seconds", instants.len(), "instants")?;
        check_instants(instants, "instants")?;
        check_durations(seconds)?;
        let mut done = 0;
        // Asking one by one widens the window; then the window alone answers, up to the next that it misses.
        while let (Some(instant), Some(time)) = (instants.get_mut(done), seconds.get(done)) {
            let at = number::whole(*instant);
            *instant = self.due(at, number::duration(*time).0);
            done += 1;
            if let (Some(clock), Some(instants), Some(seconds)) = (self.clock(at), instants.get_mut(done..), seconds.get(done..)) {
                done += clock.add_each(instants, seconds);
            }
        }
        Ok(())
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
        let mut done = 0;
        while let (Some(start), Some(end)) = (from.get(done), to.get_mut(done)) {
            let at = number::whole(*start);
            *end = self.seconds_between(at, number::whole(*end));
            done += 1;
            if let (Some(clock), Some(from), Some(to)) = (self.clock(at), from.get(done..), to.get_mut(done..)) {
                done += clock.between_each(from, to);
            }
        }
        Ok(())
    }

    /// Returns the window built so far, for many questions in a row; the first one around `at`.
    pub(crate) fn clock(&self, at: i64) -> Option<Clock> {
        self.window(Instant::from_epoch_millis(at)?).map(Clock)
    }
}

/// A window of years of a schedule's clock.
pub(crate) struct Clock(Arc<Timeline>);

impl Clock {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(crate) fn view(&self) -> View<'_> {
        self.0.view()
    }

    /// Adds times to instants, up to the first that the window misses; answers how many.
    fn add_each(&self, instants: &mut [f64], seconds: &[f64]) -> usize {
        let view = self.view();
        let mut answered = 0;
        for (instant, seconds) in instants.iter_mut().zip(seconds) {
            let Some(open) = view.clock(number::whole(*instant)) else { break };
            let Some(due) = view.earliest(open, number::duration(*seconds).0) else {
                break;
            };
            *instant = number::of(due);
            answered += 1;
        }
        answered
    }

    /// Counts the seconds between instants, up to the first that the window misses; answers how many.
    fn between_each(&self, from: &[f64], to: &mut [f64]) -> usize {
        let view = self.view();
        let mut answered = 0;
        for (from, to) in from.iter().zip(to) {
            let Some(seconds) = view.seconds(number::whole(*from), number::whole(*to)) else {
                break;
            };
            *to = seconds;
            answered += 1;
        }
        answered
    }
}

impl View<'_> {
    /// Returns what [`Schedule::add_number`] does; none when this window cannot answer, for whatever reason.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "for single calls from JavaScript"))]
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(crate) fn add(self, instant: f64, seconds: f64) -> Option<f64> {
        // What is no instant at all is in no window.
        let ((at, is_whole), (time, is_short)) = (number::near(instant), number::short(seconds));
        if !(is_whole & is_short) {
            return None;
        }
        let open = self.clock(at)?;
        self.earliest(open, time).map(number::of)
    }

    /// Returns what [`Schedule::between_number`] does; none when this window cannot answer, for whatever reason.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "for single calls from JavaScript"))]
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(crate) fn between(self, from: f64, to: f64) -> Option<f64> {
        let ((from, is_from), (to, is_to)) = (number::near(from), number::near(to));
        if is_from & is_to { self.seconds(from, to) } else { None }
    }

    /// Returns two deadlines; it looks `instant` up once. Not any number of them: the build for size would make that a loop.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(crate) fn two_dues(self, instant: f64, times: (i64, i64)) -> Option<(f64, f64)> {
        let (first, second) = self.two_instants(number::whole(instant), times)?;
        Some((number::of(first), number::of(second)))
    }

    /// The same in whole milliseconds.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(crate) fn two_instants(self, instant: i64, times: (i64, i64)) -> Option<(i64, i64)> {
        let open = self.clock(instant)?;
        let first = self.earliest(open, times.0)?;
        let second = self.earliest(open, times.1)?;
        Some((first, second))
    }

    /// Returns the business seconds from `from` to `to`; none when one of them is not in the window.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn seconds(self, from: i64, to: i64) -> Option<f64> {
        let from = self.clock(from)?;
        let to = self.clock(to)?;
        Some(number::of(to - from) / 1000.0)
    }
}

/// Refuses the first number of a list that is no instant.
pub(crate) fn check_instants(instants: &[f64], name: &str) -> Result<(), Error> {
    // All of them first, without a branch for each; which one it was is looked up only when there is one.
    if instants.iter().fold(true, |good, instant| good & number::instant(*instant).1) {
        return Ok(());
    }
    first_problem(instants, name, number::one_instant)
}

/// Refuses the first number of a list that is no duration.
fn check_durations(seconds: &[f64]) -> Result<(), Error> {
    if seconds.iter().fold(true, |good, seconds| good & number::duration(*seconds).1) {
        return Ok(());
    }
    first_problem(seconds, "seconds", number::one_duration)
}

#[cold]
fn first_problem(numbers: &[f64], name: &str, read: fn(f64) -> Result<i64, Problem>) -> Result<(), Error> {
    let mut problems = numbers
        .iter()
        .enumerate()
        .filter_map(|(index, number)| Some((index, read(*number).err()?)));
    let first = problems.next();
    first.map_or(Ok(()), |(index, problem)| Err(problem.at(format!("{name}[{index}]"))))
}

/// Refuses a list of another length than the one it belongs to.
pub(crate) fn check_length(length: usize, name: &str, expected: usize, of: &'static str) -> Result<(), Error> {
    if length == expected {
        return Ok(());
    }
    Err(Problem::UnequalLengths { length, expected, of }.at(name))
}
