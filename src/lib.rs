//! Service-desk rules: priority from impact and urgency, deadlines in business time, checks of change and patch requests.

#[cfg(target_arch = "wasm32")]
mod wasm;
