//! A change says how it is done, undone and tested, as far as its type asks for.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::request::RequestType;
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;
use crate::policy::Plan;

pub(super) const RULE: Rule = Rule { id: "plan-missing", check };

fn check(subject: &Subject, report: &mut Report) {
    let (Request::Change(request, _), Some(changes)) = (subject.request, &subject.policy.document.changes) else {
        return;
    };
    let plans = &changes.plans;
    let wanted = match subject.kind {
        RequestType::Standard => &plans.standard,
        RequestType::Emergency => &plans.emergency,
        RequestType::Normal | RequestType::Patch => &plans.normal,
    };
    for (plan, text) in request.plans() {
        if wanted.contains(&plan) && text.unwrap_or_default().trim_ascii().is_empty() {
            report.say(Severity::Warning, plan.word(), words(plan), &[("plan", Value::Text(plan.word()))]);
        }
    }
}

fn words(plan: Plan) -> (&'static str, &'static str) {
    match plan {
        Plan::Description => ("the description is missing", "write what changes and why"),
        Plan::Implementation => ("the implementation plan is missing", "write step by step how it is done"),
        Plan::Backout => ("the backout plan is missing", "write step by step how it is undone"),
        Plan::Test => ("the test plan is missing", "write how one sees that it worked"),
        Plan::Risk => ("the risk is missing", "write what may go wrong and how bad that is"),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::change;

    #[rstest]
    #[case::of_the_catalogue(r#"{ "item": "ad-user", "fields": { "user": "jdevries", "action": "Disable the account" } }"#, &[])]
    #[case::normal(r#"{ "title": "New firewall", "description": "Replace the old one", "testPlan": "Ping the router", "risk": "Low" }"#, &[
        "info needs-assessment item",
        "warning plan-missing implementationPlan",
        "warning plan-missing backoutPlan",
    ])]
    #[case::emergency(r#"{ "title": "New firewall", "emergency": true, "description": "The old one burns", "backoutPlan": " " }"#, &[
        "info needs-assessment item",
        "warning plan-missing implementationPlan",
        "warning plan-missing backoutPlan",
        "info emergency-review emergency",
    ])]
    fn each_type_asks_for_its_plans(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(change(request), findings);
    }
}
