//! The lexicon: which words of a language say what, found in the time that it takes to read a word.

mod fold;

use super::document::Slot;
use crate::cut::cut;
use crate::json::Table;
pub use fold::{STRANGE, fold};

/// The built-in words: a line with `=` and a language, then a line for each slot in its order.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));
/// The longest word that is looked up in parts.
const LONGEST: usize = 40;

/// The words of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// The language, like `nl`.
    pub language: String,
    /// All words one after another, folded and in lower case.
    text: Vec<u8>,
    entries: Vec<Entry>,
    /// Indexes of entries plus one, the first of those whose first words share the end of their hash.
    buckets: Vec<u16>,
    /// The endings of many.
    endings: Vec<Vec<u8>>,
    /// A bit for each hash of a beginning or an end, so that the others are passed over.
    parts: [u64; 64],
}

/// A word or several.
#[derive(Debug, Clone, Copy)]
struct Entry {
    start: u32,
    /// Length of the first word.
    head: u8,
    /// Length of all.
    length: u8,
    kind: Kind,
    value: u16,
    slots: u64,
    hash: u32,
    /// The first letter of the second word; 0 where there is one word.
    second: u8,
    /// The next one of its bucket, as its index plus one.
    next: u16,
}

/// How the first word of an entry is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// In full.
    Whole,
    /// Its beginning: `spoed*`.
    Beginning,
    /// Its end: `*afdeling`.
    End,
}

/// What was found at a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// The slots as bits.
    pub slots: u64,
    /// How many words it takes.
    pub words: usize,
    /// The number that the word is; 0 for none.
    pub value: u16,
}

/// Returns the words of all languages, a policy's own among the built-in ones.
pub(super) fn read(own: Option<&Table<Table<Vec<String>>>>) -> Vec<Lexicon> {
    let mut lexicons: Vec<Lexicon> = Vec::new();
    let (mut rest, mut slots) = (BUILT_IN, Slot::ALL.iter());
    while !rest.is_empty() {
        let (line, after) = cut(rest, b"\n");
        rest = after.unwrap_or_default();
        let (words, language) = cut(line, b"=");
        if let Some(language) = language {
            lexicons.push(Lexicon::new(language));
            slots = Slot::ALL.iter();
        } else if let (Some(lexicon), Some(slot)) = (lexicons.last_mut(), slots.next()) {
            let (mut words, mut value) = (Some(words), 0);
            while let Some(left) = words {
                let (word, after) = cut(left, b"|");
                value += 1;
                lexicon.add(*slot, word, value);
                words = after;
            }
        }
    }
    for (language, slots) in own.unwrap_or(&Table::default()) {
        let index = lexicons.iter().position(|lexicon| lexicon.language == *language);
        let index = index.unwrap_or_else(|| {
            lexicons.push(Lexicon::new(language));
            lexicons.len() - 1
        });
        let Some(lexicon) = lexicons.get_mut(index) else { continue };
        for (slot, words) in slots {
            let Some(slot) = named(slot) else { continue };
            for (index, word) in words.iter().enumerate() {
                lexicon.add(slot, word, u16::try_from(index + 1).unwrap_or_default());
            }
        }
    }
    for lexicon in &mut lexicons {
        lexicon.index();
    }
    lexicons
}

/// Returns the slot of that name.
pub(super) fn named(name: &str) -> Option<Slot> {
    Slot::ALL.iter().copied().find(|slot| slot.word() == name)
}

/// Returns a text as words are compared: folded, in lower case, one space between words.
pub(super) fn plain(text: &str) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    for byte in text.chars().filter_map(fold) {
        let space = matches!(byte, b' ' | b'-' | b'\t' | b'\n');
        if !space {
            plain.push(byte.to_ascii_lowercase());
        } else if !plain.is_empty() && plain.last() != Some(&b' ') {
            plain.push(b' ');
        }
    }
    if plain.last() == Some(&b' ') {
        plain.pop();
    }
    plain
}

impl Lexicon {
    fn new(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            text: Vec::new(),
            entries: Vec::new(),
            buckets: Vec::new(),
            endings: Vec::new(),
            parts: [0; 64],
        }
    }

    /// Says whether it has words that say something; without those it is only a language to tell apart.
    #[must_use]
    pub fn speaks(&self) -> bool {
        self.entries.iter().any(|entry| entry.slots != Slot::Common.bit())
    }

    fn add(&mut self, slot: Slot, word: &str, value: u16) {
        let word = plain(word);
        if word.is_empty() {
            return;
        }
        if slot == Slot::Plural {
            self.endings.push(word);
        } else {
            self.insert(slot, &word, value);
        }
    }

    fn insert(&mut self, slot: Slot, word: &[u8], value: u16) {
        let head = word.iter().position(|byte| *byte == b' ').unwrap_or(word.len());
        let (first, rest) = word.split_at_checked(head).unwrap_or_default();
        let (kind, first) = match first {
            [b'*', end @ ..] => (Kind::End, end),
            [start @ .., b'*'] => (Kind::Beginning, start),
            whole => (Kind::Whole, whole),
        };
        let start = self.text.len();
        let (Ok(start), Ok(head)) = (u32::try_from(start), u8::try_from(first.len())) else {
            return;
        };
        self.text.extend_from_slice(first);
        self.text.extend_from_slice(rest);
        let hash = match kind {
            Kind::End => first.iter().rev().fold(SEED, |hash, byte| mix(hash, *byte)),
            Kind::Whole | Kind::Beginning => first.iter().fold(SEED, |hash, byte| mix(hash, *byte)),
        };
        if kind != Kind::Whole
            && let Some(bits) = self.parts.get_mut(hash as usize >> 6 & 63)
        {
            *bits |= 1 << (hash & 63);
        }
        self.entries.push(Entry {
            start,
            head,
            length: u8::try_from(first.len() + rest.len()).unwrap_or(u8::MAX),
            kind,
            value: if slot == Slot::Numbers { value } else { 0 },
            slots: slot.bit(),
            hash,
            second: rest.get(1).copied().unwrap_or_default(),
            next: 0,
        });
    }

    fn index(&mut self) {
        for index in 0..self.entries.len() {
            let Some(entry) = self.entries.get(index).filter(|entry| entry.slots == Slot::Person.bit()) else {
                continue;
            };
            let word = self.slice(entry, 0, entry.length).unwrap_or_default();
            let mut person = if entry.kind == Kind::End { b"*".to_vec() } else { Vec::new() };
            person.extend_from_slice(word);
            // A policy may have many endings, and the buckets hold so many.
            for ending in 0..self.endings.len().min(8) {
                let mut people = person.clone();
                people.extend_from_slice(self.endings.get(ending).map(Vec::as_slice).unwrap_or_default());
                self.insert(Slot::People, &people, 0);
            }
        }
        let size = self.entries.len().next_power_of_two();
        self.buckets = vec![0; size];
        for (index, entry) in self.entries.iter_mut().enumerate() {
            if let (Some(bucket), Ok(index)) = (self.buckets.get_mut(entry.hash as usize & (size - 1)), u16::try_from(index + 1)) {
                entry.next = *bucket;
                *bucket = index;
            }
        }
    }

    /// Returns what begins with a word, in lower case: the longest of all, a whole word before a part of one. `next` gives the words after
    /// it, from 1 on.
    pub fn find<'a>(&self, word: &[u8], next: &dyn Fn(usize) -> Option<&'a [u8]>) -> Found {
        let mut best = Best {
            ahead: next(1).and_then(|word| word.first()).copied().unwrap_or_default(),
            ..Best::default()
        };
        let mut hash = SEED;
        if word.len() > LONGEST {
            return best.found;
        }
        for (index, byte) in word.iter().enumerate() {
            hash = mix(hash, *byte);
            if self.has_part(hash) {
                self.probe(Kind::Beginning, hash, word.get(..=index), next, &mut best);
            }
        }
        self.probe(Kind::Whole, hash, Some(word), next, &mut best);
        hash = SEED;
        for (index, byte) in word.iter().enumerate().rev() {
            hash = mix(hash, *byte);
            if self.has_part(hash) {
                self.probe(Kind::End, hash, word.get(index..), next, &mut best);
            }
        }
        best.found
    }

    fn has_part(&self, hash: u32) -> bool {
        self.parts
            .get(hash as usize >> 6 & 63)
            .is_some_and(|bits| bits >> (hash & 63) & 1 == 1)
    }

    fn probe<'a>(&self, kind: Kind, hash: u32, part: Option<&[u8]>, next: &dyn Fn(usize) -> Option<&'a [u8]>, best: &mut Best) {
        let mut at = self
            .buckets
            .get(hash as usize & (self.buckets.len() - 1))
            .copied()
            .unwrap_or_default();
        while let Some(entry) = usize::from(at).checked_sub(1).and_then(|index| self.entries.get(index)) {
            let may_follow = entry.second == 0 || entry.second == best.ahead || entry.second == b'*';
            if entry.hash == hash && may_follow && entry.kind == kind && self.slice(entry, 0, entry.head) == part {
                self.take(entry, next, best);
            }
            at = entry.next;
        }
    }

    fn slice(&self, entry: &Entry, from: u8, to: u8) -> Option<&[u8]> {
        let start = entry.start as usize;
        self.text.get(start + usize::from(from)..start + usize::from(to))
    }

    /// Takes an entry whose first word fits, when the others do and it is better than the best so far.
    fn take<'a>(&self, entry: &Entry, next: &dyn Fn(usize) -> Option<&'a [u8]>, best: &mut Best) {
        let mut words = 1;
        if entry.length > entry.head {
            let rest = self.slice(entry, entry.head, entry.length).unwrap_or_default();
            match follow(rest, 1, next) {
                Some(count) => words = count,
                None => return,
            }
        }
        let rank = words * 2 + usize::from(entry.kind == Kind::Whole);
        if rank > best.rank {
            best.rank = rank;
            best.found = Found::default();
        }
        if rank == best.rank {
            best.found.slots |= entry.slots;
            best.found.value |= entry.value;
            best.found.words = words;
        }
    }
}

/// Returns how many words there are when those of `rest`, each behind its space, follow from `words` on.
fn follow<'a>(rest: &[u8], words: usize, next: &dyn Fn(usize) -> Option<&'a [u8]>) -> Option<usize> {
    let [_, rest @ ..] = rest else { return Some(words) };
    let end = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
    let (wanted, rest) = rest.split_at_checked(end)?;
    match wanted {
        b"*" => (words..words + 3).find_map(|words| follow(rest, words, next)),
        [start @ .., b'*'] if next(words)?.starts_with(start) => follow(rest, words + 1, next),
        whole if next(words)? == whole => follow(rest, words + 1, next),
        _ => None,
    }
}

#[derive(Default)]
struct Best {
    /// The first letter of the next word.
    ahead: u8,
    rank: usize,
    found: Found,
}

const SEED: u32 = 0x811c_9dc5;

#[inline]
fn mix(hash: u32, byte: u8) -> u32 {
    let mixed = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    mixed ^ mixed >> 15
}
