//! A schedule as the oracle has it, its holidays found by other means than the engine's, and the document that the engine reads of it.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    dead_code,
    missing_docs,
    reason = "a test may, and each test binary uses its part"
)]

use std::collections::BTreeMap;
use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

pub const DAY: i64 = 86_400;
pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
pub const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A shift in seconds since the midnight of the date that it starts on; an end after 24:00 is on the next date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shift {
    pub start: i64,
    pub end: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    Once(Date),
    Yearly(i8, i8),
    Easter(i64),
    /// Monday is 0.
    Nth(usize, usize, i8),
    Last(usize, i8),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    pub on: On,
    pub shift: BTreeMap<usize, i64>,
    pub from: Option<i16>,
    pub until: Option<i16>,
    pub every_years: Option<i16>,
}

#[derive(Debug, Clone)]
pub struct Calendar {
    pub zone: String,
    /// Monday first.
    pub week: [Vec<Shift>; 7],
    pub holidays: Vec<Holiday>,
    pub overrides: BTreeMap<Date, Vec<Shift>>,
}

/// The Paschal full moons of 1900 to 2199, by golden number, as prayer books print them.
const FULL_MOONS: [(i8, i8); 19] = [
    (4, 14),
    (4, 3),
    (3, 23),
    (4, 11),
    (3, 31),
    (4, 18),
    (4, 8),
    (3, 28),
    (4, 16),
    (4, 5),
    (3, 25),
    (4, 13),
    (4, 2),
    (3, 22),
    (4, 10),
    (3, 30),
    (4, 17),
    (4, 7),
    (3, 27),
];

/// The Sunday after the full moon.
pub fn easter(year: i16) -> Date {
    if year == 2200 {
        return date(2200, 4, 6);
    }
    let (month, day) = FULL_MOONS[usize::try_from(year % 19).expect("a year")];
    let days_after = (1..=7).map(|days| date(year, month, day) + days.days());
    days_after
        .into_iter()
        .find(|day| day.weekday() == Weekday::Sunday)
        .expect("a Sunday")
}

impl Holiday {
    /// The day that the rule names in a year, moved as it says.
    pub fn date(&self, year: i16) -> Option<Date> {
        let every = self.every_years.unwrap_or(1);
        let since = year - self.from.unwrap_or(0);
        if since < 0 || since % every != 0 || self.until.is_some_and(|until| year > until) {
            return None;
        }
        let days_of = |month: i8, weekday: usize| {
            (1..=31)
                .filter_map(move |day| Date::new(year, month, day).ok())
                .filter(move |day| monday_zero(*day) == weekday)
        };
        let named = match self.on {
            On::Once(day) => (day.year() == year).then_some(day),
            On::Yearly(month, day) => Date::new(year, month, day).ok(),
            On::Easter(days) => Some(easter(year) + days.days()),
            On::Nth(weekday, nth, month) => days_of(month, weekday).nth(nth - 1),
            On::Last(weekday, month) => days_of(month, weekday).max(),
        }?;
        let by = self.shift.get(&monday_zero(named)).copied().unwrap_or(0);
        Some(named + by.days())
    }
}

pub fn monday_zero(day: Date) -> usize {
    usize::try_from(day.weekday().to_monday_zero_offset()).expect("a weekday")
}

struct Time(i64);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60)?;
        match self.0 % 60 {
            0 => Ok(()),
            seconds => write!(f, ":{seconds:02}"),
        }
    }
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.end > DAY { self.end - DAY } else { self.end };
        write!(f, "\"{}-{}\"", Time(self.start), Time(end))
    }
}

impl fmt::Display for On {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Once(day) => write!(f, "{day}"),
            Self::Yearly(month, day) => write!(f, "{month:02}-{day:02}"),
            Self::Easter(days) => write!(f, "easter{days:+}"),
            Self::Nth(weekday, nth, month) => write!(f, "{} {nth} {}", WEEKDAYS[weekday], month_name(month)),
            Self::Last(weekday, month) => write!(f, "{} last {}", WEEKDAYS[weekday], month_name(month)),
        }
    }
}

fn month_name(month: i8) -> &'static str {
    MONTHS[usize::try_from(month - 1).expect("a month")]
}

impl fmt::Display for Holiday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{ \"on\": \"{}\"", self.on)?;
        if !self.shift.is_empty() {
            let moved = self.shift.iter().map(|(day, by)| format!("\"{}\": {by}", WEEKDAYS[*day]));
            write!(f, ", \"shift\": {{ {} }}", moved.collect::<Vec<_>>().join(", "))?;
        }
        for (name, value) in [("from", self.from), ("until", self.until), ("everyYears", self.every_years)] {
            if let Some(value) = value {
                write!(f, ", \"{name}\": {value}")?;
            }
        }
        write!(f, " }}")
    }
}

/// The schedule document.
impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |shifts: &[Shift]| shifts.iter().map(Shift::to_string).collect::<Vec<_>>().join(", ");
        let days = WEEKDAYS.iter().zip(&self.week).filter(|(_, shifts)| !shifts.is_empty());
        let days: Vec<String> = days.map(|(day, shifts)| format!("\"{day}\": [{}]", list(shifts))).collect();
        let holidays: Vec<String> = self.holidays.iter().map(Holiday::to_string).collect();
        let special = self.overrides.iter().map(|(day, shifts)| format!("\"{day}\": [{}]", list(shifts)));
        writeln!(f, "{{ \"timeZone\": \"{}\",", self.zone)?;
        writeln!(f, "  \"hours\": {{ {} }},", days.join(", "))?;
        writeln!(f, "  \"holidays\": [{}],", holidays.join(", "))?;
        write!(f, "  \"overrides\": {{ {} }} }}", special.collect::<Vec<_>>().join(", "))
    }
}
