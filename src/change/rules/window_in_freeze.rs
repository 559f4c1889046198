//! No work in a freeze: a hard one refuses, a soft one warns.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Asked, Subject};
use crate::finding::Severity;
use crate::policy::FreezeKind;

pub(super) const RULE: Rule = Rule {
    id: "window-in-freeze",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Asked::Fixed(window) = subject.asked else { return };
    for freeze in subject.freezes.iter().filter(|freeze| freeze.period.overlaps(window)) {
        let severity = match freeze.kind {
            FreezeKind::Hard => subject.severity(),
            FreezeKind::Soft => Severity::Warning,
        };
        let words = ("the window is in the freeze from {from} to {to}", "take the next window that fits");
        let values = [
            ("from", Value::Moment(freeze.period.start)),
            ("to", Value::Moment(freeze.period.end)),
            ("reason", Value::Names(&freeze.reason)),
        ];
        report.say(severity, "window", words, &values);
    }
}

#[cfg(test)]
mod tests {
    use crate::change::examples::{GOUD, patch_by};

    const WINDOW: &str = r#"{ "window": { "start": "2026-12-28T10:00:00+01:00", "end": "2026-12-28T11:00:00+01:00" } }"#;

    fn frozen(kind: &str) -> String {
        let freezes = format!(r#""changes": {{ "freezes": [{{ "from": "2026-12-28", "to": "2026-12-31", "kind": "{kind}" }}], "#);
        GOUD.replacen(r#""changes":{"#, &freezes, 1)
    }

    #[test]
    fn a_hard_freeze_refuses_and_a_soft_one_warns() {
        assert_eq!(patch_by(&frozen("hard"), WINDOW), ["error window-in-freeze window"]);
        assert_eq!(patch_by(&frozen("soft"), WINDOW), ["warning window-in-freeze window"]);
        assert_eq!(patch_by(GOUD, WINDOW), [""; 0]);
    }
}
