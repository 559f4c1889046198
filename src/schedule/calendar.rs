//! The calendar: which local hours each date has, from week, holidays and special hours.

use std::ops::{Range, RangeInclusive};

use super::date::Date;
use super::document::ScheduleDocument;
use super::error::{Error, Errors, Problem};
use super::holidays::{self, Holiday};
use super::hours::{DAY_SECONDS, Shift};
use super::instant::DAY;
use super::zone::Zone;
use crate::json::shown;
use crate::order::sorted;

/// An open stretch in epoch milliseconds, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: i64,
    pub(super) end: i64,
}

/// Weeks, holidays and special hours in one zone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Calendar {
    pub(super) zone: Zone,
    /// Each with the day since 1970-01-01 from which it holds. INVARIANT: sorted by it; never none.
    weeks: Vec<(i64, Week)>,
    /// Each with the days of its version.
    holidays: Vec<(Range<i64>, Holiday)>,
    // INVARIANT: sorted by date, in days since 1970-01-01.
    overrides: Vec<(i64, Vec<Shift>)>,
}

/// The shifts of Monday to Sunday.
type Week = [Vec<Shift>; 7];

impl Calendar {
    /// Reads the versions of a schedule, the oldest first; `default_zone` serves when the first names no zone.
    pub(super) fn read(documents: &[ScheduleDocument], default_zone: Option<&str>) -> Result<Self, Errors> {
        let mut problems = Vec::new();
        let place = |index: usize, path: &str| match documents {
            [_] => path.to_owned(),
            _ => format!("[{index}].{path}"),
        };
        let named = documents.first().and_then(|first| first.time_zone.as_deref());
        let zone = zone(named.or(default_zone))
            .map_err(|problem| problems.push(problem.at(place(0, "timeZone"))))
            .ok();
        let starts = starts(documents, &mut problems, &place);
        let (mut weeks, mut holidays, mut overrides) = (Vec::new(), Vec::new(), Vec::new());
        for (index, document) in documents.iter().enumerate() {
            let first = starts.get(index).copied().unwrap_or(i64::MIN);
            let days = first..starts.get(index + 1).copied().unwrap_or(i64::MAX);
            if document.time_zone.is_some() && document.time_zone.as_deref() != named {
                problems.push(Problem::OtherZone.at(place(index, "timeZone")));
            }
            let mut week = Week::default();
            for (slot, (day, hours)) in week.iter_mut().zip(document.hours.days()) {
                *slot = shifts(hours, &place(index, &format!("hours.{day}")), &mut problems);
            }
            overlapping_tails(&week, &document.hours.days(), &place(index, "hours"), &mut problems);
            weeks.push((first, week));
            for (at, holiday) in document.holidays.iter().enumerate() {
                let read = Holiday::read(holiday, &place(index, &format!("holidays[{at}]")), &mut problems);
                holidays.extend(read.map(|holiday| (days.clone(), holiday)));
            }
            for (date, hours) in &document.overrides {
                let path = place(index, &format!("overrides.{date}"));
                let shifts = shifts(hours, &path, &mut problems);
                match holidays::date(date).map(|date| date.day) {
                    Some(day) if days.contains(&day) => overrides.push((day, shifts)),
                    Some(_) => problems.push(Problem::OtherVersion(date.clone()).at(path)),
                    None => problems.push(Problem::NotADate(date.clone()).at(path)),
                }
            }
        }
        let closed = |(_, shifts): &(i64, Vec<Shift>)| shifts.is_empty();
        let idle = |(_, week): &(i64, Week)| week.iter().all(Vec::is_empty);
        if problems.is_empty() && overrides.iter().all(closed) && weeks.iter().all(idle) {
            problems.push(Problem::NeverOpen.at(place(0, "hours")));
        }
        let day = |index: usize| overrides.get(index).map(|(day, _)| *day);
        let order = sorted(overrides.len(), &|a, b| day(a).cmp(&day(b)));
        let mut sorted_overrides = Vec::with_capacity(order.len());
        for index in order {
            sorted_overrides.extend(overrides.get_mut(index).map(std::mem::take));
        }
        match zone {
            Some(zone) if problems.is_empty() => Ok(Self {
                zone,
                weeks,
                holidays,
                overrides: sorted_overrides,
            }),
            _ => Err(Errors(problems)),
        }
    }

    /// Returns the open stretches of the local dates from 1 January of `first` to 31 December of `last`, cut to `within`; sorted and apart.
    pub(super) fn stretches(&self, first: i32, last: i32, within: Range<i64>) -> Vec<Stretch> {
        let days = year_start(first) - 1..year_start(last + 1);
        let closed = self.closed(days.clone(), first - 1..=last + 1);
        let mut readings = self.zone.readings();
        let mut overrides = self.overrides.iter().map(|(day, shifts)| (*day, shifts)).peekable();
        while overrides.next_if(|(day, _)| *day < days.start).is_some() {}
        let mut weeks = self.weeks.iter().peekable();
        let mut week: Option<&Week> = None;
        let mut stretches: Vec<Stretch> = Vec::new();
        for (day, weekday) in days.clone().zip((0..7).cycle().skip(weekday(days.start))) {
            while let Some((_, next)) = weeks.next_if(|(from, _)| *from <= day) {
                week = Some(next);
            }
            let shifts = match overrides.next_if(|(special, _)| *special == day) {
                Some((_, shifts)) => shifts,
                None if closed.holds(day) => continue,
                None => match week.and_then(|week| week.get(weekday)) {
                    Some(shifts) => shifts,
                    None => continue,
                },
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
    pub(super) fn holiday(&self, date: Date) -> Option<&Holiday> {
        let day = date.day;
        let special = self.overrides.binary_search_by_key(&day, |(day, _)| *day).is_ok();
        let (_, week) = self.weeks.iter().rev().find(|(from, _)| *from <= day)?;
        if special || week.get(weekday(day)).is_none_or(Vec::is_empty) {
            return None;
        }
        // A shift may move a day over the end of its year.
        let years = date.year() - 1..=date.year() + 1;
        let names =
            |(days, holiday): &&(Range<i64>, Holiday)| days.contains(&day) && years.clone().any(|year| holiday.date(year) == Some(date));
        self.holidays.iter().find(names).map(|(_, holiday)| holiday)
    }

    /// Returns those of the days that a holiday of the years closes; a shift may move one into the year before or after its own.
    fn closed(&self, days: Range<i64>, years: RangeInclusive<i32>) -> DaySet {
        let mut closed = DaySet::new(days);
        for year in years {
            for (version, holiday) in &self.holidays {
                if let Some(day) = holiday.date(year).map(|date| date.day).filter(|day| version.contains(day)) {
                    closed.hold(day);
                }
            }
        }
        closed
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

/// The day of the week, 0 for Monday.
fn weekday(day: i64) -> usize {
    usize::try_from(Date { day }.weekday()).unwrap_or_default()
}

/// Days from 1970-01-01 to 1 January of `year`.
fn year_start(year: i32) -> i64 {
    Date::new(year, 1, 1).map_or(0, |date| date.day)
}

fn zone(name: Option<&str>) -> Result<Zone, Problem> {
    let name = name.ok_or(Problem::MissingZone)?;
    Zone::named(name).ok_or_else(|| Problem::UnknownZone {
        name: shown(name),
        nearest: Zone::nearest(name),
    })
}

/// Reads the days from which the versions hold: since ever for a first one that does not say.
fn starts(documents: &[ScheduleDocument], problems: &mut Vec<Error>, place: &dyn Fn(usize, &str) -> String) -> Vec<i64> {
    let mut starts: Vec<i64> = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        let start = match &document.from {
            None if index == 0 => Ok(i64::MIN),
            None => Err(Problem::MissingFrom),
            Some(date) => holidays::date(date)
                .map(|date| date.day)
                .ok_or_else(|| Problem::NotADate(date.clone())),
        };
        let start = start.and_then(|start| match starts.last() {
            Some(before) if *before >= start => Err(Problem::UnorderedVersions),
            _ => Ok(start),
        });
        match start {
            Ok(start) => starts.push(start),
            Err(problem) => {
                problems.push(problem.at(place(index, "from")));
                starts.push(i64::MAX);
            }
        }
    }
    starts
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
fn overlapping_tails(week: &Week, days: &[(&str, &[String]); 7], path: &str, problems: &mut Vec<Error>) {
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
        problems.push(problem.at(format!("{path}.{name}[{index}]")));
    }
}
