//! A window is `start` and `end`, or `notBefore` and `minutes`, and takes some time.

use super::Rule;
use crate::change::report::Report;
use crate::change::subject::{Asked, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "window-incomplete",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Some(window) = subject.request.window().filter(|_| subject.asked == Asked::Nothing) else {
        return;
    };
    let (path, message) = match (window.start, window.end, window.not_before, window.minutes) {
        (Some(_), Some(_), None, None) => ("window.end", "the window ends before it starts"),
        (None, None, Some(_), Some(_)) => ("window.minutes", "the window takes no time"),
        (Some(_), None, None, None) => ("window.end", "the window has a start and no end"),
        (None, Some(_), None, None) => ("window.start", "the window has an end and no start"),
        (None, None, Some(_), None) => ("window.minutes", "the window does not say how long the work takes"),
        (None, None, None, Some(_)) => ("window.notBefore", "the window does not say from when"),
        (None, None, None, None) => ("window", "the window is empty"),
        _ => ("window", "the window says two things at once"),
    };
    let words = (message, "write `start` and `end`, or `notBefore` and `minutes`");
    report.say(Severity::Error, path, words, &[]);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::no_end(r#"{ "window": { "start": "2026-11-25T09:00:00+01:00" } }"#, &["error window-incomplete window.end"])]
    #[case::backwards(r#"{ "window": { "start": "2026-11-25T11:00:00+01:00", "end": "2026-11-25T10:00:00+01:00" } }"#, &["error window-incomplete window.end"])]
    #[case::no_length(r#"{ "window": { "notBefore": "2026-11-25T09:00:00+01:00" } }"#, &["error window-incomplete window.minutes"])]
    #[case::two_things(r#"{ "window": { "start": "2026-11-25T09:00:00+01:00", "minutes": 60 } }"#, &["error window-incomplete window"])]
    #[case::of_no_time(r#"{ "window": { "start": "2026-11-25T10:00:00+01:00", "end": "2026-11-25T10:00:00+01:00" } }"#, &["error window-incomplete window.end"])]
    #[case::of_no_minutes(r#"{ "window": { "notBefore": "2026-11-25T09:00:00+01:00", "minutes": 0 } }"#, &["error window-incomplete window.minutes"])]
    #[case::no_start(r#"{ "window": { "end": "2026-11-25T09:00:00+01:00" } }"#, &["error window-incomplete window.start"])]
    #[case::from_when(r#"{ "window": { "minutes": 60 } }"#, &["error window-incomplete window.notBefore"])]
    #[case::none_is_fine(r#"{ "window": null }"#, &[])]
    fn a_window_is_whole(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
