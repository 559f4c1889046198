//! Random schedules: shifts, nights, holidays by every rule and special hours, close to an instant that is worth asking about.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    dead_code,
    missing_docs,
    reason = "a test may, and each test binary uses its part"
)]

use std::collections::BTreeMap;

use deskrules::schedule::names;
use jiff::ToSpan as _;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::calendar::{Calendar, DAY, Holiday, On, Shift, easter, monday_zero};
use super::oracle::{END, clock_changes, local_date};

/// What the instants are close to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    ClockChange,
    Midnight,
    YearEnd,
    FirstDays,
    LastDays,
    Anything,
}

/// Zones where something is odd: half hours, quarters, a skipped day, changes at midnight, seconds, two hours, fasting months.
const ODD: [&str; 18] = [
    "Africa/Casablanca",
    "Africa/Cairo",
    "Africa/Monrovia",
    "America/Havana",
    "America/Sao_Paulo",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Amsterdam",
    "Europe/Dublin",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kwajalein",
];

/// Seconds between the times at which shifts may begin and end.
const UNITS: [i64; 9] = [3600, 3600, 1800, 900, 300, 60, 60, 15, 1];

/// A calendar and an instant in seconds, close to which things happen.
pub fn calendar_near(near: Near) -> impl Strategy<Value = (Calendar, i64)> {
    let every: Vec<&'static str> = names().collect();
    let zone = prop_oneof![select(every), select(&ODD[..])];
    let week = (0..8u8, vec(day(), 7));
    let holidays = vec((0..5u8, any::<Index>(), any::<u16>(), vec(any::<Index>(), 3), 0..8u8), 0..5);
    let overrides = vec((-4..9i64, day()), 0..4);
    let place = any::<u64>();
    (zone, select(&UNITS[..]), week, holidays, overrides, place).prop_map(move |(zone, unit, week, holidays, overrides, place)| {
        let around = instant(near, zone, place);
        let today = local_date(zone, around);
        let mut calendar = Calendar {
            zone: zone.to_owned(),
            week: hours_of_week(week.0, &week.1, unit),
            holidays: holidays.into_iter().map(|raw| holiday(today, &raw)).collect(),
            overrides: overrides
                .iter()
                .map(|(days, raw)| (today + days.days(), shifts(raw, unit, DAY)))
                .collect(),
        };
        if calendar.week.iter().chain(calendar.overrides.values()).all(Vec::is_empty) {
            calendar.week[monday_zero(today)].push(Shift { start: 0, end: DAY });
        }
        (calendar, around)
    })
}

/// Boundaries, as fractions of the day, and how far the last shift reaches past midnight.
type RawDay = (Vec<u16>, u16);

fn day() -> impl Strategy<Value = RawDay> {
    (vec(any::<u16>(), 0..6), prop_oneof![Just(0u16), any::<u16>()])
}

/// An instant in seconds that is close to what is wanted; random bits choose among them.
fn instant(near: Near, zone: &str, bits: u64) -> i64 {
    let pick = |count: usize| usize::try_from(bits % u64::try_from(count.max(1)).expect("a count")).expect("an index");
    let any = i64::try_from(bits % 7_258_118_400).expect("in range");
    let years = i64::try_from(bits % 230).expect("a year");
    let at = match near {
        Near::ClockChange => clock_changes(zone).get(pick(clock_changes(zone).len())).copied().unwrap_or(any),
        Near::Midnight => any / DAY * DAY,
        Near::YearEnd => (Date::constant(1970, 1, 1) + years.years() - Date::constant(1970, 1, 1))
            .get_days()
            .into(),
        Near::FirstDays => any % (4 * DAY),
        Near::LastDays => END - 1 - any % (4 * DAY),
        Near::Anything => any,
    };
    if near == Near::YearEnd { (at * DAY).min(END - 1) } else { at }
}

fn hours_of_week(kind: u8, raw: &[RawDay], unit: i64) -> [Vec<Shift>; 7] {
    let mut week: [Vec<Shift>; 7] = std::array::from_fn(|_| Vec::new());
    // From Sunday back, so that each day's last shift knows what it must not run into; Sunday keeps clear of the whole of Monday.
    let mut room = 0;
    for weekday in (0..7).rev() {
        week[weekday] = match kind {
            0 => vec![Shift { start: 0, end: DAY }],
            1 if weekday < 5 => vec![Shift {
                start: 9 * 3600,
                end: 17 * 3600,
            }],
            2 => vec![Shift {
                start: 22 * 3600,
                end: DAY + 6 * 3600,
            }],
            1 | 3 => Vec::new(),
            _ => shifts(&raw[weekday], unit, room),
        };
        room = week[weekday].first().map_or(DAY, |shift| shift.start);
    }
    week
}

/// Shifts between pairs of boundaries, the last one past midnight by at most `room`.
fn shifts((boundaries, past): &RawDay, unit: i64, room: i64) -> Vec<Shift> {
    let mut times: Vec<i64> = boundaries
        .iter()
        .map(|raw| i64::from(*raw) * (DAY / unit) / 65_535 * unit)
        .collect();
    times.sort_unstable();
    let mut shifts: Vec<Shift> = times
        .chunks_exact(2)
        .filter(|pair| pair[0] < pair[1])
        .map(|pair| Shift {
            start: pair[0],
            end: pair[1],
        })
        .collect();
    if let Some(last) = shifts.last_mut() {
        // A shift is shorter than a day.
        let most = room.min(last.start - 1).max(0);
        let past = i64::from(*past) * (most / unit) / 65_535 * unit;
        if past > 0 {
            last.end = DAY + past;
        }
    }
    shifts
}

type RawHoliday = (u8, Index, u16, Vec<Index>, u8);

/// A holiday whose rule names a day close to `today`, this year or not.
fn holiday(today: Date, (kind, days, year, shift, years): &RawHoliday) -> Holiday {
    let day = today + (i64::try_from(days.index(9)).expect("days") - 3).days();
    let weekday = monday_zero(day);
    let from_easter = i64::from((day - easter(day.year())).get_days());
    let on = match kind {
        0 => On::Once(day),
        1 if (-90..=240).contains(&from_easter) => On::Easter(from_easter),
        2 => On::Nth(weekday, usize::try_from((day.day() - 1) / 7 + 1).expect("a week"), day.month()),
        3 => On::Last(weekday, day.month()),
        _ => On::Yearly(day.month(), day.day()),
    };
    let moves = shift.iter().skip(1).map(|by| {
        let by = i64::try_from(by.index(9)).expect("days") - 4;
        (shift[0].index(7), by)
    });
    let moves: BTreeMap<usize, i64> = match years % 3 {
        0 => BTreeMap::new(),
        // Moves this very day, or some other.
        1 => moves.map(|(_, by)| (weekday, by)).collect(),
        _ => moves.collect(),
    };
    let around = day.year() - 3 + i16::try_from(year % 6).expect("years");
    Holiday {
        on,
        shift: moves,
        from: (years & 1 == 1).then_some(around.max(0)),
        until: (years & 2 == 2).then_some(around.max(0) + i16::try_from(year % 4).expect("years")),
        every_years: (years & 5 == 5).then_some(1 + i16::try_from(year / 7 % 5).expect("years")),
    }
}
