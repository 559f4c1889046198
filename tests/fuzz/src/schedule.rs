//! Schedules: hours, holidays, special hours, versions and zones, right and wrong ones; and what holds of every clock.

use std::time::Duration;

use deskrules::error::Error;
use deskrules::json::{fit, parse};
use deskrules::schedule::{Instant, Schedule, Versions, names};
use serde_json::{Map, Value, json};

use super::answers::sound_error;
use super::draw::Draw;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS: [&str; 13] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai",
];
/// Zones whose clocks do rare things; any other one time in two.
const RARE: [&str; 10] = [
    "Europe/Amsterdam",
    "Europe/Dublin",
    "Africa/Casablanca",
    "Africa/Monrovia",
    "America/Sao_Paulo",
    "Antarctica/Troll",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Mars/Olympus",
];

pub fn run(input: &[u8]) {
    let mut draw = Draw::new(input);
    let first = draw.instant();
    // Far apart now and then: the years between are built then.
    let other = if draw.once_in(16) { draw.instant() } else { draw.later(first) };
    let instants = [first, other, draw.later(other)];
    let spans = [draw.span(), draw.span()].map(Duration::from_millis);
    let document = document(&mut draw).to_string();
    let Versions(documents) = match parse(&document).map_err(Error::from).and_then(|json| Ok(fit(json)?)) {
        Ok(versions) => versions,
        Err(error) => return sound_error(error.code, &error.path, &error.message),
    };
    match Schedule::versions(&documents, Some("Europe/Amsterdam")) {
        Ok(schedule) => {
            for from in instants {
                for time in spans {
                    deadlines(&schedule, from, time);
                }
                edges(&schedule, from);
            }
            sums(&schedule, instants);
            two_steps(&schedule, instants[0], spans);
            batches(&schedule, instants, spans);
        }
        Err(errors) => {
            assert!(errors.iter().len() > 0, "refused without a word: {document}");
            for error in &errors {
                sound_error(error.problem.code(), &error.path, &error.problem.to_string());
            }
        }
    }
}

pub fn document(draw: &mut Draw) -> Value {
    let versions = draw.byte() % 8;
    if versions < 6 {
        return version(draw, false);
    }
    Value::Array((0..versions - 4).map(|index| version(draw, index > 0)).collect())
}

fn version(draw: &mut Draw, later: bool) -> Value {
    let mut version = Map::new();
    if later {
        version.insert("from".into(), date(draw).into());
    } else if draw.once_in(2) {
        version.insert("timeZone".into(), zone(draw).into());
    }
    let mut hours = Map::new();
    let open = draw.byte() | 1;
    for (index, day) in DAYS.iter().enumerate() {
        if open & (1 << index) != 0 {
            hours.insert((*day).into(), shifts(draw));
        }
    }
    version.insert("hours".into(), hours.into());
    let holidays: Vec<Value> = (0..draw.below(6)).map(|_| holiday(draw)).collect();
    version.insert("holidays".into(), holidays.into());
    let overrides: Map<String, Value> = (0..draw.below(4)).map(|_| (date(draw), shifts(draw))).collect();
    version.insert("overrides".into(), overrides.into());
    version.into()
}

fn zone(draw: &mut Draw) -> String {
    if draw.once_in(2) {
        let all: Vec<&str> = names().collect();
        return (*draw.pick(&all)).to_owned();
    }
    (*draw.pick(&RARE)).to_owned()
}

fn shifts(draw: &mut Draw) -> Value {
    // No bytes give office hours; what is spent otherwise is rare.
    let count = [1, 1, 1, 2, 2, 3, 0, 1][draw.below(8)];
    (0..count).map(|_| shift(draw)).collect()
}

fn shift(draw: &mut Draw) -> Value {
    let kind = draw.byte();
    let (start, length) = match kind % 8 {
        0 => (540, 480),
        1 => (0, 1440),
        2 => (u32::from(draw.byte()) * 5, u32::from(draw.byte()) * 5),
        3 => (u32::from(draw.short()) % 1440, 1 + u32::from(draw.byte())),
        4 => (1320, 480),
        5 => return json!(draw.text(12)),
        6 => (120 + u32::from(draw.byte()) % 60, 30),
        _ => (u32::from(draw.short()) % 1440, u32::from(draw.short()) % 1441),
    };
    let end = start + length;
    // The end of a night is of the next day.
    let end = if end > 1440 { end - 1440 } else { end };
    let second = if kind >= 128 {
        format!(":{:02}", draw.byte() % 61)
    } else {
        String::new()
    };
    json!(format!(
        "{:02}:{:02}{second}-{:02}:{:02}{second}",
        start / 60,
        start % 60,
        end / 60,
        end % 60
    ))
}

fn holiday(draw: &mut Draw) -> Value {
    let on = match draw.byte() % 8 {
        0 => format!("{:02}-{:02}", draw.below(14), draw.below(33)),
        1 => format!("easter{:+}", i32::from(draw.short()) % 400 - 100),
        2 => {
            let (day, week, month) = (*draw.pick(&DAYS), draw.below(7), *draw.pick(&MONTHS));
            if week == 0 {
                format!("{day} last {month}")
            } else {
                format!("{day} {week} {month}")
            }
        }
        3 => date(draw),
        4 => draw.text(12),
        5 => "02-29".to_owned(),
        _ => "12-25".to_owned(),
    };
    if draw.once_in(2) {
        return json!(on);
    }
    let mut rule = json!({ "id": "a", "on": on });
    let kind = draw.byte();
    if kind & 1 != 0 {
        let (day, by) = (*draw.pick(&DAYS), draw.byte().cast_signed() % 9);
        rule["shift"] = json!({ day: by });
    }
    if kind & 2 != 0 {
        rule["from"] = json!(1960 + draw.short() % 300);
    }
    if kind & 4 != 0 {
        rule["until"] = json!(1960 + draw.short() % 300);
    }
    if kind & 8 != 0 {
        rule["everyYears"] = json!(draw.byte() % 12);
    }
    rule
}

fn date(draw: &mut Draw) -> String {
    let (year, month, day) = (draw.short(), draw.below(13), draw.below(33));
    let year = if year % 4 == 0 { 1960 + year % 250 } else { 2025 + year % 3 };
    format!("{year:04}-{month:02}-{day:02}")
}

fn millis(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).expect("short")
}

/// A deadline is as far away as was added, it is open time or a close, and subtracting leads back.
fn deadlines(schedule: &Schedule, from: Instant, time: Duration) {
    let elapsed = |from, to| schedule.between(from, to).num_milliseconds();
    if let Some(due) = schedule.add(from, time) {
        assert!(due >= from, "{due:?} before {from:?}");
        assert_eq!(elapsed(from, due), millis(time), "{from:?} to {due:?}");
        if time.is_zero() {
            assert_eq!(Some(due), schedule.next_open(from));
        } else {
            assert!(schedule.is_open(before(due)), "closed before {due:?}");
            assert_eq!(schedule.subtract(due, time), schedule.next_open(from), "back from {due:?}");
        }
    }
    if let Some(start) = schedule.subtract(from, time) {
        assert!(start <= from, "{start:?} after {from:?}");
        assert_eq!(elapsed(start, from), millis(time), "{start:?} to {from:?}");
        if !time.is_zero() {
            assert!(schedule.is_open(start), "closed at {start:?}");
            let end = schedule.add(start, time).expect("as much was subtracted");
            assert!(end <= from && elapsed(end, from) == 0, "{start:?} to {end:?}");
        }
    }
}

fn before(instant: Instant) -> Instant {
    Instant::from_epoch_millis(instant.epoch_millis() - 1).expect("in range")
}

/// The next opening is open, the next close is closed and open before.
fn edges(schedule: &Schedule, from: Instant) {
    let open = schedule.next_open(from);
    if let Some(open) = open {
        assert!(open >= from && schedule.is_open(open), "{open:?}");
        assert_eq!(schedule.between(from, open).num_milliseconds(), 0, "{open:?}");
    }
    assert_eq!(schedule.is_open(from), open == Some(from), "{from:?}");
    if let Some(close) = schedule.next_close(from) {
        assert!(
            close > from && !schedule.is_open(close) && schedule.is_open(before(close)),
            "{close:?}"
        );
    }
    let stamp = schedule.zone().stamp(from).to_string();
    let read: Instant = stamp.parse().expect("a stamp is read again");
    // Offsets with seconds are written to the minute.
    assert!((read.epoch_millis() - from.epoch_millis()).abs() < 60_000, "{stamp}");
}

/// Times add up, and periods are the time between.
fn sums(schedule: &Schedule, [a, b, c]: [Instant; 3]) {
    let between = |from, to| schedule.between(from, to).num_milliseconds();
    assert_eq!(between(a, b), -between(b, a));
    assert_eq!(between(a, c), between(a, b) + between(b, c));
    let (from, to) = (a.min(b), a.max(b));
    let (mut sum, mut last, mut count) = (0, None, 0);
    for period in schedule.periods(from, to).take(2_000) {
        assert!(from <= period.start && period.start < period.end && period.end <= to, "{period:?}");
        assert!(last < Some(period.start), "{period:?} after {last:?}");
        last = Some(period.end);
        sum += period.end.epoch_millis() - period.start.epoch_millis();
        count += 1;
    }
    let end = if count < 2_000 { to } else { last.unwrap_or(to) };
    assert_eq!(sum, between(from, end), "{from:?} to {end:?}");
    for (day, ..) in schedule.holidays(from, to).take(100) {
        assert!(day.start < day.end && day.start < to && from < day.end, "{day:?}");
    }
}

fn two_steps(schedule: &Schedule, from: Instant, [one, other]: [Duration; 2]) {
    // No time at all from a close is the next opening, and that is a step of its own.
    if one.is_zero() || other.is_zero() {
        return;
    }
    let twice = schedule.add(from, one).and_then(|there| schedule.add(there, other));
    assert_eq!(twice, schedule.add(from, one + other), "{from:?} {one:?} {other:?}");
    let twice = schedule.subtract(from, one).and_then(|there| schedule.subtract(there, other));
    assert_eq!(twice, schedule.subtract(from, one + other), "{from:?} {one:?} {other:?}");
}

/// Numbers, one at a time and in lists, are what instants are.
fn batches(schedule: &Schedule, instants: [Instant; 3], spans: [Duration; 2]) {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this range fit")]
    let number = |millis: i64| millis as f64;
    let numbers = instants.map(|at| number(at.epoch_millis()));
    let seconds = [spans[0], spans[1], spans[0]].map(|time| number(millis(time)) / 1000.0);
    let mut dues = numbers;
    schedule.add_batch(&mut dues, &seconds).expect("instants and times");
    for (index, due) in dues.into_iter().enumerate() {
        let one = schedule.add(instants[index], [spans[0], spans[1], spans[0]][index]);
        let single = schedule.add_number(numbers[index], seconds[index]).expect("an instant and a time");
        let expected = one.map_or(f64::NAN, |due| number(due.epoch_millis()));
        assert!(
            due.total_cmp(&expected).is_eq() && single.total_cmp(&expected).is_eq(),
            "{due} {single} {expected}"
        );
    }
    let mut to = [numbers[1], numbers[2], numbers[0]];
    schedule.between_batch(&numbers, &mut to).expect("instants");
    for (index, seconds) in to.into_iter().enumerate() {
        let expected = schedule.between(instants[index], instants[(index + 1) % 3]).num_milliseconds();
        assert!((seconds - number(expected) / 1000.0).abs() < 1e-9, "{seconds} {expected}");
    }
}
