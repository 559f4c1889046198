//! Windows: when work is done, and the next one that fits hours, maximum, notice and freezes.

use std::time::Duration;

use crate::error::Error;
use crate::order::sorted;
use crate::policy::{Freeze, FreezeKind, Limits, Policy};
use crate::schedule::{Instant, Period, Stamp, Zone};

document! {
    /// Asks for the next window that fits.
    pub struct WindowQuery {
        /// How long the work takes.
        pub minutes: u32,
        /// Earliest start.
        pub not_before: Instant,
        /// What kind of work it is.
        pub kind: WindowKind,
    }
}

words! {
    /// What a window is for.
    pub enum WindowKind {
        /// A patch.
        Patch = "patch",
        /// A change.
        Change = "change",
    }
}

answer! {
    /// A window as text in the policy's zone.
    #[derive(Copy)]
    pub struct Window {
        /// First instant.
        pub start: Stamp,
        /// First instant after it.
        pub end: Stamp,
    }
}

impl Window {
    /// Returns a period as text of that zone.
    #[must_use]
    pub fn new(period: Period, zone: &Zone) -> Self {
        Self {
            start: zone.stamp(period.start),
            end: zone.stamp(period.end),
        }
    }
}

/// Returns the earliest window of that length that starts at or after an instant, none when there never is one.
///
/// # Errors
/// `no-patches` or `no-changes` when the policy says nothing about them, `zero-duration` when it takes no time.
pub fn next_window(policy: &Policy, query: &WindowQuery) -> Result<Option<Window>, Error> {
    let limits = match query.kind {
        WindowKind::Patch => &section(policy.patches.as_ref(), "patches")?.limits,
        WindowKind::Change => &section(policy.changes.as_ref(), "changes")?.limits,
    };
    if query.minutes == 0 {
        return Err(Error::new(
            "zero-duration",
            "minutes",
            "a window of no minutes: write how long the work takes",
        ));
    }
    let length = Duration::from_secs(u64::from(query.minutes) * 60);
    if limits.max_duration.is_some_and(|most| length > most) {
        return Ok(None);
    }
    Ok(next_fit(limits, &frozen(policy.freezes()), query.not_before, length).map(|period| Window::new(period, &policy.zone)))
}

/// Returns when no work is done at all.
pub(super) fn frozen(freezes: &[Freeze]) -> Vec<Period> {
    let mut frozen = Vec::new();
    for freeze in freezes {
        if freeze.kind == FreezeKind::Hard {
            frozen.push(freeze.period);
        }
    }
    frozen
}

/// Returns a section of the policy, an error when the policy has none.
pub(super) fn section<'a, T>(section: Option<&'a T>, name: &'static str) -> Result<&'a T, Error> {
    let code = if name == "patches" { "no-patches" } else { "no-changes" };
    section.ok_or_else(|| Error::new(code, name, format!("the policy has no section on {name}")))
}

/// Returns the earliest period of that length within open hours that shares no time with what is blocked.
pub(super) fn next_fit(limits: &Limits, blocked: &[Period], not_before: Instant, length: Duration) -> Option<Period> {
    let blocked = in_order(blocked);
    let mut next = 0;
    let mut from = not_before;
    loop {
        let open = match &limits.schedule {
            Some(schedule) => {
                let start = schedule.next_open(from)?;
                Period {
                    start,
                    end: schedule.next_close(start).unwrap_or(Instant::LAST),
                }
            }
            None => Period {
                start: from,
                end: Instant::LAST,
            },
        };
        let fit = open.start.after(length).map(|end| Period { start: open.start, end });
        let Some(fit) = fit.filter(|fit| fit.end <= open.end) else {
            // The last stretch of all ends with the range.
            if open.end == Instant::LAST {
                return None;
            }
            from = open.end;
            continue;
        };
        // What ends before this fit is never in the way again.
        while blocked.get(next).is_some_and(|period| period.end <= fit.start) {
            next += 1;
        }
        match blocked.get(next).filter(|period| period.overlaps(fit)) {
            Some(period) => from = period.end,
            None => return Some(fit),
        }
    }
}

/// Returns periods in the order of their starts, without those that take no time.
fn in_order(periods: &[Period]) -> Vec<Period> {
    let start = |index: usize| periods.get(index).map(|period| period.start);
    let order = sorted(periods.len(), &|a, b| start(a).cmp(&start(b)));
    let mut in_order = Vec::with_capacity(order.len());
    for index in order {
        in_order.extend(periods.get(index).filter(|period| period.start < period.end));
    }
    in_order
}
