//! Suggestions of a policy, read: the levels they give, and what the lint says of its words.

use super::document::{Slot, TriageDocument};
use super::lexicon::{named, plain};
use super::lint::{Lint, ids};
use crate::json::shown;
use crate::order::sorted;

/// The levels that a text can suggest, by what it says; none where the policy has no such level.
#[derive(Debug)]
pub struct Triage {
    /// Ids of the impact of a whole unit, of several persons, of one.
    pub impact: [Option<String>; 3],
    /// Ids of the urgency of what cannot wait, of what can until tomorrow, of what can for longer.
    pub urgency: [Option<String>; 3],
    /// From how many persons on they are several.
    pub several_from: u32,
    /// From how many persons on they weigh as a whole unit.
    pub unit_from: u32,
}

/// Slots that say the opposite of each other: no word is in both.
const OPPOSITE: [(Slot, Slot); 9] = [
    (Slot::Urgent, Slot::Later),
    (Slot::Urgent, Slot::Far),
    (Slot::Urgent, Slot::Mask),
    (Slot::Today, Slot::Far),
    (Slot::Unit, Slot::Person),
    (Slot::Unit, Slot::Own),
    (Slot::People, Slot::Person),
    (Slot::All, Slot::Some),
    (Slot::Dead, Slot::Resolved),
];

/// How many words of one language a policy may add.
const MOST: usize = 20_000;

impl Triage {
    pub(super) fn read(lint: &mut Lint) -> Self {
        let section = lint.document.triage.as_ref();
        let levels = section.map(|section| &section.levels);
        let (impact, urgency) = (levels.map(|levels| &levels.impact), levels.map(|levels| &levels.urgency));
        let incidents = lint.document.incidents.as_ref();
        let (impacts, urgencies) = (
            incidents
                .map(|incidents| ids(&incidents.impact, |level| &level.id))
                .unwrap_or_default(),
            incidents
                .map(|incidents| ids(&incidents.urgency, |level| &level.id))
                .unwrap_or_default(),
        );
        let impact = impact.map_or([None; 3], |of| [of.unit.as_deref(), of.several.as_deref(), of.one.as_deref()]);
        let urgency = urgency.map_or([None; 3], |of| [of.now.as_deref(), of.day.as_deref(), of.later.as_deref()]);
        let several_from = section.map_or(2, |section| section.several_from);
        let unit_from = section.and_then(|section| section.unit_from).unwrap_or(u32::MAX);
        if let Some(section) = section {
            words(section, lint);
        }
        if several_from < 2 {
            let message = "one person is not several: write 2 or more";
            lint.error("impossible-threshold", &"triage.severalFrom", &message);
        }
        if unit_from <= several_from {
            let message = "a unit is more persons than several are: write a higher number, or leave it out";
            lint.error("impossible-threshold", &"triage.unitFrom", &message);
        }
        Self {
            impact: chosen("impact", ["unit", "several", "one"], impact, &impacts, lint),
            urgency: chosen("urgency", ["now", "day", "later"], urgency, &urgencies, lint),
            several_from,
            unit_from,
        }
    }
}

/// Returns the level of each grade: the named one, or that of the usual name where there is one.
fn chosen(axis: &str, grades: [&str; 3], named: [Option<&str>; 3], known: &[&str], lint: &mut Lint) -> [Option<String>; 3] {
    let mut chosen = [None, None, None];
    let usual = ["high", "medium", "low"];
    for (((slot, grade), named), usual) in chosen.iter_mut().zip(grades).zip(named).zip(usual) {
        let id = named.unwrap_or(usual);
        if known.contains(&id) {
            *slot = Some(id.to_owned());
        } else if named.is_some() {
            let path = format!("triage.levels.{axis}.{grade}");
            lint.unknown("unknown-level", &path, axis, id, &mut known.iter().copied());
        }
    }
    chosen
}

/// A word of the section, and where it stands.
struct Entry<'a> {
    slot: Slot,
    word: &'a str,
    plain: Vec<u8>,
    path: String,
}

fn words(section: &TriageDocument, lint: &mut Lint) {
    for (language, slots) in &section.languages {
        let mut entries = Vec::new();
        for (name, words) in slots {
            let path = format!("triage.languages.{language}.{name}");
            let Some(slot) = named(name) else {
                lint.unknown("unknown-slot", &path, "slot", name, &mut Slot::ALL.iter().map(|slot| slot.word()));
                continue;
            };
            if words.is_empty() {
                lint.warning("empty-slot", &path, &"no words stand here: leave it out");
            }
            for (index, word) in words.iter().enumerate() {
                let (plain, path) = (plain(word), format!("{path}[{index}]"));
                if !is_word(&plain) {
                    let message = format!(
                        "`{}` is no word: write letters and digits, and `*` only at one end of it",
                        shown(word)
                    );
                    lint.error("not-a-word", &path, &message);
                }
                entries.push(Entry { slot, word, plain, path });
            }
        }
        if entries.len() > MOST {
            let message = format!("more than {MOST} words of one language");
            lint.error("too-many-words", &format_args!("triage.languages.{language}"), &message);
        } else {
            twice(&entries, lint);
        }
    }
}

/// Notes words that stand in a slot twice, or in two that say the opposite of each other.
fn twice(entries: &[Entry], lint: &mut Lint) {
    let plain = |index: usize| entries.get(index).map(|entry| &entry.plain);
    let (mut before, mut slots) = (None, 0);
    for index in sorted(entries.len(), &|a, b| plain(a).cmp(&plain(b))) {
        let Some(Entry { slot, word, plain, path }) = entries.get(index) else {
            continue;
        };
        if before != Some(plain) {
            (before, slots) = (Some(plain), 0);
        }
        if slots & slot.bit() != 0 {
            lint.warning("word-twice", path, &format_args!("`{word}` stands here twice"));
        }
        for (a, b) in OPPOSITE {
            let other = if a == *slot { b } else { a };
            if (a == *slot || b == *slot) && slots & other.bit() != 0 {
                let message = format!("`{word}` stands in `{}` too, which says the opposite", other.word());
                lint.error("opposite-word", path, &message);
            }
        }
        slots |= slot.bit();
    }
}

/// Says whether words are letters, digits and what joins them, with a `*` only at an end of a word or between two.
fn is_word(words: &[u8]) -> bool {
    let one = |word: &[u8]| {
        let stem = word.strip_prefix(b"*").or(word.strip_suffix(b"*")).unwrap_or(word);
        stem.iter().all(|byte| byte.is_ascii_alphanumeric() || b"'.:&+".contains(byte))
    };
    let letters = words.iter().any(u8::is_ascii_alphanumeric);
    letters && words.len() <= 80 && words.first() != Some(&b' ') && words.split(|byte| *byte == b' ').all(one)
}
