//! Tickets for JavaScript: where they stand, and what their words say.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::Answer;
use super::decode::instant;
use super::policies::call;
use crate::json;
use crate::policy::Policy;
use crate::sla;
use crate::triage;

/// Returns where a ticket stands.
///
/// # Errors
/// As [`sla::track`].
#[wasm_bindgen(unchecked_return_type = "Tracking")]
pub fn track(policy: u32, ticket: &str, now: &str) -> Answer<JsValue> {
    let now = instant(now, "now")?;
    let ask = |policy: &Policy, ticket| Ok(json::text(&sla::track(policy, &json::fit(ticket)?, now)?));
    call(policy, ticket, &ask)
}

/// Returns the impact and urgency that a text suggests.
///
/// # Errors
/// As [`triage::suggest`].
#[wasm_bindgen(unchecked_return_type = "Suggestions")]
pub fn suggest(policy: u32, query: &str) -> Answer<JsValue> {
    let ask = |policy: &Policy, query| Ok(json::text(&triage::suggest(policy, &json::fit(query)?)?));
    call(policy, query, &ask)
}
