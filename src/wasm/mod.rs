//! The seam to JavaScript: decode, call, encode. Policies and schedules stay on this side; JavaScript holds their handles.

mod batches;
mod bulk;
mod decode;
mod policies;
mod schedules;
mod tickets;
mod types;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

pub use batches::*;
pub use bulk::*;
pub use policies::*;
pub use schedules::*;
pub use tickets::*;
pub use types::*;

use crate::error::Error;
use crate::json::{self, ToJson};
use crate::schedule;

/// Smaller than the standard library's by 5 KB, and as fast.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

type Answer<T> = Result<T, Error>;

#[wasm_bindgen(typescript_custom_section)]
const INSTANT_LIKE: &str = "
/** RFC 3339 text with an offset, epoch milliseconds, or a Date. */
export type InstantLike = string | number | Date;
/** The same, in what is asked. */
export type Instant = InstantLike;
/** RFC 3339 text in the policy's zone. */
export type Stamp = string;
/** Values by name. */
export type Table<T> = Record<string, T>;
/** A text in several languages, by language: `{ nl: \"…\", en: \"…\" }`. */
export type Names = Record<string, string>;
/** Business seconds, `agreed`, or null when the agreement sets no target. */
export type TargetTime = number | \"agreed\" | null;
/** Business seconds, with milliseconds as a fraction. */
export type Seconds = number;
/** A JSON value. */
export type Json = unknown;
";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(json: &str) -> Result<JsValue, JsValue>;
}

/// What JavaScript catches: a plain object, which the client turns into an error.
impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        encode(&error).unwrap_or(JsValue::NULL)
    }
}

fn encode<T: ToJson + ?Sized>(value: &T) -> Answer<JsValue> {
    parsed(&json::text(value))
}

fn parsed(json: &str) -> Answer<JsValue> {
    parse(json).map_err(|_| Error::new("internal", "", "the answer is no JSON"))
}

/// What JavaScript holds handles of. A handle is never given twice, so that a closed one stays closed.
// INVARIANT: sorted by handle, since a new one is the highest.
struct Slots<T> {
    next: u32,
    held: Vec<(u32, T)>,
}

impl<T: Clone> Slots<T> {
    const fn new() -> Self {
        Self { next: 0, held: Vec::new() }
    }

    fn hold(&mut self, value: T) -> u32 {
        self.next += 1;
        self.held.push((self.next, value));
        self.next
    }

    fn get(&self, handle: u32) -> Answer<T> {
        let held = self.position(handle).and_then(|at| self.held.get(at));
        held.map(|(_, value)| value.clone())
            .ok_or_else(|| Error::new("closed", "", "this was closed and cannot answer any more"))
    }

    fn close(&mut self, handle: u32) {
        if let Some(at) = self.position(handle) {
            self.held.remove(at);
        }
    }

    fn position(&self, handle: u32) -> Option<usize> {
        self.held.binary_search_by(|(known, _)| known.cmp(&handle)).ok()
    }
}

/// Says which release of the IANA time-zone data is built in.
#[wasm_bindgen(js_name = zoneData)]
#[must_use]
pub fn zone_data() -> String {
    schedule::zone_data().to_owned()
}

/// Returns how many bytes of memory the wasm has; it never gives any back.
#[wasm_bindgen(js_name = memoryBytes)]
#[must_use]
pub fn memory_bytes() -> usize {
    core::arch::wasm32::memory_size::<0>() * 65_536
}
