//! Many records at once: one JSON object a line in, one a line out, bytes all the way.

mod answers;
mod express;
mod lines;
mod scan;
mod sheet;
mod stamps;

use answers::Answers;
use express::Express;
use lines::Lines;

use crate::order::sorted;
use crate::policy::Policy;
use crate::schedule::Instant;

/// How many bytes of answers are enough.
const MOST: usize = if cfg!(target_arch = "wasm32") {
    512 << 20
} else {
    isize::MAX.unsigned_abs()
};

words! {
    /// What is asked of each record.
    pub enum Kind {
        /// By when a new ticket is answered and solved.
        Due = "due",
        /// Where a ticket stands.
        Track = "track",
        /// What is to be said of a patch request.
        Patch = "patch",
        /// What is to be said of a change request.
        Change = "change",
    }
}

words! {
    /// In which order the records come out.
    pub enum Order {
        /// As they came in.
        AsGiven = "as-given",
        /// The next to breach first: by the earliest deadline of a clock that is not stopped; last, those without one.
        NextToBreach = "next-to-breach",
    }
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// What of each record.
    pub kind: Kind,
    /// Which instant is the present.
    pub now: Instant,
    /// The number of the first line; more than 1 when it is not the first of all.
    pub first_line: u64,
    /// In which order tracked tickets come out; all other records come out as they came in.
    pub order: Order,
}

/// The answers, and how many there are of which.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// A line for each record.
    pub ndjson: Vec<u8>,
    /// How many lines came in, blank ones too.
    pub lines: u64,
    /// How many of them could not be read.
    pub bad: u64,
    /// How many requests were not accepted.
    pub refused: u64,
    /// Whether all lines are answered: in WebAssembly, whose memory is small, half a gigabyte of answers is enough.
    pub complete: bool,
}

/// Answers every line of a text of bytes; a line is a JSON object, blank lines are passed over.
///
/// - `due`: `{ id, line, priority, response, resolution }` of a ticket as it was reported, with `findings` when there are any;
/// - `track`: `{ id, line, … }` with the fields of [`Tracking`](crate::sla::Tracking), where the support line is `supportLine`;
/// - `patch` and `change`: `{ id, line, accepted, findings }`; a request may have an `id` of its own.
///
/// `line` is the number of the line. One that cannot be read is answered by `{ line, error }`, and the rest goes on.
///
/// # Examples
/// A priority 2 reported on Friday 20 November 2026 at 16:00:
/// ```
/// use deskrules::bulk::{self, Kind, Order, Question};
/// use deskrules::policy::Policy;
/// let ticket = br#"{"id":7,"priority":"P2","reportedAt":"2026-11-20T16:00:00+01:00"}"#;
/// let now = "2026-11-24T10:00:00+01:00".parse().unwrap();
/// let question = Question { kind: Kind::Due, now, first_line: 1, order: Order::AsGiven };
/// let answer = bulk::records(&Policy::managed_server_goud()?, ticket, &question);
/// assert_eq!(
///     String::from_utf8_lossy(&answer.ndjson),
///     r#"{"id":7,"line":1,"priority":"P2","response":{"due":"2026-11-20T17:00:00+01:00"},"resolution":{"due":"2026-11-23T16:00:00+01:00"}}
/// "#
/// );
/// # Ok::<(), deskrules::error::Error>(())
/// ```
#[must_use]
pub fn records(policy: &Policy, ndjson: &[u8], question: &Question) -> Records {
    let mut lines = Lines::new(ndjson, question.first_line);
    let mut answers = Answers::new(policy, *question, ndjson.len());
    let mut express = if question.kind == Kind::Due { Express::new(policy) } else { None };
    // The first line always takes the long way, which has every schedule build its window of years near the tickets.
    let mut complete = true;
    while let Some((number, line)) = lines.next() {
        if answers.sheet.written() > MOST {
            complete = false;
            break;
        }
        answers.answer(number, line);
        if let Some(express) = &mut express {
            express.answer(question.now, &mut lines, &mut answers.sheet);
        }
    }
    let Answers {
        sheet, dues, bad, refused, ..
    } = answers;
    let ndjson = sheet.finish();
    Records {
        ndjson: if question.order == Order::NextToBreach && question.kind == Kind::Track {
            by_due(&ndjson, &dues)
        } else {
            ndjson
        },
        lines: lines.count(),
        bad,
        refused,
        complete,
    }
}

/// Puts answers in the order of their deadlines, each given with where it ends; last, those without one.
fn by_due(ndjson: &[u8], dues: &[(Option<Instant>, usize)]) -> Vec<u8> {
    let due = |index: usize| dues.get(index).map(|(due, _)| (due.is_none(), *due));
    let end = |index: Option<usize>| index.and_then(|index| dues.get(index)).map_or(0, |(_, end)| *end);
    let mut ordered = Vec::with_capacity(ndjson.len());
    for index in sorted(dues.len(), &|a, b| due(a).cmp(&due(b))) {
        let answer = ndjson.get(end(index.checked_sub(1))..end(Some(index)));
        ordered.extend_from_slice(answer.unwrap_or_default());
    }
    ordered
}
