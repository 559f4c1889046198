//! A patch goes up: the new version is later than the one that is there.

use std::cmp::Ordering;

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::change::version::compare;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "version-not-newer",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Request::Patch(request) = subject.request else { return };
    let (Some(from), Some(to)) = (&request.product.from, &request.product.to) else {
        return;
    };
    // Which of two is later is not always to be told: then nothing is said.
    let newer = matches!(compare(from, to), None | Some(Ordering::Less));
    if newer || from.trim_ascii().is_empty() || to.trim_ascii().is_empty() {
        return;
    }
    let words = (
        "version `{to}` is not newer than `{from}`, which is there already",
        "name the version after the patch; to go back is a rollback, not a patch",
    );
    report.say(
        Severity::Error,
        "product.to",
        words,
        &[("from", Value::Text(from)), ("to", Value::Text(to))],
    );
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::up(r#"{ "product": { "name": "Globe", "from": "4.9", "to": "4.22" } }"#, &[])]
    #[case::the_same(r#"{ "product": { "name": "Globe", "from": "v4.22", "to": "4.22.0" } }"#, &["error version-not-newer product.to"])]
    #[case::down(r#"{ "product": { "name": "Globe", "from": "4.22", "to": "4.9" } }"#, &["error version-not-newer product.to"])]
    #[case::from_a_release_to_its_candidate(r#"{ "product": { "name": "Globe", "from": "5.0", "to": "5.0-rc1" } }"#, &["error version-not-newer product.to"])]
    #[case::to_nothing(r#"{ "product": { "name": "Globe", "from": "4.22", "to": " " } }"#, &["error field-missing product.to"])]
    #[case::not_to_be_told(r#"{ "product": { "name": "Globe", "from": "2019 SP1", "to": "2019 CU4" } }"#, &[])]
    fn a_version_goes_up(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
