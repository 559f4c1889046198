//! Writes the zone table.
fn main() {}
