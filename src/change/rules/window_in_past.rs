//! Work cannot start in the past.

use super::Rule;
use crate::change::check::{Asked, Subject};
use crate::finding::{Finding, Severity};

pub(super) const RULE: Rule = Rule {
    id: "window-in-past",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let Asked::Fixed(window) = subject.asked else { return };
    if window.start >= subject.now {
        return;
    }
    let start = subject.policy.zone.stamp(window.start).to_string();
    let finding = Finding::new(
        Severity::Error,
        RULE.id,
        "window.start",
        format!("the window starts at {start}, which is past"),
    );
    findings.push(finding.help("choose a later window").param("start", start));
}
