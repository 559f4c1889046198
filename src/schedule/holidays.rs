//! Holidays by rule: a fixed date, so many days from Easter, the nth weekday of a month, or a single date.

use super::date::Date;
use super::document::{HolidayDocument, Names};
use super::error::{Error, Problem};
use crate::cut::cut;
use crate::json::{digits, shown};

pub(super) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Names a day in each year, or in some.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Holiday {
    pub(super) id: Option<String>,
    pub(super) name: Names,
    on: Rule,
    /// By how many days which weekday moves, 0 for Monday.
    shift: Vec<(i64, i8)>,
    years: std::ops::RangeInclusive<i32>,
    every: i32,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Rule {
    Once(Date),
    Yearly {
        month: u32,
        day: u32,
    },
    /// Days after Easter Sunday, negative before it.
    Easter(i64),
    /// Weeks 1 to 5; none for the last one of the month.
    Weekday {
        weekday: i64,
        week: Option<u8>,
        month: u32,
    },
}

impl Holiday {
    /// Reads a holiday; every problem found goes to `problems`, with its path below `path`.
    pub(super) fn read(document: &HolidayDocument, path: &str, problems: &mut Vec<Error>) -> Option<Self> {
        let before = problems.len();
        let impossible = |why| Problem::ImpossibleHoliday(document.on.clone(), why);
        let on = rule(&document.on)
            .map_err(|problem| problems.push(problem.at(format!("{path}.on"))))
            .ok();
        let mut shift = Vec::new();
        for (day, by) in &document.shift {
            match weekday(day) {
                Some(day) => shift.push((day, *by)),
                None => problems.push(impossible("a shift is for `mon` to `sun`").at(format!("{path}.shift.{day}"))),
            }
        }
        let from = i32::from(document.from.unwrap_or(0));
        let until = document.until.map_or(i32::MAX, i32::from);
        if from > until {
            problems.push(impossible("`from` is after `until`").at(format!("{path}.until")));
        }
        let every = document.every_years.map_or(1, i32::from);
        if every == 0 || (document.every_years.is_some() && document.from.is_none()) {
            problems.push(impossible("`everyYears` counts from the year in `from`, by 1 or more").at(format!("{path}.everyYears")));
        }
        (problems.len() == before).then_some(Self {
            id: document.id.clone(),
            name: document.name.clone(),
            on: on?,
            shift,
            years: from..=until,
            every,
        })
    }

    /// Returns the day that the rule names for `year`, which a shift may move into the year before or after.
    pub(super) fn date(&self, year: i32) -> Option<Date> {
        if !self.years.contains(&year) || (year - self.years.start()) % self.every != 0 {
            return None;
        }
        let date = match self.on {
            Rule::Once(date) => (date.year() == year).then_some(date)?,
            Rule::Yearly { month, day } => Date::new(year, month, day)?,
            Rule::Easter(days) => easter(year)?.plus(days),
            Rule::Weekday { weekday, week, month } => Date::weekday_of_month(year, month, weekday, week)?,
        };
        let by = self.shift.iter().find(|(day, _)| *day == date.weekday()).map_or(0, |(_, by)| *by);
        Some(date.plus(i64::from(by)))
    }
}

/// Reads `mon` to `sun`; 0 is Monday.
fn weekday(name: &str) -> Option<i64> {
    (0..).zip(WEEKDAYS).find(|(_, known)| *known == name).map(|(day, _)| day)
}

fn rule(text: &str) -> Result<Rule, Problem> {
    let unreadable = || Problem::NotAHolidayRule(shown(text));
    let impossible = |why| Err(Problem::ImpossibleHoliday(text.to_owned(), why));
    if let Some(days) = text.strip_prefix("easter") {
        let days = if days.is_empty() {
            0
        } else {
            let number = |days| digits(days).map(i64::from);
            let days = match days.split_at_checked(1) {
                Some(("+", days)) => number(days),
                Some(("-", days)) => number(days).map(|days| -days),
                _ => None,
            };
            days.ok_or_else(unreadable)?
        };
        return if (-100..=250).contains(&days) {
            Ok(Rule::Easter(days))
        } else {
            impossible("that is not within the year around Easter")
        };
    }
    let (day, rest) = cut(text, b" ");
    if let Some((week, Some(month))) = rest.map(|rest| cut(rest, b" ")) {
        let weekday = weekday(day).ok_or_else(unreadable)?;
        let month = (1..)
            .zip(MONTHS)
            .find(|(_, known)| *known == month)
            .map(|(number, _)| number)
            .ok_or_else(unreadable)?;
        let week = if week == "last" {
            None
        } else {
            Some(digits(week).ok_or_else(unreadable)?)
        };
        let week = match week {
            None => None,
            Some(week @ 1..=5) => u8::try_from(week).ok(),
            Some(_) => return impossible("a month has a weekday four or five times"),
        };
        return Ok(Rule::Weekday { weekday, week, month });
    }
    if let Some(date) = date(text) {
        return Ok(Rule::Once(date));
    }
    // A leap year shows every day that there can be.
    let (month, day) = cut(text, b"-");
    let day = day.filter(|_| text.len() == 5).and_then(digits);
    let (month, day) = digits(month).zip(day).ok_or_else(unreadable)?;
    match Date::new(2000, month, day) {
        Some(_) => Ok(Rule::Yearly { month, day }),
        None => impossible("no year has that day"),
    }
}

/// Reads `2026-05-15`.
pub(super) fn date(text: &str) -> Option<Date> {
    let (year, rest) = cut(text, b"-");
    let (month, day) = cut(rest.filter(|_| text.len() == 10)?, b"-");
    Date::new(i32::try_from(digits(year)?).ok()?, digits(month)?, digits(day?)?)
}

/// Returns Easter Sunday of a Gregorian year, by the rule of the moon that Meeus and others published.
fn easter(year: i32) -> Option<Date> {
    let golden = year % 19;
    let century = year / 100;
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    // The moon's month has 29 days and a half, so the last of 30 days is the one before it, and so is that one in the later years of a cycle.
    let moon = correction - i32::from(correction == 29 || correction == 28 && golden > 10);
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let days = moon - weekday;
    let month = 3 + (days + 40) / 44;
    let day = days + 28 - 31 * (month / 4);
    Date::new(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}
