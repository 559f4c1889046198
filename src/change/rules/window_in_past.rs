//! Work cannot start in the past.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Asked, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "window-in-past",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Asked::Fixed(window) = subject.asked else { return };
    if window.start < subject.options.now {
        let words = ("the window starts at {start}, which is past", "choose a later window");
        report.say(Severity::Error, "window.start", words, &[("start", Value::Moment(window.start))]);
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::yesterday(r#"{ "window": { "start": "2026-11-20T10:00:00+01:00", "end": "2026-11-20T11:00:00+01:00" } }"#, &["error window-in-past window.start"])]
    #[case::now(r#"{ "window": { "start": "2026-11-23T12:00:00+01:00", "end": "2026-11-23T13:00:00+01:00" } }"#, &[])]
    fn work_starts_in_the_future(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
