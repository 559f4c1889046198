//! What is remarkable about how an incident came in; none of it moves the clock.

use crate::cut::joined;
use crate::error::Error;
use crate::finding::{Finding, Severity};
use crate::policy::{Incidents, Policy};
use crate::schedule::Instant;

/// Looks at where the incident came from and what it concerns.
///
/// # Errors
/// `unknown-channel` when the policy has no such channel.
pub(super) fn intake(
    policy: &Policy,
    incidents: &Incidents,
    reported: Instant,
    channel: Option<&str>,
    component: Option<&str>,
) -> Result<Vec<Finding>, Error> {
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
    if let Some(channel) = channel {
        let Some(schedule) = incidents.channels.get(channel) else {
            return Err(Error::unknown(
                "unknown-channel",
                "channel",
                "channel",
                channel,
                &mut incidents.channels.keys(),
            ));
        };
        if schedule.as_ref().is_some_and(|schedule| !schedule.is_open(reported)) {
            let finding = Finding::new(
                Severity::Info,
                "channel-closed",
                "channel",
                format!("`{channel}` is closed at that moment"),
            );
            findings.push(finding.help("the clock starts at the next opening").param("channel", channel));
        }
    }
    if let (Some(component), Some(scope)) = (component, &incidents.scope)
        && !scope.iter().any(|known| known == component)
    {
        let finding = Finding::new(
            Severity::Warning,
            "out-of-scope",
            "component",
            format!("`{component}` is not in the agreement's scope"),
        );
        findings.push(
            finding
                .help(format!("in scope: {}", joined(&mut scope.iter().map(String::as_str))))
                .param("component", component)
                .param("scope", scope.as_slice()),
        );
    }
    Ok(findings)
}
