//! Tickets for JavaScript: where they stand.

use tsify::Ts;
use wasm_bindgen::prelude::wasm_bindgen;

use super::decode::instant;
use super::policies::call;
use super::{Answer, InstantLike};
use crate::json;
use crate::policy::Policy;
use crate::sla::{self, Ticket, Tracking};

/// Returns where a ticket stands.
///
/// # Errors
/// As [`sla::track`].
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands it over")]
pub fn track(policy: u32, ticket: Ts<Ticket>, now: &InstantLike) -> Answer<Ts<Tracking>> {
    let now = instant(now, "now")?;
    let ask = |policy: &Policy, ticket| Ok(json::text(&sla::track(policy, &json::fit(ticket)?, now)?));
    call(policy, &ticket.js_value(), &ask).map(Ts::new_unchecked)
}
