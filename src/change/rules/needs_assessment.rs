//! A change outside the catalogue is accepted as a request, and assessed before it is planned.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "needs-assessment",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Request::Change(request, None) = subject.request else {
        return;
    };
    let message = match request.item {
        Some(_) => "`{item}` is not a standard change of this agreement",
        None => "this is not a standard change",
    };
    let words = (message, "it will be assessed first; standard changes are: `{catalogue}`");
    let catalogue = subject.policy.standard_changes().iter().map(|item| item.id.as_str()).collect();
    let values = [("item", request.item.as_deref().into()), ("catalogue", Value::List(catalogue))];
    report.say(Severity::Info, "item", words, &values);
}

#[cfg(test)]
mod tests {
    use crate::change::examples::change;

    #[test]
    fn a_change_outside_the_catalogue_is_assessed() {
        let plans = r#""title": "New firewall", "description": "Replace the old one", "implementationPlan": "Swap the boxes",
            "backoutPlan": "Swap them back", "testPlan": "Ping the router", "risk": "Low""#;
        assert_eq!(change(&format!("{{ {plans} }}")), ["info needs-assessment item"]);
        assert_eq!(
            change(&format!(r#"{{ "item": "firewall", {plans} }}"#)),
            ["info needs-assessment item"]
        );
    }
}
