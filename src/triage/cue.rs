//! Cues: what one sentence says of one axis, and the words that say it.

use super::sentence::Sentence;

/// Impact or urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Impact,
    Urgency,
}

words! {
    /// Why a level is suggested, or why none is.
    pub enum Reason {
        /// A department, a place or the organisation cannot work.
        UnitStopped = "unit-stopped",
        /// Several people cannot work.
        SeveralStopped = "several-stopped",
        /// One person cannot work, or asks for something.
        OnePerson = "one-person",
        /// It says that only the requester is affected.
        OnlyRequester = "only-requester",
        /// It says that it cannot wait.
        AtOnce = "at-once",
        /// Somebody waits, something is lost or in danger.
        HarmNow = "harm-now",
        /// Something happens within the hour.
        MomentNear = "moment-near",
        /// It can wait until tonight or tomorrow.
        ByTomorrow = "by-tomorrow",
        /// It can wait for longer.
        CanWait = "can-wait",
        /// It became urgent since.
        Reversal = "reversal",
        /// It says nothing of it.
        NothingSaid = "nothing-said",
        /// It says two things that cannot both be.
        Contradiction = "contradiction",
        /// It says that all is well again.
        Resolved = "resolved",
        /// It is an exercise or a supposition.
        Supposed = "supposed",
        /// It is in a language without words.
        OtherLanguage = "other-language",
        /// The policy has no level for what it says.
        NoLevel = "no-level",
    }
}

/// What a sentence says of an axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    pub(super) axis: Axis,
    /// 0 for the most severe.
    pub(super) grade: usize,
    pub(super) strong: bool,
    pub(super) reason: Reason,
    /// The words, as stretches of the clean text; empty ones stand for none.
    pub(super) spans: [(u32, u32); 3],
    /// Whether it corrects what came before.
    pub(super) corrects: bool,
    /// The index of the field.
    pub(super) field: usize,
}

impl Cue {
    pub(super) fn new(axis: Axis, grade: usize, strong: bool, reason: Reason, sentence: &Sentence, words: &[usize]) -> Self {
        let mut spans = [(0, 0); 3];
        for (span, index) in spans.iter_mut().zip(words) {
            if let Some(word) = sentence.words.get(*index) {
                *span = (word.from, word.to);
            }
        }
        Self {
            axis,
            grade,
            strong,
            reason,
            spans,
            corrects: false,
            field: 0,
        }
    }
}
