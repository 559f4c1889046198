//! The check of a request: its type, every finding in the order of the document, obligations and the next window.

use std::time::Duration;

use super::request::{ChangeRequest, PatchRequest, RequestType, WindowRequest};
use super::rules::RULES;
use super::window::{Window, next_fit, section};
use crate::error::Error;
use crate::finding::Finding;
use crate::json::{ToJson, Writer};
use crate::order::sorted;
use crate::policy::{Freeze, Limits, ObligationDocument, Policy, PolicyDocument, StandardChangeDocument};
use crate::schedule::{Instant, Period, Stamp};

/// How long the offered window is when neither the request nor the policy says.
const USUAL_LENGTH: Duration = Duration::from_secs(3600);

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
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), serde(untagged))]
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

/// What the rules look at.
pub(super) struct Subject<'a> {
    pub(super) request: Request<'a>,
    pub(super) kind: RequestType,
    pub(super) policy: &'a Policy,
    pub(super) limits: &'a Limits,
    pub(super) freezes: &'a [Freeze],
    pub(super) now: Instant,
    pub(super) asked: Asked,
}

/// The request itself.
#[derive(Clone, Copy)]
pub(super) enum Request<'a> {
    Patch(&'a PatchRequest),
    /// With its item of the catalogue, when it is one.
    Change(&'a ChangeRequest, Option<&'a StandardChangeDocument>),
}

impl<'a> Request<'a> {
    pub(super) fn window(self) -> Option<&'a WindowRequest> {
        match self {
            Self::Patch(request) => request.window.as_ref(),
            Self::Change(request, _) => request.window.as_ref(),
        }
    }

    fn obligations(self, document: &PolicyDocument) -> &[ObligationDocument] {
        match self {
            Self::Patch(_) => document.patches.as_ref().map_or(&[], |patches| &patches.obligations),
            Self::Change(..) => document.changes.as_ref().map_or(&[], |changes| &changes.obligations),
        }
    }

    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Patch(_) => PatchRequest::PLACES,
            Self::Change(..) => ChangeRequest::PLACES,
        }
    }
}

/// The window that was asked for, as far as it makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Nothing,
    Fixed(Period),
    Open { not_before: Instant, minutes: u32 },
}

impl Asked {
    fn read(window: Option<&WindowRequest>) -> Self {
        match window.map(|window| (window.start, window.end, window.not_before, window.minutes)) {
            Some((Some(start), Some(end), None, None)) if start < end => Self::Fixed(Period { start, end }),
            Some((None, None, Some(not_before), Some(minutes))) if minutes > 0 => Self::Open { not_before, minutes },
            _ => Self::Nothing,
        }
    }

    /// The instant before which it must not start, when it names one.
    fn start(self) -> Option<Instant> {
        match self {
            Self::Nothing => None,
            Self::Fixed(period) => Some(period.start),
            Self::Open { not_before, .. } => Some(not_before),
        }
    }

    /// How long it is, when it says so.
    pub(super) fn length(self) -> Option<Duration> {
        match self {
            Self::Nothing => None,
            Self::Fixed(period) => u64::try_from(period.end.epoch_millis() - period.start.epoch_millis())
                .ok()
                .map(Duration::from_millis),
            Self::Open { minutes, .. } => Some(Duration::from_secs(u64::from(minutes) * 60)),
        }
    }
}

/// Checks a patch request.
///
/// # Examples
/// ```
/// use deskrules::{change, policy::Policy};
/// let goud = Policy::managed_server_goud()?;
/// let answer = change::check_patch(&goud, &change::PatchRequest::default(), "2026-11-24T10:00:00+01:00".parse().unwrap())?;
/// assert!(!answer.accepted);
/// assert!(answer.findings.iter().any(|finding| finding.path == "rollback"));
/// # Ok::<(), deskrules::error::Error>(())
/// ```
///
/// # Errors
/// `no-patches` when the policy says nothing about patches.
pub fn check_patch(policy: &Policy, request: &PatchRequest, now: Instant) -> Result<CheckAnswer, Error> {
    Ok(patch(policy, request, now)?.answer())
}

/// Returns only what is to be said of a patch request.
pub(crate) fn patch_findings(policy: &Policy, request: &PatchRequest, now: Instant) -> Result<Vec<Finding>, Error> {
    Ok(patch(policy, request, now)?.findings())
}

fn patch<'a>(policy: &'a Policy, request: &'a PatchRequest, now: Instant) -> Result<Subject<'a>, Error> {
    let limits = &section(policy.patches.as_ref(), "patches")?.limits;
    Ok(Subject::new(policy, limits, Request::Patch(request), RequestType::Patch, now))
}

/// Checks a change request.
///
/// # Errors
/// `no-changes` when the policy says nothing about changes.
pub fn check_change(policy: &Policy, request: &ChangeRequest, now: Instant) -> Result<CheckAnswer, Error> {
    Ok(change(policy, request, now)?.answer())
}

/// Returns only what is to be said of a change request.
pub(crate) fn change_findings(policy: &Policy, request: &ChangeRequest, now: Instant) -> Result<Vec<Finding>, Error> {
    Ok(change(policy, request, now)?.findings())
}

fn change<'a>(policy: &'a Policy, request: &'a ChangeRequest, now: Instant) -> Result<Subject<'a>, Error> {
    let limits = &section(policy.changes.as_ref(), "changes")?.limits;
    let item = request
        .item
        .as_ref()
        .and_then(|id| policy.standard_changes().iter().find(|item| item.id == *id));
    let kind = match item {
        _ if request.emergency => RequestType::Emergency,
        Some(_) => RequestType::Standard,
        None => RequestType::Normal,
    };
    Ok(Subject::new(policy, limits, Request::Change(request, item), kind, now))
}

impl<'a> Subject<'a> {
    fn new(policy: &'a Policy, limits: &'a Limits, request: Request<'a>, kind: RequestType, now: Instant) -> Self {
        Self {
            request,
            kind,
            policy,
            limits,
            freezes: policy.freezes(),
            now,
            asked: Asked::read(request.window()),
        }
    }

    /// What every rule has to say, in the declared order of the request's fields.
    fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for rule in RULES {
            (rule.check)(self, &mut found);
        }
        let places: Vec<_> = found.iter().map(|finding| place(&finding.path, self.request.fields())).collect();
        let order = sorted(found.len(), &|a, b| places.get(a).cmp(&places.get(b)));
        order.into_iter().filter_map(|index| found.get(index).cloned()).collect()
    }

    fn answer(&self) -> CheckAnswer {
        let (policy, findings) = (self.policy, self.findings());
        CheckAnswer {
            accepted: !findings.iter().any(Finding::is_error),
            r#type: self.kind,
            findings,
            obligations: self.request.obligations(&policy.document).to_vec(),
            window: match self.asked {
                Asked::Nothing => None,
                Asked::Fixed(period) => Some(AskedWindow::Fixed(Window::new(period, &policy.zone))),
                Asked::Open { not_before, minutes } => Some(AskedWindow::Open(OpenWindow {
                    not_before: policy.zone.stamp(not_before),
                    minutes,
                })),
            },
            next_window: self.next_window().map(|period| Window::new(period, &policy.zone)),
        }
    }

    /// The next window that fits, as long as asked but no longer than allowed.
    fn next_window(&self) -> Option<Period> {
        let earliest = self.now.after(self.limits.min_notice)?;
        let length = self.asked.length().or(self.limits.max_duration).unwrap_or(USUAL_LENGTH);
        let length = self.limits.max_duration.map_or(length, |most| length.min(most));
        let not_before = self.asked.start().map_or(earliest, |start| start.max(earliest));
        next_fit(self.limits, self.freezes, not_before, length)
    }
}

/// Where a path stands in the declared order of the fields: the longest declared field that it begins with, then its list indices.
fn place(path: &str, fields: &[&str]) -> (usize, Vec<usize>) {
    let bare: String = path
        .split('[')
        .map(|part| part.split_once(']').map_or(part, |(_, rest)| rest))
        .collect();
    let begins = |field: &str| bare == field || bare.strip_prefix(field).is_some_and(|rest| rest.starts_with('.'));
    let rank = (1..).zip(fields).filter(|(_, field)| begins(field)).map(|(rank, _)| rank).max();
    let indices = path
        .split('[')
        .skip(1)
        .filter_map(|part| part.split(']').next()?.parse().ok())
        .collect();
    (rank.unwrap_or(0), indices)
}
