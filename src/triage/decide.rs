//! The decision of an axis: what its cues say together.

use super::cue::{Cue, Reason};

/// What the cues of one axis have said so far.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    /// The first strong and the first weak cue of each grade.
    strong: [Option<Cue>; 3],
    weak: [Option<Cue>; 3],
}

/// The decision: a cue, or a reason for silence.
pub(super) type Decision = Result<Cue, Reason>;

impl Verdict {
    /// Takes a cue; a correction replaces what it contradicts.
    pub(super) fn add(&mut self, cue: Cue) {
        let slots = if cue.strong { &mut self.strong } else { &mut self.weak };
        if cue.strong && cue.corrects {
            let other = |(grade, kept): (usize, &Option<Cue>)| grade != cue.reason.grade().1 && kept.is_some();
            if slots.iter().enumerate().any(other) {
                *slots = [None; 3];
            }
        }
        if let Some(slot) = slots.get_mut(cue.reason.grade().1) {
            slot.get_or_insert(cue);
        }
    }

    /// Forgets all of it: it was taken back.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(super) fn is_strong(&self, grade: usize) -> bool {
        self.strong.get(grade).is_some_and(Option::is_some)
    }

    pub(super) fn is_weak(&self, grade: usize) -> bool {
        self.weak.get(grade).is_some_and(Option::is_some)
    }

    /// Decides impact: the widest of what was said, and one person only where nothing hints at more.
    pub(super) fn impact(&self, we: bool) -> Decision {
        let [unit, several, one] = self.strong;
        let only = one.filter(|cue| cue.reason == Reason::OnlyRequester);
        if only.is_some() && (unit.is_some() || several.is_some()) {
            return Err(Reason::Contradiction);
        }
        if let Some(cue) = only.or(unit).or(several) {
            return Ok(cue);
        }
        let hint = self.is_weak(0) || self.is_weak(1) || we;
        match one {
            Some(cue) => Ok(Cue { strong: !hint, ..cue }),
            None => self.hint(),
        }
    }

    /// Decides urgency: what is said, and nothing where it is said that it can wait and that it cannot.
    pub(super) fn urgency(&self) -> Decision {
        match self.strong {
            [Some(_), _, Some(_)] => Err(Reason::Contradiction),
            [Some(now), ..] => Ok(now),
            // `Geen haast, morgen is prima` names the day, and `morgen of volgende week` does not.
            [None, Some(day), Some(_)] => Ok(Cue { strong: false, ..day }),
            [None, Some(day), None] => Ok(day),
            [None, None, Some(later)] => Ok(later),
            [None, None, None] => self.hint(),
        }
    }

    fn hint(&self) -> Decision {
        let mut said = self.weak.iter().flatten().filter(|cue| cue.reason != Reason::Reversal);
        match (said.next(), said.next()) {
            (Some(cue), None) => Ok(*cue),
            (Some(_), Some(_)) => Err(Reason::Contradiction),
            _ => Err(Reason::NothingSaid),
        }
    }
}
