//! A window is at most as long as the policy allows.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Asked, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "window-too-long",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let (Some(length), Some(most)) = (subject.asked.length(), subject.limits.max_duration) else {
        return;
    };
    if length <= most {
        return;
    }
    let path = if matches!(subject.asked, Asked::Open { .. }) {
        "window.minutes"
    } else {
        "window.end"
    };
    let words = (
        "the window takes {minutes} minutes: at most {most} are allowed",
        "split the work, or agree on it as a project",
    );
    let values = [
        ("minutes", Value::Number(length.as_secs_f64() / 60.0)),
        ("most", Value::Number(most.as_secs_f64() / 60.0)),
    ];
    report.say(Severity::Error, path, words, &values);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::four_hours(r#"{ "window": { "start": "2026-11-25T09:00:00+01:00", "end": "2026-11-25T13:00:00+01:00" } }"#, &[])]
    #[case::a_second_more(r#"{ "window": { "start": "2026-11-25T09:00:00+01:00", "end": "2026-11-25T13:00:01+01:00" } }"#, &["error window-too-long window.end"])]
    #[case::ten_hours_at_any_time(r#"{ "window": { "notBefore": "2026-11-25T09:00:00+01:00", "minutes": 600 } }"#, &["error window-too-long window.minutes"])]
    fn a_patch_takes_four_hours_at_most(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
