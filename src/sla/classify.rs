//! The priority of an incident and its targets.

use std::time::Duration;

use serde::{Deserialize, Serialize, Serializer};

use super::incidents;
use crate::error::Error;
use crate::policy::{Incidents, Level, Policy, PriorityTargets, Target};
use crate::priority::{Impact, Urgency};

/// How bad it is and how long it can wait, by the ids of the policy's levels.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct ClassifyQuery {
    /// Id of an impact level.
    pub impact: String,
    /// Id of an urgency level.
    pub urgency: String,
}

/// A priority and what it promises.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Classification {
    /// Id of the priority.
    pub priority: String,
    /// Id of the impact, as asked.
    pub impact: String,
    /// Id of the urgency, as asked.
    pub urgency: String,
    /// The priority's targets.
    pub targets: Targets,
}

/// The targets of a priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Targets {
    /// Business seconds until somebody responds, `agreed`, or null when the agreement sets none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | \"agreed\" | null"))]
    pub response: TargetTime,
    /// Business seconds until it is solved, `agreed`, or null when the agreement sets none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | \"agreed\" | null"))]
    pub resolution: TargetTime,
}

/// A target as the answer has it: business seconds, `agreed`, or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetTime(pub Target);

impl Serialize for TargetTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Target::Unset => serializer.serialize_unit(),
            Target::Agreed => serializer.serialize_str("agreed"),
            Target::Within(time) if time.subsec_nanos() == 0 => serializer.serialize_u64(time.as_secs()),
            Target::Within(time) => serializer.serialize_f64(time.as_secs_f64()),
        }
    }
}

impl Targets {
    pub(super) fn of(priority: &PriorityTargets) -> Self {
        Self {
            response: TargetTime(priority.response),
            resolution: TargetTime(priority.resolution),
        }
    }
}

impl TargetTime {
    /// Returns the time of the target, when it is one.
    #[must_use]
    pub fn time(self) -> Option<Duration> {
        match self.0 {
            Target::Within(time) => Some(time),
            Target::Unset | Target::Agreed => None,
        }
    }
}

/// Returns the priority of an incident and its targets.
///
/// # Examples
/// ```
/// use deskrules::{policy::Policy, sla};
/// let goud = Policy::managed_server_goud()?;
/// let query = sla::ClassifyQuery { impact: "high".into(), urgency: "medium".into() };
/// assert_eq!(sla::classify(&goud, &query)?.priority, "P2");
/// # Ok::<(), deskrules::error::Error>(())
/// ```
///
/// # Errors
/// `unknown-level` when the policy has no such impact or urgency, `no-priority-for` when its matrix has no priority there,
/// `no-incidents` when it says nothing about incidents.
pub fn classify(policy: &Policy, query: &ClassifyQuery) -> Result<Classification, Error> {
    let priority = priority(incidents(policy)?, &query.impact, &query.urgency)?;
    Ok(Classification {
        priority: priority.id.clone(),
        impact: query.impact.clone(),
        urgency: query.urgency.clone(),
        targets: Targets::of(priority),
    })
}

/// Looks the priority up in the matrix.
pub(super) fn priority<'a>(incidents: &'a Incidents, impact: &str, urgency: &str) -> Result<&'a PriorityTargets, Error> {
    let at = Impact(level(&incidents.impacts, "impact", impact)?);
    let within = Urgency(level(&incidents.urgencies, "urgency", urgency)?);
    let priority = incidents
        .matrix
        .priority(at, within)
        .and_then(|priority| incidents.priorities.get(priority.0));
    priority.ok_or_else(|| {
        let message = format!("the matrix has no priority for impact `{impact}` and urgency `{urgency}`");
        Error::new("no-priority-for", format!("incidents.matrix.{impact}.{urgency}"), message)
    })
}

fn level(levels: &[Level], axis: &'static str, id: &str) -> Result<usize, Error> {
    levels.iter().position(|level| level.id == id).ok_or_else(|| {
        let known: Vec<&str> = levels.iter().map(|level| level.id.as_str()).collect();
        Error::unknown("unknown-level", axis, axis, id, &known)
    })
}
