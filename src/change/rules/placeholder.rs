//! A text that says nothing, like `n/a`, `zie boven`, `TODO` or lorem ipsum, is found out. An `example.com` address is none of these.

use super::Rule;
use crate::change::passage::names;
use crate::change::report::{Report, Value};
use crate::change::subject::Subject;
use crate::change::text::{one_of, says_nothing};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule { id: "placeholder", check };

fn check(subject: &Subject, report: &mut Report) {
    let mut passages = names(subject.request);
    for part in &subject.parts {
        passages.extend(&part.passages);
    }
    for passage in passages {
        // Among other steps, to test is one.
        let step = passage.is_item() && one_of(passage.text.trim_ascii(), "test|testing|testen");
        if says_nothing(passage.text) && !step {
            let words = ("`{text}` says nothing", "write what is meant, or leave it out");
            report.say(Severity::Error, &passage.path(), words, &[("text", Value::Text(passage.text))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::not_applicable(r#"{ "rollback": { "text": "N/A" } }"#, &["error placeholder rollback.text"])]
    #[case::see_above(r#"{ "rollback": { "steps": ["zie boven"] } }"#, &["error placeholder rollback.steps[0]"])]
    #[case::to_do(r#"{ "instructions": { "text": "TODO: write down" } }"#, &["error placeholder instructions.text"])]
    #[case::lorem_ipsum(r#"{ "releaseNotes": { "text": "Lorem ipsum dolor sit amet" } }"#, &["error placeholder releaseNotes.text"])]
    #[case::a_name(r#"{ "requestedBy": { "name": "xxx", "email": "a@example.com" } }"#, &["error placeholder requestedBy.name"])]
    #[case::a_step_that_tests(r#"{ "instructions": { "steps": ["Run the installer", "Test"] } }"#, &[])]
    #[case::a_text_that_tests(r#"{ "instructions": { "text": "Test" } }"#, &["error placeholder instructions.text"])]
    #[case::an_example_address(r#"{ "releaseNotes": { "url": "https://example.com/notes" }, "requestedBy": { "name": "A. de Vries", "email": "info@example.com" } }"#, &[])]
    #[case::a_text_that_mentions_one(r#"{ "instructions": { "text": "Fill in N/A where the form asks for a proxy" } }"#, &[])]
    fn what_says_nothing_is_found_out(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
