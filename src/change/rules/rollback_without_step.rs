//! A rollback, and the backout plan of a change, says what to do; that there is none is not a way back.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::Subject;
use crate::change::text::{any_of, holds, words};
use crate::finding::Severity;
use crate::policy::Plan;

pub(super) const RULE: Rule = Rule {
    id: "rollback-without-step",
    check,
};

/// What denies that there is a way back, in Dutch and in English.
const NO_WAY: &str = "niet mogelijk|niet nodig|niet van toepassing|onmogelijk|geen rollback|geen terugval|kan niet terug|not possible|impossible|not needed|not necessary\
|not required|not applicable|no rollback|no backout|cannot be undone|can't be undone|cannot be rolled back|irreversible";

/// A denial is short; a long text with such a phrase says what to do instead.
const SHORT: usize = 7;

fn check(subject: &Subject, report: &mut Report) {
    for part in &subject.parts {
        if part.field != "rollback" && part.field != Plan::Backout.word() {
            continue;
        }
        let denies = |text: &str| words(text, SHORT) < SHORT && any_of(NO_WAY, &|phrase| holds(text, phrase));
        if let Some(first) = part.passages.first()
            && part.passages.iter().all(|passage| denies(passage.text))
        {
            let words = (
                "`{text}` is no way back",
                "write the steps that undo the work: restore a snapshot, install the old version again",
            );
            report.say(Severity::Error, &first.path(), words, &[("text", Value::Text(first.text))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::{change, patch};

    #[rstest]
    #[case::steps(r#"{ "rollback": { "steps": ["Restore the snapshot"] } }"#, &[])]
    #[case::a_text(r#"{ "rollback": { "text": "Restore the snapshot of this morning" } }"#, &[])]
    #[case::not_possible(r#"{ "rollback": { "text": "Rollback is niet mogelijk." } }"#, &["error rollback-without-step rollback.text"])]
    #[case::not_needed(r#"{ "rollback": { "steps": ["Not needed"] } }"#, &["error rollback-without-step rollback.steps[0]"])]
    #[case::not_possible_so_otherwise(r#"{ "rollback": { "text": "Uninstalling is not possible, so restore the snapshot of app-01 and start it" } }"#, &[])]
    #[case::when_not_possible_otherwise(r#"{ "rollback": { "text": "Als verwijderen niet mogelijk is: zet de snapshot terug" } }"#, &[])]
    #[case::a_step_after_it(r#"{ "rollback": { "steps": ["Uninstalling is not possible", "Restore the snapshot"] } }"#, &[])]
    fn a_rollback_says_what_to_do(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }

    #[rstest]
    #[case::of_the_backout("backoutPlan", &["error rollback-without-step backoutPlan"])]
    #[case::of_anything_else("testPlan", &[])]
    fn a_change_says_how_it_is_undone(#[case] plan: &str, #[case] findings: &[&str]) {
        let request = format!(
            r#"{{ "item": "ad-user", "fields": {{ "user": "jdevries", "action": "Disable the account" }}, "{plan}": "That is not possible" }}"#
        );
        assert_eq!(change(&request), findings);
    }
}
