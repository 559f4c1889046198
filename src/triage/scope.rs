//! What makes a sentence say less than its words: suppositions, the past, what is solved already.

use super::sentence::Sentence;
use crate::policy::Slot;

impl Sentence<'_> {
    /// Says whether it supposes something.
    pub(super) fn supposes(&self) -> bool {
        self.has(Slot::If)
    }

    /// Says whether it tells of what is over.
    pub(super) fn is_past(&self) -> bool {
        self.has(Slot::Past) && !self.has(Slot::Since)
    }

    /// Says whether all is well again.
    pub(super) fn resolves(&self) -> bool {
        if self.asks || self.has(Slot::If) {
            return false;
        }
        let wished = self.any(&[Slot::Wish, Slot::Not, Slot::After, Slot::Deadline]);
        let said = |at: usize| !self.before(at, Slot::Not, 3);
        self.first(Slot::Resolved).is_some_and(said) || self.has(Slot::Fixed) && !wished
    }

    /// Says whether it corrects what came before.
    pub(super) fn corrects(&self) -> bool {
        self.has(Slot::Update)
    }
}
