//! No work in a freeze: a hard one refuses, a soft one warns.

use super::Rule;
use crate::change::check::{Asked, Subject};
use crate::change::request::RequestType;
use crate::finding::{Finding, Severity};
use crate::policy::FreezeKind;

pub(super) const RULE: Rule = Rule {
    id: "window-in-freeze",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let Asked::Fixed(window) = subject.asked else { return };
    let hit = subject.freezes.iter().filter(|freeze| freeze.period.overlaps(window));
    let finding = |freeze: &crate::policy::Freeze| {
        let zone = &subject.policy.zone;
        let (from, to) = (
            zone.stamp(freeze.period.start).to_string(),
            zone.stamp(freeze.period.end).to_string(),
        );
        let severity = match freeze.kind {
            FreezeKind::Hard if subject.kind != RequestType::Emergency => Severity::Error,
            FreezeKind::Hard | FreezeKind::Soft => Severity::Warning,
        };
        let finding = Finding::new(
            severity,
            RULE.id,
            "window",
            format!("the window is in the freeze from {from} to {to}"),
        );
        finding
            .help("take the next window that fits")
            .param("from", from)
            .param("to", to)
            .param("reason", &freeze.reason)
    };
    findings.extend(hit.map(finding));
}
