//! An emergency change goes first and is reviewed afterwards.

use super::Rule;
use crate::change::report::Report;
use crate::change::request::RequestType;
use crate::change::subject::Subject;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "emergency-review",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    if subject.kind == RequestType::Emergency {
        let words = (
            "an emergency change is reviewed after it is done",
            "write down what was done, when and by whom",
        );
        report.say(Severity::Info, "emergency", words, &[]);
    }
}

#[cfg(test)]
mod tests {
    use crate::change::examples::change;

    #[test]
    fn an_emergency_is_reviewed_afterwards() {
        let disable = r#"{ "item": "ad-user", "fields": { "user": "jdevries", "action": "Disable the account" }, "emergency": EMERGENCY,
            "description": "Stolen laptop", "implementationPlan": "Disable the account", "backoutPlan": "Enable it again" }"#;
        let review = ["info emergency-review emergency"];
        assert_eq!(change(&disable.replace("EMERGENCY", "true")), review);
        assert_eq!(change(&disable.replace("EMERGENCY", "false")), [""; 0]);
    }
}
