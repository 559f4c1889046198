//! How long it can wait: what a sentence says of hurry, harm, hours and days.

use super::cue::{Cue, Reason};
use super::impact::stop;
use super::sentence::Sentence;
use crate::policy::Slot;

/// Adds what a sentence says of urgency.
pub(super) fn read(sentence: &Sentence, cues: &mut Vec<Cue>) {
    // `Urgency: at once / today / later` is a form that nobody has filled in.
    let times = [Slot::Urgent, Slot::AtOnce, Slot::Today, Slot::Later];
    let offers = |slot: &Slot| sentence.first(*slot).is_some_and(|at| sentence.is_choice(at));
    if times.iter().any(offers) {
        return;
    }
    if let Some(at) = sentence.first(Slot::Later)
        && !sentence.before(at, Slot::Not, 3)
    {
        // Who wrote so before may think otherwise now.
        sentence.say(cues, Reason::CanWait, !sentence.is_past(), [at; 3]);
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
        if sentence.asks && sentence.words.len() < 7 {
            continue;
        }
        if let Some(not) = sentence.from(urgent.saturating_sub(3), Slot::Not).filter(|not| *not < urgent) {
            return sentence.say(cues, Reason::CanWait, true, [not, urgent, urgent]);
        }
        if !sentence.is_past() {
            return sentence.say(cues, Reason::AtOnce, true, [urgent; 3]);
        }
    }
    if let Some(at) = sentence.first(Slot::Reversal) {
        sentence.say(cues, Reason::Reversal, false, [at; 3]);
    }
}

/// `Direct oplossen`, and not `stopt direct na het inloggen`.
fn at_once(sentence: &Sentence, cues: &mut Vec<Cue>) {
    let Some(at) = sentence.first(Slot::AtOnce) else { return };
    if sentence.any(&[Slot::After, Slot::If]) || sentence.is_past() || sentence.before(at, Slot::Not, 2) {
        return;
    }
    // `Please, at once.`
    let bare = sentence.words.len() < 5 && sentence.has(Slot::Wish);
    sentence.say(cues, Reason::AtOnce, bare || sentence.beside(at, Slot::Wish, 5), [at; 3]);
}

fn harm(sentence: &Sentence, cues: &mut Vec<Cue>) {
    let mut add = |strong: bool, words: [usize; 3]| {
        if !sentence.is_past() {
            sentence.say(cues, Reason::HarmNow, strong && !sentence.asks, words);
        }
    };
    for slot in [Slot::Harm, Slot::Breach] {
        if let Some(at) = sentence.first(slot)
            && !sentence.before(at, Slot::Not, 3)
        {
            return add(true, [at; 3]);
        }
    }
    let Some(public) = sentence.first(Slot::Public) else { return };
    if let Some(waiting) = sentence.first(Slot::Waiting)
        && !sentence.before(waiting, Slot::Not, 3)
    {
        return add(true, [public, waiting, waiting]);
    }
    // `Klanten kunnen niet bestellen`: the public is the one who cannot.
    if let (Some(stop), Some(_)) = (stop(sentence), sentence.first(Slot::Able))
        && public < 4
        && !sentence.is(public, Slot::People)
        && stop > public
        && !sentence.any(&[Slot::I, Slot::My, Slot::Person])
    {
        add(true, [public, stop, stop]);
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
    // `Sluit over een kwartier`, and not `crasht na een kwartier`.
    let after = sentence.first(Slot::After).is_some_and(|after| !sentence.is(after, Slot::Event));
    let strong = sentence.any(&[Slot::Event, Slot::Wish]) && !after;
    sentence.say(cues, Reason::MomentNear, strong, [within, minutes, minutes]);
}

fn days(sentence: &Sentence, cues: &mut Vec<Cue>) {
    let mut add = |reason: Reason, strong: bool, at: usize| sentence.say(cues, reason, strong, [at; 3]);
    if sentence.any(&[Slot::Since, Slot::Presence]) || sentence.is_past() {
        return;
    }
    if let Some(day) = sentence.first(Slot::Day) {
        return add(Reason::ByTomorrow, true, day);
    }
    let asked = |at: usize, within: usize| {
        let when = [Slot::Wish, Slot::Fine, Slot::Event];
        sentence.before(at, Slot::Deadline, within) || when.iter().any(|slot| sentence.beside(at, *slot, within))
    };
    if let Some(far) = sentence.first(Slot::Far)
        && !sentence.before(far, Slot::Not, 2)
    {
        return add(Reason::CanWait, asked(far, 9), far);
    }
    for slot in [Slot::Tomorrow, Slot::Today] {
        if let Some(day) = sentence.first(slot)
            && !sentence.before(day, Slot::Not, 1)
        {
            return add(Reason::ByTomorrow, asked(day, if slot == Slot::Today { 6 } else { 9 }), day);
        }
    }
}
