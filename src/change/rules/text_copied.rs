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
    let mut seen: Vec<(&Part, Vec<u8>)> = Vec::new();
    for part in &subject.parts {
        let letters = all(part);
        // One document may well hold both.
        let same = |(other, theirs): &&(&Part, Vec<u8>)| *theirs == letters && (part.file.is_none() || part.file != other.file);
        if letters.len() < SOME {
            continue;
        }
        if let Some((first, _)) = seen.iter().find(same) {
            let words = ("this is the same text as in `{first}`", "write what belongs here");
            report.say(Severity::Error, part.field, words, &[("first", Value::Text(first.field))]);
        }
        seen.push((part, letters));
    }
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

    use crate::change::examples::{patch, patch_with};

    #[rstest]
    #[case::in_text(r#"{ "instructions": { "text": "Run the installer." }, "rollback": { "text": "run the installer" } }"#, &["error text-copied rollback"])]
    #[case::in_steps(r#"{ "instructions": { "text": "Stop it. Run the installer." }, "rollback": { "steps": ["Stop it", "Run the installer"] } }"#, &["error text-copied rollback"])]
    #[case::in_eight_letters(r#"{ "instructions": { "text": "Run setup" }, "rollback": { "text": "Run setup!" } }"#, &["error text-copied rollback"])]
    #[case::in_fewer(r#"{ "instructions": { "text": "Do setup" }, "rollback": { "text": "Do setup" } }"#, &[])]
    #[case::one_step_of_several(r#"{ "instructions": { "steps": ["Stop the service", "Install"] }, "rollback": { "steps": ["Stop the service", "Uninstall"] } }"#, &[])]
    #[case::one_document_for_both(r#"{ "instructions": { "file": "runbook.pdf" }, "rollback": { "file": "runbook.pdf" } }"#, &[])]
    fn the_same_text_twice_is_found_out(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }

    #[rstest]
    #[case::in_one_file("a.txt", &[])]
    #[case::in_two_files("b.txt", &["error text-copied rollback"])]
    fn one_file_may_hold_both(#[case] rollback: &str, #[case] findings: &[&str]) {
        let text = r#"{ "size": 30, "text": "Run the installer as it is" }"#;
        let files = format!(r#"{{ "files": {{ "a.txt": {text}, "b.txt": {text} }} }}"#);
        let request = format!(r#"{{ "instructions": {{ "file": "a.txt" }}, "rollback": {{ "file": "{rollback}" }} }}"#);
        assert_eq!(patch_with(&files, &request), findings);
    }
}
