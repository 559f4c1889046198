//! The SLA clock: what each event means for a ticket's deadlines. Office hours are nine to five, Monday to Friday.
#![allow(clippy::allow_attributes, clippy::expect_used, clippy::indexing_slicing, reason = "a test may")]

mod support;

use deskrules::policy::{MANAGED_SERVER_GOUD, Policy};
use deskrules::sla::{Tracking, track};
use rstest::rstest;
use support::{at, goud, says, ticket};

fn now(text: &str, now: &str) -> Tracking {
    track(&goud(), &ticket(text), at(now)).expect("an answer")
}

/// The resolution clock of a ticket.
#[rstest]
#[case::fresh("P2 Mon 09:00", "Mon 10:00", "running on-track due Mon 17:00, 1h of 8h")]
#[case::reported_in_the_night("P1 Mon 03:00", "Mon 04:00", "out-of-hours on-track due Mon 13:00, 0h of 4h")]
#[case::reported_on_a_holiday(
    "P1 2026-04-06T10:00:00+02:00",
    "2026-04-06T11:00:00+02:00",
    "out-of-hours on-track due Tue 13:00, 0h of 4h"
)]
#[case::over_the_night("P2 Mon 15:00", "Mon 20:00", "out-of-hours on-track due Tue 15:00, 2h of 8h")]
#[case::at_risk("P1 Mon 09:00", "Mon 12:00", "running at-risk due Mon 13:00, 3h of 4h")]
#[case::a_millisecond_before_at_risk(
    "P1 Mon 09:00",
    "2026-03-02T11:59:59.999+01:00",
    "running on-track due Mon 13:00, 2h59m59.999s of 4h"
)]
#[case::at_the_deadline("P1 Mon 09:00", "Mon 13:00", "running at-risk due Mon 13:00, 4h of 4h")]
#[case::a_millisecond_late("P1 Mon 09:00", "2026-03-02T13:00:00.001+01:00", "running breached due Mon 13:00, 4h0.001s of 4h")]
#[case::breached_goes_on("P1 Mon 09:00", "Tue 10:00", "running breached due Mon 13:00, 9h of 4h")]
#[case::before_the_report("P1 Tue 09:00", "Mon 13:00", "pending on-track no deadline, 0h of 4h")]
#[case::nothing_agreed_on("P4 Mon 09:00", "Mon 13:00", "pending on-track no deadline, 4h of nothing")]
#[case::solved_in_time("P1 Mon 09:00; Mon 12:00 resolved", "Fri 12:00", "stopped met due Mon 13:00, 3h of 4h")]
#[case::solved_at_the_deadline("P1 Mon 09:00; Mon 13:00 resolved", "Fri 12:00", "stopped met due Mon 13:00, 4h of 4h")]
#[case::solved_late("P1 Mon 09:00; Mon 14:00 resolved", "Fri 12:00", "stopped breached due Mon 13:00, 5h of 4h")]
#[case::solved_without_an_agreement("P4 Mon 09:00; Mon 14:00 resolved", "Fri 12:00", "stopped met no deadline, 5h of nothing")]
fn the_resolution_clock_runs_in_office_hours(#[case] text: &str, #[case] at: &str, #[case] clock: &str) {
    assert_eq!(says(now(text, at).resolution.as_ref()), clock);
}

#[rstest]
#[case::paused_now("P1 Mon 09:00; Mon 10:00 paused", "Mon 12:00", "paused on-track no deadline, 1h of 4h")]
#[case::paused_and_resumed(
    "P1 Mon 09:00; Mon 10:00 paused; Mon 12:00 resumed",
    "Mon 12:00",
    "running on-track due Mon 15:00, 1h of 4h"
)]
#[case::created_in_a_pause(
    "P1 Mon 09:00; Mon 09:00 paused; Mon 11:00 resumed",
    "Mon 12:00",
    "running on-track due Mon 15:00, 1h of 4h"
)]
#[case::paused_before_the_report(
    "P1 Mon 09:00; Mon 08:00 paused; Mon 11:00 resumed",
    "Mon 12:00",
    "running on-track due Mon 15:00, 1h of 4h"
)]
#[case::a_pause_that_ends_before_the_report(
    "P1 Mon 09:00; Mon 07:00 paused; Mon 08:00 resumed",
    "Mon 12:00",
    "running at-risk due Mon 13:00, 3h of 4h"
)]
#[case::paused_from_the_start("P1 Mon 09:00; Mon 08:00 paused", "Mon 12:00", "paused on-track no deadline, 0h of 4h")]
#[case::two_pauses_in_one_minute(
    "P1 Mon 09:00; Mon 10:00:00 paused; Mon 10:00:20 resumed; Mon 10:00:40 paused; Mon 10:00:50 resumed",
    "Mon 12:00",
    "running on-track due Mon 13:00:30, 2h59m30s of 4h"
)]
#[case::overlapping_pauses(
    "P1 Mon 09:00; Mon 10:00 paused parts; Mon 10:30 paused customer; Mon 11:00 resumed parts; Mon 11:30 resumed customer",
    "Mon 12:00",
    "running on-track due Mon 14:30, 1h30m of 4h"
)]
#[case::nested_pauses(
    "P1 Mon 09:00; Mon 10:00 paused; Mon 10:30 paused; Mon 11:00 resumed; Mon 11:30 resumed",
    "Mon 12:00",
    "running on-track due Mon 14:30, 1h30m of 4h"
)]
#[case::resumed_without_a_reason_ends_all(
    "P1 Mon 09:00; Mon 10:00 paused parts; Mon 10:30 paused customer; Mon 11:00 resumed",
    "Mon 12:00",
    "running on-track due Mon 14:00, 2h of 4h"
)]
#[case::one_reason_goes_on(
    "P1 Mon 09:00; Mon 10:00 paused parts; Mon 10:30 paused customer; Mon 11:00 resumed parts",
    "Mon 12:00",
    "paused on-track no deadline, 1h of 4h"
)]
#[case::the_same_reason_again_after_all_were_ended(
    "P1 Mon 09:00; Mon 10:00 paused parts; Mon 11:00 resumed; Mon 12:00 paused parts; Mon 13:00 resumed parts",
    "Mon 14:00",
    "running at-risk due Mon 15:00, 3h of 4h"
)]
#[case::the_same_reason_twice_is_one_pause(
    "P1 Mon 09:00; Mon 10:00 paused parts; Mon 10:30 paused parts; Mon 11:00 resumed parts",
    "Mon 12:00",
    "running on-track due Mon 14:00, 2h of 4h"
)]
#[case::over_the_weekend(
    "P1 Fri 14:00; Fri 15:00 paused; 2026-03-09T10:00:00+01:00 resumed",
    "2026-03-09T10:30:00+01:00",
    "running on-track due Mon 13:00, 1h30m of 4h"
)]
#[case::in_the_night_only(
    "P1 Mon 16:00; Mon 18:00 paused; Tue 08:00 resumed",
    "Tue 10:00",
    "running on-track due Tue 12:00, 2h of 4h"
)]
#[case::a_pause_that_never_ends(
    "P1 Mon 09:00; Mon 10:00 paused",
    "2030-03-02T10:00:00+01:00",
    "paused on-track no deadline, 1h of 4h"
)]
#[case::a_pause_after_the_breach_keeps_it("P1 Mon 09:00; Mon 14:00 paused", "Tue 12:00", "paused breached due Mon 13:00, 5h of 4h")]
#[case::a_pause_at_the_deadline("P1 Mon 09:00; Mon 13:00 paused", "Mon 14:00", "paused breached due Mon 13:00, 4h of 4h")]
#[case::at_risk_is_kept_while_paused("P1 Mon 09:00; Mon 12:30 paused", "Tue 12:00", "paused at-risk no deadline, 3h30m of 4h")]
#[case::solved_in_a_pause(
    "P1 Mon 09:00; Mon 10:00 paused; Mon 15:00 resolved",
    "Fri 12:00",
    "stopped met due Tue 10:00, 1h of 4h"
)]
fn a_pause_stops_the_resolution_clock(#[case] text: &str, #[case] at: &str, #[case] clock: &str) {
    assert_eq!(says(now(text, at).resolution.as_ref()), clock);
}

#[rstest]
#[case::answered("P2 Mon 09:00; Mon 09:30 responded", "Mon 12:00", "stopped met due Mon 10:00, 30m of 1h")]
#[case::answered_late("P2 Mon 09:00; Mon 10:30 responded", "Mon 12:00", "stopped breached due Mon 10:00, 1h30m of 1h")]
#[case::not_answered("P2 Mon 09:00", "Mon 09:30", "running on-track due Mon 10:00, 30m of 1h")]
#[case::a_pause_does_not_stop_it("P2 Mon 09:00; Mon 09:10 paused", "Mon 10:30", "running breached due Mon 10:00, 1h30m of 1h")]
#[case::solving_stops_it("P2 Mon 09:00; Mon 09:50 resolved", "Mon 12:00", "stopped met due Mon 10:00, 50m of 1h")]
#[case::the_first_answer_counts(
    "P2 Mon 09:00; Mon 09:30 responded; Mon 11:00 responded",
    "Mon 12:00",
    "stopped met due Mon 10:00, 30m of 1h"
)]
#[case::reopened_unanswered(
    "P2 Mon 09:00; Mon 09:50 resolved; Mon 11:00 reopened",
    "Mon 11:05",
    "running at-risk due Mon 11:10, 55m of 1h"
)]
#[case::reopened_answered(
    "P2 Mon 09:00; Mon 09:30 responded; Mon 09:50 resolved; Mon 11:00 reopened",
    "Mon 11:05",
    "stopped met due Mon 10:00, 30m of 1h"
)]
#[case::stopped_it_keeps_its_priority(
    "P2 Mon 09:00; Mon 09:50 responded; Mon 11:00 reassessed P1",
    "Mon 12:00",
    "stopped met due Mon 10:00, 50m of 1h"
)]
fn the_response_clock_runs_until_somebody_responds(#[case] text: &str, #[case] at: &str, #[case] clock: &str) {
    assert_eq!(says(now(text, at).response.as_ref()), clock);
}

#[rstest]
#[case::upgraded(
    "P3 Mon 09:00; Mon 10:00 reassessed P1",
    "Mon 10:30",
    "running on-track due Mon 13:00, 1h30m of 4h"
)]
#[case::downgraded(
    "P1 Mon 09:00; Mon 10:00 reassessed P3",
    "Mon 10:30",
    "running on-track due Tue 17:00, 1h30m of 16h"
)]
#[case::downgraded_after_the_breach("P1 Mon 09:00; Mon 14:00 reassessed P3", "Mon 15:00", "running on-track due Tue 17:00, 6h of 16h")]
#[case::the_pauses_are_kept(
    "P3 Mon 09:00; Mon 09:00 paused; Mon 10:00 resumed; Mon 11:00 reassessed P1",
    "Mon 11:30",
    "running on-track due Mon 14:00, 1h30m of 4h"
)]
#[case::solved_it_keeps_its_priority(
    "P2 Mon 09:00; Mon 16:00 resolved; Tue 09:00 reopened; Tue 10:00 reassessed P1",
    "Tue 10:30",
    "running breached due Mon 13:00, 8h30m of 4h"
)]
fn a_new_priority_counts_from_the_opening(#[case] text: &str, #[case] at: &str, #[case] clock: &str) {
    assert_eq!(says(now(text, at).resolution.as_ref()), clock);
}

#[rstest]
#[case::past_when_it_came("P3 Mon 09:00; Mon 15:00 reassessed P1", true)]
#[case::past_before_it_came("P2 Mon 09:00; Tue 15:00 reassessed P1", false)]
#[case::past_after_it_came("P3 Mon 09:00; Mon 10:00 reassessed P1", false)]
#[case::due_the_moment_it_came("P3 Mon 09:00; Mon 13:00 reassessed P1", false)]
#[case::past_when_it_came_and_solved_since("P3 Mon 09:00; Mon 15:00 reassessed P1; Mon 16:00 resolved", true)]
fn breached_on_arrival_is_said_apart(#[case] text: &str, #[case] on_arrival: bool) {
    let clock = now(text, "Tue 16:00").resolution.expect("a clock");
    assert_eq!((clock.standing.word(), clock.breached_on_arrival), ("breached", on_arrival));
}

#[test]
fn of_impact_alone_the_last_urgency_stays() {
    let mut ticket = ticket("P1 Mon 09:00; Mon 10:00 reassessed impact=high; Mon 11:00 reassessed urgency=high");
    ticket.priority = None;
    ticket.impact = Some("low".to_owned());
    ticket.urgency = Some("medium".to_owned());
    let priority = |now| track(&goud(), &ticket, at(now)).expect("an answer").priority;
    assert_eq!(
        [priority("Mon 09:30"), priority("Mon 10:30"), priority("Mon 11:30")],
        ["P3", "P2", "P1"]
    );
}

#[rstest]
#[case::agreed(
    "P4 Mon 09:00; Mon 10:00 agreed Wed 12:00",
    "Mon 13:00",
    "running on-track due Wed 12:00, 4h of 19h"
)]
#[case::of_any_priority(
    "P1 Mon 09:00; Mon 10:00 agreed Wed 12:00",
    "Mon 14:00",
    "running on-track due Wed 12:00, 5h of 19h"
)]
#[case::moved_by_no_pause(
    "P1 Mon 09:00; Mon 10:00 agreed Wed 12:00; Mon 11:00 paused",
    "Mon 14:00",
    "running on-track due Wed 12:00, 5h of 19h"
)]
#[case::moved_by_no_priority(
    "P3 Mon 09:00; Mon 10:00 agreed Wed 12:00; Mon 11:00 reassessed P1",
    "Mon 14:00",
    "running on-track due Wed 12:00, 5h of 19h"
)]
#[case::outside_hours(
    "P1 Mon 09:00; Mon 10:00 agreed Sat 12:00",
    "Sat 13:00",
    "out-of-hours breached due Sat 12:00, 40h of 40h"
)]
#[case::a_later_one_replaces_it(
    "P1 Mon 09:00; Mon 10:00 agreed Wed 12:00; Tue 10:00 agreed Fri 12:00",
    "Thu 09:00",
    "running on-track due Fri 12:00, 24h of 35h"
)]
#[case::a_later_one_erases_no_breach(
    "P1 Mon 09:00; Mon 10:00 agreed Tue 12:00; Wed 10:00 agreed Fri 12:00",
    "Thu 09:00",
    "running breached due Fri 12:00, 24h of 35h"
)]
#[case::it_erases_no_breach_of_the_target(
    "P1 Mon 09:00; Tue 10:00 agreed Fri 12:00",
    "Thu 09:00",
    "running breached due Fri 12:00, 24h of 35h"
)]
#[case::at_the_deadline_it_erases_none(
    "P1 Mon 09:00; Mon 13:00 agreed Tue 12:00",
    "Mon 14:00",
    "running on-track due Tue 12:00, 5h of 11h"
)]
#[case::without_an_open_moment_before_it(
    "P4 Sat 10:00; Sat 10:00 agreed Sun 12:00",
    "Sun 11:00",
    "out-of-hours on-track due Sun 12:00, 0h of 0h"
)]
#[case::solved_in_time(
    "P4 Mon 09:00; Mon 10:00 agreed Wed 12:00; Wed 12:00 resolved",
    "Fri 13:00",
    "stopped met due Wed 12:00, 19h of 19h"
)]
#[case::it_persists_over_reopening(
    "P4 Mon 09:00; Mon 10:00 agreed Wed 12:00; Tue 12:00 resolved; Tue 13:00 reopened",
    "Tue 14:00",
    "running on-track due Wed 12:00, 13h of 19h"
)]
fn an_agreed_deadline_is_that_exact_instant(#[case] text: &str, #[case] at: &str, #[case] clock: &str) {
    assert_eq!(says(now(text, at).resolution.as_ref()), clock);
}

#[rstest]
#[case::the_closed_time_is_skipped(
    "P2 Mon 09:00; Mon 12:00 resolved; Tue 11:00 reopened",
    "Tue 12:00",
    "running on-track due Tue 16:00, 4h of 8h"
)]
#[case::solved_again(
    "P2 Mon 09:00; Mon 12:00 resolved; Tue 11:00 reopened; Tue 16:00 resolved",
    "Fri 12:00",
    "stopped met due Tue 16:00, 8h of 8h"
)]
#[case::solved_again_late(
    "P2 Mon 09:00; Mon 12:00 resolved; Tue 11:00 reopened; Tue 16:30 resolved",
    "Fri 12:00",
    "stopped breached due Tue 16:00, 8h30m of 8h"
)]
#[case::resolving_ends_a_pause(
    "P2 Mon 09:00; Mon 10:00 paused; Mon 12:00 resolved; Tue 11:00 reopened",
    "Tue 12:00",
    "running on-track due Wed 10:00, 2h of 8h"
)]
fn reopening_resumes_the_clock(#[case] text: &str, #[case] at: &str, #[case] clock: &str) {
    assert_eq!(says(now(text, at).resolution.as_ref()), clock);
}

#[rstest]
#[case::resumed_without_a_pause("P1 Mon 09:00; Mon 10:00 resumed", "not-paused events[0]")]
#[case::answered_before_the_report("P1 Mon 09:00; Mon 08:00 responded", "before-report events[0]")]
#[case::solved_twice("P1 Mon 09:00; Mon 10:00 resolved; Mon 11:00 resolved", "already-resolved events[1]")]
#[case::reopened_unsolved("P1 Mon 09:00; Mon 10:00 reopened", "not-resolved events[0]")]
#[case::answered_after_the_resolution("P1 Mon 09:00; Mon 10:00 resolved; Mon 11:00 responded", "after-resolution events[1]")]
#[case::paused_after_the_resolution("P1 Mon 09:00; Mon 10:00 resolved; Mon 11:00 paused", "after-resolution events[1]")]
#[case::the_same_event_twice("P1 Mon 09:00; Mon 10:00 paused; Mon 10:00 paused", "duplicate-event events[1]")]
#[case::agreed_on_the_past("P1 Mon 09:00; Mon 10:00 agreed Mon 08:00", "agreed-too-early events[0]")]
#[case::agreed_outside_hours("P1 Mon 09:00; Mon 10:00 agreed Sat 12:00", "agreed-outside-hours events[0].due")]
#[case::agreed_at_closing_time("P1 Mon 09:00; Mon 10:00 agreed Tue 17:00", "")]
#[case::more_urgent_than_agreed(
    "P3 Mon 09:00; Mon 10:00 agreed Fri 12:00; Mon 11:00 reassessed P1",
    "agreed-despite-priority events[1]"
)]
#[case::less_urgent_than_agreed("P1 Mon 09:00; Mon 10:00 agreed Fri 12:00; Mon 11:00 reassessed P3", "")]
fn what_cannot_be_is_a_finding_at_its_event(#[case] text: &str, #[case] finding: &str) {
    let findings = now(text, "Tue 12:00").findings;
    let found: Vec<String> = findings
        .iter()
        .map(|finding| format!("{} {}", finding.code, finding.path))
        .collect();
    assert_eq!(found.join(", "), finding);
}

#[test]
fn an_agreement_without_incidents_says_so_and_tells_the_time() {
    let policy = Policy::from_json(&MANAGED_SERVER_GOUD.replace(r#""incidents","standard"#, r#""standard"#)).expect("a policy");
    let answer = track(&policy, &ticket("P1 Mon 09:00"), at("Mon 10:00")).expect("an answer");
    assert_eq!(says(answer.resolution.as_ref()), "running on-track due Mon 13:00, 1h of 4h");
    let findings: Vec<_> = answer.findings.iter().map(|finding| (finding.code, finding.is_error())).collect();
    assert_eq!(findings, [("service-not-included", true)]);
}

#[test]
fn an_assessment_names_something() {
    let mut ticket = ticket("P1 Mon 09:00; Mon 10:00 reassessed");
    ticket.priority = None;
    ticket.impact = Some("low".to_owned());
    ticket.urgency = Some("low".to_owned());
    let refused = track(&goud(), &ticket, at("Mon 11:00")).expect_err("a refusal");
    assert_eq!((refused.code, refused.path.as_str()), ("missing-field", "events[0].impact"));
}

#[test]
fn nobody_escalates_to_the_first_line() {
    let refused = track(&goud(), &ticket("P1 Mon 09:00; Mon 10:00 escalated 1"), at("Mon 11:00")).expect_err("a refusal");
    assert_eq!((refused.code, refused.path.as_str()), ("impossible-line", "events[0].line"));
}

#[test]
fn a_priority_by_name_leaves_impact_and_urgency_alone() {
    let mut ticket = ticket("P1 Mon 09:00; Mon 10:00 reassessed P1; Mon 11:00 reassessed urgency=high");
    ticket.priority = None;
    ticket.impact = Some("low".to_owned());
    ticket.urgency = Some("low".to_owned());
    let priority = |now| track(&goud(), &ticket, at(now)).expect("an answer").priority;
    assert_eq!(
        [priority("Mon 09:30"), priority("Mon 10:30"), priority("Mon 11:30")],
        ["P4", "P1", "P3"]
    );
}

/// How much of the target of the resolution is gone.
#[rstest]
#[case::nothing("P1 Mon 09:00", "Mon 09:00", 0.0)]
#[case::three_quarters("P1 Mon 09:00", "Mon 12:00", 0.75)]
#[case::more_than_all("P1 Mon 09:00", "Mon 15:00", 1.5)]
#[case::of_an_agreement("P4 Mon 09:00; Mon 10:00 agreed Tue 17:00", "Mon 13:00", 0.25)]
#[case::before_an_agreement_outside_hours("P4 Sat 10:00; Sat 10:00 agreed Sun 12:00", "Sun 11:00", 0.0)]
#[case::at_an_agreement_outside_hours("P4 Sat 10:00; Sat 10:00 agreed Sun 12:00", "Sun 12:00", 1.0)]
fn the_fraction_is_that_of_the_target(#[case] text: &str, #[case] at: &str, #[case] fraction: f64) {
    let clock = now(text, at).resolution.expect("a clock");
    assert_eq!(clock.fraction, Some(fraction));
}

#[test]
fn where_a_new_priority_counts_from_the_change_what_was_stopped_stays() {
    let text = MANAGED_SERVER_GOUD.replace(r#""atRisk":"#, r#""rebase": "change", "atRisk":"#);
    let policy = Policy::from_json(&text).expect("a policy");
    let ticket = ticket("P2 Mon 09:00; Mon 09:30 responded; Mon 10:00 reassessed P1");
    let answer = track(&policy, &ticket, at("Mon 11:00")).expect("an answer");
    assert_eq!(says(answer.response.as_ref()), "stopped met due Mon 10:00, 30m of 1h");
    assert_eq!(says(answer.resolution.as_ref()), "running on-track due Mon 14:00, 1h of 4h");
}

#[test]
fn impossible_events_change_nothing_else() {
    let clean = now("P1 Mon 09:00; Mon 10:00 paused; Mon 12:00 resumed", "Mon 13:00");
    let dirty = now(
        "P1 Mon 09:00; Mon 08:00 resolved; Mon 09:30 resumed; Mon 10:00 paused; Mon 10:00 paused; Mon 12:00 resumed; Mon 12:30 reopened",
        "Mon 13:00",
    );
    assert_eq!((clean.response, clean.resolution), (dirty.response, dirty.resolution));
    assert_eq!(dirty.findings.len(), 4);
}

#[test]
fn events_may_come_unsorted() {
    let sorted = now(
        "P1 Mon 09:00; Mon 10:00 paused; Mon 12:00 resumed; Mon 12:30 responded",
        "Mon 13:00",
    );
    let unsorted = now(
        "P1 Mon 09:00; Mon 12:30 responded; Mon 12:00 resumed; Mon 10:00 paused",
        "Mon 13:00",
    );
    assert_eq!(sorted, unsorted);
}

#[test]
fn events_after_now_are_ignored() {
    let known = now("P1 Mon 09:00; Mon 10:00 paused", "Mon 11:00");
    let future = now("P1 Mon 09:00; Mon 10:00 paused; Mon 12:00 resumed; Mon 13:00 resolved", "Mon 11:00");
    assert_eq!(known, future);
}

#[rstest]
#[case::the_first_has_it("P2 Mon 09:00", "Mon 10:00", "1, 2 at Mon 13:00")]
#[case::half_of_the_time_is_gone("P2 Mon 09:00", "Mon 13:00", "2, 3 at Mon 15:00")]
#[case::three_quarters_are_gone("P2 Mon 09:00", "Mon 15:00", "3")]
#[case::escalated_by_hand("P2 Mon 09:00; Mon 10:00 escalated 2", "Mon 11:00", "2, 3 at Mon 15:00")]
#[case::escalated_by_hand_to_the_last("P2 Mon 09:00; Mon 10:00 escalated 3", "Mon 14:00", "3")]
#[case::paused_it_stays("P2 Mon 09:00; Mon 10:00 paused", "Tue 11:00", "1")]
#[case::paused_it_keeps_what_it_reached("P2 Mon 09:00; Mon 14:00 paused", "Tue 11:00", "2")]
#[case::moved_by_a_pause("P2 Mon 09:00; Mon 10:00 paused; Mon 12:00 resumed", "Mon 12:00", "1, 2 at Mon 15:00")]
#[case::solved_it_stays("P2 Mon 09:00; Mon 14:00 resolved", "Tue 11:00", "2")]
#[case::an_agreement_has_none("P2 Mon 09:00; Mon 10:00 agreed Mon 12:00", "Mon 16:00", "1")]
fn the_ticket_goes_to_the_next_line_as_its_time_runs_out(#[case] text: &str, #[case] at: &str, #[case] lines: &str) {
    let answer = now(text, at);
    let next = answer.next_line.map(|next| {
        let at = next.at.map(|at| at.to_string().parse().expect("an instant"));
        format!(", {} at {}", next.line, support::day_and_time(at, &goud().zone))
    });
    assert_eq!(format!("{}{}", answer.line, next.unwrap_or_default()), lines);
}

#[rstest]
#[case::the_response_comes_first("P2 Mon 09:00", "Mon 09:10", "Mon 09:45")]
#[case::then_its_breach("P2 Mon 09:00", "Mon 09:50", "2026-03-02T10:00:00.001+01:00")]
#[case::answered_the_line_changes("P2 Mon 09:00; Mon 09:30 responded", "Mon 10:00", "Mon 13:00")]
#[case::closing_time("P3 Mon 09:00; Mon 09:30 responded", "Mon 10:00", "Mon 17:00")]
#[case::opening_time("P3 Mon 09:00; Mon 09:30 responded", "Mon 20:00", "Tue 09:00")]
#[case::the_report("P3 Mon 09:00", "Mon 08:00", "Mon 09:00")]
#[case::an_agreement_at_risk("P4 Mon 09:00; Mon 09:00 responded; Mon 09:00 agreed Mon 17:00", "Mon 10:00", "Mon 15:00")]
#[case::an_agreement_at_an_opening(
    "P4 Sat 10:00; Sat 10:00 responded; Sat 10:00 agreed 2026-03-09T09:00:00+01:00",
    "2026-03-09T09:00:00+01:00",
    "2026-03-09T09:00:00.001+01:00"
)]
#[case::paused_the_response_goes_on("P2 Mon 09:00; Mon 09:00 paused", "Mon 10:30", "Mon 17:00")]
#[case::paused_and_answered_nothing_changes("P2 Mon 09:00; Mon 09:00 responded; Mon 09:00 paused", "Mon 10:30", "never")]
#[case::solved_nothing_changes("P2 Mon 09:00; Mon 10:00 resolved", "Mon 10:30", "never")]
fn the_next_change_is_known(#[case] text: &str, #[case] at: &str, #[case] next: &str) {
    let change = now(text, at).next_change.map(|change| change.to_string());
    let expected = (next != "never").then(|| goud().zone.stamp(support::at(next)).to_string());
    assert_eq!(change, expected);
}
