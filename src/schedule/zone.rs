//! Time zones: what the local clock reads at an instant, and when it first reads a time.

use super::Period;
use super::date::Date;
use super::instant::{DAY, Instant, Stamp};
use crate::cut::{cut, cut_last};
use crate::json::shown;

#[expect(clippy::unreadable_literal, reason = "generated")]
mod table {
    use super::{Rule, RuleDay};
    include!(concat!(env!("OUT_DIR"), "/zones.rs"));
}

/// Two clock changes a year, offsets in seconds east of UTC.
struct Rule {
    standard: i32,
    summer: i32,
    start: RuleDay,
    end: RuleDay,
}

/// A weekday of a month (week 5 is the last, weekday 0 is Sunday) and the seconds of local time since its midnight.
struct RuleDay {
    month: u32,
    week: u8,
    weekday: i64,
    seconds: i32,
}

impl RuleDay {
    /// Returns the milliseconds of local time at which the clock changes in `year`.
    fn local(&self, year: i32) -> Option<i64> {
        let week = (self.week < 5).then_some(self.week);
        let date = Date::weekday_of_month(year, self.month, self.weekday + 6, week)?;
        Some(date.day * DAY + i64::from(self.seconds) * 1000)
    }
}

/// From `at` on the local clock is `offset` ahead of UTC; both in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    at: i64,
    offset: i64,
}

/// A zone of the IANA time-zone data, exact from 1970 to 2199.
///
/// # Examples
/// ```
/// use deskrules::schedule::Zone;
/// let amsterdam = Zone::named("Europe/Amsterdam").ok_or("no such zone")?;
/// let summer = "2026-07-01T12:00:00Z".parse()?;
/// assert_eq!(amsterdam.stamp(summer).to_string(), "2026-07-01T14:00:00+02:00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    name: &'static str,
    // INVARIANT: sorted by `at`; the first holds since ever.
    changes: Vec<Change>,
}

impl Zone {
    /// Returns the zone with exactly that IANA name, none when the data does not have it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (mut body, mut next) = (0, 0);
        let mut zones = names().zip(table::ALIASES);
        let name = zones.find_map(|(known, alias)| {
            body = if alias == 0 { next } else { usize::from(alias) - 1 };
            next += usize::from(alias == 0);
            (known == name).then_some(known)
        })?;
        let seconds = |index: u8| table::SECONDS.get(usize::from(index)).map(|seconds| i64::from(*seconds) * 1000);
        let mut days = table::DAYS.iter();
        let (mut begun, mut changes, mut rule) = (0, Vec::new(), None);
        let (mut local, mut offset) = (0, 0);
        for step in table::STEP {
            let days = count(&mut days)?;
            let (rest, by) = *table::STEPS.get(usize::from(step))?;
            if days == 0 {
                // A history begins: the rule that goes on after it, and the first offset.
                if begun > body {
                    break;
                }
                begun += 1;
                rule = table::RULES.get(usize::from(rest));
                offset = seconds(by)?;
                changes.clear();
                changes.push(Change { at: i64::MIN, offset });
            } else if begun > body {
                // The days and more that the clock before the change has gone since the last one.
                local += days * DAY + seconds(rest)?;
                let at = local - offset;
                offset += seconds(by)?;
                changes.push(Change { at, offset });
            }
        }
        if let Some(rule) = rule {
            follow(rule, &mut changes);
        }
        Some(Self { name, changes })
    }

    /// Returns coordinated universal time.
    #[must_use]
    pub fn utc() -> Self {
        Self {
            name: "UTC",
            changes: vec![Change { at: i64::MIN, offset: 0 }],
        }
    }

    /// Returns the known name that resembles `name` most, none when none does.
    #[must_use]
    pub fn nearest(name: &str) -> Option<&'static str> {
        let asked = shown(name).to_ascii_lowercase();
        // A city alone is as good as its whole name, but for a tie.
        let distance = |known: &str| {
            let known = known.to_ascii_lowercase();
            let whole = strsim::osa_distance(&known, &asked);
            whole.min(strsim::osa_distance(city(&known), city(&asked)) + 1)
        };
        let mut nearest = None;
        let mut least = 2 + city(&asked).len() / 3;
        for known in names() {
            let distance = distance(known);
            if distance < least {
                (nearest, least) = (Some(known), distance);
            }
        }
        nearest
    }

    /// Returns the IANA name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns how far the local clock is ahead of UTC at `instant`, in seconds.
    #[must_use]
    pub fn offset(&self, instant: Instant) -> i32 {
        let index = self.changes.partition_point(|change| change.at <= instant.epoch_millis());
        let offset = self.changes.get(index.saturating_sub(1)).map_or(0, |change| change.offset);
        i32::try_from(offset / 1000).unwrap_or_default()
    }

    /// Returns `instant` as text of this zone.
    #[must_use]
    pub fn stamp(&self, instant: Instant) -> Stamp {
        instant.stamp(self.offset(instant))
    }

    /// Returns the part of a local day around `instant` in which the offset stays the same: its start, the first instant after it, and
    /// when that clock reads midnight, in epoch milliseconds; by the offset as [`stamp`](Self::stamp) writes it.
    pub(crate) fn local_day(&self, instant: Instant) -> (i64, i64, i64) {
        let at = instant.epoch_millis();
        let index = self.changes.partition_point(|change| change.at <= at);
        let change = |index: usize| self.changes.get(index).map(|change| change.at);
        let offset = instant.stamp(self.offset(instant)).offset_millis();
        let midnight = at - (at + offset).rem_euclid(DAY);
        let end = midnight + DAY;
        let from = change(index.saturating_sub(1)).map_or(midnight, |change| change.max(midnight));
        let until = change(index).map_or(end, |change| change.min(end));
        (from, until, midnight)
    }

    /// Returns the date that the local clock shows at `instant`.
    #[must_use]
    pub fn date(&self, instant: Instant) -> Date {
        let local = instant.epoch_millis() + i64::from(self.offset(instant)) * 1000;
        Date {
            day: local.div_euclid(DAY),
        }
    }

    /// Returns the whole of a date like `2026-12-24` in this zone, none when the text is no date or not all of it lies in 1970 to 2199.
    #[must_use]
    pub fn day(&self, date: &str) -> Option<Period> {
        self.whole(super::holidays::date(date)?)
    }

    /// The same of a date that was read.
    pub(super) fn whole(&self, date: Date) -> Option<Period> {
        let day = date.day;
        let mut readings = self.readings();
        let start = Instant::from_epoch_millis(readings.first(day * DAY))?;
        let end = Instant::from_epoch_millis(readings.first((day + 1) * DAY))?;
        Some(Period { start, end })
    }

    /// Reads the local clock at one time after another.
    pub(super) fn readings(&self) -> Readings<'_> {
        Readings {
            changes: &self.changes,
            from: 0,
        }
    }
}

/// Finds when the local clock first reads a time; at once for the next one, as slow as it is far for any other.
pub(super) struct Readings<'a> {
    changes: &'a [Change],
    // INVARIANT: an index of `changes`.
    from: usize,
}

impl Readings<'_> {
    /// Returns the first instant, in epoch milliseconds, at which the local clock reads `local` or later.
    pub(super) fn first(&mut self, local: i64) -> i64 {
        // No offset reaches 26 hours, so no earlier stretch can answer.
        let sure = local - 26 * 3_600_000;
        let holds = |index: usize| self.changes.get(index).is_some_and(|change| change.at <= sure);
        while holds(self.from + 1) {
            self.from += 1;
        }
        while self.from > 0 && !holds(self.from) {
            self.from -= 1;
        }
        let mut stretches = self.changes.iter().skip(self.from).peekable();
        while let Some(stretch) = stretches.next() {
            let at = (local - stretch.offset).max(stretch.at);
            if stretches.peek().is_none_or(|next| at < next.at) {
                return at;
            }
        }
        local
    }
}

/// Reads a number of days: one byte, or an escape and two, low half first.
fn count(days: &mut std::slice::Iter<'_, u8>) -> Option<i64> {
    match *days.next()? {
        0xff => Some(i64::from(*days.next()?) | i64::from(*days.next()?) << 8),
        days => Some(i64::from(days)),
    }
}

/// The part of a zone's name behind the last slash.
fn city(name: &str) -> &str {
    cut_last(name, b"/").1
}

/// Returns the release of the IANA time-zone data that is built in, like `2026a`.
#[must_use]
pub fn zone_data() -> &'static str {
    table::RELEASE
}

/// Iterates over the names of all zones, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    let mut rest = Some(table::NAMES);
    std::iter::from_fn(move || {
        let (name, others) = cut(rest?, b"\n");
        rest = others;
        Some(name)
    })
}

/// Writes the rule's clock changes behind the last one of the table, to the end of the range.
fn follow(rule: &Rule, changes: &mut Vec<Change>) {
    let last = changes.last().map_or(0, |change| change.at.max(0));
    let year = Date { day: last / DAY }.year();
    for year in year..=2200 {
        let (standard, summer) = (i64::from(rule.standard) * 1000, i64::from(rule.summer) * 1000);
        let start = rule.start.local(year).map(|local| Change {
            at: local - standard,
            offset: summer,
        });
        let end = rule.end.local(year).map(|local| Change {
            at: local - summer,
            offset: standard,
        });
        let (Some(start), Some(end)) = (start, end) else { continue };
        let both = if start.at < end.at { [start, end] } else { [end, start] };
        for change in both {
            if change.at > last {
                changes.push(change);
            }
        }
    }
}
