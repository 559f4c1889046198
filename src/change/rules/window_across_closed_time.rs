//! A window does not go on through the night or the lunch break: the server would be down unattended.

use super::Rule;
use crate::change::hours::Lie;
use crate::change::report::Report;
use crate::change::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "window-across-closed-time",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    if let Some(Lie::Across) = subject.lie {
        let words = (
            "the window goes on across closed time",
            "split the work, or take the next window that fits",
        );
        report.say(subject.severity(), "window.end", words, &[]);
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::in_one_day(r#"{ "window": { "start": "2026-11-25T15:00:00+01:00", "end": "2026-11-25T17:00:00+01:00" } }"#, &[])]
    #[case::over_night(r#"{ "window": { "start": "2026-11-25T16:00:00+01:00", "end": "2026-11-26T10:00:00+01:00" } }"#, &["error window-too-long window.end", "error window-across-closed-time window.end"])]
    #[case::over_night_to_the_close(r#"{ "window": { "start": "2026-11-25T16:00:00+01:00", "end": "2026-11-26T17:00:00+01:00" } }"#, &["error window-too-long window.end", "error window-across-closed-time window.end"])]
    fn a_window_is_open_throughout(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
