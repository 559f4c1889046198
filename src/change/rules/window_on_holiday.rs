//! No work on a holiday of the schedule: the finding names it.

use super::Rule;
use crate::change::hours::Lie;
use crate::change::report::{Report, Value};
use crate::change::subject::{Asked, Subject};

pub(super) const RULE: Rule = Rule {
    id: "window-on-holiday",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let (Asked::Fixed(window), Some(Lie::Holiday(first, id, names))) = (subject.asked, subject.lie) else {
        return;
    };
    let path = if first > window.start { "window.end" } else { "window.start" };
    // The date is how its moments begin.
    let stamp = subject.policy.zone.stamp(first).to_string();
    let date = stamp.get(..10).unwrap_or(&stamp);
    let words = ("{date} is a holiday: {name}", "take the next window that fits");
    let name = if names.is_empty() { id.into() } else { Value::Names(names) };
    report.say(
        subject.severity(),
        path,
        words,
        &[("date", Value::Text(date)), ("holiday", id.into()), ("name", name)],
    );
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::christmas(r#"{ "window": { "start": "2026-12-25T10:00:00+01:00", "end": "2026-12-25T11:00:00+01:00" } }"#, &["error window-on-holiday window.start"])]
    #[case::until_kings_day(r#"{ "window": { "start": "2027-04-26T16:00:00+02:00", "end": "2027-04-27T10:00:00+02:00" } }"#, &["error window-too-long window.end", "error window-on-holiday window.end"])]
    #[case::christmas_on_a_saturday_is_a_weekend(r#"{ "window": { "start": "2027-12-25T10:00:00+01:00", "end": "2027-12-25T11:00:00+01:00" } }"#, &["error window-outside-hours window.start"])]
    fn a_holiday_is_no_day_for_work(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
