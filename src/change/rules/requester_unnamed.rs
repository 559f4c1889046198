//! The requester is a person with a name, not an address or a number.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::Subject;
use crate::change::text::{all, has, says_nothing};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "requester-unnamed",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let name = subject.request.requester().name.as_deref().unwrap_or_default();
    // What says nothing, or is missing, has its own finding.
    let letters = !all(name, |byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
    if letters && !has(name, b"@") || says_nothing(name) {
        return;
    }
    let words = ("`{name}` is not the name of a person", "write who can be asked about this request");
    report.say(Severity::Error, "requestedBy.name", words, &[("name", Value::Text(name))]);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::a_name(r#"{ "requestedBy": { "name": "A. de Vries", "email": "a@example.com" } }"#, &[])]
    #[case::a_name_of_one_word(r#"{ "requestedBy": { "name": "Sukarno", "email": "a@example.com" } }"#, &[])]
    #[case::an_address(r#"{ "requestedBy": { "name": "a@example.com", "email": "a@example.com" } }"#, &["error requester-unnamed requestedBy.name"])]
    #[case::a_number(r#"{ "requestedBy": { "name": "0612345678", "email": "a@example.com" } }"#, &["error requester-unnamed requestedBy.name"])]
    fn a_requester_has_a_name(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
