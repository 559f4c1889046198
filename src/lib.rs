//! Service-desk rules: priority from impact and urgency, deadlines in business time, checks of change and patch requests.

pub mod change;
pub mod decode;
pub mod error;
pub mod finding;
pub mod policy;
pub mod priority;
pub mod schedule;
pub mod sla;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
