//! A patch request brings what the policy lists: installer, instructions, release notes, rollback.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;
use crate::policy::Deliverable;

pub(super) const RULE: Rule = Rule {
    id: "deliverable-missing",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let (Request::Patch(request), Some(patches)) = (subject.request, &subject.policy.patches) else {
        return;
    };
    for deliverable in &patches.deliverables {
        let (missing, words) = match deliverable {
            Deliverable::Installer => (
                request.installer.file.as_deref().unwrap_or_default().trim_ascii().is_empty(),
                ("the installation file is missing", "name it in `installer.file`"),
            ),
            Deliverable::Instructions => (
                request.instructions.is_empty(),
                (
                    "the installation instructions are missing",
                    "write them in `instructions.text`, `instructions.steps` or `instructions.file`",
                ),
            ),
            Deliverable::ReleaseNotes => (
                request.release_notes.is_empty(),
                (
                    "the release notes are missing",
                    "write or name them in `releaseNotes.text`, `releaseNotes.url` or `releaseNotes.file`",
                ),
            ),
            Deliverable::Rollback => (
                request.rollback.is_empty(),
                (
                    "the rollback scenario is missing",
                    "write how to undo the patch in `rollback.steps`",
                ),
            ),
        };
        if missing {
            let path = deliverable.word();
            report.say(Severity::Error, path, words, &[("deliverable", Value::Text(path))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::the_installer(r#"{ "installer": {} }"#, &["error deliverable-missing installer"])]
    #[case::the_rollback(r#"{ "rollback": { "steps": [" "] } }"#, &["error deliverable-missing rollback"])]
    #[case::a_date_is_no_rollback(r#"{ "rollback": { "testedAt": "2026-11-16T10:00:00+01:00" } }"#, &["error deliverable-missing rollback"])]
    fn a_patch_brings_its_deliverables(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
