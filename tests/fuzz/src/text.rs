//! What requesters write: any bytes, as subject and body.

use deskrules::policy::Policy;
use deskrules::triage::{Field, Strength, SuggestQuery, Suggestion, suggest};

use super::answers::value;
use super::bases::READ;

/// The first byte says which policy and language; the first line is the subject.
pub fn run(input: &[u8]) {
    let Some((first, rest)) = input.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let (subject, body) = text.split_once('\n').unwrap_or((&text, ""));
    let policies: Vec<_> = READ.iter().filter(|policy| policy.incidents.is_some()).collect();
    let policy = policies[usize::from(first / 8) % policies.len()];
    suggestions(
        policy,
        subject,
        body,
        [None, Some("nl"), Some("en"), Some("fr")][usize::from(first % 4)],
    );
}

/// Suggests from a text: twice the same, levels that the policy has, evidence that stands in the text.
pub fn suggestions(policy: &Policy, subject: &str, body: &str, lang: Option<&str>) {
    let query = SuggestQuery {
        subject: subject.to_owned(),
        body: body.to_owned(),
        lang: lang.map(str::to_owned),
    };
    let answer = suggest(policy, &query).expect("a suggestion");
    assert_eq!(suggest(policy, &query).as_ref(), Ok(&answer), "the same again");
    value(&answer);
    let incidents = policy.incidents.as_ref().expect("incidents");
    for (suggestion, levels) in [(&answer.impact, &incidents.impacts), (&answer.urgency, &incidents.urgencies)] {
        sound(suggestion, levels, subject, body);
    }
}

fn sound(suggestion: &Suggestion, levels: &[String], subject: &str, body: &str) {
    assert_eq!(suggestion.level.is_none(), suggestion.strength == Strength::None, "{suggestion:?}");
    assert!(
        suggestion.level.iter().all(|level| levels.contains(level)),
        "{suggestion:?} of {levels:?}"
    );
    assert!(
        suggestion.level.is_none() || !suggestion.evidence.is_empty(),
        "{suggestion:?} without evidence"
    );
    let mut last = (false, 0);
    for evidence in &suggestion.evidence {
        let is_body = evidence.r#in == Field::Body;
        let text = if is_body { body } else { subject };
        assert!(evidence.start < evidence.end, "{evidence:?}");
        assert!(last <= (is_body, evidence.start), "{evidence:?} is out of order");
        last = (is_body, evidence.end);
        for offset in [evidence.start, evidence.end] {
            assert!(on_character(text, offset), "{evidence:?} is not in {text:?}");
        }
    }
}

/// Says whether an offset in UTF-16 units is within a text and on the edge of a character.
fn on_character(text: &str, offset: u32) -> bool {
    let offset = usize::try_from(offset).expect("short");
    let mut units = 0;
    for character in text.chars() {
        if units >= offset {
            break;
        }
        units += character.len_utf16();
    }
    units == offset
}
