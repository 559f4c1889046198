//! Service-desk rules: priority from impact and urgency, deadlines in business time, checks of change and patch requests.

// First, for its macros.
#[macro_use]
pub mod json;
mod order;

pub mod bulk;
pub mod change;
pub mod error;
pub mod finding;
pub mod policy;
pub mod priority;
pub mod schedule;
pub mod sla;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
