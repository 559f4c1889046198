//! By when a new incident must be answered and solved.

use super::assess::{Assessment, priority, targets};
use super::clock::part;
use super::incidents;
use super::intake::intake;
use super::tally::duration;
use crate::error::Error;
use crate::finding::Finding;
use crate::json::{ToJson, Writer};
use crate::policy::{Policy, Target};
use crate::schedule::{self, Instant, Stamp};

document! {
    /// A new incident: impact and urgency, or the priority itself, and when it was reported.
    pub struct DeadlineQuery {
        /// Id of an impact level; together with the urgency.
        pub impact: Option<String> = None,
        /// Id of an urgency level; together with the impact.
        pub urgency: Option<String> = None,
        /// Id of a priority, in place of impact and urgency.
        pub priority: Option<String> = None,
        /// When it was reported.
        pub reported_at: Instant,
        /// Id of the channel it was reported by.
        pub channel: Option<String> = None,
        /// The component it concerns.
        pub component: Option<String> = None,
    }
}

answer! {
    /// The deadlines of an incident.
    pub struct Deadlines {
        /// Id of its priority.
        pub priority: String,
        /// By when somebody responds; null when the agreement sets no target.
        pub response: Option<Due>,
        /// By when it is solved; null when the agreement sets no target.
        pub resolution: Option<Due>,
        /// The lines it goes to while it is not solved, and when.
        pub escalation: Vec<EscalationMoment>,
        /// Remarks; none of them moves the clock.
        pub findings: Vec<Finding>,
    }
}

/// A deadline: an instant, or one still to be agreed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify_macros::Tsify), serde(untagged), tsify(missing_as_null))]
pub enum Due {
    /// The last instant in time; null when the schedule has none before 2200.
    At {
        /// RFC 3339 text in the policy's zone.
        due: Option<Stamp>,
    },
    /// Customer and provider agree on it.
    Agreed {
        /// Always true.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "true"))]
        agreed: bool,
    },
}

impl ToJson for Due {
    fn to_json(&self, out: &mut Writer) {
        out.begin('{');
        match self {
            Self::At { due } => out.field("due", due),
            Self::Agreed { agreed } => out.field("agreed", agreed),
        }
        out.end('}');
    }
}

answer! {
    /// A line that the incident goes to when it is not solved by then.
    #[derive(Copy)]
    pub struct EscalationMoment {
        /// The line: 2 or more.
        pub line: u32,
        /// RFC 3339 text in the policy's zone; null when there is no such instant before 2200.
        pub at: Option<Stamp>,
    }
}

/// Returns the deadlines of a new incident.
///
/// # Examples
/// A priority 2 reported on Friday at 16:00 is answered by 17:00 and solved by Monday 16:00:
/// ```
/// use deskrules::{json, policy::Policy, sla};
/// let goud = Policy::managed_server_goud()?;
/// let query = json::parse(r#"{ "priority": "P2", "reportedAt": "2026-11-20T16:00:00+01:00" }"#)?;
/// let answer = sla::deadlines(&goud, &json::fit(query)?)?;
/// assert_eq!(json::text(&answer.resolution), r#"{"due":"2026-11-23T16:00:00+01:00"}"#);
/// # Ok::<(), deskrules::error::Error>(())
/// ```
///
/// # Errors
/// As [`classify`](super::classify()), and `unknown-priority`, `unknown-channel`, `missing-field` (neither impact and urgency nor
/// priority) or `priority-twice` (both).
pub fn deadlines(policy: &Policy, query: &DeadlineQuery) -> Result<Deadlines, Error> {
    let incidents = incidents(policy)?;
    let priority = targets(
        incidents,
        priority(
            incidents,
            &Assessment {
                impact: query.impact.clone(),
                urgency: query.urgency.clone(),
                priority: query.priority.clone(),
            },
        )?,
    )?;
    let after = |time| {
        priority
            .schedule
            .as_ref()
            .and_then(|schedule| schedule.add(query.reported_at, time))
            .map(|due| policy.zone.stamp(due))
    };
    let due = |target| match target {
        Target::Unset => None,
        Target::Agreed => Some(Due::Agreed { agreed: true }),
        Target::Within(time) => Some(Due::At { due: after(time) }),
    };
    let mut escalation = Vec::new();
    if let Target::Within(time) = priority.resolution {
        for step in &incidents.escalation {
            escalation.push(EscalationMoment {
                line: step.line,
                at: after(duration(part(schedule::millis(time), step.at))),
            });
        }
    }
    Ok(Deadlines {
        priority: priority.id.clone(),
        response: due(priority.response),
        resolution: due(priority.resolution),
        escalation,
        findings: intake(
            policy,
            incidents,
            query.reported_at,
            query.channel.as_deref(),
            query.component.as_deref(),
        )?,
    })
}
