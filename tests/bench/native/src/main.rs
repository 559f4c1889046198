//! Answers batches of deadlines natively, and says what CPU time that takes; the rows of `rows/batch.js` ask it.

use std::io::{BufRead as _, Write as _, stdin, stdout};

use cpu_time::ProcessTime;
use deskrules::policy::Policy;
use deskrules::sla;

/// 2025-01-01 and 2028-01-01 in seconds, as in `calendar.js`.
const FROM: i64 = 1_735_689_600;
const UNTIL: i64 = 1_830_297_600;

fn main() {
    let policy = Policy::managed_server_goud().unwrap();
    let mut batch = Batch::default();
    for line in stdin().lock().lines() {
        let line = line.unwrap();
        let (size, times) = line.split_once(' ').unwrap();
        let size: usize = size.parse().unwrap();
        if batch.reported_at.len() != size {
            batch = Batch::new(size);
        }
        let start = ProcessTime::now();
        let mut answers = Answers::default();
        for _ in 0..times.parse().unwrap() {
            answers = batch.answer(&policy);
        }
        let nanos = start.elapsed().as_nanos();
        println!("{{ \"nanos\": {nanos}, \"check\": {} }}", answers.check());
        stdout().flush().unwrap();
    }
}

/// Incidents, the same as in `calendar.js`.
#[derive(Default)]
struct Batch {
    reported_at: Vec<f64>,
    priority: Vec<u8>,
}

/// Their deadlines in epoch milliseconds; NaN is agreed on.
#[derive(Default)]
struct Answers {
    response: Vec<f64>,
    resolution: Vec<f64>,
}

impl Batch {
    fn new(size: usize) -> Self {
        let mut state = 2_u32;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            i64::from(state)
        };
        let mut batch = Self::default();
        for _ in 0..size {
            let at = (FROM + next() % (UNTIL - FROM)) * 1000 + next() % 1000;
            batch.reported_at.push(at as f64);
            batch.priority.push((next() % 4) as u8);
        }
        batch
    }

    fn answer(&self, policy: &Policy) -> Answers {
        let mut answers = Answers {
            response: self.reported_at.clone(),
            resolution: vec![0.0; self.reported_at.len()],
        };
        sla::deadlines_batch(policy, &self.priority, &mut answers.response, &mut answers.resolution).unwrap();
        answers
    }
}

impl Answers {
    /// One number for all of it, the same in `native.js`.
    fn check(&self) -> u32 {
        self.response.iter().chain(&self.resolution).fold(0, |sum: u32, at| {
            let part = if at.is_nan() { 7 } else { *at as i64 as u32 };
            sum.wrapping_mul(31).wrapping_add(part)
        })
    }
}
