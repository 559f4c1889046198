//! Steps with a heading, a time and a table at the end.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

/// The steps done so far.
#[derive(Debug, Default)]
pub struct Steps {
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// Does one step.
    ///
    /// # Errors
    /// The step's own, under its name.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n== {name}");
        let start = Instant::now();
        let answer = work();
        let time = start.elapsed();
        println!("== {name}: {}, {}", if answer.is_ok() { "ok" } else { "failed" }, seconds(time));
        answer.with_context(|| format!("the step `{name}` failed"))?;
        self.done.push((name, time));
        Ok(())
    }

    /// The table of all steps.
    pub fn table(&self) -> String {
        let all = self.done.iter().map(|(_, time)| *time).sum();
        let row = |name: &str, time: Duration| format!("{name:<20} {:>8}", seconds(time));
        let mut rows: Vec<String> = self.done.iter().map(|(name, time)| row(name, *time)).collect();
        rows.push(row("all", all));
        rows.join("\n")
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn a_failed_step_is_named() {
        let mut steps = Steps::default();
        let failed = steps.step("clippy", || anyhow::bail!("a warning"));
        let message = failed.err().map(|error| format!("{error:#}"));
        assert_eq!(message.as_deref(), Some("the step `clippy` failed: a warning"));
    }
}
