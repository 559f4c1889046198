//! What the fuzzer sends to each entry of the crate, and what must hold of every answer.
//!
//! A target is an ordinary function of bytes. The fuzzer calls it with bytes that reach new code; `tests/fuzz.rs` calls it with the corpus.
#![allow(clippy::allow_attributes, missing_docs, reason = "the targets are for tests")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken property is a panic here"
)]

pub mod agreement;
pub mod answers;
pub mod bases;
pub mod draw;
pub mod edit;
pub mod policy;
pub mod records;
pub mod requests;
pub mod schedule;
pub mod text;
pub mod ticket;

/// A target: what it does with an input.
pub type Target = fn(&[u8]);

/// The targets by the names of their programs and corpora.
pub const TARGETS: [(&str, Target); 8] = [
    ("policy", policy::run),
    ("agreement", agreement::run),
    ("schedule", schedule::run),
    ("ticket", ticket::run),
    ("patch", requests::patch),
    ("change", requests::change),
    ("text", text::run),
    ("records", records::run),
];

/// Returns the inputs of a packed corpus: each behind its length, as `cargo xtask fuzz --keep` writes them.
pub fn inputs(mut packed: &[u8]) -> Vec<&[u8]> {
    let mut inputs = Vec::new();
    while let Some((length, rest)) = packed.split_first_chunk() {
        let length = u32::from_le_bytes(*length) as usize;
        let (input, rest) = rest.split_at(length);
        inputs.push(input);
        packed = rest;
    }
    inputs
}
