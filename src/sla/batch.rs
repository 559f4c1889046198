//! By when many incidents are answered and solved, all in numbers.

use super::incidents;
use crate::error::Error;
use crate::policy::{Policy, PriorityTargets, Target};
use crate::schedule::{self, Clock, Schedule};

/// The bits of a float that make NaN of any other.
const NAN: u64 = f64::NAN.to_bits();

/// A priority, as far as its deadlines need it: response, then resolution.
struct Prepared<'a> {
    schedule: &'a Schedule,
    times: (i64, i64),
    /// The bits of NaN where there is no target.
    blanks: (u64, u64),
}

/// Turns each of `reported_at` into the instant by which somebody responds, and writes to `resolution` by when it is solved.
///
/// Instants are epoch milliseconds; NaN where the moment is agreed, where there is no target, and where the schedule never gets there
/// before 2200. Each of `priority` is an index of the policy's priorities.
///
/// # Examples
/// A priority 2 reported on Friday 20 November 2026 at 16:00 is answered by 17:00 and solved by Monday 16:00:
/// ```
/// use deskrules::{policy::Policy, sla};
/// let goud = Policy::managed_server_goud()?;
/// let (mut times, mut resolution) = ([1_795_186_800_000.0], [0.0]);
/// sla::deadlines_batch(&goud, &[1], &mut times, &mut resolution)?;
/// assert_eq!((times, resolution), ([1_795_190_400_000.0], [1_795_446_000_000.0]));
/// # Ok::<(), deskrules::error::Error>(())
/// ```
///
/// # Errors
/// `unequal-lengths`, `unknown-priority`, or what makes a number no instant, with the index in the path; nothing is written then.
/// `no-incidents` when the policy says nothing about incidents.
pub fn deadlines_batch(policy: &Policy, priority: &[u8], reported_at: &mut [f64], resolution: &mut [f64]) -> Result<(), Error> {
    let priorities = &incidents(policy)?.priorities;
    schedule::check_length(priority.len(), "priority", reported_at.len(), "reportedAt")?;
    schedule::check_length(resolution.len(), "resolution", reported_at.len(), "reportedAt")?;
    schedule::check_instants(reported_at, "reportedAt")?;
    if let Some((index, unknown)) = priority
        .iter()
        .enumerate()
        .find(|(_, index)| usize::from(**index) >= priorities.len())
    {
        let message = format!(
            "there is no priority `{unknown}`: they are 0 to {}",
            priorities.len().saturating_sub(1)
        );
        return Err(Error::new("unknown-priority", format!("priority[{index}]"), message));
    }
    let mut prepared = Vec::new();
    for priority in priorities {
        prepared.push(prepare(priority));
    }
    let mut done = 0;
    // Asking one by one widens the windows; then they alone answer, up to the next that one of them misses.
    while let (Some(response), Some(resolution_), Some(index)) = (reported_at.get_mut(done), resolution.get_mut(done), priority.get(done)) {
        let at = schedule::whole(*response);
        (*response, *resolution_) = match prepared.get(usize::from(*index)) {
            Some(Some(priority)) => priority.alone(at),
            _ => (f64::NAN, f64::NAN),
        };
        done += 1;
        if let (Some(priority), Some(response), Some(resolution)) =
            (priority.get(done..), reported_at.get_mut(done..), resolution.get_mut(done..))
        {
            done += windows(&prepared, at, priority, response, resolution);
        }
    }
    Ok(())
}

/// Prepares a priority, none when it has no schedule to count in.
fn prepare(priority: &PriorityTargets) -> Option<Prepared<'_>> {
    let target = |target| match target {
        Target::Within(time) => (schedule::millis(time), 0),
        Target::Unset | Target::Agreed => (0, NAN),
    };
    let (response, resolution) = (target(priority.response), target(priority.resolution));
    Some(Prepared {
        schedule: priority.schedule.as_deref()?,
        times: (response.0, resolution.0),
        blanks: (response.1, resolution.1),
    })
}

/// Answers from the windows built so far, up to the first that one of them misses; says how many.
fn windows(prepared: &[Option<Prepared>], at: i64, priority: &[u8], response: &mut [f64], resolution: &mut [f64]) -> usize {
    let mut clocks: Vec<Option<Clock>> = Vec::new();
    for priority in prepared {
        clocks.push(priority.as_ref().and_then(|priority| priority.schedule.clock(at)));
    }
    let mut ready = Vec::new();
    for (priority, clock) in prepared.iter().zip(&clocks) {
        ready.push(priority.as_ref().zip(clock.as_ref().map(Clock::view)));
    }
    let mut answered = 0;
    for ((response, resolution), index) in response.iter_mut().zip(resolution).zip(priority) {
        let Some(Some((priority, view))) = ready.get(usize::from(*index)) else {
            break;
        };
        let Some(dues) = view.two_dues(*response, priority.times) else {
            break;
        };
        (*response, *resolution) = priority.blanked(dues);
        answered += 1;
    }
    answered
}

impl Prepared<'_> {
    /// Asks the schedule itself, whose window is wider afterwards.
    fn alone(&self, at: i64) -> (f64, f64) {
        self.blanked((self.schedule.due(at, self.times.0), self.schedule.due(at, self.times.1)))
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn blanked(&self, dues: (f64, f64)) -> (f64, f64) {
        // No branch: whether a ticket has a target is a coin toss.
        let blank = |due: f64, blank| f64::from_bits(due.to_bits() | blank);
        (blank(dues.0, self.blanks.0), blank(dues.1, self.blanks.1))
    }
}
