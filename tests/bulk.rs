//! Records by bytes: the fast path answers what the long way does, and a bad line is one bad answer.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may"
)]

use std::cell::Cell;

mod support;
#[path = "support/tickets.rs"]
mod tickets;

use deskrules::bulk::{self, Kind, Order, Question, Records};
use deskrules::change::CheckOptions;
use deskrules::policy::{Incidents, Policy};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use rstest::rstest;
use serde_json::{Value, json};
use support::{at, goud, json as parsed};

fn question(kind: Kind) -> Question {
    Question {
        kind,
        now: at("Mon 12:00"),
        first_line: 1,
        order: Order::AsGiven,
    }
}

fn answers(policy: &Policy, kind: Kind, text: &[u8]) -> Vec<Value> {
    let Records { ndjson, .. } = bulk::records(policy, text, &question(kind));
    assert!(ndjson.is_empty() || ndjson.ends_with(b"\n"), "whole lines");
    let text = String::from_utf8(ndjson).expect("UTF-8");
    text.lines().map(parsed).collect()
}

/// Answers each line in a call of its own: the first line of a call always takes the long way.
fn one_by_one(policy: &Policy, lines: &[Vec<u8>]) -> Records {
    let mut all = Records::default();
    for (number, line) in (1..).zip(lines) {
        let first_line = number;
        let one = bulk::records(
            policy,
            line,
            &Question {
                first_line,
                ..question(Kind::Due)
            },
        );
        all.ndjson.extend(one.ndjson);
        all.lines += 1;
        all.bad += one.bad;
    }
    all
}

/// Answers all of them in one call, where all but the first may take the fast path.
fn together(policy: &Policy, lines: &[Vec<u8>]) -> Records {
    let mut text = lines.join(&b'\n');
    text.push(b'\n');
    bulk::records(policy, &text, &question(Kind::Due))
}

/// Mostly one of the usual, now and then something else.
fn mostly(usual: &'static [&'static str], else_: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop_oneof![20 => prop::sample::select(usual), 1 => prop::sample::select(else_)]
}

/// Ways to write an instant: most of them usual, some not.
fn instant() -> impl Strategy<Value = String> {
    let part = |from: u32, to: u32| prop_oneof![30 => from..to, 1 => 0..100_u32];
    let year = prop_oneof![20 => 2024..2029_u32, 1 => 1968..2203_u32];
    let date = (year, part(1, 13), part(1, 32), mostly(&["T"], &["t", " ", "-"]));
    let seconds =
        prop_oneof![20 => (0..60_u32).prop_map(|seconds| format!(":{seconds:02}")), 1 => Just(String::new()), 1 => Just(":60".to_owned())];
    let fraction = mostly(&["", "", "", ".000", ".250"], &[".5", ".123456", ".", ",000"]);
    let zone = mostly(
        &["Z", "+01:00", "+02:00", "-05:30", "-00:00", "+23:59"],
        &["+0100", "z", "", "+24:00", "+01:60", "+1:00", "+01:0", "+01-00"],
    );
    (date, part(0, 24), part(0, 60), seconds, fraction, zone).prop_map(
        |((year, month, day, middle), hour, minute, seconds, fraction, zone)| {
            format!("{year}-{month:02}-{day:02}{middle}{hour:02}:{minute:02}{seconds}{fraction}{zone}")
        },
    )
}

/// The fields of a ticket as they are written.
fn fields(incidents: &'static Incidents) -> impl Strategy<Value = Vec<String>> {
    let id = mostly(
        &[
            "7",
            "0",
            "\"T-1\"",
            "\"a much longer name of a ticket, number 12\"",
            "\"\"",
            "123456789012345",
            "\"12345678\"",
        ],
        &[
            "null",
            "-7",
            "1.50",
            "07",
            "1e3",
            "9007199254740993",
            "\"é\"",
            "\"a\\nb\"",
            "\"a\u{7}b\"",
            "{}",
            "true",
            "\"\\ud800\"",
            "01",
        ],
    );
    let word = |ids: Vec<&'static str>| {
        let strange = prop::sample::select(vec!["\"\"", "null", "\"hihg\"", "\"P1\\u0000\"", "1", "\"a very long level\""]);
        prop_oneof![40 => prop::sample::select(ids).prop_map(|id| format!("\"{id}\"")), 1 => strange.prop_map(str::to_owned)]
    };
    let names = |ids: &'static [String]| word(ids.iter().map(String::as_str).collect());
    let levels = (names(&incidents.impacts), names(&incidents.urgencies));
    let levels = levels.prop_map(|(impact, urgency)| vec![format!("\"impact\":{impact}"), format!("\"urgency\":{urgency}")]);
    let priority = word(incidents.priorities.iter().map(|priority| priority.id.as_str()).collect());
    let priority = priority.prop_map(|priority| vec![format!("\"priority\":{priority}")]);
    let both = (levels.clone(), priority.clone()).prop_map(|(levels, priority)| [levels, priority].concat());
    let assessed = prop_oneof![20 => levels, 20 => priority, 1 => both, 1 => Just(Vec::new())];
    let reported = prop_oneof![
        40 => instant().prop_map(|text| format!("\"{text}\"")),
        1 => prop::sample::select(vec!["1795518000000", "null", "\"\"", "[]"]).prop_map(str::to_owned),
    ];
    let strange = mostly(
        &[""],
        &[
            "\"channel\":\"phone\"",
            "\"component\":\"car\"",
            "\"events\":[]",
            "\"idd\":1",
            "\"id\":1",
            "\"impact\":\"high\"",
            "\"reportedAt\":\"2026-11-20T16:00:00Z\"",
            "\"channel\":null",
            "\"\\u0069d\":3",
            "\"reportedAtt\":1",
            "\"reportedBy\":1",
        ],
    );
    (prop::option::of(id), reported, assessed, strange, any::<prop::sample::Index>()).prop_map(|(id, reported, assessed, strange, turn)| {
        let mut fields = assessed;
        fields.push(format!("\"reportedAt\":{reported}"));
        fields.extend(id.map(|id| format!("\"id\":{id}")));
        fields.extend(Some(strange.to_owned()).filter(|strange| !strange.is_empty()));
        let turn = turn.index(fields.len());
        fields.rotate_left(turn);
        fields
    })
}

/// A ticket's line, with any space that there may be, and some that there may not.
fn line(incidents: &'static Incidents) -> impl Strategy<Value = Vec<u8>> {
    let space = prop_oneof![60 => Just(""), 10 => prop::sample::select(vec![" ", "\t", " \r", "  "]), 1 => prop::sample::select(vec!["\u{c}", "\u{a0}", ","])];
    let end = mostly(&["", "\r", " "], &[" x", "}", ",", "\u{0}"]);
    (fields(incidents), prop::collection::vec(space, 20), end).prop_map(|(fields, spaces, end)| {
        let mut spaces = spaces.into_iter();
        let mut space = || spaces.next().unwrap_or_default();
        let padded = |field: &String| {
            format!(
                "{}{}{}",
                space(),
                field.replacen("\":", &format!("\"{}:{}", space(), space()), 1),
                space()
            )
        };
        let body: Vec<String> = fields.iter().map(padded).collect();
        format!("{{{}}}{end}", body.join(",")).into_bytes()
    })
}

fn run<S: Strategy>(cases: u32, strategy: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config {
        cases,
        rng_seed: RngSeed::Fixed(11),
        failure_persistence: None,
        max_shrink_time: 15_000,
        ..Config::default()
    };
    if let Err(failure) = TestRunner::new(config).run(strategy, property) {
        panic!("{failure}");
    }
}

#[test]
fn the_fast_path_answers_what_the_long_way_does() {
    let counts = Cell::new((0, 0));
    for policy in tickets::policies() {
        let policy: &'static Policy = Box::leak(Box::new(policy));
        let incidents = policy.incidents.as_ref().expect("incidents");
        run(400, &prop::collection::vec(line(incidents), 2..12), |lines| {
            let (fast, slow) = (together(policy, &lines), one_by_one(policy, &lines));
            prop_assert_eq!(String::from_utf8_lossy(&fast.ndjson), String::from_utf8_lossy(&slow.ndjson));
            prop_assert_eq!((fast.lines, fast.bad), (slow.lines, slow.bad));
            counts.set((counts.get().0 + slow.bad, counts.get().1 + slow.lines));
            Ok(())
        });
    }
    let (bad, all) = counts.get();
    assert!(
        bad * 5 > all && bad * 2 < all,
        "{bad} of {all} are bad: neither too few nor too many"
    );
}

#[test]
fn a_line_with_any_byte_changed_is_answered_alike() {
    let usual = br#"{"id":"T-1","reportedAt":"2026-11-20T16:00:00+01:00","impact":"high","urgency":"medium"}"#;
    let policy = goud();
    let edit = (0..usual.len(), any::<u8>(), 0..3_u8);
    run(1500, &prop::collection::vec(prop::collection::vec(edit, 1..3), 1..8), |edits| {
        let mutated = |edits: &Vec<(usize, u8, u8)>| {
            let mut line = usual.to_vec();
            for (at, byte, how) in edits {
                let at = at % line.len();
                // Bytes that mean something are likelier than the others.
                let byte = b"\"\\{}[]:,0123456789.-+eTZ \r\t\0\x7f\x80\xc3\xa9"[*byte as usize % 32];
                match how {
                    0 => line[at] = byte,
                    1 => line.insert(at, byte),
                    _ => drop(line.remove(at)),
                }
            }
            line
        };
        let lines: Vec<Vec<u8>> = edits.iter().map(mutated).collect();
        let (fast, slow) = (together(&policy, &lines), one_by_one(&policy, &lines));
        prop_assert_eq!(String::from_utf8_lossy(&fast.ndjson), String::from_utf8_lossy(&slow.ndjson));
        Ok(())
    });
}

#[test]
fn the_answer_is_that_of_a_single_question() {
    let records = answers(
        &goud(),
        Kind::Due,
        br#"{"id":"first","priority":"P2","reportedAt":"2026-11-20T16:00:00+01:00"}
{"id":"second","priority":"P4","reportedAt":"2026-11-20T16:00:00.250+01:00"}
{"priority":"P1","reportedAt":"2026-12-24T16:00:00Z","channel":"phone","component":"car"}
"#,
    );
    let shown: Vec<String> = records.iter().map(Value::to_string).collect();
    assert_eq!(
        shown,
        [
            json!({ "id": "first", "line": 1, "priority": "P2", "response": { "due": "2026-11-20T17:00:00+01:00" },
                "resolution": { "due": "2026-11-23T16:00:00+01:00" } })
            .to_string(),
            json!({ "id": "second", "line": 2, "priority": "P4", "response": { "due": "2026-11-23T16:00:00.250+01:00" },
                "resolution": { "agreed": true } })
            .to_string(),
            json!({ "id": null, "line": 3, "priority": "P1", "response": { "due": "2026-12-28T09:30:00+01:00" },
                "resolution": { "due": "2026-12-28T13:00:00+01:00" }, "findings": records[2]["findings"] })
            .to_string(),
        ]
    );
    let codes: Vec<&Value> = records[2]["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|finding| &finding["code"])
        .collect();
    assert_eq!(codes, ["channel-closed", "out-of-scope"]);
}

const GOOD: &str = r#"{"priority":"P2","reportedAt":"2026-11-20T16:00:00+01:00"}"#;

#[rstest]
#[case::that_is_no_json("{", "not-json ")]
#[case::that_is_no_object("[]", "wrong-type ")]
#[case::with_a_key_twice(r#"{"id":1,"id":2}"#, "duplicate-key ")]
#[case::with_an_unknown_key(r#"{"priority":"P2","reportedAt":"2026-11-20T16:00:00Z","prio":1}"#, "unknown-field prio")]
#[case::without_an_instant(r#"{"priority":"P2"}"#, "missing-field reportedAt")]
#[case::without_an_offset(r#"{"priority":"P2","reportedAt":"2026-11-20T16:00:00"}"#, "instant-without-offset reportedAt")]
#[case::with_half_a_surrogate(r#"{"id":"\ud800"}"#, "not-json ")]
#[case::with_a_zero_byte("{\"id\":\"a\0\"}", "not-json ")]
#[case::that_nests_too_deep("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "too-deep ")]
fn a_line(#[case] bad: &str, #[case] expected: &str) {
    let text = format!("{GOOD}\n{bad}\n\n{GOOD}");
    let records = answers(&goud(), Kind::Due, text.as_bytes());
    assert_eq!(records.len(), 3);
    let error = &records[1]["error"];
    assert_eq!(
        format!(
            "{} {}",
            error["code"].as_str().expect("a code"),
            error["path"].as_str().expect("a path")
        ),
        expected
    );
    assert_eq!([&records[0]["line"], &records[1]["line"], &records[2]["line"]], [1, 2, 4]);
    assert_eq!(records[2]["resolution"]["due"], "2026-11-23T16:00:00+01:00");
}

#[test]
fn a_day_on_which_the_clock_changes_has_two_offsets() {
    let day = r#"["00:00-24:00"]"#;
    let week = format!(r#""mon": {day}, "tue": {day}, "wed": {day}, "thu": {day}, "fri": {day}, "sat": {day}, "sun": {day}"#);
    let policy = Policy::from_json(&format!(
        r#"{{ "id": "a", "timeZone": "Europe/Amsterdam", "schedules": {{ "always": {{ "hours": {{ {week} }} }} }},
             "incidents": {{ "schedule": "always", "impact": [{{ "id": "a" }}], "urgency": [{{ "id": "a" }}],
               "matrix": {{ "a": {{ "a": "P1" }} }}, "priorities": [{{ "id": "P1", "response": "PT1H" }}] }} }}"#
    ))
    .expect("a policy");
    let line = |time: &str| format!("{{\"priority\":\"P1\",\"reportedAt\":\"2026-03-{time}:00Z\"}}\n");
    let text: String = ["28T12:00", "28T22:50", "28T23:10", "29T00:10", "29T21:30"].map(line).concat();
    let dues: Vec<String> = answers(&policy, Kind::Due, text.as_bytes())
        .iter()
        .map(|record| record["response"].to_string())
        .collect();
    let expected = [
        "28T14:00:00+01:00",
        "29T00:50:00+01:00",
        "29T01:10:00+01:00",
        "29T03:10:00+02:00",
        "30T00:30:00+02:00",
    ];
    assert_eq!(dues, expected.map(|due| format!("{{\"due\":\"2026-03-{due}\"}}")));
}

#[test]
fn a_line_that_is_not_utf8_is_one_bad_answer() {
    let mut text = GOOD.as_bytes().to_vec();
    text.extend(b"\n{\"id\":\"\xff\"}\n");
    text.extend(GOOD.as_bytes());
    let records = answers(&goud(), Kind::Due, &text);
    assert_eq!(records[1]["error"]["code"], "not-utf8");
    assert_eq!(records[2]["line"], 3);
}

/// The number of a line that is far from the first.
const FAR: u64 = 4_000_000_000;

#[test]
fn a_mark_is_one_before_the_first_line_only() {
    let question = Question {
        first_line: FAR,
        ..question(Kind::Due)
    };
    let answer = bulk::records(&goud(), "\u{feff}".as_bytes(), &question);
    assert_eq!((answer.lines, answer.bad), (1, 1));
}

#[rstest]
#[case::nothing("", FAR, 0)]
#[case::only_a_mark("\u{feff}", 1, 0)]
#[case::blank_lines("\n\r\n \t\n", FAR, 3)]
#[case::a_line_that_does_not_end(GOOD, FAR, 1)]
#[case::a_mark_before_it(&format!("\u{feff}{GOOD}\n"), 1, 1)]
#[case::carriage_returns(&format!("{GOOD}\r\n{GOOD}\r\n{GOOD}\r"), FAR, 3)]
fn lines_are_counted(#[case] text: &str, #[case] first_line: u64, #[case] lines: u64) {
    let question = Question {
        first_line,
        ..question(Kind::Due)
    };
    let answer = bulk::records(&goud(), text.as_bytes(), &question);
    assert_eq!((answer.lines, answer.bad), (lines, 0));
    let last = String::from_utf8(answer.ndjson).expect("UTF-8").lines().last().map(parsed);
    if let Some(last) = last {
        assert_eq!(last["line"], first_line + lines - 1);
    }
}

#[test]
fn a_request_has_an_id_of_its_own_and_its_findings() {
    let request = r#"{"id":"R-1","servers":["app-01"]}"#;
    let text = format!("{request}\n{{\"id\":[]}}\n{{\"id\":7,\"sevrers\":[]}}\n{{}}");
    let question = question(Kind::Patch);
    let answer = bulk::records(&goud(), text.as_bytes(), &question);
    let records = answers(&goud(), Kind::Patch, text.as_bytes());
    let single = deskrules::change::check_patch(
        &goud(),
        &support::fit(&json!({ "servers": ["app-01"] })).expect("a request"),
        &CheckOptions::at(question.now),
    );
    let single = support::value(&single.expect("an answer"));
    assert_eq!(
        records[0],
        json!({ "id": "R-1", "line": 1, "accepted": false, "findings": single["findings"] })
    );
    assert_eq!(
        (&records[1]["error"]["code"], &records[1]["error"]["path"]),
        (&json!("wrong-type"), &json!("id"))
    );
    assert_eq!(records[2]["error"]["path"], "sevrers");
    assert_eq!((answer.lines, answer.bad, answer.refused), (4, 2, 2));
}

#[test]
fn a_change_is_checked_as_a_single_one_is() {
    let request = json!({ "item": "ad-user", "fields": {} });
    let records = answers(&goud(), Kind::Change, request.to_string().as_bytes());
    let single = deskrules::change::check_change(
        &goud(),
        &support::fit(&request).expect("a request"),
        &CheckOptions::at(at("Mon 12:00")),
    );
    let single = support::value(&single.expect("an answer"));
    assert_eq!(
        records,
        [json!({ "id": null, "line": 1, "accepted": single["accepted"], "findings": single["findings"] })]
    );
}

#[test]
fn many_lines_and_long_numbers_are_written_as_they_are() {
    let line = br#"{"id":1,"priority":"P4","reportedAt":"2026-11-20T16:00:00+01:00"}"#;
    let mut text = line.to_vec();
    for _ in 0..5000 {
        text.push(b'\n');
        text.extend(line);
    }
    for first_line in [1, 95, 99_999_000, 9_999_999_999_000] {
        let answer = bulk::records(
            &goud(),
            &text,
            &Question {
                first_line,
                ..question(Kind::Due)
            },
        );
        let text = String::from_utf8(answer.ndjson).expect("UTF-8");
        for (number, line) in (first_line..).zip(text.lines()) {
            let expected = format!(
                r#"{{"id":1,"line":{number},"priority":"P4","response":{{"due":"2026-11-23T16:00:00+01:00"}},"resolution":{{"agreed":true}}}}"#
            );
            assert_eq!(line, expected);
        }
        assert_eq!(answer.lines, 5001);
    }
}
