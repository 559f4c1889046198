//! Work is done within the policy's hours, from start to end without closed time in between.

use super::Rule;
use crate::change::check::{Asked, Subject};
use crate::change::request::RequestType;
use crate::finding::{Finding, Severity};

pub(super) const RULE: Rule = Rule {
    id: "window-outside-hours",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let (Asked::Fixed(window), Some(schedule)) = (subject.asked, &subject.limits.schedule) else {
        return;
    };
    let open = schedule.is_open(window.start) && schedule.next_close(window.start).is_none_or(|close| close >= window.end);
    if open {
        return;
    }
    let (path, message) = if schedule.is_open(window.start) {
        ("window.end", "the window goes on after closing time")
    } else {
        ("window.start", "the window starts while closed")
    };
    // An emergency is for people to decide on.
    let severity = if subject.kind == RequestType::Emergency {
        Severity::Warning
    } else {
        Severity::Error
    };
    findings.push(Finding::new(severity, RULE.id, path, message).help("take the next window that fits"));
}
