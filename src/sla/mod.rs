//! Service levels: which priority an incident has, and by when it is answered and solved.

mod batch;
mod classify;
mod deadlines;

pub use batch::deadlines_batch;
pub use classify::{Classification, ClassifyQuery, TargetTime, Targets, classify};
pub use deadlines::{DeadlineQuery, Deadlines, Due, EscalationMoment, deadlines};

use crate::error::Error;
use crate::policy::{Incidents, Policy};

/// Returns the incidents section.
fn incidents(policy: &Policy) -> Result<&Incidents, Error> {
    policy
        .incidents
        .as_ref()
        .ok_or_else(|| Error::new("no-incidents", "incidents", "the policy has no section on incidents"))
}
