//! The incidents of a policy, read: levels, matrix, priorities with their targets, channels.

use std::sync::Arc;

use super::document::{IncidentsDocument, LevelDocument, PriorityDocument, Rebase, Reopen};
use super::lint::{Lint, ids};
use super::targets::{self, Target, TargetRule, owned, target};
use crate::json::{Table, number};
use crate::priority::{Impact, Matrix, Priority, Urgency};
use crate::schedule::Schedule;

/// How incidents are prioritised and by when they are answered and solved.
#[derive(Debug)]
pub struct Incidents {
    /// Ids of the impact levels, the most severe first.
    pub impacts: Vec<String>,
    /// Ids of the urgency levels, the most severe first.
    pub urgencies: Vec<String>,
    /// The priority of each impact and urgency.
    pub matrix: Matrix,
    /// Priorities, the highest first.
    pub priorities: Vec<PriorityTargets>,
    /// What starts and stops the clock of each target: of response, resolution, and the agreement's own.
    pub rules: Vec<TargetRule>,
    /// From when a target counts after the priority changed.
    pub rebase: Rebase,
    /// What reopening does.
    pub reopen: Reopen,
    /// Fraction of a target from which a ticket is at risk.
    pub at_risk: f64,
    /// The lines that a ticket goes to, the second first.
    pub escalation: Vec<Escalation>,
    /// When each channel is open; always where there is no schedule.
    pub channels: Table<Option<Arc<Schedule>>>,
    /// The components that the agreement covers; all when none.
    pub scope: Option<Vec<String>>,
}

/// A priority, its targets and the schedule in which they run.
#[derive(Debug)]
pub struct PriorityTargets {
    /// Name for programs.
    pub id: String,
    /// The schedule in which its clock runs; none when the policy has no schedule.
    pub schedule: Option<Arc<Schedule>>,
    /// Until somebody responds.
    pub response: Target,
    /// Until it is solved.
    pub resolution: Target,
    /// The targets of the agreement's own, in their order.
    pub own: Vec<Target>,
}

impl PriorityTargets {
    /// Returns the target of the rule of that index.
    #[must_use]
    pub fn target(&self, rule: usize) -> Target {
        match rule {
            0 => self.response,
            1 => self.resolution,
            own => self.own.get(own - 2).copied().unwrap_or(Target::Unset),
        }
    }
}

/// A line that a ticket goes to at a fraction of its resolution target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Escalation {
    /// The line: 2 or more.
    pub line: u32,
    /// Fraction of the resolution target.
    pub at: f64,
}

impl Incidents {
    pub(super) fn read(document: &IncidentsDocument, lint: &mut Lint) -> Self {
        let schedule = lint.schedule(document.schedule.as_deref(), &"incidents.schedule");
        let impacts = levels(&document.impact, "incidents.impact", lint);
        let urgencies = levels(&document.urgency, "incidents.urgency", lint);
        let matrix = matrix(document, lint);
        lint.distinct(&ids(&document.priorities, |item| &item.id), &"incidents.priorities");
        if document.priorities.is_empty() {
            lint.error("no-levels", &"incidents.priorities", &"there must be at least one priority");
        }
        let mut priorities = Vec::new();
        for (index, item) in document.priorities.iter().enumerate() {
            priorities.push(priority(item, index, document, schedule.as_ref(), lint));
        }
        if !(document.at_risk > 0.0 && document.at_risk <= 1.0) {
            lint.error(
                "impossible-fraction",
                &"incidents.atRisk",
                &format_args!("{}: write a fraction over 0, at most 1", number(document.at_risk)),
            );
        }
        let escalation = escalation(document, lint);
        let mut channels = Table::default();
        for (name, channel) in lint.few(&document.channels, &"incidents.channels") {
            let schedule = channel.schedule.as_deref();
            let schedule = schedule.and_then(|name_| lint.schedule(Some(name_), &format_args!("incidents.channels.{name}.schedule")));
            channels.insert(name.clone(), schedule);
        }
        Self {
            impacts,
            urgencies,
            matrix,
            priorities,
            rules: targets::rules(document, lint),
            rebase: document.rebase,
            reopen: document.reopen,
            at_risk: document.at_risk,
            escalation,
            channels,
            scope: document.scope.clone(),
        }
    }
}

fn levels(documents: &[LevelDocument], path: &str, lint: &mut Lint) -> Vec<String> {
    let ids = ids(documents, |item| &item.id);
    lint.distinct(&ids, &path);
    if documents.is_empty() {
        lint.error("no-levels", &path, &"there must be at least one level");
    }
    owned(&ids)
}

fn matrix(document: &IncidentsDocument, lint: &mut Lint) -> Matrix {
    let (impacts, urgencies, priorities) = (
        ids(&document.impact, |item| &item.id),
        ids(&document.urgency, |item| &item.id),
        ids(&document.priorities, |item| &item.id),
    );
    let mut matrix = Matrix::new(impacts.len(), urgencies.len());
    for (impact, row) in &document.matrix {
        let path = format!("incidents.matrix.{impact}");
        let Some(impact) = impacts.iter().position(|known| known == impact) else {
            lint.unknown("unknown-level", &path, "impact", impact, &mut impacts.iter().copied());
            continue;
        };
        for (urgency, priority) in row {
            let path = format!("{path}.{urgency}");
            let Some(urgency) = urgencies.iter().position(|known| known == urgency) else {
                lint.unknown("unknown-level", &path, "urgency", urgency, &mut urgencies.iter().copied());
                continue;
            };
            match priorities.iter().position(|known| known == priority) {
                Some(priority) => matrix.set(Impact(impact), Urgency(urgency), Priority(priority)),
                None => lint.unknown("unknown-priority", &path, "priority", priority, &mut priorities.iter().copied()),
            }
        }
    }
    let cell = |impact: Impact, urgency: Urgency| {
        let (impact, urgency) = (impacts.get(impact.0).unwrap_or(&""), urgencies.get(urgency.0).unwrap_or(&""));
        (
            format!("incidents.matrix.{impact}.{urgency}"),
            document.matrix.get(impact).is_some_and(|row| row.contains_key(urgency)),
        )
    };
    for (impact, urgency) in matrix.gaps() {
        let (path, written) = cell(impact, urgency);
        // A cell that names an unknown priority has its error already.
        if !written {
            lint.warning(
                "missing-cell",
                &path,
                &"the matrix has no priority here: classifying into it is an error",
            );
        }
    }
    for (impact, urgency) in matrix.inversions() {
        let message = "the priority is higher than that of a more severe impact or urgency";
        lint.warning("non-monotone-cell", &cell(impact, urgency).0, &message);
    }
    matrix
}

fn priority(
    document: &PriorityDocument,
    index: usize,
    incidents: &IncidentsDocument,
    schedule: Option<&Arc<Schedule>>,
    lint: &mut Lint,
) -> PriorityTargets {
    let path = format!("incidents.priorities[{index}]");
    let schedule_of_its_own = document
        .schedule
        .as_deref()
        .map(|name| lint.schedule(Some(name), &format_args!("{path}.schedule")));
    let response = target(document.response.as_ref(), &format_args!("{path}.response"), lint);
    let resolution = target(document.resolution.as_ref(), &format_args!("{path}.resolution"), lint);
    if let (Target::Within(response), Target::Within(resolution)) = (response, resolution)
        && resolution < response
    {
        lint.error(
            "resolution-before-response",
            &format_args!("{path}.resolution"),
            &"the resolution target is shorter than the response target",
        );
    }
    let own = targets::own(document, incidents, &path, lint);
    let timed = |target: &Target| matches!(target, Target::Within(_));
    if (timed(&response) || timed(&resolution) || own.iter().any(timed)) && lint.document.schedules.is_empty() {
        lint.error("missing-schedule", &path, &"a target needs hours to count in: write `schedules`");
    }
    PriorityTargets {
        id: document.id.clone(),
        schedule: schedule_of_its_own.unwrap_or_else(|| schedule.cloned()),
        response,
        resolution,
        own,
    }
}

fn escalation(document: &IncidentsDocument, lint: &mut Lint) -> Vec<Escalation> {
    let mut before: Option<Escalation> = None;
    let mut lines = Vec::new();
    for (index, document) in document.escalation.iter().enumerate() {
        let path = format!("incidents.escalation[{index}]");
        if document.line < 2 {
            lint.error(
                "impossible-line",
                &format_args!("{path}.line"),
                &format_args!("line {}: the first line has the ticket from the start", document.line),
            );
        }
        if !(document.at > 0.0 && document.at <= 1.0) {
            lint.error(
                "impossible-fraction",
                &format_args!("{path}.at"),
                &format_args!("{}: write a fraction over 0, at most 1", number(document.at)),
            );
        }
        let step = Escalation {
            line: document.line,
            at: document.at,
        };
        if before.is_some_and(|before| step.line <= before.line || step.at <= before.at) {
            lint.error(
                "unordered-escalation",
                &path,
                &"each step must name a higher line at a later moment",
            );
        }
        before = Some(step);
        lines.push(step);
    }
    lines
}
