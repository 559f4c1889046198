//! The section `triage` of a policy: its words, its levels, and what the lint says of them.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may"
)]

mod support;

use deskrules::policy::{MANAGED_SERVER_GOUD, Policy};
use deskrules::triage::{SuggestQuery, Suggestions, suggest};
use rstest::rstest;
use serde_json::{Value, json};
use support::fit;

/// The default policy with a section of its own.
fn document(triage: &Value) -> Value {
    let mut document = support::json(MANAGED_SERVER_GOUD);
    document["triage"] = triage.clone();
    document
}

fn policy(triage: &Value) -> Policy {
    Policy::from_json(&document(triage).to_string()).expect("a policy")
}

fn levels(policy: &Policy, body: &str) -> [Option<String>; 2] {
    let query = SuggestQuery {
        subject: String::new(),
        body: body.to_owned(),
        lang: None,
    };
    let Suggestions { impact, urgency } = suggest(policy, &query).expect("an answer");
    [impact.level, urgency.level]
}

#[test]
fn a_policy_adds_words_to_a_language() {
    let text = "Het hele Klaverblad kan niet inloggen.";
    assert_eq!(levels(&policy(&json!({})), text)[0], None);
    let own = policy(&json!({ "languages": { "nl": { "unit": ["Klaverblad"] } } }));
    assert_eq!(levels(&own, text)[0].as_deref(), Some("high"));
}

/// A small lexicon of German: a language is data.
fn german() -> Value {
    json!({ "languages": { "de": {
        "plural": ["n", "en", "innen"],
        "common": ["der", "die", "das", "in", "ist", "sind", "bitte", "seit", "heute", "den", "es", "ein", "eine", "zu", "auf"],
        "not": ["nicht", "kein", "keine", "nichts"],
        "all": ["ganze", "ganzen", "gesamte", "alle"],
        "nobody": ["niemand"],
        "unit": ["Abteilung", "*abteilung", "Filiale", "Büro"],
        "person": ["Kollege", "Mitarbeiter", "Kollegin"],
        "people": ["Mitarbeiter"],
        "numbers": ["ein", "zwei", "drei", "vier"],
        "able": ["kann", "können", "funktioniert", "geht", "arbeiten"],
        "dead": ["ausgefallen", "kaputt", "gestört"],
        "i": ["ich"], "my": ["mein", "meine"], "own": ["Rechner", "Laptop", "Passwort"],
        "urgent": ["dringend", "sofort"],
        "later": ["keine Eile", "nicht * eilig"],
        "tomorrow": ["morgen"], "fine": ["reicht"]
    } } })
}

#[rstest]
#[case::a_unit("Die ganze Einkaufsabteilung kann nicht arbeiten.", "high", "high")]
#[case::nobody("Niemand in der Filiale kann arbeiten, bitte sofort.", "high", "high")]
#[case::several("Drei Kollegen können nicht arbeiten, morgen reicht.", "medium", "medium")]
#[case::one("Mein Rechner ist kaputt, es ist nicht so eilig.", "low", "low")]
fn a_third_language_is_data(#[case] body: &str, #[case] impact: &str, #[case] urgency: &str) {
    assert_eq!(levels(&policy(&json!({})), body), [None, None]);
    assert_eq!(
        levels(&policy(&german()), body),
        [Some(impact.to_owned()), Some(urgency.to_owned())]
    );
}

#[test]
fn the_levels_are_the_policys() {
    let mut document =
        document(&json!({ "levels": { "impact": { "unit": "major", "several": "major" }, "urgency": { "now": "at-once" } } }));
    document["incidents"]["impact"] = json!([{ "id": "major" }, { "id": "minor" }]);
    document["incidents"]["urgency"] = json!([{ "id": "at-once" }, { "id": "planned" }]);
    document["incidents"]["matrix"] = json!({});
    let own = Policy::from_json(&document.to_string()).expect("a policy");
    assert_eq!(
        levels(&own, "De hele afdeling ligt plat, spoed!"),
        [Some("major".into()), Some("at-once".into())]
    );
    assert_eq!(levels(&own, "Twee collega's kunnen niet werken.")[0].as_deref(), Some("major"));
    // One person and what can wait have no level here.
    assert_eq!(levels(&own, "Mijn laptop is kapot, geen haast."), [None, None]);
}

#[rstest]
#[case::two_are_several(json!({}), "Twee collega's kunnen niet werken.", Some("medium"))]
#[case::three_are_several(json!({ "severalFrom": 3 }), "Twee collega's kunnen niet werken.", None)]
#[case::ten_are_a_unit(json!({ "unitFrom": 10 }), "12 collega's kunnen niet werken.", Some("high"))]
#[case::nine_are_none(json!({ "unitFrom": 10 }), "Negen collega's kunnen niet werken.", Some("medium"))]
fn how_many_persons_weigh_what_is_the_policys(#[case] triage: Value, #[case] body: &str, #[case] impact: Option<&str>) {
    let query = fit::<SuggestQuery>(&json!({ "body": body })).expect("a query");
    let answer = suggest(&policy(&triage), &query).expect("an answer");
    let strong = answer
        .impact
        .level
        .filter(|_| answer.impact.strength == deskrules::triage::Strength::Strong);
    assert_eq!(strong.as_deref(), impact);
}

/// So many words, each another.
fn words(count: u32) -> Vec<String> {
    (0..count).map(|number| format!("w{number}")).collect()
}

#[rstest]
#[case::as_many_words_as_there_may_be(json!({ "languages": { "nl": { "unit": words(4_900) } } }))]
#[case::a_word_of_80_letters(json!({ "languages": { "nl": { "unit": ["x".repeat(80)] } } }))]
fn the_lint_says_nothing_of_what_is_fine(#[case] triage: Value) {
    assert_eq!(Policy::lint(fit(&document(&triage)).expect("a document")), []);
}

#[rstest]
#[case::an_unknown_slot(json!({ "languages": { "nl": { "unti": ["x"] } } }), "unknown-slot triage.languages.nl.unti")]
#[case::an_empty_slot(json!({ "languages": { "nl": { "unit": [] } } }), "empty-slot triage.languages.nl.unit")]
#[case::no_word(json!({ "languages": { "nl": { "unit": ["kantoor", "!"] } } }), "not-a-word triage.languages.nl.unit[1]")]
#[case::nothing_but_what_joins(json!({ "languages": { "nl": { "unit": ["&"] } } }), "not-a-word triage.languages.nl.unit[0]")]
#[case::a_word_of_81_letters(json!({ "languages": { "nl": { "unit": ["x".repeat(81)] } } }), "not-a-word triage.languages.nl.unit[0]")]
#[case::a_star_inside(json!({ "languages": { "nl": { "unit": ["kan*toor"] } } }), "not-a-word triage.languages.nl.unit[0]")]
#[case::a_word_twice(json!({ "languages": { "nl": { "unit": ["Loods", "loods"] } } }), "word-twice triage.languages.nl.unit[1]")]
#[case::opposites(json!({ "languages": { "nl": { "urgent": ["rap"], "later": ["Ráp"] } } }), "opposite-word triage.languages.nl.urgent[0]")]
#[case::an_unknown_level(json!({ "levels": { "impact": { "unit": "huge" } } }), "unknown-level triage.levels.impact.unit")]
#[case::an_unknown_grade(json!({ "levels": { "urgency": { "soon": "high" } } }), "unknown-grade triage.levels.urgency.soon")]
#[case::an_unknown_axis(json!({ "levels": { "gravity": { "now": "high" } } }), "unknown-grade triage.levels.gravity.now")]
#[case::one_is_not_several(json!({ "severalFrom": 1 }), "impossible-threshold triage.severalFrom")]
#[case::a_unit_is_more(json!({ "severalFrom": 5, "unitFrom": 5 }), "impossible-threshold triage.unitFrom")]
#[case::two_are_no_unit(json!({ "severalFrom": 2, "unitFrom": 2 }), "impossible-threshold triage.unitFrom")]
#[case::a_word_too_many(json!({ "languages": { "nl": { "unit": words(4_901) } } }), "too-many-words triage.languages.nl.unit")]
#[case::too_many_words(json!({ "languages": { "nl": { "unit": vec!["x"; 5_000] } } }), "too-many-words triage.languages.nl.unit")]
fn the_lint_says_what_is_wrong_and_where(#[case] triage: Value, #[case] expected: &str) {
    let findings = Policy::lint(fit(&document(&triage)).expect("a document"));
    let found: Vec<String> = findings
        .iter()
        .map(|finding| format!("{} {}", finding.code, finding.path))
        .collect();
    assert_eq!(found, [expected]);
}
