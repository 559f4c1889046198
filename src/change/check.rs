//! The check of a request: its type, every finding in the order of the document, obligations and the next window.

use std::mem;

use super::options::CheckOptions;
use super::report::Report;
use super::request::{ChangeRequest, PatchRequest, RequestType};
use super::rules::RULES;
use super::subject::{Asked, Request, Subject};
use super::window::{Window, WindowKind};
use crate::cut::cut;
use crate::error::Error;
use crate::finding::{Finding, Severity};
use crate::json::{self, Json, ToJson, Writer, digits};
use crate::order::sorted;
use crate::policy::{ObligationDocument, Policy, RuleLevel};
use crate::schedule::Stamp;

answer! {
    /// What a check answers.
    pub struct CheckAnswer {
        /// Whether no finding is an error.
        pub accepted: bool,
        /// What kind of request it is.
        pub r#type: RequestType,
        /// Everything that is to be said of it, in the declared order of the request's fields.
        pub findings: Vec<Finding>,
        /// What comes with it when it is carried out.
        pub obligations: Vec<ObligationDocument>,
        /// The window as asked for; null when none, or none that makes sense, was.
        pub window: Option<AskedWindow>,
        /// The next window that fits; null when there is none.
        pub next_window: Option<Window>,
    }
}

/// A window as asked for.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify_macros::Tsify), serde(untagged))]
pub enum AskedWindow {
    /// From then until then.
    Fixed(Window),
    /// At any time from then on.
    Open(OpenWindow),
}

impl ToJson for AskedWindow {
    fn to_json(&self, out: &mut Writer) {
        match self {
            Self::Fixed(window) => window.to_json(out),
            Self::Open(window) => window.to_json(out),
        }
    }
}

answer! {
    /// So many minutes at any time from then on.
    pub struct OpenWindow {
        /// Earliest start.
        pub not_before: Stamp,
        /// How long it takes.
        pub minutes: u32,
    }
}

/// Checks a patch request.
///
/// # Examples
/// ```
/// use deskrules::{change, policy::Policy};
/// let goud = Policy::managed_server_goud()?;
/// let now = change::CheckOptions::at("2026-11-24T10:00:00+01:00".parse().unwrap());
/// let answer = change::check_patch(&goud, &change::PatchRequest::default(), &now)?;
/// assert!(!answer.accepted);
/// assert!(answer.findings.iter().any(|finding| finding.path == "rollback"));
/// # Ok::<(), deskrules::error::Error>(())
/// ```
///
/// # Errors
/// `no-patches` when the policy says nothing about patches.
pub fn check_patch(policy: &Policy, request: &PatchRequest, options: &CheckOptions) -> Result<CheckAnswer, Error> {
    Ok(check(&Subject::of_patch(policy, request, options)?))
}

/// Checks a change request.
///
/// # Errors
/// `no-changes` when the policy says nothing about changes.
pub fn check_change(policy: &Policy, request: &ChangeRequest, options: &CheckOptions) -> Result<CheckAnswer, Error> {
    Ok(check(&Subject::of_change(policy, request, options)?))
}

/// Checks a request as it is written in JSON.
///
/// # Errors
/// At every place that has not the shape of such a request; `no-patches` or `no-changes` when the policy says nothing about them.
pub fn check_json(policy: &Policy, kind: WindowKind, request: Json, options: &CheckOptions) -> Result<CheckAnswer, Error> {
    let mut answer = None;
    read(policy, kind, request, options, &mut |subject| answer = Some(check(subject)))?;
    answer.ok_or_else(|| Error::new("internal", "", "a request without an answer"))
}

/// Returns only what is to be said of a request as it is written.
pub(crate) fn findings_json(policy: &Policy, kind: WindowKind, request: Json, options: &CheckOptions) -> Result<Vec<Finding>, Error> {
    let mut found = Vec::new();
    read(policy, kind, request, options, &mut |subject| found = findings(subject))?;
    Ok(found)
}

fn read(policy: &Policy, kind: WindowKind, request: Json, options: &CheckOptions, then: &mut dyn FnMut(&Subject)) -> Result<(), Error> {
    match kind {
        WindowKind::Patch => then(&Subject::of_patch(policy, &json::fit(request)?, options)?),
        WindowKind::Change => then(&Subject::of_change(policy, &json::fit(request)?, options)?),
    }
    Ok(())
}

fn check(subject: &Subject) -> CheckAnswer {
    let zone = &subject.policy.zone;
    let findings = findings(subject);
    CheckAnswer {
        accepted: !findings.iter().any(Finding::is_error),
        r#type: subject.kind,
        findings,
        obligations: subject.request.obligations(&subject.policy.document).to_vec(),
        window: match subject.asked {
            Asked::Nothing => None,
            Asked::Fixed(period) => Some(AskedWindow::Fixed(Window::new(period, zone))),
            Asked::Open { not_before, minutes } => Some(AskedWindow::Open(OpenWindow {
                not_before: zone.stamp(not_before),
                minutes,
            })),
        },
        next_window: subject.next_window().map(|period| Window::new(period, zone)),
    }
}

/// Asks every rule that the policy does not turn off; the findings in the declared order of the request's fields.
fn findings(subject: &Subject) -> Vec<Finding> {
    let mut report = Report {
        findings: Vec::new(),
        zone: &subject.policy.zone,
        rule: "",
        level: None,
    };
    for rule in RULES {
        report.rule = rule.id;
        report.level = subject.policy.rule_level(rule.id);
        if report.level != Some(RuleLevel::Off) {
            (rule.check)(subject, &mut report);
        }
    }
    let mut found = report.findings;
    if found.len() < 2 {
        return found;
    }
    let mut places = Vec::new();
    for finding in &found {
        places.push(place(&finding.path, subject.request));
    }
    let mut ordered = Vec::new();
    for index in sorted(found.len(), &|a, b| places.get(a).cmp(&places.get(b))) {
        if let Some(finding) = found.get_mut(index) {
            ordered.push(mem::replace(finding, Finding::new(Severity::Info, "", "", "")));
        }
    }
    ordered
}

/// Where a path stands in the declared order of the fields: the longest declared field that it begins with, then its list indices, or the
/// place of a catalogue item's field.
fn place(path: &str, request: Request) -> (usize, Vec<usize>) {
    // A list is the last field of a path, or stands where no field below it is declared.
    let (bare, index) = cut(path, b"[");
    let mut rank = 0;
    for (index, field) in (1..).zip(request.fields()) {
        let rest = bare.strip_prefix(field);
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.')) {
            rank = index;
        }
    }
    let mut indices = Vec::new();
    if let Some(index) = index.and_then(|index| usize::try_from(digits(cut(index, b"]").0)?).ok()) {
        indices.push(index);
    }
    if let (Request::Change(_, Some(item)), Some(name)) = (request, path.strip_prefix("fields.")) {
        let known = item.fields.iter().position(|field| field.id == name);
        indices.push(known.unwrap_or(usize::MAX));
    }
    (rank, indices)
}
