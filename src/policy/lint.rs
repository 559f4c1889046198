//! The lint: what all sections of a policy share while they are read, and the findings so far.

use std::sync::Arc;
use std::time::Duration;

use super::document::{PolicyDocument, RULE_IDS};
use super::duration::{self, NoDuration};
use crate::error::below;
use crate::finding::{Finding, Severity};
use crate::json::{Json, Table, number, unknown};
use crate::schedule::{HoursDocument, Problem, Schedule, Shift, Zone};

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
                "version",
                format!("version {} of the format is not known: there is 1", document.version),
            );
        }
        if document.id.trim().is_empty() {
            lint.error("empty-id", "id", "the policy needs an `id`");
        }
        let zone = document.time_zone.as_deref();
        let known = zone.and_then(Zone::named);
        if let (Some(name), None) = (zone, &known) {
            let problem = Problem::UnknownZone {
                name: name.to_owned(),
                nearest: Zone::nearest(name),
            };
            lint.error(problem.code(), "timeZone", problem.to_string());
        }
        let hours = document.hours_per_working_day;
        if !(hours > 0.0 && hours <= 24.0) {
            lint.error(
                "impossible-working-day",
                "hoursPerWorkingDay",
                format!("a working day of {} hours: write more than 0, at most 24", number(hours)),
            );
        }
        // A wrong zone of the policy is said once, not for each schedule.
        let fallback = if zone.is_some() && known.is_none() { Some("UTC") } else { zone };
        for (name, schedule) in &document.schedules {
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
                        lint.error(error.problem.code(), below(&path, &error.path), error.problem.to_string());
                    }
                }
            }
        }
        if let Some(zone) = known.or_else(|| lint.schedules.values().next().map(|schedule| schedule.zone().clone())) {
            lint.zone = zone;
        }
        for id in document.rules.keys() {
            if !RULE_IDS.contains(&id) {
                lint.unknown("unknown-rule", format!("rules.{id}"), "rule", id, &mut RULE_IDS.iter().copied());
            }
        }
        lint
    }

    /// Notes an error: the policy is refused.
    pub(super) fn error(&mut self, code: &'static str, path: impl Into<String>, message: impl Into<String>) {
        self.findings.push(Finding::new(Severity::Error, code, path, message));
    }

    /// Notes a warning.
    pub(super) fn warning(&mut self, code: &'static str, path: impl Into<String>, message: impl Into<String>) {
        self.findings.push(Finding::new(Severity::Warning, code, path, message));
    }

    /// Notes ids that are empty in a list, and one that stands there twice.
    pub(super) fn distinct<'b>(&mut self, ids: impl Iterator<Item = &'b str> + Clone, path: &str) {
        let twice = Table::of(ids.clone().map(|id| (id.to_owned(), Json::Null)).collect()).err();
        let mut seen = false;
        for (index, id) in ids.enumerate() {
            let path = format!("{path}[{index}].id");
            if id.trim().is_empty() {
                self.error("empty-id", path, "an `id` cannot be empty");
            } else if twice.as_deref() == Some(id) {
                if seen {
                    self.error("duplicate-id", path, format!("the id `{id}` stands here twice"));
                }
                seen = true;
            }
        }
    }

    /// Notes a name that is not among `known`.
    pub(super) fn unknown(
        &mut self,
        code: &'static str,
        path: impl Into<String>,
        what: &str,
        name: &str,
        known: &mut dyn Iterator<Item = &str>,
    ) {
        self.error(code, path, unknown(what, name, known));
    }

    /// Returns the schedule of that name, or the only one; none when the policy has none, or when it cannot be read.
    pub(super) fn schedule(&mut self, name: Option<&str>, path: &str) -> Option<Arc<Schedule>> {
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
                    format!("say which schedule: there is {}", names.join(", ")),
                );
                return None;
            }
        };
        self.schedules.get(name).cloned()
    }

    /// Reads a duration like `PT4H`.
    pub(super) fn duration(&mut self, text: &str, path: &str) -> Option<Duration> {
        match duration::parse(text) {
            Ok(duration) => Some(duration),
            Err(NoDuration::Calendar) => {
                let message = format!("`{text}` counts days: write hours like `PT8H`, or `{{ \"workingDays\": 1 }}` for a target");
                self.error("calendar-duration", path, message);
                None
            }
            Err(NoDuration::Unreadable) => {
                self.error(
                    "not-a-duration",
                    path,
                    format!("`{text}` is not a duration: write it like `PT4H` or `PT30M`"),
                );
                None
            }
        }
    }

    fn short_of_midnight(&mut self, week: &HoursDocument, overrides: &Table<Vec<String>>, path: &str) {
        let week = week.days().into_iter().map(|(day, hours)| (format!("{path}.hours.{day}"), hours));
        let dates = overrides
            .iter()
            .map(|(date, hours)| (format!("{path}.overrides.{date}"), hours.as_slice()));
        for (path, hours) in week.chain(dates) {
            for (index, text) in hours.iter().enumerate() {
                if text.parse().is_ok_and(Shift::stops_short_of_midnight) {
                    let message = format!("`{text}` stops short of midnight: write `24:00` when midnight is meant");
                    self.warning("short-of-midnight", format!("{path}[{index}]"), message);
                }
            }
        }
    }
}
