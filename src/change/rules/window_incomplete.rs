//! A window is `start` and `end`, or `notBefore` and `minutes`, and takes some time.

use super::Rule;
use crate::change::check::{Asked, Subject};
use crate::finding::{Finding, Severity};

pub(super) const RULE: Rule = Rule {
    id: "window-incomplete",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let Some(window) = subject.request.window().filter(|_| subject.asked == Asked::Nothing) else {
        return;
    };
    let (path, message) = match (window.start, window.end, window.not_before, window.minutes) {
        (Some(_), Some(_), None, None) => ("window.end", "the window ends before it starts"),
        (None, None, Some(_), Some(_)) => ("window.minutes", "the window takes no time"),
        (Some(_), None, None, None) => ("window.end", "the window has a start and no end"),
        (None, Some(_), None, None) => ("window.start", "the window has an end and no start"),
        (None, None, Some(_), None) => ("window.minutes", "the window does not say how long the work takes"),
        (None, None, None, Some(_)) => ("window.notBefore", "the window does not say from when"),
        (None, None, None, None) => ("window", "the window is empty"),
        _ => ("window", "the window says two things at once"),
    };
    findings.push(Finding::new(Severity::Error, RULE.id, path, message).help("write `start` and `end`, or `notBefore` and `minutes`"));
}
