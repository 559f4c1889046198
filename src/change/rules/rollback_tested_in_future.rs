//! A rollback was tried before the request, not after it.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "rollback-tested-in-future",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Request::Patch(request) = subject.request else { return };
    if let Some(tested) = request.rollback.tested_at
        && tested > subject.options.now
    {
        let words = (
            "the rollback was tried at {testedAt}, which is still to come",
            "write when it was tried; leave it out when it was not",
        );
        report.say(
            Severity::Warning,
            "rollback.testedAt",
            words,
            &[("testedAt", Value::Moment(tested))],
        );
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::last_week(r#"{ "rollback": { "steps": ["Restore the snapshot"], "testedAt": "2026-11-16T10:00:00+01:00" } }"#, &[])]
    #[case::this_moment(r#"{ "rollback": { "steps": ["Restore the snapshot"], "testedAt": "2026-11-23T12:00:00+01:00" } }"#, &[])]
    #[case::tomorrow(r#"{ "rollback": { "steps": ["Restore the snapshot"], "testedAt": "2026-11-25T10:00:00+01:00" } }"#, &["warning rollback-tested-in-future rollback.testedAt"])]
    fn a_rollback_was_tried_before(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
