//! The requester has a mail address that somebody reads.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::Subject;
use crate::change::text::{is_address, one_of};
use crate::cut::{cut, cut_last};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "requester-unreachable",
    check,
};

/// Names that only send.
const SILENT: &str = "noreply|no-reply|no_reply|donotreply|do-not-reply|nietbeantwoorden|niet-beantwoorden";

/// Domains that are reserved for never being there.
const NOWHERE: &str = "invalid|test|localhost";

fn check(subject: &Subject, report: &mut Report) {
    let email = subject.request.requester().email.as_deref().unwrap_or_default().trim_ascii();
    let (name, _) = cut(email, b"@+");
    let (_, end) = cut_last(email, b".");
    if email.is_empty() || is_address(email) && !one_of(name, SILENT) && !one_of(end, NOWHERE) {
        return;
    }
    let words = (
        "nobody reads mail at `{email}`",
        "write an address like `name@example.org` that somebody reads",
    );
    report.say(Severity::Error, "requestedBy.email", words, &[("email", Value::Text(email))]);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::an_address(r#"{ "requestedBy": { "name": "A. de Vries", "email": "a.devries@example.com" } }"#, &[])]
    #[case::no_domain(r#"{ "requestedBy": { "name": "A. de Vries", "email": "a.devries" } }"#, &["error requester-unreachable requestedBy.email"])]
    #[case::a_comma_for_a_dot(r#"{ "requestedBy": { "name": "A. de Vries", "email": "a.devries@example,com" } }"#, &["error requester-unreachable requestedBy.email"])]
    #[case::a_sender_that_reads_nothing(r#"{ "requestedBy": { "name": "A. de Vries", "email": "no-reply@example.com" } }"#, &["error requester-unreachable requestedBy.email"])]
    #[case::a_reserved_domain(r#"{ "requestedBy": { "name": "A. de Vries", "email": "a@host.invalid" } }"#, &["error requester-unreachable requestedBy.email"])]
    fn a_requester_can_be_reached(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
