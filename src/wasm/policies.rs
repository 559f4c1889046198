//! Policies for JavaScript: reading them, and what they answer.

use std::sync::{Arc, PoisonError, RwLock};

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::decode::fit;
use super::{Answer, Slots, encode, parsed};
use crate::change::{self, CheckOptions, WindowKind};
use crate::json::{self, Json};
use crate::policy::{Policy, PolicyDocument};
use crate::sla;

static POLICIES: RwLock<Slots<Arc<Policy>>> = RwLock::new(Slots::new());

/// Reads a policy, the default one when it is left out, and returns its handle.
///
/// # Errors
/// When it cannot be read or its lint has errors.
#[wasm_bindgen(js_name = loadPolicy)]
pub fn load_policy(policy: Option<String>) -> Answer<u32> {
    let policy = match policy {
        None => Policy::managed_server_goud()?,
        Some(text) => Policy::from_json(&text)?,
    };
    Ok(POLICIES.write().unwrap_or_else(PoisonError::into_inner).hold(Arc::new(policy)))
}

/// Returns all that the lint says of a policy.
///
/// # Errors
/// When it has not the shape of a policy.
#[wasm_bindgen(js_name = lintPolicy, unchecked_return_type = "Finding[]")]
pub fn lint_policy(policy: &str) -> Answer<JsValue> {
    let document: PolicyDocument = fit(policy)?;
    encode(Policy::lint(document).as_slice())
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
#[wasm_bindgen(js_name = policyDocument, unchecked_return_type = "PolicyDocument")]
pub fn policy_document(policy: u32) -> Answer<JsValue> {
    encode(&held(policy)?.source)
}

/// Frees a policy.
#[wasm_bindgen(js_name = closePolicy)]
pub fn close_policy(policy: u32) {
    POLICIES.write().unwrap_or_else(PoisonError::into_inner).close(policy);
}

/// Returns the priority of an incident and its targets.
///
/// # Errors
/// As [`sla::classify`].
#[wasm_bindgen(unchecked_return_type = "Classification")]
pub fn classify(policy: u32, query: &str) -> Answer<JsValue> {
    let ask = |policy: &Policy, query| Ok(json::text(&sla::classify(policy, &json::fit(query)?)?));
    call(policy, query, &ask)
}

/// Returns the deadlines of a new incident.
///
/// # Errors
/// As [`sla::deadlines`].
#[wasm_bindgen(unchecked_return_type = "Deadlines")]
pub fn deadlines(policy: u32, query: &str) -> Answer<JsValue> {
    let ask = |policy: &Policy, query| Ok(json::text(&sla::deadlines(policy, &json::fit(query)?)?));
    call(policy, query, &ask)
}

/// Checks a patch request.
///
/// # Errors
/// As [`change::check_patch`].
#[wasm_bindgen(js_name = checkPatch, unchecked_return_type = "CheckAnswer")]
pub fn check_patch(policy: u32, request: &str, options: &str) -> Answer<JsValue> {
    check(policy, WindowKind::Patch, request, options)
}

/// Checks a change request.
///
/// # Errors
/// As [`change::check_change`].
#[wasm_bindgen(js_name = checkChange, unchecked_return_type = "CheckAnswer")]
pub fn check_change(policy: u32, request: &str, options: &str) -> Answer<JsValue> {
    check(policy, WindowKind::Change, request, options)
}

fn check(policy: u32, kind: WindowKind, request: &str, options: &str) -> Answer<JsValue> {
    let options: CheckOptions = fit(options)?;
    let ask = |policy: &Policy, request| Ok(json::text(&change::check_json(policy, kind, request, &options)?));
    call(policy, request, &ask)
}

/// Returns the next window that fits, or null.
///
/// # Errors
/// As [`change::next_window`].
#[wasm_bindgen(js_name = nextWindow, unchecked_return_type = "Window | null")]
pub fn next_window(policy: u32, query: &str) -> Answer<JsValue> {
    let ask = |policy: &Policy, query| Ok(json::text(&change::next_window(policy, &json::fit(query)?)?));
    call(policy, query, &ask)
}

/// Returns the policy of a handle.
pub(super) fn held(policy: u32) -> Answer<Arc<Policy>> {
    POLICIES.read().unwrap_or_else(PoisonError::into_inner).get(policy)
}

/// Decodes a question, asks it of a policy, encodes the answer. One function for all types, since it is small that way.
pub(super) fn call(policy: u32, query: &str, ask: &dyn Fn(&Policy, Json) -> Answer<String>) -> Answer<JsValue> {
    let policy = held(policy)?;
    parsed(&ask(&policy, json::parse(query)?)?)
}
