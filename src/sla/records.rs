//! Many tickets at once: one JSON object a line in, one a line out.

use super::clock::Phase;
use super::ticket::Ticket;
use super::track::{Tracking, tracking};
use crate::error::Error;
use crate::json::{self, ToJson as _, Writer};
use crate::order::sorted;
use crate::policy::Policy;
use crate::schedule::{Instant, Stamp};

words! {
    /// In which order the records come out.
    pub enum Order {
        /// As they came in.
        AsGiven = "as-given",
        /// The next to breach first: by the earliest deadline of a clock that is not stopped; last, those without one.
        NextToBreach = "next-to-breach",
    }
}

/// Tracks the tickets of a text with one JSON object a line, and returns a line for each: `{ id, line, … }` with the fields of
/// [`Tracking`], where `line` is the number of the line and `supportLine` the support line; or `{ line, error }`.
///
/// Empty lines are passed over.
#[must_use]
pub fn track_records(policy: &Policy, ndjson: &[u8], now: Instant, order: Order) -> String {
    let mut records: Vec<(Option<Instant>, String)> = Vec::new();
    for (number, line) in (1_u32..).zip(ndjson.split(|byte| *byte == b'\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let mut out = Writer::default();
        let due = match record(policy, line, now) {
            Ok(tracking) => {
                tracking.write(number, &mut out);
                tracking.next_due()
            }
            Err(error) => {
                error.write(number, &mut out);
                None
            }
        };
        records.push((due, out.finish()));
    }
    let due = |index: usize| records.get(index).map(|(due, _)| (due.is_none(), *due));
    let indices = match order {
        Order::AsGiven => (0..records.len()).collect(),
        Order::NextToBreach => sorted(records.len(), &|a, b| due(a).cmp(&due(b))),
    };
    let mut text = String::new();
    for (_, record) in indices.into_iter().filter_map(|index| records.get(index)) {
        text.push_str(record);
        text.push('\n');
    }
    text
}

fn record(policy: &Policy, line: &[u8], now: Instant) -> Result<Tracking, Error> {
    let text = str::from_utf8(line).map_err(|_| Error::new("not-utf8", "", "this line is not UTF-8"))?;
    let ticket: Ticket = json::fit(json::parse(text)?)?;
    tracking(policy, &ticket, now, false)
}

impl Tracking {
    /// The earliest deadline of a clock that is not stopped.
    fn next_due(&self) -> Option<Instant> {
        let clocks = self.response.iter().chain(&self.resolution).chain(self.targets.values());
        let running = clocks.filter(|clock| clock.phase != Phase::Stopped);
        running.filter_map(|clock| clock.due).map(Stamp::instant).min()
    }

    fn write(&self, line: u32, out: &mut Writer) {
        out.begin('{');
        out.field("id", &self.id);
        out.field("line", &line);
        out.field("priority", &self.priority);
        out.field("response", &self.response);
        out.field("resolution", &self.resolution);
        out.field("targets", &self.targets);
        out.field("supportLine", &self.line);
        out.field("nextLine", &self.next_line);
        out.field("findings", &self.findings);
        out.field("nextChange", &self.next_change);
        out.end('}');
    }
}

impl Error {
    fn write(&self, line: u32, out: &mut Writer) {
        out.begin('{');
        out.field("line", &line);
        out.key("error");
        self.to_json(out);
        out.end('}');
    }
}
