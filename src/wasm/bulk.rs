//! Records for JavaScript: bytes in, bytes out.

use wasm_bindgen::prelude::wasm_bindgen;

use super::Answer;
use super::decode::instant;
use super::policies::held;
use crate::bulk::{self, Kind, Order, Question};
use crate::error::Error;

/// Answers records, one JSON object a line in and out; `kind` is an index of `due`, `track`, `patch`, `change`. Adds to `tally` how many
/// lines came in, how many of them could not be read, and how many requests were not accepted.
///
/// # Errors
/// When the policy is closed, or `now` or the kind cannot be read, or the answers are too long; a bad line is an answer.
#[wasm_bindgen(js_name = bulkRecords)]
pub fn bulk_records(
    policy: u32,
    kind: u32,
    ndjson: &[u8],
    now: &str,
    first_line: f64,
    next_to_breach: bool,
    tally: &mut [f64],
) -> Answer<Vec<u8>> {
    let now = instant(now, "now")?;
    let kind = Kind::ALL.get(kind as usize).copied();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the client gives a whole number from 1 on"
    )]
    let question = Question {
        kind: kind.ok_or_else(|| Error::new("unknown-value", "kind", "there is no such kind of record"))?,
        now,
        first_line: first_line as u64,
        order: if next_to_breach { Order::NextToBreach } else { Order::AsGiven },
    };
    let answer = bulk::records(&*held(policy)?, ndjson, &question);
    if !answer.complete {
        return Err(Error::new(
            "too-large",
            "ndjson",
            "the answers are too long: give fewer lines at once",
        ));
    }
    for (sum, more) in tally.iter_mut().zip([answer.lines, answer.bad, answer.refused]) {
        #[expect(clippy::cast_precision_loss, reason = "no input has so many lines")]
        let more = more as f64;
        *sum += more;
    }
    Ok(answer.ndjson)
}
