//! Work is done within the policy's hours.

use super::Rule;
use crate::change::hours::Lie;
use crate::change::report::Report;
use crate::change::subject::Subject;

pub(super) const RULE: Rule = Rule {
    id: "window-outside-hours",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let (path, message) = match subject.lie {
        Some(Lie::StartsClosed) => ("window.start", "the window starts while closed"),
        Some(Lie::EndsClosed) => ("window.end", "the window goes on after closing time"),
        // The last two have rules of their own.
        None | Some(Lie::Open | Lie::Holiday(..) | Lie::Across) => return,
    };
    report.say(subject.severity(), path, (message, "take the next window that fits"), &[]);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::in_the_evening(r#"{ "window": { "start": "2026-11-25T20:00:00+01:00", "end": "2026-11-25T21:00:00+01:00" } }"#, &["error window-outside-hours window.start"])]
    #[case::past_closing_time(r#"{ "window": { "start": "2026-11-25T16:00:00+01:00", "end": "2026-11-25T17:00:01+01:00" } }"#, &["error window-outside-hours window.end"])]
    #[case::until_closing_time(r#"{ "window": { "start": "2026-11-25T16:00:00+01:00", "end": "2026-11-25T17:00:00+01:00" } }"#, &[])]
    fn work_is_done_in_hours(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }

    #[test]
    fn an_emergency_is_warned() {
        let disable = r#"{ "item": "ad-user", "fields": { "user": "jdevries", "action": "Disable the account" }, "emergency": true,
            "description": "Stolen laptop", "implementationPlan": "Disable the account", "backoutPlan": "Enable it again",
            "window": { "start": "2026-11-25T20:00:00+01:00", "end": "2026-11-25T21:00:00+01:00" } }"#;
        let findings = ["warning window-outside-hours window.start", "info emergency-review emergency"];
        assert_eq!(crate::change::examples::change(disable), findings);
    }
}
