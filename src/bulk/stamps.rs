//! Instants as text, fast: the date and the offset of each local day are made once.

use super::scan::head;
use super::sheet::Pen;
use crate::schedule::{Instant, Zone};

/// How many days are remembered; a power of two.
const DAYS: usize = 2048;

/// A day, or the part of one between clock changes.
#[derive(Clone, Copy, Default)]
struct Day {
    from: i64,
    /// The first instant after it.
    until: i64,
    /// When its local clock reads 0:00, or would.
    midnight: i64,
    /// `2026-11-` and `24T`.
    date: [u64; 2],
    /// `+01:00`.
    offset: u64,
}

/// The days of a zone that were asked for.
pub(super) struct Stamps<'a> {
    zone: &'a Zone,
    days: Box<[Day; DAYS]>,
}

impl<'a> Stamps<'a> {
    pub(super) fn new(zone: &'a Zone) -> Option<Self> {
        let days = vec![Day::default(); DAYS].into_boxed_slice().try_into().ok()?;
        Some(Self { zone, days })
    }

    /// Writes an instant as the zone's [`Stamp`](crate::schedule::Stamp) is written.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn write(&mut self, at: i64, pen: &mut Pen) {
        // Days by UTC, nearly: a multiplication in place of a division by 86,400,000.
        let key = (((at.cast_unsigned() >> 10) * 1_667_999_862) >> 47) as usize % DAYS;
        let Some(day) = self.days.get(key) else { return };
        let day = if at >= day.from && at < day.until {
            *day
        } else {
            self.learn(at, key)
        };
        let millis = u32::try_from(at - day.midnight).unwrap_or_default();
        let (seconds, milli) = (millis / 1000, millis % 1000);
        let (minutes, second) = (seconds / 60, seconds % 60);
        let (hour, minute) = (minutes / 60, minutes % 60);
        pen.word(day.date[0], 8);
        pen.word(day.date[1] | two(hour) << 24 | u64::from(b':') << 40 | two(minute) << 48, 8);
        let second = u64::from(b':') | two(second) << 8;
        if milli == 0 {
            pen.word(second, 3);
        } else {
            let hundreds = u64::from(b'0' | (milli / 100).to_le_bytes()[0]);
            pen.word(second | u64::from(b'.') << 24 | hundreds << 32 | two(milli % 100) << 40, 7);
        }
        pen.word(day.offset, 6);
    }

    #[cold]
    #[inline(never)]
    fn learn(&mut self, at: i64, key: usize) -> Day {
        let Some(instant) = Instant::from_epoch_millis(at) else {
            return Day::default();
        };
        let text = self.zone.stamp(instant).to_string();
        let part = |from: usize, to: usize| head(text.as_bytes().get(from..to).unwrap_or_default());
        let (from, until, midnight) = self.zone.local_day(instant);
        let end = text.len();
        let day = Day {
            from,
            until,
            midnight,
            date: [part(0, 8), part(8, 11)],
            offset: part(end - 6, end),
        };
        if let Some(slot) = self.days.get_mut(key) {
            *slot = day;
        }
        day
    }
}

/// Two digits.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
fn two(number: u32) -> u64 {
    let tens = (number * 205) >> 11;
    u64::from(0x3030 | tens | (number - tens * 10) << 8)
}
