//! `workclock` behind two numbers in, one number out: the least that a call from JavaScript can cost.

use std::cell::OnceCell;

use jiff::civil::{Date, date, time};
use jiff::{SignedDuration, Timestamp};
use workclock::{Holidays, Schedule, Weekdays, WorkDay};

thread_local! {
    static OFFICE: OnceCell<Schedule> = const { OnceCell::new() };
    static HOLIDAYS: std::cell::RefCell<Vec<Date>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Adds a holiday; all of them come before the first question.
#[unsafe(no_mangle)]
pub extern "C" fn holiday(year: i32, month: i32, day: i32) {
    let part = |number: i32| i8::try_from(number).unwrap();
    HOLIDAYS.with_borrow_mut(|days| days.push(date(i16::try_from(year).unwrap(), part(month), part(day))));
}

/// Returns the deadline, both in epoch milliseconds; NaN when there is none.
#[unsafe(no_mangle)]
pub extern "C" fn add(from: f64, millis: f64) -> f64 {
    let due = office(|office| office.add(instant(from), SignedDuration::from_millis(millis as i64)));
    due.map_or(f64::NAN, |due| due.as_millisecond() as f64)
}

/// Returns the milliseconds of open time.
#[unsafe(no_mangle)]
pub extern "C" fn between(from: f64, to: f64) -> f64 {
    office(|office| office.between(instant(from), instant(to))).as_millis() as f64
}

fn instant(millis: f64) -> Timestamp {
    Timestamp::from_millisecond(millis as i64).unwrap()
}

fn office<T>(ask: impl FnOnce(&Schedule) -> T) -> T {
    OFFICE.with(|office| {
        ask(office.get_or_init(|| {
            let rule = WorkDay::new(time(9, 0, 0, 0), time(17, 0, 0, 0), Weekdays::MON_TO_FRI);
            let builder = Schedule::builder().time_zone("Europe/Amsterdam").rule(rule);
            builder.rule(Holidays::new(HOLIDAYS.take())).build().unwrap()
        }))
    })
}
