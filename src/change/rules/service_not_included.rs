//! The agreement must contain the service that is asked for.

use super::Rule;
use crate::change::check::{Request, Subject};
use crate::change::request::RequestType;
use crate::finding::{Finding, Severity};

pub(super) const RULE: Rule = Rule {
    id: "service-not-included",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let (asked, usual) = match subject.request {
        Request::Patch(request) => (request.service.as_deref(), Some("patches")),
        // A normal change is no service of the tier: it is assessed.
        Request::Change(request, _) => (
            request.service.as_deref(),
            (subject.kind == RequestType::Standard).then_some("standard-changes"),
        ),
    };
    let Some(service) = asked.or(usual).filter(|service| !subject.policy.includes(service)) else {
        return;
    };
    let finding = Finding::new(
        Severity::Error,
        RULE.id,
        "service",
        format!("the agreement does not contain the service `{service}`"),
    );
    findings.push(
        finding
            .help("ask the provider to add the service to the agreement")
            .param("service", service),
    );
}
