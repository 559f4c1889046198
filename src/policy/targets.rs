//! Service level targets: how long, and what starts and stops their clocks.

use std::fmt::Display;
use std::time::Duration;

use super::document::{IncidentsDocument, PriorityDocument, TargetDocument};
use super::lint::{Lint, ids};
use crate::json::{nearest, number};

/// The event types that every policy knows.
pub const EVENTS: &[&str] = &[
    "responded",
    "paused",
    "resumed",
    "reassessed",
    "agreed",
    "escalated",
    "resolved",
    "reopened",
];

/// A service level target in business time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The agreement sets none.
    Unset,
    /// Customer and provider agree on the moment, ticket by ticket.
    Agreed,
    /// So much business time after the report.
    Within(Duration),
}

/// What starts and stops the clock of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRule {
    /// Name for programs: `response`, `resolution`, or one of the agreement's own.
    pub id: String,
    /// Types of the events that start it; `reported` is the report itself.
    pub starts: Vec<String>,
    /// Types of the events that stop it; being resolved always does.
    pub stops: Vec<String>,
    /// Whether a pause stops it.
    pub pausable: bool,
}

/// Reads the rules of all targets: response, resolution, the agreement's own.
pub(super) fn rules(document: &IncidentsDocument, lint: &mut Lint) -> Vec<TargetRule> {
    let usual = |id: &str, stops: &[&str]| TargetRule {
        id: id.to_owned(),
        starts: vec!["reported".to_owned()],
        stops: owned(stops),
        pausable: true,
    };
    let mut rules = vec![usual("response", &["responded"]), usual("resolution", &[])];
    lint.distinct(&ids(&document.targets, |item| &item.id), &"incidents.targets");
    for (index, target) in document.targets.iter().enumerate() {
        let path = format!("incidents.targets[{index}]");
        if target.id == "response" || target.id == "resolution" {
            let message = format!("`{}` is a target of every agreement", target.id);
            lint.error("duplicate-id", &format_args!("{path}.id"), &message);
        }
        if target.starts_on.is_empty() {
            lint.error(
                "never-starts",
                &format_args!("{path}.startsOn"),
                &"name an event that starts the clock",
            );
        }
        for (field, names) in [("startsOn", &target.starts_on), ("stopsOn", &target.stops_on)] {
            for (at, name) in names.iter().enumerate() {
                event(name, &format_args!("{path}.{field}[{at}]"), lint);
            }
        }
        rules.push(TargetRule {
            id: target.id.clone(),
            starts: target.starts_on.clone(),
            stops: target.stops_on.clone(),
            pausable: true,
        });
    }
    match &document.pausable {
        None => {
            if let Some(response) = rules.first_mut() {
                response.pausable = false;
            }
        }
        Some(pausable) => {
            let known: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
            for (index, id) in pausable.iter().enumerate() {
                if !known.contains(&id.as_str()) {
                    lint.unknown(
                        "unknown-target",
                        &format_args!("incidents.pausable[{index}]"),
                        "target",
                        id,
                        &mut known.iter().copied(),
                    );
                }
            }
            for rule in &mut rules {
                rule.pausable = pausable.contains(&rule.id);
            }
        }
    }
    rules
}

/// An event of the policy's own may have any name, but one that resembles a known one is probably a slip.
fn event(name: &str, path: &dyn Display, lint: &mut Lint) {
    if name.trim_ascii().is_empty() {
        lint.error("empty-id", path, &"the name of an event cannot be empty");
    } else if let Some(near) = nearest(name, EVENTS).filter(|near| *near != name && name != "reported") {
        let message = format!("`{name}` is an event of this policy's own: did you mean `{near}`?");
        lint.warning("resembles-event", path, &message);
    }
}

/// Returns the same as texts of their own.
pub(super) fn owned(texts: &[&str]) -> Vec<String> {
    let mut owned = Vec::new();
    for text in texts {
        owned.push((*text).to_owned());
    }
    owned
}

/// Reads a priority's targets of the agreement's own, in the order of their rules.
pub(super) fn own(document: &PriorityDocument, incidents: &IncidentsDocument, path: &str, lint: &mut Lint) -> Vec<Target> {
    let known = ids(&incidents.targets, |item| &item.id);
    for id in document.targets.keys() {
        if !known.contains(&id) {
            lint.unknown(
                "unknown-target",
                &format_args!("{path}.targets.{id}"),
                "target",
                id,
                &mut known.iter().copied(),
            );
        }
    }
    let mut own = Vec::new();
    for id in known {
        own.push(target(document.targets.get(id), &format_args!("{path}.targets.{id}"), lint));
    }
    own
}

/// Reads a target.
pub(super) fn target(document: Option<&TargetDocument>, path: &dyn Display, lint: &mut Lint) -> Target {
    let time = match document {
        None => return Target::Unset,
        Some(TargetDocument::Text(text)) if text == "agreed" => return Target::Agreed,
        Some(TargetDocument::Text(text)) => lint.duration(text, path),
        Some(TargetDocument::WorkingDays(days)) => {
            let millis = (days.working_days * lint.document.hours_per_working_day * 3_600_000.0).round();
            if !(0.0..=36_600.0).contains(&days.working_days) {
                lint.error(
                    "impossible-working-days",
                    &format_args!("{path}.workingDays"),
                    &format_args!("{} working days", number(days.working_days)),
                );
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a float saturates; a wrong one is refused"
            )]
            Some(Duration::from_millis(millis as u64))
        }
    };
    if time.is_some_and(|time| time.is_zero()) {
        lint.error(
            "zero-target",
            path,
            &"a target of no time cannot be met: leave it out when there is none",
        );
    }
    time.map_or(Target::Unset, Target::Within)
}
