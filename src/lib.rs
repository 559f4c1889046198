//! Service-desk rules: priority from impact and urgency, deadlines in business time, checks of change and patch requests.

// What the derived type declarations call the crate that has their trait.
#[cfg(target_arch = "wasm32")]
extern crate self as tsify;

// First, for its macros.
#[macro_use]
pub mod json;
mod cut;
mod order;

pub mod bulk;
pub mod change;
pub mod error;
pub mod finding;
pub mod policy;
pub mod priority;
pub mod schedule;
pub mod sla;
pub mod triage;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub use wasm::{SerializationConfig, Tsify};
