//! What the rules look at: a request, the policy, the moment, and the window that was asked for.

use std::time::Duration;

use super::hours::{Lie, lie};
use super::options::{CheckOptions, FileFacts, PlannedWork};
use super::passage::{Part, parts};
use super::request::{ChangeRequest, PatchRequest, Person, RequestType, WindowRequest};
use super::window::{frozen, next_fit, section};
use crate::error::Error;
use crate::finding::Severity;
use crate::policy::{Freeze, Limits, ObligationDocument, Policy, PolicyDocument, StandardChangeDocument};
use crate::schedule::{Instant, Period};

/// How long the offered window is when neither the request nor the policy says.
const USUAL_LENGTH: Duration = Duration::from_secs(3600);

/// What the rules look at.
pub(super) struct Subject<'a> {
    pub(super) request: Request<'a>,
    pub(super) kind: RequestType,
    pub(super) policy: &'a Policy,
    pub(super) limits: &'a Limits,
    pub(super) freezes: &'a [Freeze],
    pub(super) options: &'a CheckOptions,
    pub(super) asked: Asked,
    /// How the window lies in the hours, when both are fixed.
    pub(super) lie: Option<Lie<'a>>,
    /// What it says in prose.
    pub(super) parts: Vec<Part<'a>>,
}

impl<'a> Subject<'a> {
    pub(super) fn of_patch(policy: &'a Policy, request: &'a PatchRequest, options: &'a CheckOptions) -> Result<Self, Error> {
        let limits = &section(policy.patches.as_ref(), "patches")?.limits;
        Ok(Self::new(policy, limits, Request::Patch(request), RequestType::Patch, options))
    }

    pub(super) fn of_change(policy: &'a Policy, request: &'a ChangeRequest, options: &'a CheckOptions) -> Result<Self, Error> {
        let limits = &section(policy.changes.as_ref(), "changes")?.limits;
        let catalogue = policy.standard_changes();
        let item = request.item.as_ref().and_then(|id| catalogue.iter().find(|item| item.id == *id));
        let kind = match item {
            _ if request.emergency => RequestType::Emergency,
            Some(_) => RequestType::Standard,
            None => RequestType::Normal,
        };
        Ok(Self::new(policy, limits, Request::Change(request, item), kind, options))
    }

    fn new(policy: &'a Policy, limits: &'a Limits, request: Request<'a>, kind: RequestType, options: &'a CheckOptions) -> Self {
        let asked = Asked::read(request.window());
        Self {
            request,
            kind,
            policy,
            limits,
            freezes: policy.freezes(),
            options,
            asked,
            lie: match (asked, &limits.schedule) {
                (Asked::Fixed(window), Some(schedule)) => Some(lie(schedule, window)),
                _ => None,
            },
            parts: parts(request, options),
        }
    }

    /// Returns how much it weighs to break a limit of the window: an emergency is for people to decide on.
    pub(super) fn severity(&self) -> Severity {
        if self.kind == RequestType::Emergency {
            Severity::Warning
        } else {
            Severity::Error
        }
    }

    /// What is known of the installation file.
    pub(super) fn installer(&self) -> Option<&FileFacts> {
        let Request::Patch(request) = self.request else { return None };
        self.options.files.get(request.installer.file.as_ref()?)?.as_ref()
    }

    /// Iterates over the planned work that is in the way of this request's servers.
    pub(super) fn planned(&self) -> impl Iterator<Item = &PlannedWork> {
        let servers = self.request.servers();
        self.options.windows.iter().filter(move |work| work.concerns(servers))
    }

    /// Returns the next window that fits, as long as asked but no longer than allowed.
    pub(super) fn next_window(&self) -> Option<Period> {
        let earliest = self.options.now.after(self.limits.min_notice)?;
        let length = self.asked.length().or(self.limits.max_duration).unwrap_or(USUAL_LENGTH);
        let length = self.limits.max_duration.map_or(length, |most| length.min(most));
        let not_before = self.asked.start().map_or(earliest, |start| start.max(earliest));
        let mut blocked = frozen(self.freezes);
        for work in self.planned() {
            blocked.push(work.period());
        }
        next_fit(self.limits, &blocked, not_before, length)
    }
}

/// Returns the path of a server.
pub(super) fn server_path(index: usize) -> String {
    format!("servers[{index}]")
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

    /// The servers that it is for; a change names none.
    pub(super) fn servers(self) -> &'a [String] {
        match self {
            Self::Patch(request) => &request.servers,
            Self::Change(..) => &[],
        }
    }

    /// Iterates over the servers that have a name, each with its index.
    pub(super) fn named_servers(self) -> impl Iterator<Item = (usize, &'a str)> {
        let servers = self.servers().iter().map(|server| server.trim_ascii());
        servers.enumerate().filter(|(_, server)| !server.is_empty())
    }

    pub(super) fn requester(self) -> &'a Person {
        match self {
            Self::Patch(request) => &request.requested_by,
            Self::Change(request, _) => &request.requested_by,
        }
    }

    pub(super) fn obligations(self, document: &PolicyDocument) -> &[ObligationDocument] {
        match self {
            Self::Patch(_) => document.patches.as_ref().map_or(&[], |patches| &patches.obligations),
            Self::Change(..) => document.changes.as_ref().map_or(&[], |changes| &changes.obligations),
        }
    }

    pub(super) fn fields(self) -> &'static [&'static str] {
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
    pub(super) fn read(window: Option<&WindowRequest>) -> Self {
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
