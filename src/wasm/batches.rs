//! Business time for JavaScript by numbers: one at a time for loops, and whole lists at once.

use std::sync::{PoisonError, RwLock};

use wasm_bindgen::prelude::wasm_bindgen;

use super::Answer;
use super::policies::held;
use super::schedules::hours;
use crate::schedule::{self, Clock, Schedule};
use crate::sla;

/// The window of the schedule that was asked last, by its handle: single calls in a loop find nothing nearer.
static LAST: RwLock<(u32, Option<Clock>)> = RwLock::new((0, None));

/// Returns the instant at which so many business seconds have passed since `instant`, in epoch milliseconds. NaN when there is none, and
/// when something cannot be read, which [`schedule_add`](super::schedule_add) tells apart: an error in the return type makes a call dear.
#[wasm_bindgen(js_name = scheduleAddMillis)]
#[must_use]
pub fn schedule_add_millis(schedule: u32, instant: f64, seconds: f64) -> f64 {
    if let (handle, Some(clock)) = &*LAST.read().unwrap_or_else(PoisonError::into_inner)
        && *handle == schedule
        && let Some(due) = clock.view().add(instant, seconds)
    {
        return due;
    }
    slowly(schedule, instant, seconds, Schedule::add_number)
}

/// Returns the business seconds from `from` to `to`, in epoch milliseconds; NaN when something cannot be read.
#[wasm_bindgen(js_name = scheduleBetweenMillis)]
#[must_use]
pub fn schedule_between_millis(schedule: u32, from: f64, to: f64) -> f64 {
    if let (handle, Some(clock)) = &*LAST.read().unwrap_or_else(PoisonError::into_inner)
        && *handle == schedule
        && let Some(seconds) = clock.view().between(from, to)
    {
        return seconds;
    }
    slowly(schedule, from, to, Schedule::between_number)
}

/// Asks a schedule itself, which widens its window, and remembers that.
#[cold]
#[inline(never)]
fn slowly(handle: u32, near: f64, other: f64, ask: fn(&Schedule, f64, f64) -> Result<f64, schedule::Error>) -> f64 {
    let Ok(hours) = hours(handle) else { return f64::NAN };
    let Ok(answer) = ask(&hours.schedule, near, other) else {
        return f64::NAN;
    };
    *LAST.write().unwrap_or_else(PoisonError::into_inner) = (handle, hours.schedule.clock(schedule::whole(near)));
    answer
}

/// Forgets the window of a schedule that is closed.
pub(super) fn forget(schedule: u32) {
    let mut last = LAST.write().unwrap_or_else(PoisonError::into_inner);
    if last.0 == schedule {
        *last = (0, None);
    }
}

/// Adds business seconds to each instant, in place; NaN where there is no such instant.
///
/// # Errors
/// At the first number that cannot be read; or when the lengths differ.
#[wasm_bindgen(js_name = scheduleAddBatch)]
pub fn schedule_add_batch(schedule: u32, instants: &mut [f64], seconds: &[f64]) -> Answer<()> {
    Ok(hours(schedule)?.schedule.add_batch(instants, seconds)?)
}

/// Turns each of `to` into the business seconds since the one of `from` with the same index.
///
/// # Errors
/// At the first number that cannot be read; or when the lengths differ.
#[wasm_bindgen(js_name = scheduleBetweenBatch)]
pub fn schedule_between_batch(schedule: u32, from: &[f64], to: &mut [f64]) -> Answer<()> {
    Ok(hours(schedule)?.schedule.between_batch(from, to)?)
}

/// Turns each of `reported_at` into the response deadline, and writes the resolution deadlines.
///
/// # Errors
/// As [`sla::deadlines_batch`].
#[wasm_bindgen(js_name = deadlinesBatch)]
pub fn deadlines_batch(policy: u32, priority: &[u8], reported_at: &mut [f64], resolution: &mut [f64]) -> Answer<()> {
    sla::deadlines_batch(&*held(policy)?, priority, reported_at, resolution)
}
