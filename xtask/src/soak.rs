//! The engine for as long as one likes: against the oracle, with new calendars in every round; and calls of every kind, by the million.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result};

use crate::package;
use crate::tools;
use crate::workspace::Workspace;

/// Calendars of a round, for each kind of instant.
const CALENDARS: u32 = 5000;
/// Kinds of instants and questions to a calendar: `tests/oracle.rs`.
const CASES: u32 = CALENDARS * 6 * 80;

/// Calls when nobody says how many.
const CALLS: u64 = 10_000_000;

/// Does what is asked for; both when nothing is.
pub fn run(workspace: &Workspace, minutes: Option<u32>, seed: Option<u32>, calls: Option<u64>) -> Result<()> {
    let compares = minutes.is_some() || seed.is_some();
    if compares || calls.is_none() {
        compare(workspace, minutes.unwrap_or(1), seed)?;
    }
    if calls.is_some() || !compares {
        call(workspace, calls.unwrap_or(CALLS))?;
    }
    Ok(())
}

/// Makes so many calls in one process, whose memory must stay level.
fn call(workspace: &Workspace, calls: u64) -> Result<()> {
    package::build(workspace)?;
    let mut soak = tools::node();
    soak.arg("soak/run.js").arg(calls.to_string()).current_dir(workspace.tests());
    tools::run(&mut soak)
}

/// Runs rounds of random calendars for that many minutes, up to the first mismatch; the seed of a round repeats it.
fn compare(workspace: &Workspace, minutes: u32, seed: Option<u32>) -> Result<()> {
    let first = seed.map_or_else(todays, Ok)?;
    let end = Instant::now() + Duration::from_secs(u64::from(minutes) * 60);
    let mut cases = 0;
    for seed in first.. {
        println!("\n== seed {seed}: {CALENDARS} calendars for each kind of instant");
        let mut test = tools::cargo();
        test.current_dir(&workspace.root)
            .args(["test", "--quiet", "--release", "--test", "oracle"])
            .env("DESKRULES_CALENDARS", CALENDARS.to_string())
            .env("DESKRULES_SEED", seed.to_string());
        tools::run(&mut test).with_context(|| format!("repeat it by `cargo xtask soak --seed {seed}`"))?;
        cases += u64::from(CASES);
        let left = end.saturating_duration_since(Instant::now());
        println!("== {cases} cases, no mismatch, {} minutes to go", left.as_secs().div_ceil(60));
        if left.is_zero() {
            break;
        }
    }
    Ok(())
}

/// A seed that no other run had.
fn todays() -> Result<u32> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH)?;
    Ok(u32::try_from(since.as_secs() / 60)?)
}
