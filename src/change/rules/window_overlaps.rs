//! No two works at one time on one server, as far as the planned work is known.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Asked, Subject};

pub(super) const RULE: Rule = Rule {
    id: "window-overlaps",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Asked::Fixed(window) = subject.asked else { return };
    for work in subject.planned().filter(|work| work.period().overlaps(window)) {
        let words = (
            "the window overlaps with {title}, from {start} to {end}",
            "take the next window that fits",
        );
        let values = [
            ("title", Value::Text(work.title.as_deref().unwrap_or("other work"))),
            ("start", Value::Moment(work.start)),
            ("end", Value::Moment(work.end)),
        ];
        report.say(subject.severity(), "window", words, &values);
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch_with;

    #[rstest]
    #[case::at_the_same_time("2026-11-25T09:30:00+01:00", "app-01", true)]
    #[case::afterwards("2026-11-25T11:00:00+01:00", "app-01", false)]
    #[case::on_another_server("2026-11-25T09:30:00+01:00", "db-01", false)]
    fn two_works_do_not_share_time_and_server(#[case] start: &str, #[case] server: &str, #[case] overlaps: bool) {
        let planned = format!(
            r#"{{ "windows": [{{ "start": "{start}", "end": "2026-11-25T12:00:00+01:00", "title": "Backup", "servers": ["{server}"] }}] }}"#
        );
        let window = r#"{ "servers": ["APP-01"], "window": { "start": "2026-11-25T09:00:00+01:00", "end": "2026-11-25T11:00:00+01:00" } }"#;
        let findings: &[&str] = if overlaps { &["error window-overlaps window"] } else { &[] };
        assert_eq!(patch_with(&planned, window), findings);
    }

    #[rstest]
    #[case::planned(r#""app-01""#, "")]
    #[case::asked_for("", r#""app-01""#)]
    fn work_without_servers_may_be_on_any(#[case] planned: &str, #[case] asked: &str) {
        let planned = format!(
            r#"{{ "windows": [{{ "start": "2026-11-25T09:00:00+01:00", "end": "2026-11-25T12:00:00+01:00", "servers": [{planned}] }}] }}"#
        );
        let window = format!(
            r#"{{ "servers": [{asked}], "window": {{ "start": "2026-11-25T09:00:00+01:00", "end": "2026-11-25T11:00:00+01:00" }} }}"#
        );
        assert!(patch_with(&planned, &window).contains(&"error window-overlaps window".to_owned()));
    }
}
