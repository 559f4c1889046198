//! The lint: what all sections of a policy share while they are read, and the findings so far.

use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

use super::document::{PolicyDocument, RULE_IDS};
use super::duration::{self, NoDuration};
use crate::cut::joined;
use crate::error::below;
use crate::finding::{Finding, Severity};
use crate::json::{Table, number, unknown};
use crate::order::twice;
use crate::schedule::{HoursDocument, Problem, Schedule, Shift, Zone};

/// How many schedules a policy may have, and how many channels: they are looked up one after another.
const MOST: usize = 1_000;

/// A document under reading.
pub(super) struct Lint<'a> {
    pub(super) document: &'a PolicyDocument,
    pub(super) schedules: Table<Arc<Schedule>>,
    pub(super) zone: Zone,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Lint<'a> {
    /// Reads what stands outside the sections: version, zone, working day and schedules.
    pub(super) fn new(document: &'a PolicyDocument) -> Self {
        let mut lint = Self {
            document,
            schedules: Table::default(),
            zone: Zone::utc(),
            findings: Vec::new(),
        };
        if document.version != 1 {
            lint.error(
                "unsupported-version",
                &"version",
                &format_args!("version {} of the format is not known: there is 1", document.version),
            );
        }
        if document.id.trim_ascii().is_empty() {
            lint.error("empty-id", &"id", &"the policy needs an `id`");
        }
        let zone = document.time_zone.as_deref();
        let known = zone.and_then(Zone::named);
        if let (Some(name), None) = (zone, &known) {
            let problem = Problem::UnknownZone {
                name: name.to_owned(),
                nearest: Zone::nearest(name),
            };
            lint.error(problem.code(), &"timeZone", &problem);
        }
        let hours = document.hours_per_working_day;
        if !(hours > 0.0 && hours <= 24.0) {
            lint.error(
                "impossible-working-day",
                &"hoursPerWorkingDay",
                &format_args!("a working day of {} hours: write more than 0, at most 24", number(hours)),
            );
        }
        // A wrong zone of the policy is said once, not for each schedule.
        let fallback = if zone.is_some() && known.is_none() { Some("UTC") } else { zone };
        for (name, schedule) in lint.few(&document.schedules, &"schedules") {
            let path = format!("schedules.{name}");
            for (index, version) in schedule.0.iter().enumerate() {
                let path = if schedule.0.len() == 1 {
                    path.clone()
                } else {
                    format!("{path}[{index}]")
                };
                lint.short_of_midnight(&version.hours, &version.overrides, &path);
            }
            match Schedule::versions(&schedule.0, fallback) {
                Ok(schedule) => lint.schedules.insert(name.clone(), Arc::new(schedule)),
                Err(errors) => {
                    for error in &errors {
                        lint.error(error.problem.code(), &below(&path, &error.path), &error.problem);
                    }
                }
            }
        }
        if let Some(zone) = known.or_else(|| lint.schedules.values().next().map(|schedule| schedule.zone().clone())) {
            lint.zone = zone;
        }
        for id in document.rules.keys() {
            if !RULE_IDS.contains(&id) {
                lint.unknown(
                    "unknown-rule",
                    &format_args!("rules.{id}"),
                    "rule",
                    id,
                    &mut RULE_IDS.iter().copied(),
                );
            }
        }
        lint
    }

    /// Returns the entries of a table, the first of them when there are too many.
    pub(super) fn few<'t, T>(&mut self, table: &'t Table<T>, path: &dyn Display) -> &'t [(String, T)] {
        let entries = table.iter().as_slice();
        let few = entries.get(..MOST).unwrap_or(entries);
        if few.len() < entries.len() {
            self.error(
                "too-many-entries",
                path,
                &format_args!("{} stand here: write {MOST} at most", entries.len()),
            );
        }
        few
    }

    /// Notes an error: the policy is refused.
    pub(super) fn error(&mut self, code: &'static str, path: &dyn Display, message: &dyn Display) {
        self.note(Severity::Error, code, path, message);
    }

    /// Notes a warning.
    pub(super) fn warning(&mut self, code: &'static str, path: &dyn Display, message: &dyn Display) {
        self.note(Severity::Warning, code, path, message);
    }

    fn note(&mut self, severity: Severity, code: &'static str, path: &dyn Display, message: &dyn Display) {
        let finding = Finding::new(severity, code, path.to_string(), message.to_string());
        self.findings.push(finding);
    }

    /// Notes ids that are empty in a list, and one that stands there twice.
    pub(super) fn distinct(&mut self, ids: &[&str], path: &dyn Display) {
        let twice = twice(ids.len(), &|index| ids.get(index).copied());
        let mut seen = false;
        for (index, id) in ids.iter().enumerate() {
            if id.trim_ascii().is_empty() {
                self.error("empty-id", &format_args!("{path}[{index}].id"), &"an `id` cannot be empty");
            } else if twice == Some(id) {
                if seen {
                    let message = format!("the id `{id}` stands here twice");
                    self.error("duplicate-id", &format_args!("{path}[{index}].id"), &message);
                }
                seen = true;
            }
        }
    }

    /// Notes a name that is not among `known`.
    pub(super) fn unknown(
        &mut self,
        code: &'static str,
        path: &dyn Display,
        what: &str,
        name: &str,
        known: &mut dyn Iterator<Item = &str>,
    ) {
        self.error(code, path, &unknown(what, name, known));
    }

    /// Returns the schedule of that name, or the only one; none when the policy has none, or when it cannot be read.
    pub(super) fn schedule(&mut self, name: Option<&str>, path: &dyn Display) -> Option<Arc<Schedule>> {
        let names: Vec<&str> = self.document.schedules.keys().collect();
        let name = match (name, &names[..]) {
            (Some(name), _) if !names.contains(&name) => {
                self.unknown("unknown-schedule", path, "schedule", name, &mut names.into_iter());
                return None;
            }
            (Some(name), _) => name,
            (None, []) => return None,
            (None, [only]) => only,
            (None, _) => {
                self.error(
                    "missing-schedule",
                    path,
                    &format_args!("say which schedule: there is {}", joined(&mut names.into_iter())),
                );
                return None;
            }
        };
        self.schedules.get(name).cloned()
    }

    /// Reads a duration like `PT4H`.
    pub(super) fn duration(&mut self, text: &str, path: &dyn Display) -> Option<Duration> {
        match duration::parse(text) {
            Ok(duration) => Some(duration),
            Err(NoDuration::Calendar) => {
                self.error(
                    "calendar-duration",
                    path,
                    &format_args!("`{text}` counts days: write hours like `PT8H`, or `{{ \"workingDays\": 1 }}` for a target"),
                );
                None
            }
            Err(NoDuration::Unreadable) => {
                self.error(
                    "not-a-duration",
                    path,
                    &format_args!("`{text}` is not a duration: write it like `PT4H` or `PT30M`"),
                );
                None
            }
        }
    }

    fn short_of_midnight(&mut self, week: &HoursDocument, overrides: &Table<Vec<String>>, path: &str) {
        for (day, hours) in week.days() {
            self.shifts_short_of_midnight(hours, &format_args!("{path}.hours.{day}"));
        }
        for (date, hours) in overrides {
            self.shifts_short_of_midnight(hours, &format_args!("{path}.overrides.{date}"));
        }
    }

    fn shifts_short_of_midnight(&mut self, hours: &[String], path: &dyn Display) {
        for (index, text) in hours.iter().enumerate() {
            if text.parse().is_ok_and(Shift::stops_short_of_midnight) {
                let message = format!("`{text}` stops short of midnight: write `24:00` when midnight is meant");
                self.warning("short-of-midnight", &format_args!("{path}[{index}]"), &message);
            }
        }
    }
}

/// Returns the ids of a list.
pub(super) fn ids<T>(items: &[T], id: fn(&T) -> &String) -> Vec<&str> {
    let mut ids = Vec::with_capacity(items.len());
    for item in items {
        ids.push(id(item).as_str());
    }
    ids
}
