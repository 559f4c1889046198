//! What if: the same ticket with events that have not happened, or under another policy.

use super::ticket::{Event, Ticket};
use super::track::{Seconds, Tracked, Tracking, track};
use crate::error::Error;
use crate::policy::Policy;
use crate::schedule::Instant;

document! {
    /// What is supposed.
    #[derive(Default)]
    pub struct Supposition {
        /// Events that have not happened, besides those of the ticket.
        pub events: Vec<Event> = Vec::new(),
        /// When to look; now, or at the last of the supposed events when that is later.
        pub at: Option<Instant> = None,
    }
}

answer! {
    /// A ticket as it is and as it would be, both at the same instant.
    pub struct Comparison {
        /// As it is.
        pub before: Tracking,
        /// As it would be.
        pub after: Tracking,
        /// By how much the deadlines move.
        pub moved: Moved,
    }
}

answer! {
    /// Seconds of elapsed time by which a deadline moves, negative when it comes earlier; null when there is none before or after.
    pub struct Moved {
        /// That of the response.
        pub response: Option<Seconds>,
        /// That of the resolution.
        pub resolution: Option<Seconds>,
    }
}

/// Returns a ticket as it is and as it would be under a supposition, and under another policy when one is given.
///
/// # Errors
/// As [`track`](super::track()); a supposed event is numbered after those of the ticket.
pub fn what_if(
    policy: &Policy,
    ticket: &Ticket,
    now: Instant,
    supposition: &Supposition,
    other: Option<&Policy>,
) -> Result<Comparison, Error> {
    let last = supposition.events.iter().map(|event| event.at).max();
    let at = supposition.at.unwrap_or_else(|| last.map_or(now, |last| last.max(now)));
    let mut supposed = ticket.clone();
    supposed.events.extend_from_slice(&supposition.events);
    let before = track(policy, ticket, at)?;
    let after = track(other.unwrap_or(policy), &supposed, at)?;
    let moved = |clock: fn(&Tracking) -> Option<&Tracked>| {
        let due = |tracking| clock(tracking).and_then(|clock| clock.due).map(|due| due.instant().epoch_millis());
        Some(Seconds(due(&after)? - due(&before)?))
    };
    let moved = Moved {
        response: moved(|tracking| tracking.response.as_ref()),
        resolution: moved(|tracking| tracking.resolution.as_ref()),
    };
    Ok(Comparison { before, after, moved })
}
