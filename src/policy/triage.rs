//! Suggestions of a policy, read: the levels they give, and what the lint says of its words.

use super::document::{Slot, TriageDocument};
use super::lexicon::{named, plain};
use super::lint::{Lint, ids};
use crate::json::shown;
use crate::order::sorted;

/// The levels that a text can suggest, by what it says; none where the policy has no such level.
#[derive(Debug)]
pub struct Triage {
    /// Ids: of the impact of a whole unit, of several persons, of one; of the urgency of what cannot wait, of what can until tomorrow, of
    /// what can for longer.
    pub levels: [[Option<String>; 3]; 2],
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

/// How many words a policy may add; a language weighs as a hundred.
const MOST: usize = 10_000;

/// The axes, and the grades of each; the usual ids of levels stand for them in this order.
const AXES: [(&str, [&str; 3]); 2] = [("impact", ["unit", "several", "one"]), ("urgency", ["now", "day", "later"])];
const USUAL: [&str; 3] = ["high", "medium", "low"];

impl Triage {
    pub(super) fn read(lint: &mut Lint) -> Self {
        let document = lint.document;
        let mut triage = Self {
            levels: Default::default(),
            several_from: 2,
            unit_from: u32::MAX,
        };
        if let Some(incidents) = &document.incidents {
            for (levels, known) in triage.levels.iter_mut().zip([&incidents.impact, &incidents.urgency]) {
                for (level, usual) in levels.iter_mut().zip(USUAL) {
                    *level = known.iter().any(|known| known.id == usual).then(|| usual.to_owned());
                }
            }
        }
        if let Some(section) = &document.triage {
            triage.named(section, lint);
            words(section, lint);
            triage.several_from = section.several_from;
            triage.unit_from = section.unit_from.unwrap_or(u32::MAX);
            for (wrong, field) in [
                (section.several_from < 2, "severalFrom"),
                (triage.unit_from <= section.several_from, "unitFrom"),
            ] {
                if wrong {
                    let message = "one person is not several, and several are no unit: write a higher number";
                    lint.error("impossible-threshold", &format_args!("triage.{field}"), &message);
                }
            }
        }
        triage
    }

    /// Takes the levels that a policy names.
    fn named(&mut self, section: &TriageDocument, lint: &mut Lint) {
        for (axis, grades) in &section.levels {
            let path = format!("triage.levels.{axis}");
            let Some(at) = AXES.iter().position(|(known, _)| known == axis) else {
                lint.unknown("unknown-axis", &path, "axis", axis, &mut AXES.iter().map(|(known, _)| *known));
                continue;
            };
            let incidents = lint.document.incidents.as_ref();
            let levels = incidents.map(|incidents| if at == 0 { &incidents.impact } else { &incidents.urgency });
            let levels = levels.map(|levels| ids(levels, |level| &level.id)).unwrap_or_default();
            for (grade, id) in grades {
                let path = format!("{path}.{grade}");
                let known = AXES.get(at).map(|(_, grades)| grades).into_iter().flatten();
                let index = known.clone().position(|known| known == grade);
                if index.is_none() {
                    lint.unknown("unknown-grade", &path, "grade", grade, &mut known.copied());
                } else if !levels.contains(&id.as_str()) {
                    lint.unknown("unknown-level", &path, axis, id, &mut levels.iter().copied());
                } else if let Some(level) = self.levels.get_mut(at).and_then(|levels| levels.get_mut(index.unwrap_or_default())) {
                    *level = Some(id.clone());
                }
            }
        }
    }
}

/// A word of the section, and where it stands.
struct Entry<'a> {
    slot: Slot,
    word: &'a str,
    plain: Vec<u8>,
    path: String,
}

fn words(section: &TriageDocument, lint: &mut Lint) {
    let mut count = section.languages.iter().count() * 100;
    for slots in section.languages.values() {
        count += slots.values().map(Vec::len).sum::<usize>();
    }
    if count > MOST {
        lint.error("too-many-words", &"triage.languages", &format_args!("more than {MOST} words"));
        return;
    }
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
        twice(&entries, lint);
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
