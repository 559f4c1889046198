//! The policy: an organisation's agreement, read from one document, with all that the lint says of it.

mod changes;
mod document;
mod duration;
mod incidents;
pub mod lexicon;
mod lint;
#[cfg(feature = "schema")]
mod schema;
mod scope;
mod targets;
mod triage;

use std::sync::{Arc, OnceLock};

pub use changes::{Catalogue, Freeze, Limits, Patches};
pub use document::*;
pub use incidents::{Escalation, Incidents, PriorityTargets};
pub use targets::{EVENTS, Target, TargetRule};
pub use triage::Triage;

use crate::error::Error;
use crate::finding::Finding;
use crate::json::{self, Json, Table};
use crate::schedule::{Schedule, Zone};
use lexicon::Lexicon;
use lint::Lint;

/// The text of the default policy, `managed-server-goud`.
pub const MANAGED_SERVER_GOUD: &str = include_str!(concat!(env!("OUT_DIR"), "/managed-server-goud.json"));

/// A policy that can answer: its names are resolved and its texts are read.
///
/// # Examples
/// ```
/// use deskrules::policy::Policy;
/// let goud = Policy::managed_server_goud()?;
/// assert_eq!(goud.zone.name(), "Europe/Amsterdam");
/// # Ok::<(), deskrules::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Policy {
    /// The document, as read.
    pub document: PolicyDocument,
    /// The same as it was written, when it was JSON.
    pub source: Json,
    /// The zone that answers are written in.
    pub zone: Zone,
    /// What the lint warns of; errors it has none.
    pub findings: Vec<Finding>,
    /// How incidents are handled, when the agreement says so.
    pub incidents: Option<Incidents>,
    /// When changes are carried out, when the agreement has any.
    pub changes: Option<Catalogue>,
    /// What patches must bring and when they are installed, when the agreement has any.
    pub patches: Option<Patches>,
    /// Which levels are suggested from text.
    pub triage: Triage,
    lexicons: OnceLock<Vec<Lexicon>>,
    schedules: Table<Arc<Schedule>>,
}

impl Policy {
    /// Reads the default policy: the Dutch agreement "Managed Server Goud".
    ///
    /// # Errors
    /// None; the signature is that of every policy.
    pub fn managed_server_goud() -> Result<Self, Error> {
        Self::from_json(MANAGED_SERVER_GOUD)
    }

    /// Reads a policy from JSON text.
    ///
    /// # Errors
    /// As [`from_value`](Self::from_value), and when the text is no JSON.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::from_value(json::parse(text)?)
    }

    /// Reads a policy from a JSON value.
    ///
    /// # Errors
    /// At every place that has not the shape of a [`PolicyDocument`]; then, when the lint has errors, with all its findings.
    pub fn from_value(value: Json) -> Result<Self, Error> {
        let policy = Self::new(json::fit(value.clone())?)?;
        Ok(Self { source: value, ..policy })
    }

    /// Reads a policy from its document.
    ///
    /// # Errors
    /// When the lint has errors, with all its findings; code and path are those of the first error.
    pub fn new(document: PolicyDocument) -> Result<Self, Error> {
        let (policy, findings) = Self::read(document);
        match Error::of(&findings) {
            Some(error) => Err(error),
            None => Ok(Self { findings, ..policy }),
        }
    }

    /// Returns all that the lint says of a document, in its order: errors, which [`new`](Self::new) refuses, and warnings.
    #[must_use]
    pub fn lint(document: PolicyDocument) -> Vec<Finding> {
        Self::read(document).1
    }

    fn read(document: PolicyDocument) -> (Self, Vec<Finding>) {
        let mut lint = Lint::new(&document);
        let incidents = document.incidents.as_ref().map(|incidents| Incidents::read(incidents, &mut lint));
        let changes = document.changes.as_ref().map(|changes| Catalogue::read(changes, &mut lint));
        let patches = document.patches.as_ref().map(|patches| Patches::read(patches, &mut lint));
        let triage = Triage::read(&mut lint);
        let Lint {
            zone, schedules, findings, ..
        } = lint;
        let policy = Self {
            document,
            source: Json::Null,
            zone,
            findings: Vec::new(),
            incidents,
            changes,
            patches,
            triage,
            lexicons: OnceLock::new(),
            schedules,
        };
        (policy, findings)
    }

    /// Returns the JSON Schema of a policy document, made of the types that it is read into.
    #[cfg(feature = "schema")]
    #[must_use]
    pub fn schema() -> serde_json::Value {
        schema::policy()
    }

    /// Returns the schedule of that name.
    ///
    /// # Errors
    /// `unknown-schedule` when the policy has none of that name.
    pub fn schedule(&self, name: &str) -> Result<&Arc<Schedule>, Error> {
        self.schedules
            .get(name)
            .ok_or_else(|| Error::unknown("unknown-schedule", "schedules", "schedule", name, &mut self.schedules.keys()))
    }

    /// Returns the words of every language, read when they are first asked for.
    pub fn lexicons(&self) -> &[Lexicon] {
        let own = self.document.triage.as_ref().map(|triage| &triage.languages);
        self.lexicons.get_or_init(|| lexicon::read(own))
    }

    /// Returns the changes that are authorised beforehand.
    #[must_use]
    pub fn standard_changes(&self) -> &[StandardChangeDocument] {
        self.document.changes.as_ref().map_or(&[], |changes| &changes.standard)
    }

    /// Returns the times without changes and patches.
    #[must_use]
    pub fn freezes(&self) -> &[Freeze] {
        self.changes.as_ref().map_or(&[], |changes| &changes.freezes)
    }

    /// Says how much the findings of a rule weigh, when the policy says so.
    #[must_use]
    pub fn rule_level(&self, id: &str) -> Option<RuleLevel> {
        self.document.rules.get(id).copied()
    }

    /// Says whether a server is in scope; a policy that lists none takes all.
    #[must_use]
    pub fn serves(&self, server: &str) -> bool {
        let scope = self.document.servers.as_ref();
        scope.is_none_or(|patterns| patterns.iter().any(|pattern| scope::fits(pattern, server)))
    }

    /// Says whether the agreement contains a service; one that lists none contains all.
    #[must_use]
    pub fn includes(&self, service: &str) -> bool {
        self.document
            .includes
            .as_ref()
            .is_none_or(|services| services.iter().any(|known| known == service))
    }
}
