//! The seam to JavaScript: decode, call, encode.
#![expect(missing_docs, reason = "wasm-bindgen writes undocumented items")]

use wasm_bindgen::prelude::wasm_bindgen;

/// Says which release of the time-zone data is built in.
#[wasm_bindgen(js_name = zoneData)]
pub fn zone_data() -> String {
    String::from("scaffold")
}
