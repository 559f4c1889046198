//! By when a new incident must be answered and solved.

use super::classify::priority;
use super::incidents;
use crate::error::Error;
use crate::finding::{Finding, Severity};
use crate::json::{ToJson, Writer};
use crate::policy::{Incidents, Policy, PriorityTargets, Target};
use crate::schedule::{Instant, Stamp};

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
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), serde(untagged), tsify(missing_as_null))]
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
    let priority = priority_of(incidents, query)?;
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
    let escalation = match priority.resolution {
        Target::Within(time) => {
            let step = |step: &crate::policy::Escalation| EscalationMoment {
                line: step.line,
                at: after(time.mul_f64(step.at)),
            };
            incidents.escalation.iter().map(step).collect()
        }
        Target::Unset | Target::Agreed => Vec::new(),
    };
    Ok(Deadlines {
        priority: priority.id.clone(),
        response: due(priority.response),
        resolution: due(priority.resolution),
        escalation,
        findings: intake(policy, incidents, query)?,
    })
}

fn priority_of<'a>(incidents: &'a Incidents, query: &DeadlineQuery) -> Result<&'a PriorityTargets, Error> {
    match (&query.priority, &query.impact, &query.urgency) {
        (Some(id), None, None) => incidents.priorities.iter().find(|priority| priority.id == *id).ok_or_else(|| {
            let known: Vec<&str> = incidents.priorities.iter().map(|priority| priority.id.as_str()).collect();
            Error::unknown("unknown-priority", "priority", "priority", id, &known)
        }),
        (None, Some(impact), Some(urgency)) => priority(incidents, impact, urgency),
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

/// Looks at where the incident came from and what it concerns.
fn intake(policy: &Policy, incidents: &Incidents, query: &DeadlineQuery) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    if !policy.includes("incidents") {
        let finding = Finding::new(
            Severity::Error,
            "service-not-included",
            "",
            "the agreement does not contain `incidents`",
        );
        findings.push(
            finding
                .help("ask for an agreement with incident management")
                .param("service", "incidents"),
        );
    }
    if let Some(channel) = &query.channel {
        let Some(schedule) = incidents.channels.get(channel) else {
            let known: Vec<&str> = incidents.channels.keys().collect();
            return Err(Error::unknown("unknown-channel", "channel", "channel", channel, &known));
        };
        if schedule.as_ref().is_some_and(|schedule| !schedule.is_open(query.reported_at)) {
            let finding = Finding::new(
                Severity::Info,
                "channel-closed",
                "channel",
                format!("`{channel}` is closed at that moment"),
            );
            findings.push(
                finding
                    .help("the clock starts at the next opening")
                    .param("channel", channel.as_str()),
            );
        }
    }
    if let (Some(component), Some(scope)) = (&query.component, &incidents.scope)
        && !scope.contains(component)
    {
        let finding = Finding::new(
            Severity::Warning,
            "out-of-scope",
            "component",
            format!("`{component}` is not in the agreement's scope"),
        );
        findings.push(
            finding
                .help(format!("in scope: {}", scope.join(", ")))
                .param("component", component.as_str())
                .param("scope", scope.as_slice()),
        );
    }
    Ok(findings)
}
