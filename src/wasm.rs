//! The seam to JavaScript: decode, call, encode. Policies and schedules stay on this side; JavaScript holds their handles.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use js_sys::{Array, Date, JsString, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

use crate::change::{self, ChangeRequest, CheckAnswer, PatchRequest, Window, WindowQuery};
use crate::decode::{self, MAX_DEPTH};
use crate::error::Error;
use crate::policy::{Policy, PolicyDocument};
use crate::schedule::{self, Instant, Schedule, ScheduleDocument, Zone};
use crate::sla::{self, Classification, ClassifyQuery, DeadlineQuery, Deadlines};

/// How many values one input may have.
const MAX_VALUES: usize = 200_000;
/// How many UTF-16 units of text one input may have.
const MAX_TEXT: u32 = 16 << 20;

type Answer<T> = Result<T, JsValue>;

thread_local! {
    static POLICIES: RefCell<Slots<Rc<Policy>>> = const { RefCell::new(Slots::new()) };
    static SCHEDULES: RefCell<Slots<Hours>> = const { RefCell::new(Slots::new()) };
}

/// A schedule, and the zone that its answers are written in.
#[derive(Clone)]
struct Hours {
    schedule: Arc<Schedule>,
    zone: Zone,
}

/// What JavaScript holds handles of. A handle is never given twice, so that a closed one stays closed.
struct Slots<T> {
    next: u32,
    held: BTreeMap<u32, T>,
}

impl<T: Clone> Slots<T> {
    const fn new() -> Self {
        Self { next: 0, held: BTreeMap::new() }
    }

    fn hold(&mut self, value: T) -> u32 {
        self.next = self.next.wrapping_add(1);
        self.held.insert(self.next, value);
        self.next
    }

    fn get(&self, handle: u32) -> Answer<T> {
        self.held.get(&handle).cloned().ok_or_else(|| thrown(&Error::new("closed", "", "this was closed and cannot answer any more")))
    }
}

/// Says which release of the IANA time-zone data is built in.
#[wasm_bindgen(js_name = zoneData)]
#[must_use]
pub fn zone_data() -> String {
    schedule::zone_data().to_owned()
}

/// Reads a policy, the default one when it is left out, and returns its handle.
///
/// # Errors
/// When it cannot be read or its lint has errors.
#[wasm_bindgen(js_name = loadPolicy)]
pub fn load_policy(#[wasm_bindgen(unchecked_param_type = "PolicyDocument | string | undefined")] policy: &JsValue) -> Answer<u32> {
    let policy = if policy.is_undefined() { Policy::managed_server_goud() } else { document(policy).and_then(Policy::from_value) };
    let policy = policy.map_err(|error| thrown(&error))?;
    Ok(POLICIES.with_borrow_mut(|slots| slots.hold(Rc::new(policy))))
}

/// Returns all that the lint says of a policy.
///
/// # Errors
/// When it has not the shape of a policy.
#[wasm_bindgen(js_name = lintPolicy, unchecked_return_type = "Finding[]")]
pub fn lint_policy(#[wasm_bindgen(unchecked_param_type = "PolicyDocument | string")] policy: &JsValue) -> Answer<JsValue> {
    let document = document(policy).and_then(decode::fit::<PolicyDocument>).map_err(|error| thrown(&error))?;
    encode(&Policy::lint(&document))
}

/// Returns what the lint warned of when the policy was read.
///
/// # Errors
/// When it is closed.
#[wasm_bindgen(js_name = policyFindings, unchecked_return_type = "Finding[]")]
pub fn policy_findings(policy: u32) -> Answer<JsValue> {
    encode(&held(policy)?.findings)
}

/// Returns the document of a policy, as read.
///
/// # Errors
/// When it is closed.
#[wasm_bindgen(js_name = policyDocument)]
pub fn policy_document(policy: u32) -> Answer<Ts<PolicyDocument>> {
    encode(&held(policy)?.document).map(Ts::new_unchecked)
}

/// Frees a policy.
#[wasm_bindgen(js_name = closePolicy)]
pub fn close_policy(policy: u32) {
    drop(POLICIES.with_borrow_mut(|slots| slots.held.remove(&policy)));
}

/// Returns the priority of an incident and its targets.
///
/// # Errors
/// As [`sla::classify`].
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
pub fn classify(policy: u32, query: Ts<ClassifyQuery>) -> Answer<Ts<Classification>> {
    call(policy, &query, sla::classify)
}

/// Returns the deadlines of a new incident.
///
/// # Errors
/// As [`sla::deadlines`].
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
pub fn deadlines(policy: u32, query: Ts<DeadlineQuery>) -> Answer<Ts<Deadlines>> {
    call(policy, &query, sla::deadlines)
}

/// Checks a patch request.
///
/// # Errors
/// As [`change::check_patch`].
#[wasm_bindgen(js_name = checkPatch)]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
pub fn check_patch(
    policy: u32,
    request: Ts<PatchRequest>,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] now: &JsValue,
) -> Answer<Ts<CheckAnswer>> {
    let now = instant(now, "now")?;
    call(policy, &request, |policy, request| change::check_patch(policy, request, now))
}

/// Checks a change request.
///
/// # Errors
/// As [`change::check_change`].
#[wasm_bindgen(js_name = checkChange)]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
pub fn check_change(
    policy: u32,
    request: Ts<ChangeRequest>,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] now: &JsValue,
) -> Answer<Ts<CheckAnswer>> {
    let now = instant(now, "now")?;
    call(policy, &request, |policy, request| change::check_change(policy, request, now))
}

/// Returns the next window that fits, or null.
///
/// # Errors
/// As [`change::next_window`].
#[wasm_bindgen(js_name = nextWindow, unchecked_return_type = "Window | null")]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
pub fn next_window(policy: u32, query: Ts<WindowQuery>) -> Answer<JsValue> {
    let query = fit(&query.js_value())?;
    encode::<Option<Window>>(&change::next_window(&*held(policy)?, &query).map_err(|error| thrown(&error))?)
}

/// Returns a handle of one of the policy's schedules.
///
/// # Errors
/// `unknown-schedule` when the policy has none of that name.
#[wasm_bindgen(js_name = policySchedule)]
pub fn policy_schedule(policy: u32, name: &str) -> Answer<u32> {
    let policy = held(policy)?;
    let schedule = Arc::clone(policy.schedule(name).map_err(|error| thrown(&error))?);
    Ok(hold_schedule(Hours { schedule, zone: policy.zone.clone() }))
}

/// Reads a schedule and returns its handle.
///
/// # Errors
/// At the first problem of the document.
#[wasm_bindgen(js_name = newSchedule)]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
pub fn new_schedule(document: Ts<ScheduleDocument>) -> Answer<u32> {
    let document: ScheduleDocument = fit(&document.js_value())?;
    let schedule = Schedule::new(&document, None).map_err(|errors| match errors.iter().next() {
        Some(first) => thrown(&first.clone().into()),
        None => JsValue::NULL,
    })?;
    let zone = schedule.zone().clone();
    Ok(hold_schedule(Hours { schedule: Arc::new(schedule), zone }))
}

/// Frees a schedule.
#[wasm_bindgen(js_name = closeSchedule)]
pub fn close_schedule(schedule: u32) {
    drop(SCHEDULES.with_borrow_mut(|slots| slots.held.remove(&schedule)));
}

/// Returns the instant at which so many business seconds have passed since `from`, or null.
///
/// # Errors
/// When the instant or the number cannot be read.
#[wasm_bindgen(js_name = scheduleAdd, unchecked_return_type = "string | null")]
pub fn schedule_add(
    schedule: u32,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] from: &JsValue,
    seconds: f64,
) -> Answer<JsValue> {
    let time = duration(seconds)?;
    about(schedule, from, |schedule, from| schedule.add(from, time))
}

/// Returns the instant from which so many business seconds pass until `from`, or null.
///
/// # Errors
/// When the instant or the number cannot be read.
#[wasm_bindgen(js_name = scheduleSubtract, unchecked_return_type = "string | null")]
pub fn schedule_subtract(
    schedule: u32,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] from: &JsValue,
    seconds: f64,
) -> Answer<JsValue> {
    let time = duration(seconds)?;
    about(schedule, from, |schedule, from| schedule.subtract(from, time))
}

/// Returns the business seconds from `from` to `to`, negative when `to` is earlier.
///
/// # Errors
/// When an instant cannot be read.
#[wasm_bindgen(js_name = scheduleBetween)]
pub fn schedule_between(
    schedule: u32,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] to: &JsValue,
) -> Answer<f64> {
    let (from, to) = (instant(from, "from")?, instant(to, "to")?);
    #[expect(clippy::cast_precision_loss, reason = "230 years of milliseconds fit a float exactly")]
    Ok(hours(schedule)?.schedule.between(from, to).num_milliseconds() as f64 / 1000.0)
}

/// Says whether the schedule is open at an instant.
///
/// # Errors
/// When the instant cannot be read.
#[wasm_bindgen(js_name = scheduleIsOpen)]
pub fn schedule_is_open(schedule: u32, #[wasm_bindgen(unchecked_param_type = "string | number | Date")] at: &JsValue) -> Answer<bool> {
    let at = instant(at, "instant")?;
    Ok(hours(schedule)?.schedule.is_open(at))
}

/// Returns the earliest open instant at or after `from`, or null.
///
/// # Errors
/// When the instant cannot be read.
#[wasm_bindgen(js_name = scheduleNextOpen, unchecked_return_type = "string | null")]
pub fn schedule_next_open(
    schedule: u32,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] from: &JsValue,
) -> Answer<JsValue> {
    about(schedule, from, Schedule::next_open)
}

/// Returns the first close after `from`, or null.
///
/// # Errors
/// When the instant cannot be read.
#[wasm_bindgen(js_name = scheduleNextClose, unchecked_return_type = "string | null")]
pub fn schedule_next_close(
    schedule: u32,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] from: &JsValue,
) -> Answer<JsValue> {
    about(schedule, from, Schedule::next_close)
}

/// Returns the open periods from `from` up to `to`.
///
/// # Errors
/// When an instant cannot be read.
#[wasm_bindgen(js_name = schedulePeriods, unchecked_return_type = "{ start: string, end: string }[]")]
pub fn schedule_periods(
    schedule: u32,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number | Date")] to: &JsValue,
) -> Answer<JsValue> {
    let (from, to) = (instant(from, "from")?, instant(to, "to")?);
    let Hours { schedule, zone } = hours(schedule)?;
    let stamped = |period: schedule::Period| BTreeMap::from([("start", zone.stamp(period.start)), ("end", zone.stamp(period.end))]);
    encode(&schedule.periods(from, to).map(stamped).collect::<Vec<_>>())
}

/// Decodes a question, asks it of a policy, encodes the answer.
fn call<Q, A>(policy: u32, query: &Ts<Q>, ask: impl FnOnce(&Policy, &Q) -> Result<A, Error>) -> Answer<Ts<A>>
where
    Q: DeserializeOwned + Tsify<JsType: JsCast>,
    A: Serialize + Tsify<JsType: JsCast>,
{
    let policy = held(policy)?;
    let query = fit(&query.js_value())?;
    let answer = ask(&policy, &query).map_err(|error| thrown(&error))?;
    encode(&answer).map(Ts::new_unchecked)
}

/// Asks a schedule for an instant.
fn about(schedule: u32, from: &JsValue, ask: impl FnOnce(&Schedule, Instant) -> Option<Instant>) -> Answer<JsValue> {
    let from = instant(from, "instant")?;
    let Hours { schedule, zone } = hours(schedule)?;
    Ok(ask(&schedule, from).map_or(JsValue::NULL, |at| zone.stamp(at).to_string().into()))
}

fn held(policy: u32) -> Answer<Rc<Policy>> {
    POLICIES.with_borrow(|slots| slots.get(policy))
}

fn hours(schedule: u32) -> Answer<Hours> {
    SCHEDULES.with_borrow(|slots| slots.get(schedule))
}

fn hold_schedule(hours: Hours) -> u32 {
    SCHEDULES.with_borrow_mut(|slots| slots.hold(hours))
}

fn fit<T: DeserializeOwned>(js: &JsValue) -> Answer<T> {
    Decoder::default().value(js, 0).and_then(decode::fit).map_err(|error| thrown(&error))
}

/// A policy as an object or as JSON text.
fn document(js: &JsValue) -> Result<Value, Error> {
    match js.as_string() {
        Some(text) => decode::parse(&text),
        None => Decoder::default().value(js, 0),
    }
}

fn instant(js: &JsValue, name: &str) -> Answer<Instant> {
    let value = Decoder::default().value(js, 0).and_then(decode::fit);
    value.map_err(|error| thrown(&error.under(name)))
}

/// Seconds of business time, to the millisecond.
fn duration(seconds: f64) -> Answer<Duration> {
    let time = Duration::try_from_secs_f64(seconds).map_err(|_| {
        let message = format!("`{seconds}` is not a number of seconds of 0 or more");
        thrown(&Error::new("not-a-duration", "seconds", message))
    })?;
    Ok(Duration::from_millis(u64::try_from((time + Duration::from_micros(500)).as_millis()).unwrap_or(u64::MAX)))
}

fn encode<T: Serialize + ?Sized>(value: &T) -> Answer<JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// The plain object that the client turns into an error.
fn thrown(error: &Error) -> JsValue {
    encode(error).unwrap_or(JsValue::NULL)
}

/// Reads JavaScript values as JSON, within bounds: nothing that JSON has no word for passes in silence.
#[derive(Default)]
struct Decoder {
    values: usize,
    text: u32,
}

impl Decoder {
    fn value(&mut self, js: &JsValue, depth: usize) -> Result<Value, Error> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(Error::new("too-large", "", format!("more than {MAX_VALUES} values")));
        }
        if depth > MAX_DEPTH {
            return Err(Error::new("too-deep", "", format!("nested deeper than {MAX_DEPTH} levels")));
        }
        if let Some(text) = js.dyn_ref::<JsString>() {
            self.text = self.text.saturating_add(text.length());
            if self.text > MAX_TEXT {
                return Err(Error::new("too-large", "", format!("more than {MAX_TEXT} characters of text")));
            }
            return Ok(Value::String(text.into()));
        }
        if let Some(number) = js.as_f64() {
            return finite(number);
        }
        if let Some(flag) = js.as_bool() {
            return Ok(Value::Bool(flag));
        }
        if js.is_null() || js.is_undefined() {
            return Ok(Value::Null);
        }
        if Array::is_array(js) {
            return self.list(js.unchecked_ref(), depth);
        }
        if let Some(date) = js.dyn_ref::<Date>() {
            return finite(date.get_time()).map_err(|_| Error::new("not-an-instant", "", "this Date is invalid"));
        }
        if js.is_object() { self.object(js, depth) } else { Err(Error::new("wrong-type", "", "this is neither JSON nor a Date")) }
    }

    fn list(&mut self, list: &Array, depth: usize) -> Result<Value, Error> {
        let mut items = Vec::new();
        for index in 0..list.length() {
            let item = Reflect::get_u32(list, index).map_err(|_| unreadable());
            items.push(item.and_then(|item| self.value(&item, depth + 1)).map_err(|error| error.under(&format!("[{index}]")))?);
        }
        Ok(Value::Array(items))
    }

    fn object(&mut self, object: &JsValue, depth: usize) -> Result<Value, Error> {
        if !plain(object) {
            return Err(Error::new("wrong-type", "", "expected a plain object"));
        }
        let mut map = Map::new();
        for key in Reflect::own_keys(object).map_err(|_| unreadable())?.iter() {
            // A symbol is nothing that a document says.
            let Some(name) = key.as_string() else { continue };
            let value = Reflect::get(object, &key).map_err(|_| unreadable());
            let value = value.and_then(|value| if value.is_undefined() { Ok(None) } else { self.value(&value, depth + 1).map(Some) });
            if let Some(value) = value.map_err(|error| error.under(&name))? {
                map.insert(name, value);
            }
        }
        Ok(Value::Object(map))
    }
}

/// Says whether an object is a literal of any realm, not an instance of a class such as `Map`, whose contents are not its keys.
fn plain(object: &JsValue) -> bool {
    let parent = |object: &JsValue| Reflect::get_prototype_of(object).map(JsValue::from);
    parent(object).is_ok_and(|prototype| prototype.is_null() || parent(&prototype).is_ok_and(|root| root.is_null()))
}

fn unreadable() -> Error {
    Error::new("unreadable", "", "reading this threw an error")
}

fn finite(number: f64) -> Result<Value, Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "whole and exact")]
        return Ok(Value::from(number as i64));
    }
    let message = || Error::new("not-finite", "", format!("`{number}` is not a finite number"));
    Number::from_f64(number).map(Value::Number).ok_or_else(message)
}
