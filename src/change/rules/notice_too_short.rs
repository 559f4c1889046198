//! A request comes early enough: the policy's least notice before the window.

use super::Rule;
use crate::change::check::{Asked, Subject};
use crate::finding::{Finding, Severity};
use crate::json::number;

pub(super) const RULE: Rule = Rule {
    id: "notice-too-short",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let Asked::Fixed(window) = subject.asked else { return };
    // What is past already has its own finding.
    let early_enough = subject
        .now
        .after(subject.limits.min_notice)
        .is_some_and(|earliest| window.start >= earliest);
    if early_enough || window.start < subject.now {
        return;
    }
    let minutes = subject.limits.min_notice.as_secs_f64() / 60.0;
    let finding = Finding::new(
        Severity::Error,
        RULE.id,
        "window.start",
        format!("the window starts in less than {} minutes", number(minutes)),
    );
    findings.push(finding.help("choose a later window").param("minutes", minutes));
}
