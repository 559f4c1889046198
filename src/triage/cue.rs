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

impl Reason {
    /// The axis that it speaks of, and the grade there: 0 for the most severe.
    pub(super) fn grade(self) -> (Axis, usize) {
        match self {
            Self::UnitStopped => (Axis::Impact, 0),
            Self::SeveralStopped => (Axis::Impact, 1),
            Self::OnePerson | Self::OnlyRequester => (Axis::Impact, 2),
            Self::ByTomorrow => (Axis::Urgency, 1),
            Self::CanWait => (Axis::Urgency, 2),
            _ => (Axis::Urgency, 0),
        }
    }
}

/// What a sentence says of an axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    pub(super) reason: Reason,
    pub(super) strong: bool,
    /// The words, as stretches of the clean text; some may be the same.
    pub(super) spans: [(u32, u32); 3],
    /// Whether it corrects what came before.
    pub(super) corrects: bool,
    /// The index of the field.
    pub(super) field: usize,
}

impl Sentence<'_> {
    /// Adds a cue; `words` are the indexes of those that say it.
    #[inline(never)]
    pub(super) fn say(&self, cues: &mut Vec<Cue>, reason: Reason, strong: bool, words: [usize; 3]) {
        let span = |index: usize| self.words.get(index).map_or((0, 0), |word| (word.from, word.to));
        let [a, b, c] = words;
        cues.push(Cue {
            reason,
            strong: strong || reason == Reason::Reversal,
            spans: [span(a), span(b), span(c)],
            corrects: self.corrects() || reason == Reason::Reversal,
            field: 0,
        });
    }
}
