//! A change outside the catalogue is accepted as a request, and assessed before it is planned.

use super::Rule;
use crate::change::check::{Request, Subject};
use crate::finding::{Finding, Severity};
use crate::json::shown;

pub(super) const RULE: Rule = Rule {
    id: "needs-assessment",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let Request::Change(request, None) = subject.request else {
        return;
    };
    let message = match &request.item {
        Some(item) => format!("`{}` is not a standard change of this agreement", shown(item)),
        None => "this is not a standard change".to_owned(),
    };
    let catalogue = subject.policy.standard_changes().iter().map(|item| item.id.as_str());
    let help = format!(
        "it will be assessed first; standard changes are: {}",
        catalogue.collect::<Vec<_>>().join(", ")
    );
    findings.push(
        Finding::new(Severity::Info, RULE.id, "item", message)
            .help(help)
            .param("item", request.item.clone()),
    );
}
