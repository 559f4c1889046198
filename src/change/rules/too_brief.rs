//! Prose of one word is hardly instructions, notes, a rollback or a plan. Step by step, short steps are fine.

use super::Rule;
use crate::change::report::Report;
use crate::change::subject::Subject;
use crate::change::text::{says_nothing, words};
use crate::finding::Severity;
use crate::policy::Plan;

pub(super) const RULE: Rule = Rule { id: "too-brief", check };

fn check(subject: &Subject, report: &mut Report) {
    for part in &subject.parts {
        // A risk may well be one word, like `low`.
        if part.field == Plan::Risk.word() {
            continue;
        }
        if let [passage] = part.passages[..]
            && words(passage.text, 2) == 1
            && !says_nothing(passage.text)
        {
            let words = ("one word is hardly enough here", "write what somebody needs who has only this text");
            report.say(Severity::Warning, &passage.path(), words, &[]);
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::one_word(r#"{ "releaseNotes": { "text": "Bugfixes" } }"#, &["warning too-brief releaseNotes.text"])]
    #[case::one_step_of_one_word(r#"{ "instructions": { "steps": ["setup.exe"] } }"#, &["warning too-brief instructions.steps[0]"])]
    #[case::two_words(r#"{ "releaseNotes": { "text": "Security fixes" } }"#, &[])]
    #[case::short_steps(r#"{ "instructions": { "steps": ["Install", "Reboot"] } }"#, &[])]
    fn one_word_is_hardly_enough(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }

    #[test]
    fn a_risk_may_be_one_word() {
        assert!(!crate::change::examples::change(r#"{ "risk": "Low" }"#).contains(&"warning too-brief risk".to_owned()));
    }
}
