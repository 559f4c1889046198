//! The rules, one file each: a rule's id is its file's name. At one place they speak in this order.

mod deliverable_missing;
mod deliverable_out_of_place;
mod emergency_review;
mod field_invalid;
mod field_missing;
mod field_unknown;
mod file_missing;
mod installer_checksum;
mod installer_name;
mod installer_size;
mod needs_assessment;
mod notice_too_short;
mod placeholder;
mod plan_missing;
mod release_notes_address;
mod requester_unnamed;
mod requester_unreachable;
mod rollback_tested_in_future;
mod rollback_without_step;
mod server_out_of_scope;
mod server_twice;
mod server_unclear;
mod service_not_included;
mod text_copied;
mod too_brief;
mod version_not_newer;
mod window_across_closed_time;
mod window_in_freeze;
mod window_in_past;
mod window_incomplete;
mod window_on_holiday;
mod window_outside_hours;
mod window_overlaps;
mod window_too_long;

use super::report::Report;
use super::subject::Subject;

/// A rule: what it is called and what it looks for.
pub(super) struct Rule {
    pub(super) id: &'static str,
    pub(super) check: fn(&Subject, &mut Report),
}

/// All rules, in the order of [`RULE_IDS`](crate::policy::RULE_IDS).
pub(super) const RULES: &[Rule] = &[
    service_not_included::RULE,
    needs_assessment::RULE,
    emergency_review::RULE,
    field_missing::RULE,
    field_unknown::RULE,
    field_invalid::RULE,
    deliverable_missing::RULE,
    deliverable_out_of_place::RULE,
    plan_missing::RULE,
    placeholder::RULE,
    too_brief::RULE,
    text_copied::RULE,
    version_not_newer::RULE,
    server_unclear::RULE,
    server_twice::RULE,
    server_out_of_scope::RULE,
    requester_unnamed::RULE,
    requester_unreachable::RULE,
    file_missing::RULE,
    installer_name::RULE,
    installer_size::RULE,
    installer_checksum::RULE,
    release_notes_address::RULE,
    rollback_without_step::RULE,
    rollback_tested_in_future::RULE,
    window_incomplete::RULE,
    window_in_past::RULE,
    notice_too_short::RULE,
    window_too_long::RULE,
    window_on_holiday::RULE,
    window_across_closed_time::RULE,
    window_outside_hours::RULE,
    window_in_freeze::RULE,
    window_overlaps::RULE,
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::policy::RULE_IDS;

    #[test]
    fn the_policy_knows_the_rules_by_name() {
        let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids, RULE_IDS);
    }
}
