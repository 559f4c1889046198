//! Who cannot work: what a sentence says of a unit, of several persons, of one.

use super::cue::{Cue, Reason};
use super::sentence::{Sentence, Word};
use crate::policy::{Slot, Triage};

/// Adds what a sentence says of impact.
pub(super) fn read(sentence: &Sentence, limits: &Triage, cues: &mut Vec<Cue>) {
    if sentence.supposes() || sentence.is_past() {
        return;
    }
    if let Some(at) = sentence.first(Slot::OnlyMe)
        && !sentence.before(at, Slot::Not, 2)
        && !sentence.asks
    {
        sentence.say(cues, Reason::OnlyRequester, true, [at; 3]);
        // Who says both contradicts themselves.
        if !sentence.has(Slot::Others) {
            unit(sentence, stop(sentence), cues);
        }
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
    let mut add = |strong: bool, words: [usize; 3]| sentence.say(cues, Reason::UnitStopped, strong, words);
    // What only hampers stops nobody.
    let hampered = sentence.has(Slot::Hampered);
    // `Ik kan de agenda van de hele afdeling niet openen`: it is one who cannot.
    let mine = sentence.any(&[Slot::I, Slot::My, Slot::Ask]) && !sentence.has(Slot::Aside);
    if let Some(nobody) = sentence.first(Slot::Nobody)
        && !sentence.is_choice(nobody)
    {
        let near = |able: &usize| !(nobody..*able).any(|index| sentence.pauses(index + 1));
        let able = sentence.from(nobody, Slot::Able).filter(near);
        let able = able.or(sentence.first(Slot::Able).filter(|able| *able < nobody)).or(stop);
        let unit = sentence.from(nobody, Slot::Unit).unwrap_or(nobody);
        return add(
            able.is_some() && !hampered && !sentence.has(Slot::Me),
            [nobody, unit, able.unwrap_or(nobody)],
        );
    }
    if let Some(everyone) = sentence.first(Slot::Everyone)
        && !sentence.before(everyone, Slot::Not, 1)
        && !sentence.before(everyone, Slot::To, 1)
    {
        return add(stop.is_some() && !hampered && !mine, [everyone, stop.unwrap_or(everyone), everyone]);
    }
    for whole in [Slot::Unit, Slot::People, Slot::Workplace, Slot::Person] {
        let Some((all, unit)) = sentence.pair(Slot::All, whole, 4) else {
            continue;
        };
        if sentence.denied(all) || sentence.before(all, Slot::To, 1) || sentence.is_choice(unit) {
            continue;
        }
        let strong = stop.is_some() && !hampered && !mine && !sentence.has(Slot::Some);
        return add(strong, [all, unit, stop.unwrap_or(all)]);
    }
    // `De afdeling Inkoop kan niet …`, `Op onze vestiging ligt het netwerk plat`: the unit comes first, and no one else is named.
    let (Some(unit), Some(stop)) = (sentence.first(Slot::Unit), stop) else {
        return;
    };
    let somebody = [Slot::Person, Slot::People, Slot::Some, Slot::Me, Slot::Minor];
    let device = |word: &Word| word.slots & (Slot::Own.bit() | Slot::Service.bit()) == Slot::Own.bit();
    // `The site is down` may be the web's.
    let web = sentence.is(unit, Slot::Service) && sentence.from(unit + 1, Slot::Service).is_none();
    if unit > 3 || mine || web || sentence.any(&somebody) || sentence.words.iter().any(device) {
        return;
    }
    // `The store music player is stuck`: it is the last of the nouns that is.
    let other = sentence
        .words
        .get(unit + 1)
        .is_some_and(|word| word.slots == 0 && !word.capital && word.gap == 0);
    let led = !other && (0..unit).all(|before| sentence.is(before, Slot::Common));
    add(led && !hampered && !sentence.asks, [unit, stop, stop]);
}

fn several(sentence: &Sentence, stop: Option<usize>, limits: &Triage, cues: &mut Vec<Cue>) {
    let mut add = |strong: bool, words: [usize; 3]| sentence.say(cues, Reason::SeveralStopped, strong, words);
    let mine = sentence.any(&[Slot::I, Slot::My, Slot::Ask, Slot::Me]);
    if let Some((some, people)) = sentence.pair(Slot::Some, Slot::People, 4)
        && !sentence.is_choice(people)
    {
        return add(
            (stop.is_some() || !mine) && !sentence.before(some, Slot::To, 2),
            [some, people, stop.unwrap_or(some)],
        );
    }
    if let Some((some, unit)) = sentence.pair(Slot::Some, Slot::Unit, 4) {
        return add(stop.is_some(), [some, unit, stop.unwrap_or(some)]);
    }
    if let Some(some) = sentence.first(Slot::Some)
        && sentence.is(some, Slot::We)
    {
        return add(stop.is_some(), [some, stop.unwrap_or(some), some]);
    }
    for (at, word) in sentence.words.iter().enumerate() {
        if word.value < limits.several_from {
            continue;
        }
        let people = sentence.from(at + 1, Slot::People).filter(|people| people - at <= 4);
        // `8 agronomen kunnen niet …`: what can or cannot are people, if they are no things.
        let able = sentence.is(at + 2, Slot::Able) && stop.is_some() && sentence.words.get(at + 1).is_some_and(|word| word.slots == 0);
        let Some(people) = people.or(able.then_some(at + 1)) else {
            continue;
        };
        // `Alle 1400 medewerkers`: a number of those who are meant, not of those who cannot.
        let meant = sentence.before(at, Slot::To, 2) || sentence.before(at, Slot::All, 2);
        if word.value >= limits.unit_from
            && let Some(stop) = stop
        {
            return sentence.say(cues, Reason::UnitStopped, true, [at, people, stop]);
        }
        return add(!meant && (stop.is_some() || !mine), [at, people, stop.unwrap_or(at)]);
    }
    if let Some((first, last)) = together(sentence) {
        return add(stop.is_some(), [first, last, stop.unwrap_or(first)]);
    }
    if let Some(people) = sentence.first(Slot::People)
        && !sentence.before(people, Slot::To, 3)
    {
        let too = sentence.has(Slot::Also) && (stop.is_some() || sentence.has(Slot::Not) || sentence.words.len() < 9);
        add(too, [people, sentence.first(Slot::Also).or(stop).unwrap_or(people), people]);
    }
}

/// `Mijn collega en ik`, `Jolanda en ik`; `Sanne, Tom en Fatima`.
fn together(sentence: &Sentence) -> Option<(usize, usize)> {
    let named = |index: usize| {
        sentence
            .words
            .get(index)
            .is_some_and(|word| word.capital && word.slots == 0 && word.to - word.from > 1)
    };
    let i = |index: usize| sentence.is(index, Slot::I) || sentence.is(index, Slot::Me);
    let other = |index: usize| sentence.is(index, Slot::Person) || named(index);
    let mut at = 0;
    while let Some(and) = sentence.from(at, Slot::And) {
        at = and + 1;
        let Some(before) = and.checked_sub(1) else { continue };
        let after = (at..at + 4).find(|index| other(*index));
        // The first word of a sentence has a capital letter anyway.
        let both = named(before)
            && (named(at) || sentence.is(at + 1, Slot::Person))
            && (before > 0 || sentence.is(at + 1, Slot::Some) || sentence.is(at + 1, Slot::Able));
        if i(before) && after.is_some() || other(before) && i(at) || both {
            return Some((before, after.unwrap_or(at)));
        }
    }
    None
}

fn one(sentence: &Sentence, stop: Option<usize>, cues: &mut Vec<Cue>) {
    let mut add = |strong: bool, words: [usize; 3]| sentence.say(cues, Reason::OnePerson, strong, words);
    // `Two apprentices and I` are several, whoever they are.
    let joined = sentence.first(Slot::I).or(sentence.first(Slot::Me)).is_some_and(|i| {
        let other = sentence.words.get(i + 2).is_some_and(|word| word.slots & !Slot::Person.bit() == 0);
        sentence.before(i, Slot::And, 1) && i < 6 || sentence.is(i + 1, Slot::And) && other
    });
    let more = joined || sentence.any(&[Slot::Nobody, Slot::Everyone, Slot::All, Slot::Some]);
    if let Some(me) = sentence.first(Slot::Me) {
        return add(!more, [me; 3]);
    }
    if let Some((my, own)) = sentence.pair(Slot::My, Slot::Own, 3) {
        return add(true, [my, own, own]);
    }
    if let Some(ask) = sentence.first(Slot::Ask) {
        return add(true, [ask; 3]);
    }
    if let Some(i) = sentence.first(Slot::I)
        && !sentence.any(&[Slot::Aside, Slot::We])
        && let Some(what) = [Slot::Own, Slot::Breach, Slot::Wish]
            .iter()
            .fold(stop, |what, slot| what.or(sentence.first(*slot)))
    {
        return add(!more, [i, what, what]);
    }
    for who in [Slot::Single, Slot::My] {
        if let Some((single, person)) = sentence.pair(who, Slot::Person, 3) {
            let needs = stop.is_some() || single < 2 || sentence.any(&[Slot::Event, Slot::Own]);
            return add(needs && !more, [single, person, person]);
        }
    }
    if let (Some(person), Some(stop)) = (sentence.first(Slot::Person), stop) {
        let only = !more && person < 4 && !sentence.any(&[Slot::We, Slot::People, Slot::Unit, Slot::And]);
        add(only, [person, stop, stop]);
    }
}
