//! The same text in two fields: one of them is not written yet.

use super::Rule;
use crate::change::passage::Part;
use crate::change::report::{Report, Value};
use crate::change::subject::Subject;
use crate::change::text::letters;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule { id: "text-copied", check };

/// How many letters a text has at least that is worth comparing.
const SOME: usize = 8;

fn check(subject: &Subject, report: &mut Report) {
    for (index, part) in subject.parts.iter().enumerate() {
        if let Some(first) = subject.parts.iter().take(index).find(|first| same(first, part)) {
            let words = ("this is the same text as in `{first}`", "write what belongs here");
            report.say(Severity::Error, part.field, words, &[("first", Value::Text(first.field))]);
        }
    }
}

/// Says whether two parts say the same; one document may well hold both.
fn same(one: &Part, other: &Part) -> bool {
    let one_file = one.file.is_some() && one.file == other.file;
    let letters = all(one);
    !one_file && letters.len() >= SOME && letters == all(other)
}

fn all(part: &Part) -> Vec<u8> {
    let mut all = Vec::new();
    for passage in &part.passages {
        all.extend(letters(passage.text));
    }
    all
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::in_text(r#"{ "instructions": { "text": "Run the installer." }, "rollback": { "text": "run the installer" } }"#, &["error text-copied rollback"])]
    #[case::in_steps(r#"{ "instructions": { "text": "Stop it. Run the installer." }, "rollback": { "steps": ["Stop it", "Run the installer"] } }"#, &["error text-copied rollback"])]
    #[case::one_step_of_several(r#"{ "instructions": { "steps": ["Stop the service", "Install"] }, "rollback": { "steps": ["Stop the service", "Uninstall"] } }"#, &[])]
    #[case::one_document_for_both(r#"{ "instructions": { "file": "runbook.pdf" }, "rollback": { "file": "runbook.pdf" } }"#, &[])]
    fn the_same_text_twice_is_found_out(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
