//! The section on incidents: levels, matrix, priorities with their targets, channels.

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::schedule::{Names, Table};

/// How incidents are prioritised and by when they are answered and solved.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentsDocument {
    /// The schedule in which the clock runs; the only one when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub schedule: Option<String>,
    /// Impact levels, the most severe first.
    pub impact: Vec<LevelDocument>,
    /// Urgency levels, the most severe first.
    pub urgency: Vec<LevelDocument>,
    /// Priority by impact, then urgency; a cell may be absent.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, Record<string, string>>"))]
    pub matrix: Table<Table<String>>,
    /// Priorities, the highest first.
    pub priorities: Vec<PriorityDocument>,
    /// Fraction of a target from which a ticket is at risk; 0.75 when left out.
    #[serde(default = "three_quarters")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub at_risk: f64,
    /// The lines that a ticket goes to as its resolution target runs out.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub escalation: Vec<EscalationDocument>,
    /// Ways to report an incident.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, ChannelDocument>"))]
    pub channels: Table<ChannelDocument>,
    /// The components that the agreement covers; all when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub scope: Option<Vec<String>>,
}

fn three_quarters() -> f64 {
    0.75
}

/// A level of impact or urgency.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct LevelDocument {
    /// Name for programs, like `high`.
    pub id: String,
    /// Name for people, by language.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub name: Names,
    /// When it applies, by language.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub meaning: Names,
}

/// A priority and its targets.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct PriorityDocument {
    /// Name for programs, like `P1`.
    pub id: String,
    /// Name for people, by language.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub name: Names,
    /// A schedule of its own, in place of that of all incidents.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub schedule: Option<String>,
    /// Business time until somebody responds; no target when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub response: Option<TargetDocument>,
    /// Business time until it is solved; no target when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub resolution: Option<TargetDocument>,
}

/// A service level target: `PT4H` or `{ "workingDays": 2 }` of business time, or `agreed`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum TargetDocument {
    /// An ISO 8601 duration of hours, minutes and seconds, or `agreed`.
    Text(String),
    /// Working days.
    WorkingDays(WorkingDays),
}

/// A number of working days; a fraction is allowed.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkingDays {
    /// How many.
    pub working_days: f64,
}

impl<'de> Deserialize<'de> for TargetDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = TargetDocument;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a target like `PT4H`, `agreed` or an object with `workingDays`")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<TargetDocument, E> {
                Ok(TargetDocument::Text(text.to_owned()))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<TargetDocument, A::Error> {
                WorkingDays::deserialize(de::value::MapAccessDeserializer::new(map)).map(TargetDocument::WorkingDays)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

/// A line that a ticket goes to at a fraction of its resolution target.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct EscalationDocument {
    /// The line: 2 or more, since the first line tries at once.
    pub line: u32,
    /// Fraction of the resolution target, more than 0 and at most 1.
    pub at: f64,
}

/// A way to report an incident.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct ChannelDocument {
    /// When somebody answers; always when left out.
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub schedule: Option<String>,
    /// Name for people, by language.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub name: Names,
}
