//! Suggestions of a policy, read: the levels they give, and what the lint says of its words.

use super::document::{PolicyDocument, Slot, TriageDocument};
use super::lexicon::{named, plain};
use super::lint::{Lint, ids};

/// The levels that a text can suggest, by what it says; none where the policy has no such level.
#[derive(Debug)]
pub struct Triage {
    /// Ids: of the impact of a whole unit, of several persons, of one; of the urgency of what cannot wait, of what can until tomorrow, of
    /// what can for longer.
    pub levels: [Option<String>; 6],
    /// From how many persons on they are several.
    pub several_from: u32,
    /// From how many persons on they weigh as a whole unit.
    pub unit_from: u32,
}

/// Slots that say the opposite of each other: no word is in both.
const OPPOSITE: [(Slot, Slot); 8] = [
    (Slot::Urgent, Slot::Later),
    (Slot::Urgent, Slot::Far),
    (Slot::Urgent, Slot::Mask),
    (Slot::Today, Slot::Far),
    (Slot::Unit, Slot::Person),
    (Slot::Unit, Slot::Own),
    (Slot::All, Slot::Some),
    (Slot::Dead, Slot::Resolved),
];

/// How many words a policy may add; a language weighs as a hundred.
const MOST: usize = 5_000;

/// What a text can say, three grades of each axis.
const GRADES: [&str; 6] = [
    "impact.unit",
    "impact.several",
    "impact.one",
    "urgency.now",
    "urgency.day",
    "urgency.later",
];
/// What the levels of it are called where a policy says nothing.
const USUAL: [&str; 3] = ["high", "medium", "low"];

impl Triage {
    pub(super) fn read(lint: &mut Lint) -> Self {
        let document = lint.document;
        let mut triage = Self {
            levels: Default::default(),
            several_from: 2,
            unit_from: u32::MAX,
        };
        for (index, usual) in USUAL.iter().chain(&USUAL).enumerate() {
            if known(document, index).contains(usual) {
                triage.set(index, usual);
            }
        }
        let Some(section) = &document.triage else { return triage };
        for (axis, grades) in &section.levels {
            for (grade, id) in grades {
                let name = format!("{axis}.{grade}");
                let path = format!("triage.levels.{name}");
                match GRADES.iter().position(|known| *known == name) {
                    None => lint.unknown("unknown-grade", &path, "grade", &name, &mut GRADES.iter().copied()),
                    Some(index) => {
                        let known = known(document, index);
                        if !known.contains(&id.as_str()) {
                            lint.unknown("unknown-level", &path, axis, id, &mut known.into_iter());
                        }
                        triage.set(index, id);
                    }
                }
            }
        }
        words(section, lint);
        triage.several_from = section.several_from;
        triage.unit_from = section.unit_from.unwrap_or(u32::MAX);
        if triage.several_from < 2 || triage.unit_from <= triage.several_from {
            let message = "one person is not several, and several are no unit: write a higher number";
            let path = if triage.several_from < 2 {
                "triage.severalFrom"
            } else {
                "triage.unitFrom"
            };
            lint.error("impossible-threshold", &path, &message);
        }
        triage
    }

    fn set(&mut self, index: usize, id: &str) {
        if let Some(level) = self.levels.get_mut(index) {
            *level = Some(id.to_owned());
        }
    }
}

/// Returns the ids of the levels of the axis of a grade.
fn known(document: &PolicyDocument, index: usize) -> Vec<&str> {
    let Some(incidents) = &document.incidents else { return Vec::new() };
    ids(if index < 3 { &incidents.impact } else { &incidents.urgency }, |level| &level.id)
}

fn words(section: &TriageDocument, lint: &mut Lint) {
    let mut count = 0;
    for (language, slots) in &section.languages {
        count += 100;
        // The words so far, and where they are.
        let mut known: Vec<(Slot, Vec<u8>)> = Vec::new();
        for (name, words) in slots {
            count += words.len();
            let path = format!("triage.languages.{language}.{name}");
            let Some(slot) = named(name) else {
                lint.unknown("unknown-slot", &path, "slot", name, &mut Slot::ALL.iter().map(|slot| slot.word()));
                continue;
            };
            if words.is_empty() {
                lint.warning("empty-slot", &path, &"no words stand here: leave it out");
            }
            for (index, word) in words.iter().enumerate() {
                if count > MOST {
                    return lint.error("too-many-words", &path, &"there are too many words");
                }
                let (path, plain) = (format_args!("{path}[{index}]"), plain(word));
                if !is_word(&plain) {
                    lint.error("not-a-word", &path, &"write letters and digits, and `*` only at an end of a word");
                }
                for (other, word) in &known {
                    if *word == plain && *other == slot {
                        lint.warning("word-twice", &path, &"this word stands here twice");
                        break;
                    } else if *word == plain && OPPOSITE.iter().any(|pair| *pair == (slot, *other) || *pair == (*other, slot)) {
                        let message = format_args!("it stands in `{}` too, which says the opposite", other.word());
                        lint.error("opposite-word", &path, &message);
                    }
                }
                known.push((slot, plain));
            }
        }
    }
}

/// Says whether words are letters, digits and what joins them, with a `*` only at an end of a word or between two.
fn is_word(words: &[u8]) -> bool {
    let one = |word: &[u8]| {
        let stem = word.strip_prefix(b"*").or(word.strip_suffix(b"*")).unwrap_or(word);
        stem.iter().all(|byte| byte.is_ascii_alphanumeric() || b"'.:&+".contains(byte))
    };
    let letters = words.iter().any(u8::is_ascii_alphanumeric);
    letters && words.len() <= 80 && words.split(|byte| *byte == b' ').all(one)
}
