//! Records as bytes: a line for each line, whatever stands in it, and the same whether alone or among others.

use deskrules::bulk::{self, Kind, Order, Question, Records};
use deskrules::policy::Policy;
use deskrules::schedule::Instant;
use serde_json::Value;

use super::bases::READ;
use super::draw::Draw;

/// The first bytes say what is asked, of which policy, and when.
pub fn run(input: &[u8]) {
    let (head, ndjson) = input.split_at(input.len().min(4));
    let mut draw = Draw::new(head);
    let kind = *draw.pick(Kind::ALL);
    let policy = draw.pick(&READ);
    let now = Instant::from_epoch_millis(1_767_600_000_000 + i64::from(draw.short()) * 3_600_000).expect("in range");
    let ask = |ndjson: &[u8], first_line, order| {
        bulk::records(
            policy,
            ndjson,
            &Question {
                kind,
                now,
                first_line,
                order,
            },
        )
    };
    let all = ask(ndjson, 1, Order::AsGiven);
    assert_eq!(ask(ndjson, 1, Order::AsGiven), all, "the same again");

    // The first line of an input takes the long way, the others the fast one where they can.
    let mut alone = Records {
        complete: true,
        ..Records::default()
    };
    let unmarked = ndjson.strip_prefix(b"\xef\xbb\xbf").unwrap_or(ndjson);
    for (line, number) in unmarked.split_inclusive(|byte| *byte == b'\n').zip(1..) {
        // A second mark is no mark.
        let one = if number == 1 {
            ask(&ndjson[..ndjson.len() - unmarked.len() + line.len()], 1, Order::AsGiven)
        } else {
            ask(line, number, Order::AsGiven)
        };
        alone.ndjson.extend(&one.ndjson);
        alone.lines += one.lines;
        alone.bad += one.bad;
        alone.refused += one.refused;
        let blank = line.trim_ascii().is_empty();
        assert_eq!((one.lines, one.ndjson.is_empty()), (1, blank), "line {number}");
    }
    assert!(
        alone == all,
        "{:?}\n{}\n{}",
        Shown(ndjson),
        Shown(&all.ndjson),
        Shown(&alone.ndjson)
    );

    let answers = lines(&all.ndjson);
    assert_eq!(
        answers.iter().filter(|answer| answer.get("error").is_some()).count() as u64,
        all.bad
    );
    assert_eq!(
        answers.iter().filter(|answer| answer["accepted"] == false).count() as u64,
        all.refused
    );
    if kind == Kind::Track {
        let ordered = lines(&ask(ndjson, 1, Order::NextToBreach).ndjson);
        let number = |answer: &Value| answer["line"].as_u64();
        let mut back: Vec<Value> = ordered.clone();
        back.sort_by_key(number);
        assert_eq!(back, answers, "all of them, in whatever order");
    }
}

/// Every answer; each is one line of JSON.
fn lines(ndjson: &[u8]) -> Vec<Value> {
    let text = str::from_utf8(ndjson).expect("UTF-8");
    assert!(text.is_empty() || text.ends_with('\n'), "{text}");
    let lines = text.split_terminator('\n');
    lines
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}

struct Shown<'a>(&'a [u8]);

impl std::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from_utf8_lossy(self.0))
    }
}

impl std::fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(self.0))
    }
}

/// Returns the answer to one record, which is not the first of its input: the fast way answers it where it can.
pub fn record(policy: &Policy, kind: Kind, now: Instant, record: &Value) -> Value {
    let ndjson = format!("{record}\n{record}\n");
    let question = Question {
        kind,
        now,
        first_line: 1,
        order: Order::AsGiven,
    };
    let answers = lines(&bulk::records(policy, ndjson.as_bytes(), &question).ndjson);
    assert_eq!(answers.len(), 2, "{record}");
    answers[1].clone()
}
