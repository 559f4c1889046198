//! How long it can wait: what a sentence says of hurry, harm, hours and days.

use super::cue::{Axis, Cue, Reason};
use super::impact::stop;
use super::sentence::Sentence;
use crate::policy::Slot;

/// Adds what a sentence says of urgency.
pub(super) fn read(sentence: &Sentence, cues: &mut Vec<Cue>) {
    if let Some(at) = sentence.first(Slot::Later) {
        cues.push(Cue::new(Axis::Urgency, 2, true, Reason::CanWait, sentence, &[at]));
    }
    if !sentence.supposes() {
        urgent(sentence, cues);
        at_once(sentence, cues);
        harm(sentence, cues);
        moment(sentence, cues);
    }
    days(sentence, cues);
}

fn urgent(sentence: &Sentence, cues: &mut Vec<Cue>) {
    let mut at = 0;
    while let Some(urgent) = sentence.from(at, Slot::Urgent) {
        at = urgent + 1;
        if sentence.is_choice(urgent) || sentence.asks && sentence.words.len() < 7 {
            continue;
        }
        let (grade, reason) = if sentence.before(urgent, Slot::Not, 3) {
            (2, Reason::CanWait)
        } else {
            (0, Reason::AtOnce)
        };
        if grade == 0 && sentence.is_past() {
            continue;
        }
        let from = (urgent.saturating_sub(3)..urgent)
            .find(|index| grade == 2 && sentence.is(*index, Slot::Not))
            .unwrap_or(urgent);
        return cues.push(Cue::new(Axis::Urgency, grade, true, reason, sentence, &[from, urgent]));
    }
    if let Some(at) = sentence.first(Slot::Reversal) {
        cues.push(Cue::new(Axis::Urgency, 0, false, Reason::Reversal, sentence, &[at]));
    }
}

/// `Direct oplossen`, and not `stopt direct na het inloggen`.
fn at_once(sentence: &Sentence, cues: &mut Vec<Cue>) {
    let Some(at) = sentence.first(Slot::AtOnce) else { return };
    if sentence.any(&[Slot::After, Slot::If]) || sentence.before(at, Slot::Not, 2) || sentence.is_choice(at) {
        return;
    }
    cues.push(Cue::new(
        Axis::Urgency,
        0,
        sentence.beside(at, Slot::Wish, 5),
        Reason::AtOnce,
        sentence,
        &[at],
    ));
}

fn harm(sentence: &Sentence, cues: &mut Vec<Cue>) {
    let mut add = |strong: bool, words: &[usize]| {
        if !sentence.is_past() {
            cues.push(Cue::new(
                Axis::Urgency,
                0,
                strong && !sentence.asks,
                Reason::HarmNow,
                sentence,
                words,
            ));
        }
    };
    for slot in [Slot::Harm, Slot::Breach] {
        if let Some(at) = sentence.first(slot)
            && !sentence.before(at, Slot::Not, 3)
        {
            return add(true, &[at]);
        }
    }
    let Some(public) = sentence.first(Slot::Public) else { return };
    if let Some(waiting) = sentence.first(Slot::Waiting)
        && !sentence.before(waiting, Slot::Not, 3)
    {
        return add(true, &[public, waiting]);
    }
    // `Klanten kunnen niet bestellen`: the public is the one who cannot.
    if let (Some(stop), Some(_)) = (stop(sentence), sentence.first(Slot::Able))
        && public < 4
        && stop > public
        && !sentence.any(&[Slot::I, Slot::My, Slot::Person])
    {
        add(true, &[public, stop]);
    }
}

/// `Over tien minuten begint …`.
fn moment(sentence: &Sentence, cues: &mut Vec<Cue>) {
    let Some((within, minutes)) = sentence.pair(Slot::Within, Slot::Minutes, 3) else {
        return;
    };
    let count = sentence
        .words
        .get(within..minutes)
        .unwrap_or_default()
        .iter()
        .map(|word| word.value)
        .max();
    if count.is_some_and(|count| count > 90) {
        return;
    }
    let strong = sentence.any(&[Slot::Event, Slot::Wish]) && !sentence.any(&[Slot::After, Slot::If]);
    cues.push(Cue::new(Axis::Urgency, 0, strong, Reason::MomentNear, sentence, &[within, minutes]));
}

fn days(sentence: &Sentence, cues: &mut Vec<Cue>) {
    let mut add = |grade: usize, strong: bool, words: &[usize]| {
        let reason = if grade == 1 { Reason::ByTomorrow } else { Reason::CanWait };
        cues.push(Cue::new(Axis::Urgency, grade, strong, reason, sentence, words));
    };
    if sentence.is_past() || sentence.has(Slot::Since) {
        return;
    }
    if let Some(day) = sentence.first(Slot::Day) {
        return add(1, true, &[day]);
    }
    let asked = |at: usize, within: usize| {
        [Slot::Wish, Slot::Deadline, Slot::Fine, Slot::Event]
            .iter()
            .find(|slot| sentence.beside(at, **slot, within))
            .copied()
    };
    if let Some(far) = sentence.first(Slot::Far)
        && !sentence.before(far, Slot::Not, 2)
    {
        return add(2, asked(far, 9).is_some(), &[far]);
    }
    for slot in [Slot::Tomorrow, Slot::Today] {
        if let Some(day) = sentence.first(slot)
            && !sentence.before(day, Slot::Not, 1)
        {
            return add(1, asked(day, if slot == Slot::Today { 6 } else { 9 }).is_some(), &[day]);
        }
    }
}
