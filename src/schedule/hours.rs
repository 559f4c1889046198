//! Hours of a day: `09:00-17:00`, `22:00-06:00` past midnight, `00:00-24:00` the day round.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::error::Problem;
use super::instant::push_digits;
use crate::cut::cut;
use crate::json::{digits, shown};

/// Seconds in a day of 24 hours.
pub(super) const DAY_SECONDS: u32 = 86_400;

/// A stretch of local time that starts on one day and may end on the next.
///
/// # Examples
/// ```
/// use deskrules::schedule::Shift;
/// let night: Shift = "22:00-06:00".parse()?;
/// assert!(night.is_overnight());
/// # Ok::<(), deskrules::schedule::Problem>(())
/// ```
// INVARIANT: start < DAY_SECONDS, start < end <= start + DAY_SECONDS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shift {
    /// Seconds since the midnight at which its day begins.
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Shift {
    /// Says whether it ends on the day after the one it starts on.
    #[must_use]
    pub fn is_overnight(self) -> bool {
        self.end > DAY_SECONDS
    }

    /// Says whether it ends a minute or a second before midnight, where midnight was probably meant.
    #[must_use]
    pub fn stops_short_of_midnight(self) -> bool {
        (DAY_SECONDS - 60..DAY_SECONDS).contains(&self.end)
    }

    pub(super) fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same shift as the day after its own sees it, none when it ends before that day.
    pub(super) fn tail(self) -> Option<Self> {
        self.is_overnight().then(|| Self {
            start: 0,
            end: self.end - DAY_SECONDS,
        })
    }
}

impl FromStr for Shift {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let unreadable = || Problem::NotHours(shown(text));
        let (start, Some(end)) = cut(text, b"-") else {
            return Err(unreadable());
        };
        let start = time(start.trim_ascii())
            .filter(|start| *start < DAY_SECONDS)
            .ok_or_else(unreadable)?;
        let end = time(end.trim_ascii()).ok_or_else(unreadable)?;
        let end = match end.cmp(&start) {
            Ordering::Equal => return Err(Problem::EmptyHours(text.to_owned())),
            Ordering::Less => end + DAY_SECONDS,
            Ordering::Greater => end,
        };
        Ok(Self { start, end })
    }
}

/// Reads `09:00`, `09:00:30` or `24:00` as seconds since midnight.
fn time(text: &str) -> Option<u32> {
    let mut seconds = 0;
    let mut rest = Some(text);
    for (unit, most) in [(3600, 24), (60, 59), (1, 59)] {
        let Some(text) = rest else {
            if unit == 1 {
                break;
            }
            return None;
        };
        let (part, others) = cut(text, b":");
        rest = others;
        if part.len() != 2 {
            return None;
        }
        seconds += digits(part).filter(|number| *number <= most)? * unit;
    }
    (rest.is_none() && seconds <= DAY_SECONDS).then_some(seconds)
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        push_time(&mut text, self.start);
        text.push('-');
        push_time(&mut text, if self.is_overnight() { self.end - DAY_SECONDS } else { self.end });
        f.write_str(&text)
    }
}

/// Writes seconds since midnight as `09:00`, or as `09:00:30` where it is not a whole minute.
fn push_time(text: &mut String, seconds: u32) {
    push_digits(text, i64::from(seconds / 3600), 2);
    text.push(':');
    push_digits(text, i64::from(seconds / 60 % 60), 2);
    if !seconds.is_multiple_of(60) {
        text.push(':');
        push_digits(text, i64::from(seconds % 60), 2);
    }
}
