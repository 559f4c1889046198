//! The events of a ticket in their order, each with its kind.

use super::ticket::Event;
use crate::error::Error;
use crate::order::sorted;
use crate::policy::{EVENTS, Incidents};

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Responded,
    Paused,
    Resumed,
    Reassessed,
    Agreed,
    Escalated,
    Resolved,
    Reopened,
    /// One that only targets of the policy's own know.
    Own,
}

impl Kind {
    /// Every kind by its name, with the fields that it may have besides `at` and `type`.
    const NAMED: &[(&str, Self, &[&str])] = &[
        ("responded", Self::Responded, &[]),
        ("paused", Self::Paused, &["reason"]),
        ("resumed", Self::Resumed, &["reason"]),
        ("reassessed", Self::Reassessed, &["impact", "urgency", "priority"]),
        ("agreed", Self::Agreed, &["due"]),
        ("escalated", Self::Escalated, &["line"]),
        ("resolved", Self::Resolved, &[]),
        ("reopened", Self::Reopened, &[]),
    ];
}

impl Event {
    /// The first field that an event of another kind has.
    fn stranger(&self, fields: &[&str]) -> Option<&'static str> {
        let given = [
            ("reason", self.reason.is_some()),
            ("impact", self.impact.is_some()),
            ("urgency", self.urgency.is_some()),
            ("priority", self.priority.is_some()),
            ("due", self.due.is_some()),
            ("line", self.line.is_some()),
        ];
        given
            .into_iter()
            .find(|(name, given)| *given && !fields.contains(name))
            .map(|(name, _)| name)
    }
}

/// Returns the events by time, those of equal instants as given, each with its kind.
pub(super) fn in_order(incidents: &Incidents, events: &[Event]) -> Result<Vec<(usize, Kind)>, Error> {
    let mut kinds = Vec::with_capacity(events.len());
    for (index, event) in events.iter().enumerate() {
        let kind = kind(incidents, event).map_err(|error| error.under(&format!("events[{index}]")))?;
        kinds.push(kind);
    }
    let at = |index: usize| events.get(index).map(|event| event.at);
    let order = sorted(events.len(), &|a, b| at(a).cmp(&at(b)));
    let mut ordered = Vec::with_capacity(order.len());
    for index in order {
        ordered.extend(kinds.get(index).map(|kind| (index, *kind)));
    }
    Ok(ordered)
}

/// Returns the events of the agreement's own, each as often as its targets name it.
fn own(incidents: &Incidents) -> Vec<&str> {
    let mut own = Vec::new();
    for rule in &incidents.rules {
        for names in [&rule.starts, &rule.stops] {
            for name in names {
                if name != "reported" {
                    own.push(name.as_str());
                }
            }
        }
    }
    own
}

fn kind(incidents: &Incidents, event: &Event) -> Result<Kind, Error> {
    let usual = Kind::NAMED.iter().find(|(name, ..)| *name == event.r#type);
    let (kind, fields) = if let Some((_, kind, fields)) = usual {
        (*kind, *fields)
    } else {
        let own = own(incidents);
        if !own.contains(&event.r#type.as_str()) {
            let mut known: Vec<&str> = EVENTS.to_vec();
            known.extend(own);
            return Err(Error::unknown(
                "unknown-event",
                "type",
                "event",
                &event.r#type,
                &mut known.into_iter(),
            ));
        }
        (Kind::Own, &[][..])
    };
    match event.stranger(fields) {
        Some(field) => {
            let message = format!("`{field}` does not belong to an event `{}`", event.r#type);
            Err(Error::new("unknown-field", field, message))
        }
        None => Ok(kind),
    }
}
