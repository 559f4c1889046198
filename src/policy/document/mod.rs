//! What a policy is written as: one document with sections that may be left out.

use serde::{Deserialize, Serialize};

use crate::schedule::{Names, ScheduleDocument, Table};

mod changes;
mod incidents;

pub use changes::*;
pub use incidents::*;

/// An organisation's agreement: schedules, and the rules for incidents, changes and patches.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PolicyDocument {
    /// Version of this format: 1.
    #[serde(default = "first_version")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub version: u32,
    /// Name for programs, like `managed-server-goud`.
    pub id: String,
    /// Name for people, by language.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub name: Names,
    /// IANA name of the zone that hours are read from and answers are written in; that of the first schedule when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub time_zone: Option<String>,
    /// Hours of business time in a working day; 8 when left out.
    #[serde(default = "eight")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub hours_per_working_day: f64,
    /// The services that the agreement contains; all when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub includes: Option<Vec<String>>,
    /// What the agreement's source does not say and this document supposes.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub assumptions: Vec<AssumptionDocument>,
    /// Opening hours by name.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, ScheduleDocument>"))]
    pub schedules: Table<ScheduleDocument>,
    /// Priorities, targets and channels of incidents.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub incidents: Option<IncidentsDocument>,
    /// The catalogue of standard changes, and freezes.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub changes: Option<ChangesDocument>,
    /// What a patch request must bring, and its limits.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub patches: Option<PatchesDocument>,
}

fn first_version() -> u32 {
    1
}

fn eight() -> f64 {
    8.0
}

/// A supposition to be replaced by what the organisation agrees on.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct AssumptionDocument {
    /// The place in this document.
    pub path: String,
    /// Why it says what it says, by language.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub note: Names,
}
