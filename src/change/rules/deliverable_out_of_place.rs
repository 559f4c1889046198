//! Each deliverable in a form that can be carried out: instructions and rollback in the request itself, not at an address.

use super::Rule;
use crate::change::report::Report;
use crate::change::request::Text;
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "deliverable-out-of-place",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Request::Patch(request) = subject.request else { return };
    let address = |text: &Text| text.url.is_some();
    let tested = |text: &Text| text.tested_at.is_some();
    let (instructions, notes, rollback) = (&request.instructions, &request.release_notes, &request.rollback);
    let strangers = [
        (
            address(instructions),
            "instructions.url",
            "what stands at an address may change: instructions are in the request",
        ),
        (tested(instructions), "instructions.testedAt", "it is the rollback that was tried"),
        (!notes.steps.is_empty(), "releaseNotes.steps", "release notes have no steps"),
        (tested(notes), "releaseNotes.testedAt", "it is the rollback that was tried"),
        (
            address(rollback),
            "rollback.url",
            "what stands at an address may change: a rollback is in the request",
        ),
    ];
    for (there, path, message) in strangers {
        if there {
            report.say(Severity::Error, path, (message, "write it as `text`, `steps` or `file`"), &[]);
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::instructions_at_an_address(r#"{ "instructions": { "url": "https://example.com/how" } }"#, &["error deliverable-out-of-place instructions.url"])]
    #[case::a_rollback_at_an_address(r#"{ "rollback": { "url": "https://example.com/back" } }"#, &["error deliverable-out-of-place rollback.url"])]
    #[case::notes_at_an_address(r#"{ "releaseNotes": { "url": "https://example.com/notes" } }"#, &[])]
    #[case::notes_with_steps(r#"{ "releaseNotes": { "steps": ["Faster start"] } }"#, &["error deliverable-out-of-place releaseNotes.steps"])]
    fn a_deliverable_has_a_form_that_can_be_carried_out(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
