//! The calendar: which local hours each date has, from week, holidays and special hours.

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};

use super::document::ScheduleDocument;
use super::error::{Error, Errors, Problem};
use super::holidays::{self, Holiday};
use super::hours::{DAY_SECONDS, Shift};
use super::instant::DAY;
use super::zone::{Zone, epoch_days};
use crate::json::shown;
use crate::order::sorted;

/// An open stretch in epoch milliseconds, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: i64,
    pub(super) end: i64,
}

/// Week, holidays and special hours in one zone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Calendar {
    pub(super) zone: Zone,
    week: [Vec<Shift>; 7],
    holidays: Vec<Holiday>,
    // INVARIANT: sorted by date, in days since 1970-01-01.
    overrides: Vec<(i64, Vec<Shift>)>,
}

impl Calendar {
    /// Reads a document; `default_zone` serves when it names no zone.
    pub(super) fn read(document: &ScheduleDocument, default_zone: Option<&str>) -> Result<Self, Errors> {
        let mut problems = Vec::new();
        let zone = zone(document.time_zone.as_deref().or(default_zone))
            .map_err(|problem| problems.push(problem.at("timeZone")))
            .ok();
        let week = document
            .hours
            .days()
            .map(|(day, hours)| shifts(hours, &format!("hours.{day}"), &mut problems));
        overlapping_tails(&week, &document.hours.days(), &mut problems);
        let holidays: Vec<_> = (0..)
            .zip(&document.holidays)
            .filter_map(|(index, holiday)| Holiday::read(holiday, &format!("holidays[{index}]"), &mut problems))
            .collect();
        let mut overrides: Vec<(i64, Vec<Shift>)> = Vec::new();
        for (date, hours) in &document.overrides {
            let path = format!("overrides.{date}");
            let shifts = shifts(hours, &path, &mut problems);
            match holidays::date(date) {
                Some(date) => overrides.push((epoch_days(date), shifts)),
                None => problems.push(Problem::NotADate(date.clone()).at(path)),
            }
        }
        if problems.is_empty() && week.iter().chain(overrides.iter().map(|(_, shifts)| shifts)).all(Vec::is_empty) {
            problems.push(Problem::NeverOpen.at("hours"));
        }
        let day = |index: usize| overrides.get(index).map(|(day, _)| *day);
        let order = sorted(overrides.len(), &|a, b| day(a).cmp(&day(b)));
        let overrides = order.into_iter().filter_map(|index| overrides.get(index).cloned()).collect();
        match zone {
            Some(zone) if problems.is_empty() => Ok(Self {
                zone,
                week,
                holidays,
                overrides,
            }),
            _ => Err(Errors(problems)),
        }
    }

    /// Returns the open stretches of the local dates from 1 January of `first` to 31 December of `last`, cut to `within`; sorted and apart.
    pub(super) fn stretches(&self, first: i32, last: i32, within: Range<i64>) -> Vec<Stretch> {
        let days = year_start(first) - 1..year_start(last + 1);
        let closed = self.closed(first, last);
        let mut readings = self.zone.readings();
        let mut overrides = self.overrides.iter().map(|(day, shifts)| (*day, shifts)).peekable();
        while overrides.next_if(|(day, _)| *day < days.start).is_some() {}
        let mut stretches: Vec<Stretch> = Vec::new();
        for (day, week) in days.clone().zip(self.week.iter().cycle().skip(weekday(days.start))) {
            let shifts = match overrides.next_if(|(special, _)| *special == day) {
                Some((_, shifts)) => shifts,
                None if closed.holds(day) => continue,
                None => week,
            };
            for shift in shifts {
                let mut close = shift.end;
                if shift.is_overnight() && (closed.holds(day + 1) || overrides.peek().is_some_and(|(special, _)| *special == day + 1)) {
                    close = DAY_SECONDS;
                }
                let open = readings.first(day * DAY + i64::from(shift.start) * 1000).max(within.start);
                let close = readings.first(day * DAY + i64::from(close) * 1000).min(within.end);
                match stretches.last_mut() {
                    _ if open >= close => {}
                    Some(last) if open <= last.end => last.end = last.end.max(close),
                    _ => stretches.push(Stretch { start: open, end: close }),
                }
            }
        }
        stretches
    }

    /// Returns the first instant of a local year, in epoch milliseconds.
    pub(super) fn bound(&self, year: i32) -> i64 {
        self.zone.readings().first(year_start(year) * DAY)
    }

    /// Returns the holiday that takes a date's hours away; none when the date has special hours or would have none anyway.
    pub(super) fn holiday(&self, date: NaiveDate) -> Option<&Holiday> {
        let day = epoch_days(date);
        let special = self.overrides.binary_search_by_key(&day, |(day, _)| *day).is_ok();
        if special || self.week.get(weekday(day)).is_none_or(Vec::is_empty) {
            return None;
        }
        // A shift may move a day over the end of its year.
        let years = date.year() - 1..=date.year() + 1;
        let names = |holiday: &&Holiday| years.clone().any(|year| holiday.date(year) == Some(date));
        self.holidays.iter().find(names)
    }

    /// Returns the holidays of those years and the days around them.
    fn closed(&self, first: i32, last: i32) -> DaySet {
        let mut days = DaySet::new(year_start(first - 1)..year_start(last + 2));
        for year in first - 1..=last + 1 {
            for date in self.holidays.iter().filter_map(|holiday| holiday.date(year)) {
                days.hold(epoch_days(date));
            }
        }
        days
    }
}

/// Some of the days since `first`, in days since 1970-01-01.
struct DaySet {
    first: i64,
    held: Vec<bool>,
}

impl DaySet {
    fn new(days: Range<i64>) -> Self {
        Self {
            first: days.start,
            held: vec![false; usize::try_from(days.end - days.start).unwrap_or_default()],
        }
    }

    fn hold(&mut self, day: i64) {
        let held = usize::try_from(day - self.first).ok().and_then(|index| self.held.get_mut(index));
        if let Some(held) = held {
            *held = true;
        }
    }

    fn holds(&self, day: i64) -> bool {
        usize::try_from(day - self.first).is_ok_and(|index| self.held.get(index) == Some(&true))
    }
}

/// The day of the week, 0 for Monday: 1970 began on a Thursday.
fn weekday(day: i64) -> usize {
    usize::try_from((day + 3).rem_euclid(7)).unwrap_or_default()
}

/// Days from 1970-01-01 to 1 January of `year`.
fn year_start(year: i32) -> i64 {
    NaiveDate::from_yo_opt(year, 1).map_or(0, epoch_days)
}

fn zone(name: Option<&str>) -> Result<Zone, Problem> {
    let name = name.ok_or(Problem::MissingZone)?;
    Zone::named(name).ok_or_else(|| Problem::UnknownZone {
        name: shown(name),
        nearest: Zone::nearest(name),
    })
}

/// Reads the hours of one day, sorted; an overlap is a problem.
fn shifts(hours: &[String], path: &str, problems: &mut Vec<Error>) -> Vec<Shift> {
    let mut shifts: Vec<Shift> = Vec::new();
    if hours.len() > Problem::MOST_HOURS {
        problems.push(Problem::TooManyHours(hours.len()).at(path));
        return shifts;
    }
    for (index, text) in hours.iter().enumerate() {
        match text.parse::<Shift>() {
            Err(problem) => problems.push(problem.at(format!("{path}[{index}]"))),
            Ok(shift) => match shifts.iter().find(|other| other.overlaps(shift)) {
                Some(other) => {
                    let problem = Problem::OverlappingHours {
                        hours: text.clone(),
                        other: other.to_string(),
                    };
                    problems.push(problem.at(format!("{path}[{index}]")));
                }
                None => shifts.insert(shifts.partition_point(|known| *known < shift), shift),
            },
        }
    }
    shifts
}

/// A shift past midnight must not reach into the hours of the next day.
fn overlapping_tails(week: &[Vec<Shift>; 7], days: &[(&str, &[String]); 7], problems: &mut Vec<Error>) {
    let next_days = week.iter().cycle().skip(1);
    let next_names = days.iter().cycle().skip(1);
    for ((shifts, next), (name, texts)) in week.iter().zip(next_days).zip(next_names) {
        let Some((shift, tail)) = shifts.last().and_then(|shift| Some((shift, shift.tail()?))) else {
            continue;
        };
        let Some(other) = next.first().filter(|other| other.overlaps(tail)) else {
            continue;
        };
        let index = texts.iter().position(|text| text.parse() == Ok(*other)).unwrap_or_default();
        let problem = Problem::OverlappingHours {
            hours: other.to_string(),
            other: shift.to_string(),
        };
        problems.push(problem.at(format!("hours.{name}[{index}]")));
    }
}
