//! What a policy is written as: one document with sections that may be left out.

use crate::json::Table;
use crate::schedule::{Names, Versions};

mod changes;
mod incidents;
mod rules;
mod triage;

pub use changes::*;
pub use incidents::*;
pub use rules::*;
pub use triage::*;

document! {
    /// An organisation's agreement: schedules, and the rules for incidents, changes and patches.
    pub struct PolicyDocument {
        /// Version of this format: 1.
        pub version: u32 = 1,
        /// Name for programs, like `managed-server-goud`.
        pub id: String,
        /// Name for people, by language.
        pub name: Names = Names::default(),
        /// IANA name of the zone that hours are read from and answers are written in; that of the first schedule when left out.
        #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schedule::ZoneName>"))]
        pub time_zone: Option<String> = None,
        /// Hours of business time in a working day; 8 when left out.
        pub hours_per_working_day: f64 = 8.0,
        /// The servers in scope, `*` for any characters, like `app-*`; all when left out.
        pub servers: Option<Vec<String>> = None,
        /// The services that the agreement contains; all when left out.
        pub includes: Option<Vec<String>> = None,
        /// What the agreement's source does not say and this document supposes.
        pub assumptions: Vec<AssumptionDocument> = Vec::new(),
        /// Opening hours by name; each a schedule, or a list of versions that hold from a date on.
        pub schedules: Table<Versions> = Table::default(),
        /// Priorities, targets and channels of incidents.
        pub incidents: Option<IncidentsDocument> = None,
        /// The catalogue of standard changes, and freezes.
        pub changes: Option<ChangesDocument> = None,
        /// What a patch request must bring, and its limits.
        pub patches: Option<PatchesDocument> = None,
        /// How impact and urgency are suggested from text.
        pub triage: Option<TriageDocument> = None,
        /// How much a finding of a rule weighs, by the rule's id; what the rule itself says when left out.
        #[cfg_attr(feature = "schema", schemars(extend("propertyNames" = { "enum": RULE_IDS })))]
        pub rules: Table<RuleLevel> = Table::default(),
    }
}

document! {
    /// A supposition to be replaced by what the organisation agrees on.
    pub struct AssumptionDocument {
        /// The place in this document.
        pub path: String,
        /// Why it says what it says, by language.
        pub note: Names,
    }
}
