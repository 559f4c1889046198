//! The corpus of every fuzz target, and what the fuzzer once found, through the same functions that it calls.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::panic, reason = "a test may")]

#[path = "fuzz/src/lib.rs"]
mod fuzz;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

#[test]
fn every_input_of_the_corpora_keeps_its_promises() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let mut broken = Vec::new();
    for (name, target) in fuzz::TARGETS {
        let path = corpora.join(format!("{name}.bin"));
        let packed = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let inputs = fuzz::inputs(&packed);
        assert!(inputs.len() > 20, "the corpus of {name} has {} inputs", inputs.len());
        for input in inputs {
            if catch_unwind(|| target(input)).is_err() {
                broken.push(format!("{name}: {:?}", String::from_utf8_lossy(input)));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
