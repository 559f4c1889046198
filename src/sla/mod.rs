//! Service levels: which priority an incident has, and by when it is answered and solved.

mod assess;
mod batch;
mod classify;
mod clock;
mod deadlines;
mod events;
mod history;
mod intake;
mod pauses;
mod tally;
mod ticket;
mod track;
mod what_if;
mod why;

pub use batch::deadlines_batch;
pub use classify::{Classification, ClassifyQuery, TargetTime, Targets, classify};
pub use clock::{Phase, Standing};
pub use deadlines::{DeadlineQuery, Deadlines, Due, EscalationMoment, deadlines};
pub use ticket::{Event, Ticket};
pub use track::{Seconds, Tracked, Tracking, track};
pub(crate) use track::{earliest, tracking};
pub use what_if::{Comparison, Moved, Supposition, what_if};
pub use why::{Interval, IntervalKind};

use crate::error::Error;
use crate::policy::{Incidents, Policy};

/// Returns the incidents section.
fn incidents(policy: &Policy) -> Result<&Incidents, Error> {
    policy
        .incidents
        .as_ref()
        .ok_or_else(|| Error::new("no-incidents", "incidents", "the policy has no section on incidents"))
}
