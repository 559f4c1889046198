//! The section on incidents: levels, matrix, priorities with their targets, channels.

use crate::json::{FromJson, Json, Reading, Table, ToJson, Writer};
use crate::schedule::Names;

document! {
    /// How incidents are prioritised and by when they are answered and solved.
    pub struct IncidentsDocument {
        /// The schedule in which the clock runs; the only one when left out.
        pub schedule: Option<String> = None,
        /// Impact levels, the most severe first.
        pub impact: Vec<LevelDocument>,
        /// Urgency levels, the most severe first.
        pub urgency: Vec<LevelDocument>,
        /// Priority by impact, then urgency; a cell may be absent.
        pub matrix: Table<Table<String>>,
        /// Priorities, the highest first.
        pub priorities: Vec<PriorityDocument>,
        /// Targets of the agreement's own, besides response and resolution.
        pub targets: Vec<OwnTargetDocument> = Vec::new(),
        /// Ids of the targets that a pause stops; all but `response` when left out.
        pub pausable: Option<Vec<String>> = None,
        /// From when a target counts after the priority changed.
        pub rebase: Rebase = Rebase::Opening,
        /// What reopening does to the clocks that resolving stopped.
        pub reopen: Reopen = Reopen::Resume,
        /// Fraction of a target from which a ticket is at risk; 0.75 when left out.
        pub at_risk: f64 = 0.75,
        /// The lines that a ticket goes to as its resolution target runs out.
        pub escalation: Vec<EscalationDocument> = Vec::new(),
        /// Ways to report an incident.
        pub channels: Table<ChannelDocument> = Table::default(),
        /// The components that the agreement covers; all when left out.
        pub scope: Option<Vec<String>> = None,
    }
}

document! {
    /// A level of impact or urgency.
    pub struct LevelDocument {
        /// Name for programs, like `high`.
        pub id: String,
        /// Name for people, by language.
        pub name: Names = Names::default(),
        /// When it applies, by language.
        pub meaning: Names = Names::default(),
    }
}

document! {
    /// A priority and its targets.
    pub struct PriorityDocument {
        /// Name for programs, like `P1`.
        pub id: String,
        /// Name for people, by language.
        pub name: Names = Names::default(),
        /// A schedule of its own, in place of that of all incidents.
        pub schedule: Option<String> = None,
        /// Business time until somebody responds; no target when left out.
        pub response: Option<TargetDocument> = None,
        /// Business time until it is solved; no target when left out.
        pub resolution: Option<TargetDocument> = None,
        /// Business time of the agreement's own targets, by their ids; no target when left out.
        pub targets: Table<TargetDocument> = Table::default(),
    }
}

document! {
    /// A target of the agreement's own, like the next reply or the periodic update.
    pub struct OwnTargetDocument {
        /// Name for programs, like `next-reply`.
        pub id: String,
        /// Name for people, by language.
        pub name: Names = Names::default(),
        /// Types of the events that start its clock when it is not running; `reported` is the report itself.
        pub starts_on: Vec<String>,
        /// Types of the events that stop it; being resolved always does. An event that stops and starts restarts it.
        pub stops_on: Vec<String>,
    }
}

words! {
    /// From when a target counts after the priority changed.
    pub enum Rebase {
        /// From the opening of the ticket; pauses are kept.
        Opening = "opening",
        /// From the change.
        Change = "change",
    }
}

words! {
    /// What reopening does to the clocks that resolving stopped.
    pub enum Reopen {
        /// They go on; the time in which the ticket was closed is skipped.
        Resume = "resume",
        /// They start again with a fresh target.
        Restart = "restart",
    }
}

/// A service level target: `PT4H` or `{ "workingDays": 2 }` of business time, or `agreed`.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify_macros::Tsify), serde(untagged))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
pub enum TargetDocument {
    /// An ISO 8601 duration of hours, minutes and seconds, or `agreed`.
    Text(String),
    /// Working days.
    WorkingDays(WorkingDays),
}

document! {
    /// A number of working days; a fraction is allowed.
    pub struct WorkingDays {
        /// How many.
        pub working_days: f64,
    }
}

impl FromJson for TargetDocument {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        match json {
            Json::Text(text) => *self = Self::Text(std::mem::take(text)),
            Json::Object(_) => {
                let mut days = WorkingDays::blank();
                days.fill(json, reading);
                *self = Self::WorkingDays(days);
            }
            other => reading.wrong("a target like `PT4H`, `agreed` or an object with `workingDays`", other),
        }
    }
    fn blank() -> Self {
        Self::Text(String::new())
    }
}

impl ToJson for TargetDocument {
    fn to_json(&self, out: &mut Writer) {
        match self {
            Self::Text(text) => text.to_json(out),
            Self::WorkingDays(days) => days.to_json(out),
        }
    }
}

document! {
    /// A line that a ticket goes to at a fraction of its resolution target.
    #[derive(Copy)]
    pub struct EscalationDocument {
        /// The line: 2 or more, since the first line tries at once.
        pub line: u32,
        /// Fraction of the resolution target, more than 0 and at most 1.
        pub at: f64,
    }
}

document! {
    /// A way to report an incident.
    pub struct ChannelDocument {
        /// When somebody answers; always when left out.
        pub schedule: Option<String> = None,
        /// Name for people, by language.
        pub name: Names = Names::default(),
    }
}
