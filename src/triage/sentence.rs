//! Sentences: words with what they say, and what is near what.

use super::tokens::{Read, Token, gap};
use crate::policy::Slot;
use crate::policy::lexicon::Lexicon;

/// The longest sentence, in words: what is longer goes on as another one.
const LONGEST: usize = 60;

/// A word, or several that are one in the lexicon.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) slots: u64,
    /// The number that it is; 0 for none.
    pub(super) value: u32,
    pub(super) gap: u8,
    pub(super) capital: bool,
}

/// A sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) words: &'a [Word],
    /// All slots of its words.
    slots: u64,
    /// Whether it asks something.
    pub(super) asks: bool,
}

/// Returns the words of a field with what they say in one language.
pub(super) fn words(field: &Read, lexicon: &Lexicon) -> Vec<Word> {
    let tokens = &field.tokens;
    let mut words = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = |ahead: usize| {
            let within = |token: &&Token| token.gap & (gap::END | gap::PAUSE) == 0;
            tokens.get(at + ahead).filter(within).map(|token| field.text(token))
        };
        let word = field.text(token);
        let mut found = lexicon.find(word, &next);
        // `The mayor's laptop` is the mayor's, as `mijn collega's` are many.
        if let Some(owner) = word.strip_suffix(b"'s").filter(|_| found.slots == 0) {
            found = lexicon.find(owner, &|_| None);
        }
        let count = found.words.max(1);
        let value = if found.value == 0 { number(word) } else { u32::from(found.value) };
        words.push(Word {
            from: token.from,
            to: tokens.get(at + count - 1).map_or(token.to, |last| last.to),
            slots: found.slots,
            value,
            gap: token.gap,
            capital: token.capital,
        });
        at += count;
    }
    words
}

/// Returns a number of up to four digits; 0 for what is none.
fn number(word: &[u8]) -> u32 {
    if word.len() > 4 || !word.iter().all(u8::is_ascii_digit) {
        return 0;
    }
    word.iter().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'))
}

/// Calls `of` with each sentence; `but` begins a new one.
pub(super) fn each(words: &[Word], of: &mut dyn FnMut(Sentence)) {
    let mut start = 0;
    for at in 1..=words.len() {
        let next = words.get(at);
        let ends = next.is_none_or(|word| word.gap & gap::END != 0 || word.slots & Slot::But.bit() != 0) || at - start == LONGEST;
        if ends {
            let words = words.get(start..at).unwrap_or_default();
            of(Sentence {
                words,
                slots: words.iter().fold(0, |slots, word| slots | word.slots),
                asks: next.is_some_and(|word| word.gap & gap::ASKED != 0),
            });
            start = at;
        }
    }
}

// Not inlined, all of them: a set of 64 slots is a long constant, and a slot is a byte.
impl Sentence<'_> {
    /// Says whether a word of it is in that slot.
    #[inline(never)]
    pub(super) fn has(&self, slot: Slot) -> bool {
        self.slots & slot.bit() != 0
    }

    /// Says whether a word of it is in one of those slots.
    #[inline(never)]
    pub(super) fn any(&self, slots: &[Slot]) -> bool {
        slots.iter().any(|slot| self.has(*slot))
    }

    /// Says whether the word of that index is in a slot.
    #[inline(never)]
    pub(super) fn is(&self, index: usize, slot: Slot) -> bool {
        self.words.get(index).is_some_and(|word| word.slots & slot.bit() != 0)
    }

    /// Returns the first word in a slot.
    #[inline(never)]
    pub(super) fn first(&self, slot: Slot) -> Option<usize> {
        self.from(0, slot)
    }

    /// Returns the first word in a slot from an index on.
    #[inline(never)]
    pub(super) fn from(&self, index: usize, slot: Slot) -> Option<usize> {
        if !self.has(slot) {
            return None;
        }
        (index..self.words.len()).find(|index| self.is(*index, slot))
    }

    /// Returns the first word of one slot that is followed by one of another within so many words, the same word included.
    #[inline(never)]
    pub(super) fn pair(&self, a: Slot, b: Slot, within: usize) -> Option<(usize, usize)> {
        let mut index = self.first(a)?;
        loop {
            if let Some(other) = self.from(index, b).filter(|other| other - index <= within) {
                return Some((index, other));
            }
            index = self.from(index + 1, a)?;
        }
    }

    /// Says whether there is a pause before the word of that index, or no such word.
    #[inline(never)]
    pub(super) fn pauses(&self, index: usize) -> bool {
        self.words.get(index).is_none_or(|word| word.gap & gap::PAUSE != 0)
    }

    /// Says whether a word in a slot stands within so many words before that one, no pause between.
    #[inline(never)]
    pub(super) fn before(&self, index: usize, slot: Slot, within: usize) -> bool {
        let near = (index.saturating_sub(within)..index)
            .rev()
            .take_while(|before| !self.pauses(before + 1));
        self.has(slot) && near.into_iter().any(|index| self.is(index, slot))
    }

    /// Says whether a word of that slot is on either side within so many words, no pause between.
    #[inline(never)]
    pub(super) fn beside(&self, index: usize, slot: Slot, within: usize) -> bool {
        if !self.has(slot) {
            return false;
        }
        let mut at = index;
        for _ in 0..within {
            if self.pauses(at) || at == 0 {
                break;
            }
            at -= 1;
            if self.is(at, slot) {
                return true;
            }
        }
        let mut at = index;
        for _ in 0..within {
            at += 1;
            if self.pauses(at) {
                break;
            }
            if self.is(at, slot) {
                return true;
            }
        }
        self.is(index, slot)
    }

    /// Says whether `not` or `not the` stands before the word.
    #[inline(never)]
    pub(super) fn denied(&self, index: usize) -> bool {
        self.before(index, Slot::Not, 1)
            || self.before(index, Slot::Not, 2) && index.checked_sub(1).is_some_and(|between| self.is(between, Slot::Common))
    }

    /// Says whether a stroke joins the word with another: one of several to choose from.
    #[inline(never)]
    pub(super) fn is_choice(&self, index: usize) -> bool {
        [index, index + 1]
            .iter()
            .any(|at| self.words.get(*at).is_some_and(|word| word.gap & gap::STROKE != 0))
    }
}
