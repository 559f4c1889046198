//! Instants: a millisecond between 1970 and 2199, read from RFC 3339 text with an offset or from epoch milliseconds.

use std::fmt;
use std::str::FromStr;

use super::date::Date;
use super::error::Problem;
use crate::json::{FromJson, Json, Reading, ToJson, Writer, number, shown};

/// Milliseconds in a day of 24 hours.
pub(super) const DAY: i64 = 86_400_000;

/// A moment in time, to the millisecond, from 1970-01-01T00:00:00Z up to but not including 2200-01-01T00:00:00Z.
///
/// # Examples
/// ```
/// use deskrules::schedule::Instant;
/// let noon: Instant = "2026-11-24T12:00:00+01:00".parse()?;
/// assert_eq!(noon.epoch_millis(), 1_795_518_000_000);
/// assert!("2026-11-24T12:00:00".parse::<Instant>().is_err(), "which noon?");
/// # Ok::<(), deskrules::schedule::Problem>(())
/// ```
// INVARIANT: 0 <= millis < END.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The first millisecond that is out of range: 2200-01-01T00:00:00Z.
    pub(super) const END: i64 = 7_258_118_400_000;

    /// The last millisecond of the range.
    pub const LAST: Self = Self(Self::END - 1);

    /// Returns the instant that much elapsed time later, none when it is out of range.
    #[must_use]
    pub fn after(self, time: std::time::Duration) -> Option<Self> {
        Self::from_epoch_millis(self.0.checked_add(i64::try_from(time.as_millis()).ok()?)?)
    }

    /// Returns the instant that many milliseconds after 1970-01-01T00:00:00Z, none outside 1970 to 2199.
    #[must_use]
    pub fn from_epoch_millis(millis: i64) -> Option<Self> {
        (0..Self::END).contains(&millis).then_some(Self(millis))
    }

    /// Returns the instant that many milliseconds after 1970-01-01T00:00:00Z, as JavaScript counts them.
    ///
    /// # Errors
    /// When the number is not whole or lies outside 1970 to 2199.
    pub fn from_epoch_number(millis: f64) -> Result<Self, Problem> {
        if !millis.is_finite() || millis.fract() != 0.0 {
            return Err(Problem::NotWholeMilliseconds(number(millis)));
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a float outside i64 saturates, and is then out of range"
        )]
        Self::from_epoch_millis(millis as i64).ok_or_else(|| Problem::InstantOutOfRange(number(millis)))
    }

    /// Returns the milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn epoch_millis(self) -> i64 {
        self.0
    }

    /// Returns the text of this instant `offset` seconds east of UTC, rounded to the minute as RFC 3339 wants it.
    pub(super) fn stamp(self, offset: i32) -> Stamp {
        Stamp {
            instant: self,
            minutes: (offset + 30).div_euclid(60),
        }
    }
}

impl FromStr for Instant {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let (local, rest) = local(text).ok_or_else(|| Problem::NotAnInstant(shown(text)))?;
        let offset = match rest.as_bytes() {
            b"" => return Err(Problem::InstantWithoutOffset(shown(text))),
            b"Z" | b"z" => 0,
            [b'+', rest @ ..] => minutes_of_offset(rest).ok_or_else(|| Problem::NotAnInstant(shown(text)))?,
            [b'-', rest @ ..] => -minutes_of_offset(rest).ok_or_else(|| Problem::NotAnInstant(shown(text)))?,
            _ => return Err(Problem::NotAnInstant(shown(text))),
        };
        Self::from_epoch_millis(local - offset * 60_000).ok_or_else(|| Problem::InstantOutOfRange(shown(text)))
    }
}

/// Reads `2026-11-24`, `2026-11-24T10:00` or `2026-11-24T10:00:00.250` as if in UTC; answers the milliseconds and the text that is left.
fn local(text: &str) -> Option<(i64, &str)> {
    let mut cursor = Cursor(text.as_bytes());
    let year = cursor.number(4)?;
    let month = cursor.skip(b'-').then(|| cursor.number(2))??;
    let day = cursor.skip(b'-').then(|| cursor.number(2))??;
    let date = Date::new(i32::try_from(year).ok()?, month, day)?;
    let mut seconds = 0;
    let mut millis = 0;
    if cursor.skip(b'T') || cursor.skip(b't') || cursor.skip(b' ') {
        let hour = cursor.number(2)?;
        let minute = cursor.skip(b':').then(|| cursor.number(2))??;
        let second = if cursor.skip(b':') { cursor.number(2)? } else { 0 };
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        seconds = hour * 3600 + minute * 60 + second;
        if cursor.skip(b'.') {
            millis = cursor.fraction()?;
        }
    }
    Some((
        date.day * DAY + i64::from(seconds) * 1000 + i64::from(millis),
        text.get(text.len() - cursor.0.len()..)?,
    ))
}

/// Reads `01:00` or `0100` as minutes.
fn minutes_of_offset(text: &[u8]) -> Option<i64> {
    let mut cursor = Cursor(text);
    let hours = cursor.number(2)?;
    cursor.skip(b':');
    let minutes = cursor.number(2)?;
    (cursor.0.is_empty() && hours < 24 && minutes < 60).then_some(i64::from(hours * 60 + minutes))
}

/// The bytes still to be read.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    /// Takes that byte when it comes next.
    fn skip(&mut self, byte: u8) -> bool {
        let rest = self.0.strip_prefix(&[byte]);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// Takes exactly `digits` digits.
    fn number(&mut self, digits: usize) -> Option<u32> {
        let (taken, rest) = self.0.split_at_checked(digits)?;
        self.0 = rest;
        taken.iter().try_fold(0, |number, byte| {
            byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0'))
        })
    }

    /// Takes the digits after a decimal point, one at least; what is finer than a millisecond is dropped.
    fn fraction(&mut self) -> Option<u32> {
        let count = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        let digit = |at: usize| taken.get(at).map_or(0, |byte| u32::from(byte - b'0'));
        (count > 0).then(|| digit(0) * 100 + digit(1) * 10 + digit(2))
    }
}

impl FromJson for Instant {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        let instant = match json {
            Json::Text(text) => text.parse(),
            Json::Number(millis) => Self::from_epoch_number(*millis),
            other => {
                return reading.wrong("an instant: RFC 3339 text with an offset, or epoch milliseconds", other);
            }
        };
        match instant {
            Ok(instant) => *self = instant,
            Err(problem) => reading.note(problem.code(), problem.to_string()),
        }
    }
    fn blank() -> Self {
        Self(0)
    }
}

impl ToJson for Instant {
    /// As text in UTC.
    fn to_json(&self, out: &mut Writer) {
        self.stamp(0).to_json(out);
    }
}

/// An instant as text in a zone: `2026-11-24T10:00:00+01:00`, with milliseconds only where there are any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    instant: Instant,
    /// East of UTC.
    minutes: i32,
}

impl Stamp {
    /// Returns the instant itself.
    #[must_use]
    pub fn instant(self) -> Instant {
        self.instant
    }

    /// How far it is ahead of UTC as it is written, in milliseconds.
    pub(super) fn offset_millis(self) -> i64 {
        i64::from(self.minutes) * 60_000
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = i64::from(self.minutes);
        let local = self.instant.0 + minutes * 60_000;
        let (day, time) = (local.div_euclid(DAY), local.rem_euclid(DAY));
        let (second, milli) = (time / 1000, time % 1000);
        let mut text = Date { day }.to_string();
        for (mark, number) in [('T', second / 3600), (':', second / 60 % 60), (':', second % 60)] {
            text.push(mark);
            push_digits(&mut text, number, 2);
        }
        if milli != 0 {
            text.push('.');
            push_digits(&mut text, milli, 3);
        }
        text.push(if minutes < 0 { '-' } else { '+' });
        push_digits(&mut text, minutes.abs() / 60, 2);
        text.push(':');
        push_digits(&mut text, minutes.abs() % 60, 2);
        f.write_str(&text)
    }
}

/// Writes the last `width` digits of a number.
pub(super) fn push_digits(text: &mut String, number: i64, width: u32) {
    for place in (0..width).rev() {
        let digit = number / 10_i64.pow(place) % 10;
        text.extend(u32::try_from(digit).ok().and_then(|digit| char::from_digit(digit, 10)));
    }
}

impl ToJson for Stamp {
    fn to_json(&self, out: &mut Writer) {
        out.string(&self.to_string());
    }
}
