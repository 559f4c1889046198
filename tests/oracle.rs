//! The engine against the oracle: random calendars, and the answers of both to the same questions.
//!
//! A calendar is walked once and asked [`QUESTIONS`] questions; each question counts as a case. `cargo xtask soak` runs this for long:
//! `DESKRULES_CALENDARS` is the number of calendars for each kind of instant, `DESKRULES_SEED` the seed.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may"
)]

#[path = "support/calendar.rs"]
mod calendar;
#[path = "support/calendars.rs"]
mod calendars;
#[path = "support/oracle.rs"]
mod oracle;
mod support;

use std::env;
use std::time::Duration;

use calendar::DAY;
use calendars::{Near, calendar_near};
use deskrules::schedule::{Instant, Schedule};
use oracle::{Answer, END, Walk};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use rstest::rstest;

/// Questions to each calendar; docs/business-time.md tells how many cases this makes.
const QUESTIONS: usize = 80;
/// Calendars for each kind of instant in a normal run.
const CALENDARS: u32 = 220;
/// The six kinds below.
const KINDS: u32 = 6;
const _: () = assert!(CALENDARS as usize * KINDS as usize * QUESTIONS > 100_000);

#[rstest]
#[case::clock_changes(Near::ClockChange, 0)]
#[case::midnights(Near::Midnight, 1)]
#[case::year_ends(Near::YearEnd, 2)]
#[case::the_first_days_of_1970(Near::FirstDays, 3)]
#[case::the_last_days_of_2199(Near::LastDays, 4)]
#[case::any_time(Near::Anything, 5)]
fn the_engine_answers_as_the_oracle_does_near(#[case] near: Near, #[case] kind: u64) {
    let number = |name: &str, default: u64| env::var(name).map_or(default, |text| text.parse().expect("a number"));
    let cases = u32::try_from(number("DESKRULES_CALENDARS", u64::from(CALENDARS))).expect("a number of calendars");
    let seed = number("DESKRULES_SEED", 1);
    let config = Config {
        cases,
        rng_seed: RngSeed::Fixed(seed * u64::from(KINDS) + kind),
        failure_persistence: None,
        // Shrinking is for the reader; what failed stays failed.
        max_shrink_time: 15_000,
        ..Config::default()
    };
    let all = (calendar_near(near), 1..30i64, vec(question(), QUESTIONS), -3..=3i64);
    let run = TestRunner::new(config).run(&all, |((calendar, around), days, questions, years)| {
        let schedule = support::schedule(&calendar.to_string());
        // What the engine has built before is somewhere else, and the questions come to its edge.
        let _ = schedule.next_open(instant((around + years * 365 * DAY).clamp(0, END - 1) * 1000));
        let walk = Walk::new(&calendar, around, days);
        let flips = walk.flips();
        for question in questions {
            ask(&schedule, &walk, &flips, &question)
                .map_err(|mismatch| TestCaseError::fail(format!("seed {seed}\n{calendar}\n{mismatch}")))?;
        }
        Ok(())
    });
    if let Err(failure) = run {
        panic!("{failure}");
    }
}

/// What is asked, where, and how much: places in the walk.
#[derive(Debug)]
struct Question {
    kind: u8,
    at: Place,
    to: Place,
}

#[derive(Debug)]
struct Place {
    kind: u8,
    flip: Index,
    beside: Index,
    anywhere: u64,
}

fn question() -> impl Strategy<Value = Question> {
    let place = || {
        (0..8u8, any::<Index>(), any::<Index>(), any::<u64>()).prop_map(|(kind, flip, beside, anywhere)| Place {
            kind,
            flip,
            beside,
            anywhere,
        })
    };
    (0..10u8, place(), place()).prop_map(|(kind, at, to)| Question { kind, at, to })
}

impl Place {
    /// Half of all places are at an opening or a close or right beside it, some at a whole step.
    fn instant(&self, walk: &Walk, flips: &[i64]) -> i64 {
        const BESIDE: [i64; 7] = [0, 0, 0, 1, -1, 1000, -1000];
        let (start, end) = (walk.start * 1000, walk.end * 1000 - 1);
        let anywhere = start + i64::try_from(self.anywhere % (walk.end - walk.start).unsigned_abs()).expect("in range") * 1000;
        let at = match self.kind {
            0..4 if !flips.is_empty() => flips[self.flip.index(flips.len())] + BESIDE[self.beside.index(BESIDE.len())],
            0..6 => anywhere / (walk.step * 1000) * walk.step * 1000,
            6 => anywhere,
            _ => anywhere + i64::try_from(self.anywhere / 7 % 1000).expect("milliseconds"),
        };
        at.clamp(start, end)
    }
}

/// Asks both; a mismatch is a text in local notation.
fn ask(schedule: &Schedule, walk: &Walk, flips: &[i64], question: &Question) -> Result<(), String> {
    let (from, to) = (question.at.instant(walk, flips), question.to.instant(walk, flips));
    // Mostly the answer is within the walk: deadlines are later, starts earlier.
    let (from, to) = match question.kind {
        0 | 1 => (from.min(to), from.max(to)),
        3 | 4 => (from.max(to), from.min(to)),
        _ => (from, to),
    };
    let (at, until) = (instant(from), instant(to));
    // An amount that brings a deadline or a start to where the other place is, as far as hours are open there.
    let amount = match question.to.flip.index(6) {
        0 => 0,
        1 => i64::try_from(question.to.anywhere % 90_000_000).expect("a time"),
        _ => walk.between(from, to).abs(),
    };
    let time = Duration::from_millis(amount.unsigned_abs());
    let shown = |millis: i64| show(schedule, Answer::At(millis));
    let given = |answer: Option<Instant>| answer.map_or(Answer::Outside, |instant| Answer::At(instant.epoch_millis()));
    let (name, expected, answer) = match question.kind {
        0..3 => ("add", walk.add(from, amount), given(schedule.add(at, time))),
        3 | 4 => ("subtract", walk.subtract(from, amount), given(schedule.subtract(at, time))),
        5 => ("next_open", walk.next_open(from), given(schedule.next_open(at))),
        6 => ("next_close", walk.next_close(from), given(schedule.next_close(at))),
        7 => {
            let (open, expected) = (schedule.is_open(at), walk.is_open(from));
            let claim = || format!("is_open({}): the oracle says {expected}, the engine {open}", shown(from));
            return (open == expected).then_some(()).ok_or_else(claim);
        }
        8 => {
            let (time, expected) = (schedule.between(at, until).num_milliseconds(), walk.between(from, to));
            let claim = || {
                format!(
                    "between({}, {}): the oracle says {expected} ms, the engine {time}",
                    shown(from),
                    shown(to)
                )
            };
            return (time == expected).then_some(()).ok_or_else(claim);
        }
        _ => {
            let periods = schedule
                .periods(at, until)
                .map(|period| (period.start.epoch_millis(), period.end.epoch_millis()));
            let (periods, expected) = (periods.collect::<Vec<_>>(), if from < to { walk.periods(from, to) } else { vec![] });
            let list = |periods: &[(i64, i64)]| {
                periods
                    .iter()
                    .map(|(start, end)| format!("{} to {}", shown(*start), shown(*end)))
                    .collect::<Vec<_>>()
            };
            let claim = || {
                format!(
                    "periods({}, {}): the oracle says {:?}, the engine {:?}",
                    shown(from),
                    shown(to),
                    list(&expected),
                    list(&periods)
                )
            };
            return (periods == expected).then_some(()).ok_or_else(claim);
        }
    };
    if agree(expected, answer, name == "subtract", walk) {
        return Ok(());
    }
    let (expected, answer) = (show(schedule, expected), show(schedule, answer));
    Err(format!(
        "{name}({}, {amount} ms): the oracle says {expected}, the engine {answer}",
        shown(from)
    ))
}

/// Beyond what was walked the oracle knows only on which side the answer lies; at the ends of the range that is: nowhere.
fn agree(expected: Answer, answer: Answer, back: bool, walk: &Walk) -> bool {
    match (expected, answer) {
        (Answer::At(expected), _) if expected >= END * 1000 => answer == Answer::Outside,
        (Answer::Outside, Answer::At(millis)) if back => millis < walk.start * 1000,
        (Answer::Outside, Answer::At(millis)) => millis >= walk.end * 1000,
        _ => expected == answer,
    }
}

fn instant(millis: i64) -> Instant {
    Instant::from_epoch_millis(millis).expect("in range")
}

fn show(schedule: &Schedule, answer: Answer) -> String {
    match answer {
        Answer::At(millis) => support::stamp(Instant::from_epoch_millis(millis), schedule.zone()),
        Answer::Outside => "elsewhere or never".to_owned(),
    }
}
