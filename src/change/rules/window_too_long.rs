//! A window is at most as long as the policy allows.

use super::Rule;
use crate::change::check::{Asked, Subject};
use crate::finding::{Finding, Severity};
use crate::json::number;

pub(super) const RULE: Rule = Rule {
    id: "window-too-long",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let (Some(length), Some(most)) = (subject.asked.length(), subject.limits.max_duration) else {
        return;
    };
    if length <= most {
        return;
    }
    let path = if matches!(subject.asked, Asked::Open { .. }) {
        "window.minutes"
    } else {
        "window.end"
    };
    let (minutes, most) = (length.as_secs_f64() / 60.0, most.as_secs_f64() / 60.0);
    let finding = Finding::new(
        Severity::Error,
        RULE.id,
        path,
        format!("the window takes {} minutes: at most {} are allowed", number(minutes), number(most)),
    );
    findings.push(
        finding
            .help("split the work, or agree on it as a project")
            .param("minutes", minutes)
            .param("most", most),
    );
}
