//! How a window lies in the hours: open from start to end, or in what way it is not.

use crate::schedule::{Instant, Names, Period, Schedule};

/// How a window lies in the hours.
#[derive(Clone, Copy)]
pub(super) enum Lie<'a> {
    /// Open from start to end.
    Open,
    /// On a holiday: its first instant that the window shares, id and name.
    Holiday(Instant, Option<&'a str>, &'a Names),
    /// It starts while closed.
    StartsClosed,
    /// It starts and ends in the hours, with closed time in between.
    Across,
    /// It goes on after closing time.
    EndsClosed,
}

/// Says how a window lies in the hours of a schedule.
pub(super) fn lie(schedule: &Schedule, window: Period) -> Lie<'_> {
    let starts_open = schedule.is_open(window.start);
    if starts_open && schedule.next_close(window.start).is_none_or(|close| close >= window.end) {
        return Lie::Open;
    }
    // A window of years touches holidays: those of its first days tell enough.
    if let Some((day, id, name)) = schedule.holidays(window.start, window.end).next() {
        return Lie::Holiday(day.start.max(window.start), id, name);
    }
    if !starts_open {
        return Lie::StartsClosed;
    }
    let last = Instant::from_epoch_millis(window.end.epoch_millis() - 1);
    if last.is_some_and(|last| schedule.is_open(last)) {
        Lie::Across
    } else {
        Lie::EndsClosed
    }
}
