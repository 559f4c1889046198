//! The rules, one file each: a rule's id is its file's name. At one place they speak in this order.

mod deliverable_missing;
mod field_missing;
mod field_unknown;
mod needs_assessment;
mod notice_too_short;
mod service_not_included;
mod window_in_freeze;
mod window_in_past;
mod window_incomplete;
mod window_outside_hours;
mod window_too_long;

use super::check::Subject;
use crate::finding::Finding;

/// A rule: what it is called and what it looks for.
pub(super) struct Rule {
    pub(super) id: &'static str,
    pub(super) check: fn(&Subject, &mut Vec<Finding>),
}

pub(super) const RULES: &[Rule] = &[
    service_not_included::RULE,
    needs_assessment::RULE,
    field_missing::RULE,
    field_unknown::RULE,
    deliverable_missing::RULE,
    window_incomplete::RULE,
    window_in_past::RULE,
    notice_too_short::RULE,
    window_too_long::RULE,
    window_outside_hours::RULE,
    window_in_freeze::RULE,
];

/// Iterates over the ids of all rules.
pub fn rule_ids() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.id)
}
