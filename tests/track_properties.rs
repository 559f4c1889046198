//! What holds of the clocks of every ticket, whatever happened to it.
#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may"
)]

#[path = "support/minutes.rs"]
mod minutes;
mod support;
#[path = "support/tickets.rs"]
mod tickets;

use std::cell::RefCell;

use deskrules::schedule::Instant;
use deskrules::sla::{self, Event, IntervalKind, Phase, Standing, Supposition, Tracked, Tracking};
use minutes::{Found, Oracle};
use proptest::prelude::*;
use tickets::{Case, DAY, MINUTE, event, holds, instant, track};

fn answer(case: &Case) -> Tracking {
    track(case.policy, &case.ticket, case.now)
}

/// The clocks of an answer by their names.
fn clocks(answer: &Tracking) -> Vec<(String, &Tracked)> {
    let usual = [("response", &answer.response), ("resolution", &answer.resolution)];
    let usual = usual.into_iter().filter_map(|(id, clock)| Some((id.to_owned(), clock.as_ref()?)));
    usual.chain(answer.targets.iter().map(|(id, clock)| (id.clone(), clock))).collect()
}

#[test]
fn the_resolution_clock_is_that_of_a_walk_minute_by_minute() {
    let oracle = RefCell::new(Oracle::default());
    holds(4000, true, |case| {
        let mut ticket = case.ticket.clone();
        ticket.events.retain(|event| event.r#type != "agreed");
        let found = oracle.borrow_mut().resolution(case.policy, &ticket, case.start, case.now);
        let answer = track(case.policy, &ticket, case.now);
        if let Some(clock) = &answer.resolution {
            let ours = Found {
                priority: answer.priority.clone(),
                standing: clock.standing.word(),
                elapsed: clock.elapsed_seconds.0 / MINUTE,
                due: clock.due.map(deskrules::schedule::Stamp::instant),
            };
            prop_assert_eq!(ours, found);
        }
        Ok(())
    });
}

#[test]
fn what_happens_later_changes_nothing() {
    holds(400, false, |case| {
        let mut longer = case.ticket.clone();
        let later = |event: &Event| Event {
            at: instant(event.at.epoch_millis().max(case.now.epoch_millis()) + 1),
            ..event.clone()
        };
        longer.events.extend(case.ticket.events.iter().map(later));
        prop_assert_eq!(track(case.policy, &longer, case.now), answer(case));
        Ok(())
    });
}

/// Without the reasons, and without the findings, which number the events.
fn bare(answer: Tracking) -> Tracking {
    let clock = |clock: Option<Tracked>| clock.map(|clock| Tracked { why: None, ..clock });
    Tracking {
        response: clock(answer.response),
        resolution: clock(answer.resolution),
        targets: deskrules::json::Table::of(
            answer
                .targets
                .iter()
                .map(|(id, clock)| {
                    (
                        id.clone(),
                        Tracked {
                            why: None,
                            ..clock.clone()
                        },
                    )
                })
                .collect(),
        )
        .expect("as before"),
        findings: Vec::new(),
        ..answer
    }
}

#[test]
fn a_pause_in_two_parts_is_one_pause() {
    holds(600, false, |case| {
        let [from, to] = [case.extra.0, case.extra.1].map(|number| case.start.epoch_millis() + i64::from(number) % tickets::SPAN);
        let (from, to) = (from.min(to), from.max(to));
        let (start, end) = (instant(from), instant(to));
        let mut whole = case.ticket.clone();
        // What ends every pause would end this one too.
        let ends_all = |event: &Event| event.r#type == "resolved" || (event.r#type == "resumed" && event.reason.is_none());
        whole.events.retain(|event| !(start..=end).contains(&event.at) || !ends_all(event));
        whole.events.push(event(start, "paused", Some("split")));
        whole.events.push(event(end, "resumed", Some("split")));
        let edge = case.edges.iter().map(|edge| edge.epoch_millis());
        let middles = [from + (to - from) / 2, from + 1, to - 1].into_iter().chain(edge);
        for middle in middles.filter(|middle| from < *middle && *middle < to).map(instant) {
            // Of equal instants it would matter which comes first.
            if whole.events.iter().any(|event| event.at == middle) {
                continue;
            }
            let mut parts = whole.clone();
            parts.events.push(event(middle, "resumed", Some("split")));
            parts.events.push(event(middle, "paused", Some("split")));
            let answers = [&whole, &parts].map(|ticket| bare(track(case.policy, ticket, case.now)));
            prop_assert_eq!(
                &answers[0],
                &answers[1],
                "in two at {:?}",
                case.policy.zone.stamp(middle).to_string()
            );
        }
        Ok(())
    });
}

#[test]
fn the_order_of_the_list_changes_nothing_when_all_instants_differ() {
    holds(400, false, |case| {
        let mut ticket = case.ticket.clone();
        ticket.events.sort_by_key(|event| event.at);
        ticket.events.dedup_by_key(|event| event.at);
        let sorted = track(case.policy, &ticket, case.now);
        let count = ticket.events.len();
        ticket.events.reverse();
        ticket.events.rotate_left(count.min(2));
        let shuffled = track(case.policy, &ticket, case.now);
        let codes = |answer: &Tracking| answer.findings.iter().map(|finding| finding.code).collect::<Vec<_>>();
        prop_assert_eq!(codes(&sorted), codes(&shuffled));
        let [mut sorted, mut shuffled] = [sorted, shuffled];
        sorted.findings.clear();
        shuffled.findings.clear();
        prop_assert_eq!(sorted, shuffled);
        Ok(())
    });
}

#[test]
fn the_reasons_add_up_to_elapsed_and_target() {
    holds(1500, false, |case| {
        let answer = answer(case);
        for (id, clock) in clocks(&answer) {
            let elapsed = clock.elapsed_seconds.0;
            if let Some(target) = clock.target_seconds {
                prop_assert_eq!(clock.remaining_seconds.expect("a rest").0 + elapsed, target.0, "{}", id);
            }
            let why = clock.why.as_ref().expect("asked for");
            let stopped = clock.phase == Phase::Stopped;
            let due = clock.due.map(deskrules::schedule::Stamp::instant);
            for pair in why.windows(2) {
                prop_assert_eq!(pair[0].to, pair[1].from, "{} is contiguous", id);
            }
            for interval in why {
                let (from, to) = (interval.from.instant(), interval.to.instant());
                prop_assert!(from < to, "{id} {interval:?}");
                let length = to.epoch_millis() - from.epoch_millis();
                let counts = interval.kind == IntervalKind::Counted;
                prop_assert_eq!(interval.seconds.0, if counts { length } else { 0 }, "{}", id);
            }
            let until = |end: Instant| {
                let counted = why.iter().filter(|interval| interval.to.instant() <= end);
                counted.map(|interval| interval.seconds.0).sum::<i64>()
            };
            prop_assert_eq!(until(if stopped { Instant::LAST } else { case.now }), elapsed, "{} up to now", id);
            if let (Some(due), Some(target)) = (due.filter(|due| !stopped && *due >= case.now), clock.target_seconds) {
                prop_assert_eq!(until(due), target.0, "{} up to the deadline", id);
            }
            if let (Some(first), Some(last)) = (why.first(), why.last()) {
                let starts = case.ticket.events.iter().map(|event| event.at).chain([case.ticket.reported_at]);
                prop_assert!(starts.into_iter().any(|at| at == first.from.instant()), "{id} starts at an event");
                if !stopped {
                    prop_assert_eq!(last.to.instant(), due.map_or(case.now, |due| due.max(case.now)), "{}", id);
                }
            }
        }
        Ok(())
    });
}

/// What `nextChange` watches.
fn watched(answer: &Tracking) -> String {
    let of = |(id, clock): &(String, &Tracked)| format!("{id} {:?} {:?} {:?}", clock.phase, clock.standing, clock.due);
    let clocks: Vec<String> = clocks(answer).iter().map(of).collect();
    format!("{} line {}", clocks.join(", "), answer.line)
}

#[test]
fn nothing_changes_before_the_next_change_and_something_does_then() {
    holds(1500, false, |case| {
        let mut ticket = case.ticket.clone();
        ticket.events.retain(|event| event.at <= case.now);
        let answer = track(case.policy, &ticket, case.now);
        let now = case.now.epoch_millis();
        let change = answer.next_change.map(|change| change.instant().epoch_millis());
        let end = change.unwrap_or(now + 900 * DAY);
        prop_assert!(end > now);
        let span = end - now;
        let far = [1, 12, 24, 24 * 7, 24 * 60].map(|hours| now + hours * DAY / 24 + 1);
        let near = [now + 1, now + span / 7, now + span / 2, end - 1];
        let edges = case.edges.iter().map(|edge| edge.epoch_millis());
        for probe in near
            .into_iter()
            .chain(far)
            .chain(edges)
            .filter(|probe| now < *probe && *probe < end)
        {
            let probe = track(case.policy, &ticket, instant(probe));
            prop_assert_eq!(watched(&probe), watched(&answer), "before {:?}", change);
        }
        if let Some(change) = change {
            let then = track(case.policy, &ticket, instant(change));
            prop_assert_ne!(watched(&then), watched(&answer), "at {}", change);
        }
        if let (Some(next), Some(change)) = (&answer.next_line, change) {
            let at = next.at.expect("an instant").instant();
            prop_assert!(at.epoch_millis() >= change);
            prop_assert_eq!(track(case.policy, &ticket, at).line, next.line);
            prop_assert!(track(case.policy, &ticket, instant(at.epoch_millis() - 1)).line < next.line);
        }
        Ok(())
    });
}

/// Whether an agreement came after a deadline that was past.
fn breached_before_an_agreement(case: &Case, findings: &Tracking) -> bool {
    let ignored = |index: usize| {
        let at = format!("events[{index}]");
        let kinds = ["agreed-too-early", "before-report", "after-resolution", "duplicate-event"];
        findings
            .findings
            .iter()
            .any(|finding| finding.path == at && kinds.contains(&finding.code))
    };
    let events = &case.ticket.events;
    let agreed = (0..events.len()).filter(|index| events[*index].r#type == "agreed" && events[*index].at <= case.now && !ignored(*index));
    agreed.into_iter().any(|index| {
        let mut before = case.ticket.clone();
        let earlier = |(other, event): (usize, &Event)| (event.at, other) < (events[index].at, index);
        before.events = (events.iter().enumerate())
            .filter(|event| earlier(*event))
            .map(|(_, event)| event.clone())
            .collect();
        let resolution = track(case.policy, &before, events[index].at).resolution;
        resolution.is_some_and(|clock| clock.standing == Standing::Breached)
    })
}

#[test]
fn breached_is_later_than_the_deadline() {
    holds(1500, false, |case| {
        let answer = answer(case);
        for (id, clock) in clocks(&answer) {
            let stopped = clock.phase == Phase::Stopped;
            // Where no time passed before it stopped there are no reasons.
            let stop = || clock.why.as_ref()?.last().map(|last| last.to.instant());
            let until = if stopped { stop() } else { Some(case.now) };
            let late = clock.due.is_some_and(|due| until.is_some_and(|until| until > due.instant()));
            let recorded = clock.agreed && breached_before_an_agreement(case, &answer);
            prop_assert_eq!(clock.standing == Standing::Breached, late || recorded, "{} {:?}", id, clock);
            prop_assert_eq!(clock.standing == Standing::Met, stopped && !late && !recorded, "{} {:?}", id, clock);
        }
        Ok(())
    });
}

#[test]
fn to_suppose_nothing_moves_nothing() {
    holds(300, false, |case| {
        let compared = sla::what_if(case.policy, &case.ticket, case.now, &Supposition::default(), None).expect("an answer");
        prop_assert_eq!(&compared.before, &compared.after);
        prop_assert_eq!(&compared.before, &answer(case));
        let moved = [compared.moved.response, compared.moved.resolution];
        prop_assert!(moved.into_iter().all(|moved| moved.is_none_or(|moved| moved.0 == 0)));
        Ok(())
    });
}
