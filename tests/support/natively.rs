//! Questions out of seeds, and what the crate built for this machine answers: a JSON list a line, for `tests/js/differential.test.js`.
//!
//! `["policy", text]`, numbered from 0 on, and `[call, policy, input, argument, answer]`, all of them JSON as text; the answer is an error in
//! its own words where there is one.
#![allow(
    clippy::allow_attributes,
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "for a test"
)]

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::collections::HashMap;
use std::env;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Duration;

use deskrules::bulk::{self, Kind, Order, Question};
use deskrules::change::{self, WindowKind};
use deskrules::error::Error;
use deskrules::finding::Finding;
use deskrules::json::{FromJson, Json, ToJson, fit, parse, text};
use deskrules::policy::Policy;
use deskrules::schedule::{Instant, Schedule, Versions};
use deskrules::{sla, triage};
use fuzz::draw::Draw;
use serde_json::{Value, json};

/// The lines that many records are asked in at once.
const RECORDS: usize = 400;

fn main() {
    let count: u64 = env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .expect("how many questions of each kind");
    let mut out = Lines {
        out: BufWriter::new(io::stdout().lock()),
        policies: HashMap::new(),
    };
    for (name, ask) in KINDS {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fuzz/corpus/{name}.bin"));
        for input in fuzz::inputs(&fs::read(corpus).expect("a corpus")) {
            ask(input, &mut out);
        }
        for seed in 0..count {
            ask(&bytes(seed), &mut out);
        }
    }
    records(count, &mut out);
    out.out.flush().expect("all written");
}

/// Asks what some bytes make of it.
type Ask = fn(&[u8], &mut Lines);

/// What is asked of each corpus.
const KINDS: [(&str, Ask); 6] = [
    ("agreement", agreement),
    ("ticket", ticket),
    ("patch", |input, out| request(WindowKind::Patch, input, out)),
    ("change", |input, out| request(WindowKind::Change, input, out)),
    ("text", suggestion),
    ("schedule", schedule),
];

/// Bytes of a seed: xorshift, a few at first and up to a hundred.
fn bytes(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[4]
    };
    (0..seed % 100).map(|_| next()).collect()
}

/// The output, and the numbers of the policies that stand in it.
struct Lines {
    out: BufWriter<io::StdoutLock<'static>>,
    policies: HashMap<String, usize>,
}

impl Lines {
    fn policy(&mut self, text: String) -> usize {
        let next = self.policies.len();
        if let Some(known) = self.policies.get(&text) {
            return *known;
        }
        self.line(&json!(["policy", text]));
        self.policies.insert(text, next);
        next
    }

    fn ask(&mut self, call: &str, policy: usize, input: &Value, argument: &Value, answer: &str) {
        // JavaScript puts keys that are numbers before all others.
        if !numbered(input) {
            self.line(&json!([call, policy, input.to_string(), argument.to_string(), answer]));
        }
    }

    fn line(&mut self, line: &Value) {
        writeln!(self.out, "{line}").expect("a pipe");
    }
}

fn numbered(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(numbered),
        Value::Object(entries) => entries.iter().any(|(key, value)| key.parse::<u32>().is_ok() || numbered(value)),
        _ => false,
    }
}

/// The answer in JSON, or the error.
fn said<T: ToJson>(answer: Result<T, Error>) -> String {
    answer.map_or_else(|error| text(&error), |answer| text(&answer))
}

fn read<T: FromJson>(value: &Value) -> Result<T, Error> {
    Ok(fit(parse(&value.to_string())?)?)
}

fn agreement(input: &[u8], out: &mut Lines) {
    let mut draw = Draw::new(input);
    let document = fuzz::bases::edited_policy(&mut draw);
    let lint = read(&document).map(|document| -> Vec<Finding> { Policy::lint(document) });
    out.ask("lintPolicy", 0, &document, &Value::Null, &said(lint));
    let policy = match parse(&document.to_string()).map_err(Error::from).and_then(Policy::from_value) {
        Ok(policy) => policy,
        Err(error) => return out.ask("loadPolicy", 0, &document, &Value::Null, &text(&error)),
    };
    if numbered(&document) {
        return;
    }
    let number = out.policy(document.to_string());
    let at = draw.instant().epoch_millis();
    let (minutes, kind) = (draw.short(), ["patch", "change"][draw.below(2)]);
    let question = json!({ "minutes": minutes, "notBefore": at, "kind": kind });
    let window = read(&question).and_then(|question| change::next_window(&policy, &question));
    out.ask("nextWindow", number, &question, &Value::Null, &said(window));
    let Some(incidents) = &policy.incidents else { return };
    for impact in &incidents.impacts {
        for urgency in &incidents.urgencies {
            let mut question = json!({ "impact": impact, "urgency": urgency });
            let class = read(&question).and_then(|question| sla::classify(&policy, &question));
            out.ask("classify", number, &question, &Value::Null, &said(class));
            question["reportedAt"] = json!(at);
            let deadlines = read(&question).and_then(|question| sla::deadlines(&policy, &question));
            out.ask("deadlines", number, &question, &Value::Null, &said(deadlines));
        }
    }
}

fn ticket(input: &[u8], out: &mut Lines) {
    let (policy, ticket, now) = fuzz::ticket::question(&mut Draw::new(input));
    let answer = read(&ticket).and_then(|ticket| sla::track(&policy, &ticket, now));
    let number = out.policy(text(&policy.source));
    out.ask("track", number, &ticket, &json!(now.epoch_millis()), &said(answer));
}

fn request(kind: WindowKind, input: &[u8], out: &mut Lines) {
    let (policy, request, options) = fuzz::requests::question(kind, &mut Draw::new(input));
    let check = |options| change::check_json(&policy, kind, parse(&request.to_string())?, &options);
    let answer = read(&options).and_then(check);
    let number = out.policy(text(&policy.source));
    let call = if kind == WindowKind::Patch { "checkPatch" } else { "checkChange" };
    out.ask(call, number, &request, &options, &said(answer));
}

fn suggestion(input: &[u8], out: &mut Lines) {
    let number = out.policy(text(&fuzz::bases::READ[0].source));
    let input = String::from_utf8_lossy(input);
    let (subject, body) = input.split_once('\n').unwrap_or((&input, ""));
    let question = json!({ "subject": subject, "body": body });
    let answer = read(&question).and_then(|question| triage::suggest(&fuzz::bases::READ[0], &question));
    out.ask("suggest", number, &question, &Value::Null, &said(answer));
}

/// A schedule, and what its clock says.
fn schedule(input: &[u8], out: &mut Lines) {
    let mut draw = Draw::new(input);
    let from = draw.instant();
    let to = draw.later(from);
    let seconds = draw.span() / 1000;
    let document = fuzz::schedule::document(&mut draw);
    let argument = json!([from.epoch_millis(), to.epoch_millis(), seconds]);
    let answer = read::<Versions>(&document).and_then(|versions| {
        let schedule = Schedule::versions(&versions.0, None)?;
        let stamp = |at: Option<Instant>| Json::from(at.map(|at| schedule.zone().stamp(at).to_string()));
        let time = Duration::from_secs(seconds);
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of this range fit")]
        let between = schedule.between(from, to).num_milliseconds() as f64 / 1000.0;
        Ok(Json::List(vec![
            stamp(schedule.add(from, time)),
            stamp(schedule.subtract(from, time)),
            between.into(),
            Json::Bool(schedule.is_open(from)),
            stamp(schedule.next_open(from)),
            stamp(schedule.next_close(from)),
        ]))
    });
    out.ask("newSchedule", 0, &document, &argument, &said(answer));
}

/// Records of each kind, many at once: the input and the answer are lines.
fn records(count: u64, out: &mut Lines) {
    let now: Instant = "2026-01-12T10:00:00+01:00".parse().expect("an instant");
    let policy = &fuzz::bases::READ[1];
    let number = out.policy(text(&policy.source));
    for (index, kind) in Kind::ALL.iter().enumerate() {
        let mut lines = Vec::new();
        for seed in 0..count {
            let mut input = bytes(seed);
            // One of the policies as it is, so that the names fit.
            input.insert(0, 0);
            let mut draw = Draw::new(&input);
            let record = match kind {
                Kind::Due | Kind::Track => fuzz::ticket::question(&mut draw).1,
                Kind::Patch => fuzz::requests::question(WindowKind::Patch, &mut draw).1,
                Kind::Change => fuzz::requests::question(WindowKind::Change, &mut draw).1,
            };
            lines.push(record.to_string());
        }
        lines.push("no json".to_owned());
        let question = Question {
            kind: *kind,
            now,
            first_line: 1,
            order: Order::AsGiven,
        };
        for lines in lines.chunks(RECORDS) {
            let ndjson = lines.join("\n");
            let answer = bulk::records(policy, ndjson.as_bytes(), &question).ndjson;
            let answer = String::from_utf8(answer).expect("UTF-8");
            out.line(&json!([
                "records",
                number,
                ndjson,
                json!([index, now.epoch_millis()]).to_string(),
                answer
            ]));
        }
    }
}
