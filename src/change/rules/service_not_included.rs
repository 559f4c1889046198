//! The agreement must contain the service that is asked for.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::request::RequestType;
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "service-not-included",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let (asked, usual) = match subject.request {
        Request::Patch(request) => (&request.service, "patches"),
        // A normal change is no service of the tier: it is assessed.
        Request::Change(request, _) if subject.kind == RequestType::Standard => (&request.service, "standard-changes"),
        Request::Change(request, _) => (&request.service, ""),
    };
    let service = asked.as_deref().unwrap_or(usual);
    if service.is_empty() && asked.is_none() || subject.policy.includes(service) {
        return;
    }
    let words = (
        "the agreement does not contain the service `{service}`",
        "ask the provider to add the service to the agreement",
    );
    report.say(Severity::Error, "service", words, &[("service", Value::Text(service))]);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::{GOUD, change_by, patch};

    #[rstest]
    #[case::patches(r#"{ "service": "patches" }"#, &[])]
    #[case::backups(r#"{ "service": "backups" }"#, &["error service-not-included service"])]
    fn a_service_is_in_the_agreement(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }

    #[rstest]
    #[case::of_the_catalogue(r#""item": "ad-user", "fields": { "user": "jdevries", "action": "Disable the account" }"#, &["error service-not-included service"])]
    #[case::that_is_assessed(r#""title": "New firewall", "description": "Replace it", "implementationPlan": "Swap it at night", "backoutPlan": "Put the old one back", "testPlan": "Ping the router", "risk": "Low""#, &["info needs-assessment item"])]
    fn without_standard_changes_in_the_agreement_one_is_refused(#[case] request: &str, #[case] findings: &[&str]) {
        let policy = GOUD.replace(r#","standard-changes"]"#, "]");
        assert_ne!(policy, GOUD);
        assert_eq!(change_by(&policy, &format!("{{ {request} }}")), findings);
    }
}
