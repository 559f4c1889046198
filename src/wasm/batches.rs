//! Business time for JavaScript by numbers: one at a time for loops, and whole lists at once.

use wasm_bindgen::prelude::wasm_bindgen;

use super::Answer;
use super::policies::held;
use super::schedules::{at_once, hours};
use crate::sla;

/// Returns the instant at which so many business seconds have passed since `instant`, in epoch milliseconds. NaN when there is none, and
/// when something cannot be read, which [`schedule_add`](super::schedule_add) tells apart: an error in the return type makes a call dear.
#[wasm_bindgen(js_name = scheduleAddMillis)]
#[must_use]
pub fn schedule_add_millis(schedule: u32, instant: f64, seconds: f64) -> f64 {
    match at_once(schedule, |schedule| schedule.add_quickly(instant, seconds)) {
        Some(due) => due,
        None => add_slowly(schedule, instant, seconds),
    }
}

/// Returns the business seconds from `from` to `to`, in epoch milliseconds; NaN when something cannot be read.
#[wasm_bindgen(js_name = scheduleBetweenMillis)]
#[must_use]
pub fn schedule_between_millis(schedule: u32, from: f64, to: f64) -> f64 {
    match at_once(schedule, |schedule| schedule.between_quickly(from, to)) {
        Some(seconds) => seconds,
        None => between_slowly(schedule, from, to),
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

/// Widens the window, or finds that there is no answer.
#[cold]
#[inline(never)]
fn add_slowly(schedule: u32, instant: f64, seconds: f64) -> f64 {
    let due = hours(schedule).map(|hours| hours.schedule.add_number(instant, seconds));
    due.map_or(f64::NAN, |due| due.unwrap_or(f64::NAN))
}

/// Widens the window, or finds that there is no answer.
#[cold]
#[inline(never)]
fn between_slowly(schedule: u32, from: f64, to: f64) -> f64 {
    let seconds = hours(schedule).map(|hours| hours.schedule.between_number(from, to));
    seconds.map_or(f64::NAN, |seconds| seconds.unwrap_or(f64::NAN))
}
