//! What a text suggests: by examples, by the labelled texts of `tests/cases/triage`, and what must change nothing.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may"
)]

mod support;

use std::{fs, path::Path};

use deskrules::policy::{Policy, Slot};
use deskrules::triage::{Evidence, Field, MAX_TEXT, Strength, SuggestQuery, Suggestion, Suggestions, suggest};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use rstest::rstest;
use serde_json::Value;
use support::{goud, json};

fn ask(policy: &Policy, subject: &str, body: &str) -> Suggestions {
    let query = SuggestQuery {
        subject: subject.to_owned(),
        body: body.to_owned(),
        lang: None,
    };
    suggest(policy, &query).expect("an answer")
}

/// A suggestion in short: `high`, `(high)` for a hint, the reason in place of silence.
fn short(suggestion: &Suggestion) -> String {
    match (&suggestion.level, suggestion.strength) {
        (Some(level), Strength::Strong) => level.clone(),
        (Some(level), _) => format!("({level})"),
        (None, _) => suggestion.reason.word().to_owned(),
    }
}

fn both(body: &str) -> String {
    let answer = ask(&goud(), "", body);
    format!("{} / {}", short(&answer.impact), short(&answer.urgency))
}

/// The words of a field that the evidence names.
fn words(evidence: &[Evidence], subject: &str, body: &str) -> Vec<String> {
    let word = |evidence: &Evidence| {
        let field = if evidence.r#in == Field::Subject { subject } else { body };
        let units: Vec<u16> = field.encode_utf16().collect();
        String::from_utf16(&units[evidence.start as usize..evidence.end as usize]).expect("whole characters")
    };
    evidence.iter().map(word).collect()
}

#[rstest]
#[case::a_department_stopped("De hele afdeling kan niet werken.", "high / high")]
#[case::a_department_in_english("The whole department cannot work.", "high / high")]
#[case::a_compound("Niemand op de inkoopafdeling kan inloggen.", "high / high")]
#[case::none_of_the_people("None of the nurses on ward 4 can open patient records.", "high / high")]
#[case::several_by_number("Drie collega's kunnen niet inloggen.", "medium / nothing-said")]
#[case::several_by_name("Sanne en ik kunnen niet inloggen.", "medium / nothing-said")]
#[case::several_of_an_unknown_kind("8 agronomists can't load the soil map.", "medium / nothing-said")]
#[case::one_by_a_thing_of_theirs("My laptop is broken.", "low / nothing-said")]
#[case::one_who_asks("Kan ik een tweede scherm krijgen?", "low / nothing-said")]
#[case::one_other("Een nieuwe medewerker kan niet inloggen.", "low / nothing-said")]
#[case::only_the_requester("Het ligt plat, maar alleen bij mij.", "low / nothing-said")]
#[case::not_only_the_requester("Niet alleen bij mij: de hele afdeling kan niet werken.", "high / high")]
#[case::bare_we("We kunnen niet inloggen.", "nothing-said / nothing-said")]
#[case::a_thing_without_people("De printer op de derde verdieping is kapot.", "nothing-said / nothing-said")]
#[case::hampered_only("De hele afdeling heeft last van een traag netwerk.", "(high) / nothing-said")]
#[case::recipients("Kunnen jullie een mail sturen aan alle medewerkers?", "nothing-said / nothing-said")]
fn impact_is_said_by_how_many_cannot_work(#[case] body: &str, #[case] expected: &str) {
    assert_eq!(both(body), expected);
}

#[rstest]
#[case::urgent("Spoed! Mijn account is geblokkeerd.", "low / high")]
#[case::not_urgent("Het is niet dringend. Mijn muis is kapot.", "low / low")]
#[case::far_from_urgent("My mouse is broken, this is far from urgent.", "low / low")]
#[case::at_once("Please fix my laptop immediately.", "low / high")]
#[case::at_once_as_a_symptom("My laptop shuts down immediately after I log in.", "low / nothing-said")]
#[case::soon_is_no_level("Please install Chrome on my PC asap.", "low / nothing-said")]
#[case::by_tonight("Ik kan niet inloggen, graag vandaag nog.", "low / medium")]
#[case::when_it_fails("Mijn laptop doet het vandaag niet.", "low / (medium)")]
#[case::tomorrow_is_fine("Please reset my password. Tomorrow is fine.", "low / medium")]
#[case::next_week_is_fine("Graag een nieuwe muis voor mij, volgende week is prima.", "low / low")]
#[case::within_the_hour("Mijn laptop doet het niet en over 10 minuten begint mijn presentatie.", "low / high")]
#[case::the_public_waits("Klanten staan te wachten.", "nothing-said / high")]
#[case::the_level_that_somebody_wants("P1!!! Please change my wallpaper on my laptop", "low / nothing-said")]
#[case::a_name("Mijn badge van de spoedeisende hulp doet het niet.", "low / nothing-said")]
fn urgency_is_said_by_hurry_harm_and_days(#[case] body: &str, #[case] expected: &str) {
    assert_eq!(both(body), expected);
}

#[rstest]
#[case::supposed("Wat als de hele afdeling niet kan werken?", "nothing-said / nothing-said")]
#[case::past("Vorige week kon de hele afdeling niet werken.", "nothing-said / nothing-said")]
#[case::since_then("Sinds vorige week kan de hele afdeling niet werken.", "high / high")]
#[case::resolved("The whole office was down. It is fixed now, thanks.", "resolved / resolved")]
#[case::not_resolved("De hele afdeling kan niet werken. Het is nog niet opgelost.", "high / high")]
#[case::resolved_and_back("Het was opgelost. Nu ligt de hele vestiging weer plat.", "high / high")]
#[case::drill("Oefening: de hele vestiging ligt plat.", "supposed / supposed")]
#[case::a_correction("My laptop is broken. It was not urgent, but now it is.", "low / high")]
#[case::a_correction_that_says_it_again("Dit was niet urgent. Inmiddels is het urgent voor mij.", "low / high")]
#[case::a_contradiction("Dit is urgent. Geen haast met mijn laptop.", "low / contradiction")]
#[case::no_longer("My laptop is broken. Urgent! It is no longer urgent.", "low / nothing-said")]
#[case::others_can_work("Mijn pc is stuk. Bij anderen werkt alles.", "low / nothing-said")]
fn a_scope_changes_what_is_said(#[case] body: &str, #[case] expected: &str) {
    assert_eq!(both(body), expected);
}

#[rstest]
#[case::german("Der Drucker in der ganzen Abteilung ist ausgefallen, bitte sofort beheben.", "other-language")]
#[case::french("Tout le service est bloqué, personne ne peut travailler, c'est urgent.", "other-language")]
#[case::another_alphabet("Весь отдел не может работать, срочно", "other-language")]
#[case::nothing("", "nothing-said")]
#[case::space(" \n\t ", "nothing-said")]
#[case::noise("asdf qwer zxcv 1234", "other-language")]
fn what_cannot_be_read_is_silence(#[case] body: &str, #[case] reason: &str) {
    assert_eq!(both(body), format!("{reason} / {reason}"));
}

#[rstest]
#[case::plain("Hele afdeling plat", "", &["Hele afdeling plat"])]
#[case::emoji("", "😡😡 de hele afdeling ligt plat", &["hele afdeling", "ligt plat"])]
#[case::directions("", "\u{200f}de hele afdeling\u{200f} ligt plat", &["hele afdeling", "ligt plat"])]
#[case::markup("", "<p>de <b>hele afdeling</b>&nbsp;ligt plat</p>", &["hele afdeling", "ligt plat"])]
#[case::an_entity("", "de h&eacute;le afdeling ligt plat", &["h&eacute;le afdeling", "ligt plat"])]
#[case::a_mark_of_its_own("", "de he\u{301}le afdeling ligt plat", &["he\u{301}le afdeling", "ligt plat"])]
#[case::an_open_tag("", "de hele afdeling ligt plat <a href=", &["hele afdeling", "ligt plat"])]
fn evidence_is_the_words_of_the_field_as_given(#[case] subject: &str, #[case] body: &str, #[case] expected: &[&str]) {
    let answer = ask(&goud(), subject, body);
    let found = words(&answer.impact.evidence, subject, body).join(" ");
    assert_eq!(found.replace("ligt plat", "plat"), expected.join(" ").replace("ligt plat", "plat"));
}

/// The labelled texts of a file.
fn labelled(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/triage").join(file);
    let list = json(&fs::read_to_string(path).expect("a file of texts"));
    list.as_array().expect("a list").clone()
}

/// Of an axis: how many levels were stated, how many of them rightly, how many texts have a label, how many `high` were wrong.
fn tally(file: &str, axis: &str) -> [usize; 4] {
    let (policy, mut tally) = (goud(), [0; 4]);
    for text in labelled(file) {
        let of = |name: &str| text[name].as_str();
        let answer = ask(&policy, of("subject").unwrap_or_default(), of("body").unwrap_or_default());
        let suggestion = if axis == "impact" { answer.impact } else { answer.urgency };
        let stated = suggestion.level.filter(|_| suggestion.strength == Strength::Strong);
        let right = of(axis) == stated.as_deref();
        tally[0] += usize::from(stated.is_some());
        tally[1] += usize::from(stated.is_some() && right);
        tally[2] += usize::from(of(axis).is_some());
        tally[3] += usize::from(stated.as_deref() == Some("high") && !right);
    }
    tally
}

#[rstest]
#[case::impact_of_the_given_texts("dev.json", "impact", 100, 90)]
#[case::urgency_of_the_given_texts("dev.json", "urgency", 100, 90)]
#[case::impact_of_our_own("own.json", "impact", 96, 61)]
#[case::urgency_of_our_own("own.json", "urgency", 97, 60)]
#[case::impact_of_those_only_measured("measured.json", "impact", 90, 45)]
#[case::urgency_of_those_only_measured("measured.json", "urgency", 90, 40)]
fn precision_and_coverage_stay_where_they_are(#[case] file: &str, #[case] axis: &str, #[case] precision: usize, #[case] coverage: usize) {
    let [stated, right, labels, wrong_high] = tally(file, axis);
    assert!(100 * right >= precision * stated, "{right} of {stated} are right");
    assert!(100 * right >= coverage * labels, "{right} of {labels} are found");
    assert!(wrong_high <= 4, "{wrong_high} are wrongly high");
}

const SIGNATURE: &str = "\n\nMet vriendelijke groet,\nKarin de Wit\nAfdeling Spoedeisende Hulp, alle locaties\nDirect: 010-1234567";
const SIGNATURE_DASHES: &str = "\n-- \nJim Doyle\nEmergency Planning, All Regions, 24/7 immediate response";
const QUOTED: &str = "\n\nVan: ICT\nVerzonden: maandag\nOnderwerp: URGENT, de hele organisatie ligt plat\n\nNiemand kan werken, spoed!";
const QUOTED_MARKS: &str = "\n\n> URGENT: the whole company is down, nobody can work.\n> Please restart immediately.";
const QUOTED_LINE: &str = "\n\n-----Original Message-----\nURGENT: the whole company is down.";
const FORM: &str = "\n[ ] alleen ik [ ] enkele collega's [ ] de hele organisatie\n[ ] kan wachten [ ] spoed";

type Wrap = fn(&str) -> String;

/// What may stand around a text without changing what it says.
fn around(lang: &str) -> Vec<(&'static str, Wrap)> {
    let small_talk: Wrap = match lang {
        "nl" => |body| format!("Goedemiddag, fijn dat jullie er zijn.\n\n{body}"),
        _ => |body| format!("Good afternoon, I trust that you are well.\n\n{body}"),
    };
    vec![
        ("small talk", small_talk),
        ("a signature", |body| format!("{body}{SIGNATURE}")),
        ("a signature after dashes", |body| format!("{body}{SIGNATURE_DASHES}")),
        ("a mail below", |body| format!("{body}{QUOTED}")),
        ("a mail below, each line marked", |body| format!("{body}{QUOTED_MARKS}")),
        ("a mail below, under a line", |body| format!("{body}{QUOTED_LINE}")),
        ("a form to tick", |body| format!("{body}{FORM}")),
        ("a wrapper", |body| {
            format!(
                "<html><body><style>p {{ color: red }}</style><div>{}</div></body></html>",
                body.replace('\n', "<br>")
            )
        }),
        ("an answer in html", |body| {
            format!(
                "<div>{}</div><blockquote>URGENT, de hele organisatie ligt plat</blockquote>",
                body.replace('\n', "<br>")
            )
        }),
        ("thanks", |body| format!("{body}\n\nAlvast bedankt!")),
        ("blank lines", |body| format!("\n\n{}\n\n\n", body.replace('\n', "\r\n"))),
    ]
}

#[test]
fn what_stands_around_a_text_changes_nothing() {
    let policy = goud();
    let mut changed = Vec::new();
    for text in labelled("dev.json") {
        let (subject, body) = (text["subject"].as_str().expect("a subject"), text["body"].as_str().expect("a body"));
        let lang = text["lang"].as_str().expect("a language");
        // What is wrapped or ends already is another text.
        if !["nl", "en"].contains(&lang) || body.contains('\n') || body.contains('<') {
            continue;
        }
        let says = |body: &str| {
            let answer = ask(&policy, subject, body);
            let words = [&answer.impact, &answer.urgency].map(|axis| (short(axis), words(&axis.evidence, subject, body)));
            format!("{words:?}")
        };
        let plain = says(body);
        for (name, wrap) in around(lang) {
            let wrapped = says(&wrap(body));
            if wrapped != plain {
                changed.push(format!("{} with {name}: {plain} became {wrapped}", text["id"]));
            }
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

/// Checks a property of random texts: pieces of what people write and of what breaks readers.
fn holds(property: impl Fn(&str, &str) -> Result<(), TestCaseError>) {
    let piece = prop_oneof![
        4 => proptest::sample::select(vec![
            "de hele afdeling", "ligt plat", "nobody", "can log in", "mijn laptop", "niet", "dringend", "spoed", "tomorrow", "is fine",
            "maar", "nu", "if", "drie collega's", "\n", ". ", ", ", "? ", "a) ", "b) ", "> ", "-- ", "Van: ", "Onderwerp: ", "groet", "1",
        ]),
        2 => proptest::sample::select(vec![
            "<p>", "</p>", "<", ">", "<blockquote>", "</blockquote>", "<style>", "&", "&eacute;", "&#128545;", "&#xd800;", "&;", "\"", "'", "“",
            "😡", "\u{200f}", "\u{301}", "\u{fffd}", "é", "ß", "ﬁ", "文", "\u{0}", "/", "[ ]", "*", "|",
        ]),
        1 => "\\PC{0,8}".prop_map(|text| &*Box::leak(text.into_boxed_str())),
    ];
    let text = proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.join(" "));
    let config = Config {
        cases: 600,
        rng_seed: RngSeed::Fixed(8),
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&(text.clone(), text), |(subject, body)| property(&subject, &body))
        .expect("the property");
}

#[test]
fn evidence_lies_inside_the_field_and_in_order() {
    let policy = goud();
    holds(|subject, body| {
        let answer = ask(&policy, subject, body);
        for axis in [&answer.impact, &answer.urgency] {
            prop_assert_eq!(axis.level.is_some(), !axis.evidence.is_empty());
            prop_assert_eq!(axis.level.is_some(), axis.strength != Strength::None);
            let mut end = 0;
            for evidence in &axis.evidence {
                let field = if evidence.r#in == Field::Subject { subject } else { body };
                prop_assert!(end <= evidence.start && evidence.start < evidence.end, "{:?}", axis.evidence);
                prop_assert!(evidence.end as usize <= field.encode_utf16().count());
                end = evidence.end;
            }
            // No character is cut in two.
            words(&axis.evidence, subject, body);
        }
        Ok(())
    });
}

#[test]
fn the_same_text_says_the_same() {
    let policy = goud();
    holds(|subject, body| {
        prop_assert_eq!(ask(&policy, subject, body), ask(&goud(), subject, body));
        Ok(())
    });
}

#[test]
fn a_text_that_is_too_long_is_an_error_at_its_field() {
    let policy = goud();
    let long = "a".repeat(MAX_TEXT as usize);
    let ask = |subject: String, body: String| suggest(&policy, &SuggestQuery { subject, body, lang: None });
    assert!(ask(long.clone(), String::new()).is_ok());
    let error = ask(String::new(), long + "😡").expect_err("it is too long");
    assert_eq!((error.code, error.path.as_str()), ("too-large", "body"));
}

#[test]
fn the_hint_of_a_language_decides_only_where_the_text_does_not() {
    let ask = |lang: &str| {
        let query = SuggestQuery {
            subject: String::new(),
            body: "Der Drucker in der ganzen Abteilung ist ausgefallen, bitte sofort beheben.".to_owned(),
            lang: Some(lang.to_owned()),
        };
        suggest(&goud(), &query).expect("an answer")
    };
    for lang in ["nl", "en-GB", "de", "", "é"] {
        assert_eq!(ask(lang).impact.level, None, "{lang}");
    }
}

#[test]
fn the_built_in_words_stand_in_the_order_of_the_slots() {
    let slots: Vec<&str> = Slot::ALL.iter().map(|slot| slot.word()).collect();
    for language in ["nl", "en"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/policy/lexicon/{language}.json"));
        let text = fs::read_to_string(path).expect("a lexicon");
        let keys: Vec<&str> = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\": ["))
            .map(|(key, _)| key)
            .collect();
        assert_eq!(keys, slots, "{language}");
    }
}
