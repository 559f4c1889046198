//! Tickets for JavaScript: where they stand.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::decode::instant;
use super::policies::{call, held};
use super::{Answer, InstantLike};
use crate::json;
use crate::policy::Policy;
use crate::sla::{self, Order};

/// Returns where a ticket stands.
///
/// # Errors
/// As [`sla::track`].
#[wasm_bindgen(unchecked_return_type = "Tracking")]
pub fn track(policy: u32, #[wasm_bindgen(unchecked_param_type = "Ticket")] ticket: &JsValue, now: &InstantLike) -> Answer<JsValue> {
    let now = instant(now, "now")?;
    let ask = |policy: &Policy, ticket| Ok(json::text(&sla::track(policy, &json::fit(ticket)?, now)?));
    call(policy, ticket, &ask)
}

/// Tracks tickets, one JSON object a line in and out, the next to breach first when asked so.
///
/// # Errors
/// When the policy is closed or `now` cannot be read; a bad line is an answer.
#[wasm_bindgen(js_name = trackRecords)]
pub fn track_records(policy: u32, ndjson: &[u8], now: &InstantLike, next_to_breach: bool) -> Answer<Vec<u8>> {
    let now = instant(now, "now")?;
    let order = if next_to_breach { Order::NextToBreach } else { Order::AsGiven };
    Ok(sla::track_records(&*held(policy)?, ndjson, now, order).into_bytes())
}
