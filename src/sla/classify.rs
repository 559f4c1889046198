//! The priority of an incident and its targets.

use std::time::Duration;

use super::assess::{from_matrix, targets};
use super::incidents;
use crate::error::Error;
use crate::json::{ToJson, Writer};
use crate::policy::{Policy, PriorityTargets, Target};

document! {
    /// How bad it is and how long it can wait, by the ids of the policy's levels.
    pub struct ClassifyQuery {
        /// Id of an impact level.
        pub impact: String,
        /// Id of an urgency level.
        pub urgency: String,
    }
}

answer! {
    /// A priority and what it promises.
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
}

answer! {
    /// The targets of a priority.
    #[derive(Copy)]
    pub struct Targets {
        /// Business seconds until somebody responds, `agreed`, or null when the agreement sets none.
        pub response: TargetTime,
        /// Business seconds until it is solved, `agreed`, or null when the agreement sets none.
        pub resolution: TargetTime,
    }
}

/// A target as the answer has it: business seconds, `agreed`, or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetTime(pub Target);

impl ToJson for TargetTime {
    fn to_json(&self, out: &mut Writer) {
        match self.0 {
            Target::Unset => out.bare("null"),
            Target::Agreed => out.string("agreed"),
            Target::Within(time) => time.as_secs_f64().to_json(out),
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
    let incidents = incidents(policy)?;
    let priority = targets(incidents, from_matrix(incidents, &query.impact, &query.urgency)?)?;
    Ok(Classification {
        priority: priority.id.clone(),
        impact: query.impact.clone(),
        urgency: query.urgency.clone(),
        targets: Targets::of(priority),
    })
}
