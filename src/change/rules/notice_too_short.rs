//! A request comes early enough: the policy's least notice before the window.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Asked, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "notice-too-short",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Asked::Fixed(window) = subject.asked else { return };
    let notice = subject.limits.min_notice;
    let early_enough = subject.options.now.after(notice).is_some_and(|earliest| window.start >= earliest);
    // What is past already has its own finding.
    if early_enough || window.start < subject.options.now {
        return;
    }
    let minutes = Value::Number(notice.as_secs_f64() / 60.0);
    let words = ("the window starts in less than {minutes} minutes", "choose a later window");
    report.say(Severity::Error, "window.start", words, &[("minutes", minutes)]);
}

#[cfg(test)]
mod tests {
    use crate::change::examples::{GOUD, patch_by};

    #[test]
    fn a_request_comes_early_enough() {
        let policy = GOUD.replace(r#""minNotice":"PT0S""#, r#""minNotice":"PT24H""#);
        let at = |start: &str| format!(r#"{{ "window": {{ "start": "{start}T14:00:00+01:00", "end": "{start}T15:00:00+01:00" }} }}"#);
        assert_eq!(patch_by(&policy, &at("2026-11-23")), ["error notice-too-short window.start"]);
        assert_eq!(patch_by(&policy, &at("2026-11-24")), [""; 0]);
        let now = r#"{ "window": { "start": "2026-11-23T12:00:00+01:00", "end": "2026-11-23T13:00:00+01:00" } }"#;
        assert_eq!(patch_by(&policy, now), ["error notice-too-short window.start"]);
    }
}
