//! Business time for JavaScript: schedules of a policy, and such as somebody writes.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::batches::forget;
use super::decode::{fit, instant};
use super::policies::held;
use super::{Answer, Slots, encode};
use crate::change::Window;
use crate::error::Error;
use crate::schedule::{self, Instant, Schedule, Versions, Zone};

/// How many periods one answer may have: each is an object in JavaScript.
const MOST: usize = 1_000_000;

// Not thread-local, which costs a call for each question; a lock costs nothing where there is one thread.
static SCHEDULES: RwLock<Slots<Arc<Hours>>> = RwLock::new(Slots::new());

/// A schedule, and the zone that its answers are written in.
pub(super) struct Hours {
    pub(super) schedule: Arc<Schedule>,
    zone: Zone,
}

/// Returns a handle of one of the policy's schedules.
///
/// # Errors
/// `unknown-schedule` when the policy has none of that name.
#[wasm_bindgen(js_name = policySchedule)]
pub fn policy_schedule(policy: u32, name: &str) -> Answer<u32> {
    let policy = held(policy)?;
    let schedule = Arc::clone(policy.schedule(name)?);
    Ok(hold(Hours {
        schedule,
        zone: policy.zone.clone(),
    }))
}

/// Reads a schedule and returns its handle.
///
/// # Errors
/// At the first problem of the document.
#[wasm_bindgen(js_name = newSchedule)]
pub fn new_schedule(document: &str) -> Answer<u32> {
    let Versions(documents) = fit(document)?;
    let schedule = Schedule::versions(&documents, None)?;
    let zone = schedule.zone().clone();
    Ok(hold(Hours {
        schedule: Arc::new(schedule),
        zone,
    }))
}

/// Frees a schedule.
#[wasm_bindgen(js_name = closeSchedule)]
pub fn close_schedule(schedule: u32) {
    SCHEDULES.write().unwrap_or_else(PoisonError::into_inner).close(schedule);
    forget(schedule);
}

/// Returns the instant at which so many business seconds have passed since `from`, or null.
///
/// # Errors
/// When the instant or the number cannot be read.
#[wasm_bindgen(js_name = scheduleAdd, unchecked_return_type = "string | null")]
pub fn schedule_add(schedule: u32, from: &str, seconds: f64) -> Answer<JsValue> {
    let time = duration(seconds)?;
    about(schedule, from, &|schedule, from| schedule.add(from, time))
}

/// Returns the instant from which so many business seconds pass until `from`, or null.
///
/// # Errors
/// When the instant or the number cannot be read.
#[wasm_bindgen(js_name = scheduleSubtract, unchecked_return_type = "string | null")]
pub fn schedule_subtract(schedule: u32, from: &str, seconds: f64) -> Answer<JsValue> {
    let time = duration(seconds)?;
    about(schedule, from, &|schedule, from| schedule.subtract(from, time))
}

/// Returns the business seconds from `from` to `to`, negative when `to` is earlier.
///
/// # Errors
/// When an instant cannot be read.
#[wasm_bindgen(js_name = scheduleBetween)]
pub fn schedule_between(schedule: u32, from: &str, to: &str) -> Answer<f64> {
    let (from, to) = (instant(from, "from")?, instant(to, "to")?);
    #[expect(clippy::cast_precision_loss, reason = "230 years of milliseconds fit a float exactly")]
    Ok(hours(schedule)?.schedule.between(from, to).num_milliseconds() as f64 / 1000.0)
}

/// Says whether the schedule is open at an instant.
///
/// # Errors
/// When the instant cannot be read.
#[wasm_bindgen(js_name = scheduleIsOpen)]
pub fn schedule_is_open(schedule: u32, at: &str) -> Answer<bool> {
    let at = instant(at, "instant")?;
    Ok(hours(schedule)?.schedule.is_open(at))
}

/// Returns the earliest open instant at or after `from`, or null.
///
/// # Errors
/// When the instant cannot be read.
#[wasm_bindgen(js_name = scheduleNextOpen, unchecked_return_type = "string | null")]
pub fn schedule_next_open(schedule: u32, from: &str) -> Answer<JsValue> {
    about(schedule, from, &Schedule::next_open)
}

/// Returns the first close after `from`, or null.
///
/// # Errors
/// When the instant cannot be read.
#[wasm_bindgen(js_name = scheduleNextClose, unchecked_return_type = "string | null")]
pub fn schedule_next_close(schedule: u32, from: &str) -> Answer<JsValue> {
    about(schedule, from, &Schedule::next_close)
}

/// Returns the open periods from `from` up to `to`.
///
/// # Errors
/// When an instant cannot be read; `too-large` when there are more than a million.
#[wasm_bindgen(js_name = schedulePeriods, unchecked_return_type = "Window[]")]
pub fn schedule_periods(schedule: u32, from: &str, to: &str) -> Answer<JsValue> {
    let (from, to) = (instant(from, "from")?, instant(to, "to")?);
    let Hours { schedule, zone } = &*hours(schedule)?;
    let mut windows = Vec::new();
    for period in schedule.periods(from, to) {
        if windows.len() == MOST {
            return Err(Error::new("too-large", "to", format!("more than {MOST} periods")));
        }
        windows.push(Window::new(period, zone));
    }
    encode(&windows)
}

/// Asks a schedule for an instant.
fn about(schedule: u32, from: &str, ask: &dyn Fn(&Schedule, Instant) -> Option<Instant>) -> Answer<JsValue> {
    let from = instant(from, "instant")?;
    let Hours { schedule, zone } = &*hours(schedule)?;
    Ok(ask(schedule, from).map_or(JsValue::NULL, |at| zone.stamp(at).to_string().into()))
}

/// Returns the schedule of a handle.
pub(super) fn hours(schedule: u32) -> Answer<Arc<Hours>> {
    SCHEDULES.read().unwrap_or_else(PoisonError::into_inner).get(schedule)
}

fn hold(hours: Hours) -> u32 {
    SCHEDULES.write().unwrap_or_else(PoisonError::into_inner).hold(Arc::new(hours))
}

/// Seconds of business time, to the millisecond.
fn duration(seconds: f64) -> Answer<Duration> {
    let millis = schedule::one_duration(seconds).map_err(|problem| problem.at("seconds"))?;
    Ok(Duration::from_millis(millis.unsigned_abs()))
}
