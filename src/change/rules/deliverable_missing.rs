//! A patch request brings what the policy lists: installer, instructions, release notes, rollback.

use super::Rule;
use crate::change::check::{Request, Subject};
use crate::finding::{Finding, Severity};
use crate::policy::Deliverable;

pub(super) const RULE: Rule = Rule {
    id: "deliverable-missing",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let Request::Patch(request) = subject.request else {
        return;
    };
    let listed = subject.policy.patches.iter().flat_map(|patches| &patches.deliverables);
    let missing = listed.filter(|deliverable| match deliverable {
        Deliverable::Installer => request.installer.file.as_ref().is_none_or(|file| file.trim().is_empty()),
        Deliverable::Instructions => request.instructions.is_empty(),
        Deliverable::ReleaseNotes => request.release_notes.is_empty(),
        Deliverable::Rollback => request.rollback.is_empty(),
    });
    let finding = |deliverable: &Deliverable| {
        let (path, what, help) = words(*deliverable);
        let finding = Finding::new(Severity::Error, RULE.id, path, format!("the {what} missing"));
        finding.help(help).param("deliverable", path)
    };
    findings.extend(missing.map(finding));
}

fn words(deliverable: Deliverable) -> (&'static str, &'static str, &'static str) {
    match deliverable {
        Deliverable::Installer => ("installer", "installation file is", "name it in `installer.file`"),
        Deliverable::Instructions => (
            "instructions",
            "installation instructions are",
            "write them in `instructions.text`, `instructions.steps` or `instructions.file`",
        ),
        Deliverable::ReleaseNotes => (
            "releaseNotes",
            "release notes are",
            "write or name them in `releaseNotes.text`, `releaseNotes.url` or `releaseNotes.file`",
        ),
        Deliverable::Rollback => (
            "rollback",
            "rollback scenario is",
            "write how to undo the patch in `rollback.steps`",
        ),
    }
}
