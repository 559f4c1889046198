//! The changes and patches of a policy, read: catalogue, limits, freezes, deliverables.

use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

use super::document::{ChangesDocument, Deliverable, FieldType, FreezeDocument, FreezeKind, ObligationDocument, PatchesDocument};
use super::lint::{Lint, ids};
use crate::schedule::{Instant, Names, Period, Schedule};

/// What changes and patches have in common: when, how long and how soon.
#[derive(Debug)]
pub struct Limits {
    /// The schedule in which the work is done; none when it may be done at any time.
    pub schedule: Option<Arc<Schedule>>,
    /// Longest window.
    pub max_duration: Option<Duration>,
    /// Least time from the request to its window.
    pub min_notice: Duration,
}

/// The windows and freezes of all changes.
#[derive(Debug)]
pub struct Catalogue {
    /// When and how long.
    pub limits: Limits,
    /// Times without changes and patches.
    pub freezes: Vec<Freeze>,
}

/// What a patch request must bring, and its limits.
#[derive(Debug)]
pub struct Patches {
    /// When and how long.
    pub limits: Limits,
    /// What the request must bring.
    pub deliverables: Vec<Deliverable>,
}

/// A time without changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Freeze {
    /// From when until when.
    pub period: Period,
    /// Whether it refuses or warns.
    pub kind: FreezeKind,
    /// Why, by language.
    pub reason: Names,
}

impl Limits {
    fn read(
        section: &str,
        schedule: Option<&str>,
        max: Option<&str>,
        notice: Option<&str>,
        obligations: &[ObligationDocument],
        lint: &mut Lint,
    ) -> Self {
        let limits = Self {
            schedule: lint.schedule(schedule, &format_args!("{section}.schedule")),
            max_duration: max_duration(max, &format_args!("{section}.maxDuration"), lint),
            min_notice: min_notice(notice, &format_args!("{section}.minNotice"), lint),
        };
        lint.distinct(&ids(obligations, |item| &item.id), &format_args!("{section}.obligations"));
        limits
    }
}

impl Catalogue {
    pub(super) fn read(document: &ChangesDocument, lint: &mut Lint) -> Self {
        let (max, notice) = (document.max_duration.as_deref(), document.min_notice.as_deref());
        let limits = Limits::read("changes", document.schedule.as_deref(), max, notice, &document.obligations, lint);
        lint.distinct(&ids(&document.standard, |item| &item.id), &"changes.standard");
        for (index, item) in document.standard.iter().enumerate() {
            lint.distinct(
                &ids(&item.fields, |item| &item.id),
                &format_args!("changes.standard[{index}].fields"),
            );
            for (at, field) in item.fields.iter().enumerate() {
                let path = format!("changes.standard[{index}].fields[{at}].options");
                lint.distinct(&ids(&field.options, |item| &item.id), &path);
                if field.r#type == FieldType::Choice && field.options.is_empty() {
                    lint.error("missing-options", &path, &"a choice needs its `options`");
                }
            }
        }
        let mut freezes = Vec::new();
        for (index, document) in document.freezes.iter().enumerate() {
            freezes.extend(freeze(document, index, lint));
        }
        Self { limits, freezes }
    }
}

impl Patches {
    pub(super) fn read(document: &PatchesDocument, lint: &mut Lint) -> Self {
        let (max, notice) = (document.max_duration.as_deref(), document.min_notice.as_deref());
        let limits = Limits::read("patches", document.schedule.as_deref(), max, notice, &document.obligations, lint);
        Self {
            limits,
            deliverables: document.deliverables.clone().unwrap_or_else(|| Deliverable::ALL.to_vec()),
        }
    }
}

fn max_duration(text: Option<&str>, path: &dyn Display, lint: &mut Lint) -> Option<Duration> {
    let duration = lint.duration(text?, path)?;
    if duration.is_zero() {
        lint.error(
            "zero-duration",
            path,
            &"no window fits in no time: leave it out when there is no maximum",
        );
    }
    Some(duration)
}

fn min_notice(text: Option<&str>, path: &dyn Display, lint: &mut Lint) -> Duration {
    text.and_then(|text| lint.duration(text, path)).unwrap_or_default()
}

fn freeze(document: &FreezeDocument, index: usize, lint: &mut Lint) -> Option<Freeze> {
    let path = format!("changes.freezes[{index}]");
    let start = moment(&document.from, &format_args!("{path}.from"), false, lint);
    let end = moment(&document.to, &format_args!("{path}.to"), true, lint);
    let period = Period { start: start?, end: end? };
    if period.start >= period.end {
        lint.error("reversed-freeze", &format_args!("{path}.to"), &"the freeze ends before it starts");
    }
    Some(Freeze {
        period,
        kind: document.kind,
        reason: document.reason.clone(),
    })
}

/// Reads an instant, or the start of a date, or its end when it is the last one of a freeze.
fn moment(text: &str, path: &dyn Display, through: bool, lint: &mut Lint) -> Option<Instant> {
    if let Some(day) = lint.zone.day(text) {
        return Some(if through { day.end } else { day.start });
    }
    text.parse()
        .map_err(|problem: crate::schedule::Problem| lint.error(problem.code(), path, &problem))
        .ok()
}
