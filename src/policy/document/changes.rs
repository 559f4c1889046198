//! The sections on changes and patches: catalogue, freezes, deliverables, limits.

use serde::{Deserialize, Serialize};

use crate::schedule::Names;

/// The catalogue of standard changes, and the windows and freezes of all changes.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangesDocument {
    /// The schedule in which changes are carried out; the only one when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub schedule: Option<String>,
    /// Longest window, like `PT4H`; any when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub max_duration: Option<String>,
    /// Least time from the request to its window, like `PT24H`; none when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub min_notice: Option<String>,
    /// Changes that are authorised beforehand.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub standard: Vec<StandardChangeDocument>,
    /// Times without changes and patches.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub freezes: Vec<FreezeDocument>,
    /// What comes with an accepted change.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub obligations: Vec<ObligationDocument>,
}

/// A change that is authorised beforehand, with a set procedure.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct StandardChangeDocument {
    /// Name for programs, like `ad-user`.
    pub id: String,
    /// Name for people, by language.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub name: Names,
    /// What a technician needs to know.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub fields: Vec<FieldDocument>,
}

/// A field of a standard change.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct FieldDocument {
    /// Name for programs, like `user`.
    pub id: String,
    /// Name for people, by language.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub name: Names,
    /// Whether the change cannot do without it.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub required: bool,
}

/// A time without changes.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct FreezeDocument {
    /// First instant, or first date.
    pub from: String,
    /// First instant after it, or its last date.
    pub to: String,
    /// Whether it refuses or warns.
    pub kind: FreezeKind,
    /// Why, by language.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub reason: Names,
}

/// How strict a freeze is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum FreezeKind {
    /// Refuses.
    Hard,
    /// Warns.
    Soft,
}

/// What a patch request must bring, and its limits.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PatchesDocument {
    /// The schedule in which patches are installed; the only one when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub schedule: Option<String>,
    /// Longest window, like `PT4H`; any when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub max_duration: Option<String>,
    /// Least time from the request to its window, like `PT24H`; none when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub min_notice: Option<String>,
    /// What the request must bring; all four when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub deliverables: Option<Vec<Deliverable>>,
    /// What comes with an accepted patch.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub obligations: Vec<ObligationDocument>,
}

/// A thing that a patch request must bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Deliverable {
    /// The installation file.
    Installer,
    /// The installation instructions.
    Instructions,
    /// The release notes.
    ReleaseNotes,
    /// The rollback scenario.
    Rollback,
}

/// What the provider or the customer takes upon them.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct ObligationDocument {
    /// Name for programs, like `technical-check`.
    pub id: String,
    /// What it says, by language.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub text: Names,
}
