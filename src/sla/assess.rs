//! From impact and urgency, or a priority by its name, to the priority and its targets.

use crate::error::Error;
use crate::policy::{Incidents, PriorityTargets};
use crate::priority::{Impact, Priority, Urgency};

/// How bad a ticket is: impact and urgency, or the priority itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Assessment {
    pub(super) impact: Option<String>,
    pub(super) urgency: Option<String>,
    pub(super) priority: Option<String>,
}

/// Returns the priority of an assessment.
pub(super) fn priority(incidents: &Incidents, assessment: &Assessment) -> Result<Priority, Error> {
    match (&assessment.priority, &assessment.impact, &assessment.urgency) {
        (Some(id), None, None) => {
            let known = || incidents.priorities.iter().map(|priority| priority.id.as_str());
            known()
                .position(|known| known == id)
                .map(Priority)
                .ok_or_else(|| Error::unknown("unknown-priority", "priority", "priority", id, &mut known()))
        }
        (None, Some(impact), Some(urgency)) => from_matrix(incidents, impact, urgency),
        (Some(_), _, _) => Err(Error::new(
            "priority-twice",
            "priority",
            "give either impact and urgency, or a priority",
        )),
        (None, None, _) => Err(Error::new(
            "missing-field",
            "impact",
            "`impact` is missing (or `priority` in place of impact and urgency)",
        )),
        (None, Some(_), None) => Err(Error::new("missing-field", "urgency", "`urgency` is missing")),
    }
}

/// Looks the priority up in the matrix.
pub(super) fn from_matrix(incidents: &Incidents, impact: &str, urgency: &str) -> Result<Priority, Error> {
    let at = Impact(level(&incidents.impacts, "impact", impact)?);
    let within = Urgency(level(&incidents.urgencies, "urgency", urgency)?);
    incidents.matrix.priority(at, within).ok_or_else(|| {
        let message = format!("the matrix has no priority for impact `{impact}` and urgency `{urgency}`");
        Error::new("no-priority-for", format!("incidents.matrix.{impact}.{urgency}"), message)
    })
}

/// Returns the targets of a priority of this policy.
pub(super) fn targets(incidents: &Incidents, priority: Priority) -> Result<&PriorityTargets, Error> {
    let targets = incidents.priorities.get(priority.0);
    targets.ok_or_else(|| Error::new("unknown-priority", "priority", "the policy has no such priority"))
}

fn level(levels: &[String], axis: &'static str, id: &str) -> Result<usize, Error> {
    levels
        .iter()
        .position(|level| level == id)
        .ok_or_else(|| Error::unknown("unknown-level", axis, axis, id, &mut levels.iter().map(String::as_str)))
}
