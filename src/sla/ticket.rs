//! A ticket and what happened to it, as it is written.

use crate::json::Json;
use crate::schedule::Instant;

document! {
    /// A ticket: when it was reported, how bad it was then, and what happened since.
    pub struct Ticket {
        /// Its name in the helpdesk; comes back with the answer.
        pub id: Json = Json::Null,
        /// When it was reported.
        pub reported_at: Instant,
        /// Id of the channel it was reported by.
        pub channel: Option<String> = None,
        /// The component it concerns.
        pub component: Option<String> = None,
        /// Id of an impact level; together with the urgency.
        pub impact: Option<String> = None,
        /// Id of an urgency level; together with the impact.
        pub urgency: Option<String> = None,
        /// Id of a priority, in place of impact and urgency.
        pub priority: Option<String> = None,
        /// What happened since, in any order; of equal instants as given.
        pub events: Vec<Event> = Vec::new(),
    }
}

document! {
    /// Something that happened to a ticket.
    pub struct Event {
        /// When.
        pub at: Instant,
        /// What: `responded`, `paused`, `resumed`, `reassessed`, `agreed`, `escalated`, `resolved`, `reopened`, or an event that
        /// starts or stops a target of the policy's own.
        pub r#type: String,
        /// Why; of `paused` and `resumed`. Different reasons are independent.
        pub reason: Option<String> = None,
        /// Id of the new impact; of `reassessed`.
        pub impact: Option<String> = None,
        /// Id of the new urgency; of `reassessed`.
        pub urgency: Option<String> = None,
        /// Id of the new priority, in place of impact and urgency; of `reassessed`.
        pub priority: Option<String> = None,
        /// By when; of `agreed`.
        pub due: Option<Instant> = None,
        /// To which line, 2 or more; of `escalated`.
        pub line: Option<u32> = None,
    }
}
