//! Who cannot work: what a sentence says of a unit, of several persons, of one.

use super::cue::{Axis, Cue, Reason};
use super::sentence::Sentence;
use crate::policy::{Slot, Triage};

/// Adds what a sentence says of impact.
pub(super) fn read(sentence: &Sentence, limits: &Triage, cues: &mut Vec<Cue>) {
    if sentence.supposes() || sentence.is_past() {
        return;
    }
    if let Some(at) = sentence.first(Slot::OnlyMe)
        && !sentence.before(at, Slot::Not, 2)
    {
        cues.push(Cue::new(Axis::Impact, 2, true, Reason::OnlyRequester, sentence, &[at]));
        return;
    }
    let stop = stop(sentence);
    if !sentence.has(Slot::Others) {
        unit(sentence, stop, cues);
        several(sentence, stop, limits, cues);
    }
    one(sentence, stop, cues);
}

/// Returns the word that says that something stands still.
pub(super) fn stop(sentence: &Sentence) -> Option<usize> {
    let mut at = 0;
    while let Some(dead) = sentence.from(at, Slot::Dead) {
        if !sentence.before(dead, Slot::Not, 2) {
            return Some(dead);
        }
        at = dead + 1;
    }
    let not = sentence.first(Slot::Not)?;
    let what = [Slot::Able, Slot::Service, Slot::Workplace, Slot::Own];
    sentence.any(&what).then_some(not)
}

fn unit(sentence: &Sentence, stop: Option<usize>, cues: &mut Vec<Cue>) {
    let mut add = |strong: bool, words: &[usize]| cues.push(Cue::new(Axis::Impact, 0, strong, Reason::UnitStopped, sentence, words));
    // What only hampers stops nobody, and what only one device does neither.
    let hampered = sentence.has(Slot::Hampered);
    let blunt = hampered || sentence.has(Slot::Minor);
    if let Some(nobody) = sentence.first(Slot::Nobody)
        && !sentence.is_choice(nobody)
    {
        let able = sentence.from(nobody, Slot::Able).or(sentence.first(Slot::Able)).or(stop);
        match able {
            Some(able) if !hampered => match sentence.from(nobody, Slot::Unit) {
                Some(unit) => return add(true, &[nobody, unit, able]),
                None => return add(true, &[nobody, able]),
            },
            _ => return add(false, &[nobody]),
        }
    }
    if let Some(everyone) = sentence.first(Slot::Everyone)
        && !sentence.before(everyone, Slot::Not, 1)
        && !sentence.before(everyone, Slot::To, 1)
    {
        return match stop {
            Some(stop) => add(!hampered && !sentence.has(Slot::I), &[everyone, stop]),
            None => add(false, &[everyone]),
        };
    }
    for whole in [Slot::Unit, Slot::People, Slot::Workplace] {
        let Some((all, unit)) = sentence.pair(Slot::All, whole, 4) else {
            continue;
        };
        if sentence.before(all, Slot::Not, 2) || sentence.before(all, Slot::To, 1) || sentence.is_choice(unit) {
            continue;
        }
        // `Ik kan de agenda van de hele afdeling niet openen`: it is one who cannot.
        let mine = sentence.any(&[Slot::I, Slot::My]);
        return match stop {
            Some(stop) => add(!hampered && !mine && !sentence.has(Slot::Some), &[all, unit, stop]),
            None => add(false, &[all, unit]),
        };
    }
    // `De afdeling Inkoop kan niet …`, `Op onze vestiging ligt het netwerk plat`: the unit comes first, and no one else is named.
    let Some(unit) = sentence.first(Slot::Unit) else { return };
    let Some(stop) = stop else { return };
    let somebody = [
        Slot::Person,
        Slot::People,
        Slot::Some,
        Slot::I,
        Slot::My,
        Slot::Me,
        Slot::Own,
        Slot::Minor,
    ];
    if unit > 3 || sentence.any(&somebody) {
        return;
    }
    let led = (0..unit).all(|before| sentence.is(before, Slot::Common));
    let strong = led && !blunt && !sentence.asks;
    add(strong, &[unit, stop]);
}

fn several(sentence: &Sentence, stop: Option<usize>, limits: &Triage, cues: &mut Vec<Cue>) {
    let mut add = |strong: bool, words: &[usize]| cues.push(Cue::new(Axis::Impact, 1, strong, Reason::SeveralStopped, sentence, words));
    let need = stop.or(sentence.first(Slot::Wish).filter(|_| sentence.has(Slot::Single)));
    for who in [Slot::People, Slot::Unit] {
        if let Some((some, people)) = sentence.pair(Slot::Some, who, 4) {
            return add(stop.is_some(), &[some, people, stop.unwrap_or(some)]);
        }
    }
    if let Some(some) = sentence.first(Slot::Some)
        && sentence.is(some, Slot::We)
    {
        return add(stop.is_some(), &[some, stop.unwrap_or(some)]);
    }
    for (at, word) in sentence.words.iter().enumerate() {
        if word.value < limits.several_from {
            continue;
        }
        let Some(people) = sentence.from(at + 1, Slot::People).filter(|people| people - at <= 3) else {
            continue;
        };
        if word.value >= limits.unit_from && stop.is_some() {
            cues.push(Cue::new(
                Axis::Impact,
                0,
                true,
                Reason::UnitStopped,
                sentence,
                &[at, people, stop.unwrap_or(at)],
            ));
            return;
        }
        let strong = need.or(sentence.first(Slot::Wish)).is_some() && !sentence.before(at, Slot::To, 2);
        return add(strong, &[at, people, stop.unwrap_or(at)]);
    }
    // `Mijn collega en ik`, `Jolanda en ik`; `Sanne, Tom en Fatima`.
    let mut at = 0;
    while let Some(and) = sentence.from(at, Slot::And) {
        at = and + 1;
        let Some(before) = and.checked_sub(1) else { continue };
        let named = |index: usize| {
            sentence
                .words
                .get(index)
                .is_some_and(|word| word.capital && word.slots == 0 && word.to - word.from > 2)
        };
        let i = |index: usize| sentence.is(index, Slot::I) || sentence.is(index, Slot::Me);
        let other = |index: usize| sentence.is(index, Slot::Person) || named(index);
        let both = i(before) && (other(and + 1) || sentence.pair(Slot::And, Slot::Person, 3).is_some()) || other(before) && i(and + 1);
        if both || named(before) && named(and + 1) && before > 0 {
            return add(stop.is_some(), &[before, and + 1, stop.unwrap_or(and)]);
        }
    }
    if let Some(people) = sentence.first(Slot::People) {
        let too = sentence.has(Slot::Also) && (stop.is_some() || sentence.has(Slot::Not) || sentence.words.len() < 9);
        add(too, &[people, sentence.first(Slot::Also).or(stop).unwrap_or(people)]);
    }
}

fn one(sentence: &Sentence, stop: Option<usize>, cues: &mut Vec<Cue>) {
    let mut add = |strong: bool, words: &[usize]| cues.push(Cue::new(Axis::Impact, 2, strong, Reason::OnePerson, sentence, words));
    if let Some(me) = sentence.first(Slot::Me) {
        return add(true, &[me]);
    }
    if let Some((my, own)) = sentence.pair(Slot::My, Slot::Own, 3) {
        return add(true, &[my, own]);
    }
    if let Some(ask) = sentence.first(Slot::Ask) {
        return add(true, &[ask]);
    }
    let aside = sentence.has(Slot::Aside);
    if let (Some(i), Some(stop)) = (sentence.first(Slot::I), stop)
        && !aside
        && !sentence.has(Slot::We)
    {
        return add(true, &[i, stop]);
    }
    for who in [Slot::Single, Slot::My] {
        if let Some((single, person)) = sentence.pair(who, Slot::Person, 3) {
            let needs = stop.or(sentence.first(Slot::Wish)).or(sentence.first(Slot::Event));
            return add(needs.is_some(), &[single, person]);
        }
    }
    if let Some(i) = sentence.first(Slot::I) {
        add(false, &[i]);
    }
}
