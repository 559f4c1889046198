//! The decision of an axis: what its cues say together.

use super::cue::{Axis, Cue, Reason};

/// The cues that count: of each grade the first strong and the first weak one.
#[derive(Debug, Default)]
pub(super) struct Cues {
    said: Vec<Cue>,
    /// Whether a time that was named is a deadline.
    pub(super) then: bool,
}

/// The decision of an axis: the cue that says it, or why there is none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decision<'a> {
    pub(super) cue: Option<&'a Cue>,
    pub(super) strong: bool,
    pub(super) reason: Reason,
}

impl<'a> Decision<'a> {
    /// Returns the decision to say nothing.
    pub(super) fn silent(reason: Reason) -> Self {
        Self {
            cue: None,
            strong: false,
            reason,
        }
    }

    fn of(cue: &'a Cue, strong: bool) -> Self {
        Self {
            cue: Some(cue),
            strong,
            reason: cue.reason,
        }
    }

    /// Says whether it is sure of the most severe grade.
    pub(super) fn is_grave(&self) -> bool {
        self.strong && self.cue.is_some_and(|cue| cue.reason.grade().1 == 0)
    }
}

impl Cues {
    /// Takes a cue; a correction replaces what it contradicts.
    pub(super) fn add(&mut self, cue: Cue) {
        let (axis, grade) = cue.reason.grade();
        if cue.reason == Reason::Reversal && self.get(Axis::Urgency, 2, true).is_none() {
            return;
        }
        if cue.corrects && cue.strong {
            self.forget(axis, grade);
        }
        if self.get(axis, grade, cue.strong).is_none() {
            self.said.push(cue);
        }
    }

    /// Forgets what was said of urgency: it was taken back.
    pub(super) fn clear_urgency(&mut self) {
        self.forget(Axis::Urgency, usize::MAX);
    }

    /// Forgets what was said of an axis, but for one grade.
    fn forget(&mut self, axis: Axis, but: usize) {
        let other = |cue: &Cue| cue.reason.grade().0 == axis && cue.reason.grade().1 != but;
        while let Some(index) = self.said.iter().position(other) {
            self.said.remove(index);
        }
    }

    fn strong(&self, axis: Axis) -> [Option<&Cue>; 3] {
        let of = |grade| self.get(axis, grade, true);
        [of(0), of(1), of(2)]
    }

    fn get(&self, axis: Axis, grade: usize, strong: bool) -> Option<&Cue> {
        self.said
            .iter()
            .find(|cue| cue.strong == strong && cue.reason.grade() == (axis, grade))
    }

    /// Decides impact: the widest of what was said, and one person only where nothing hints at more.
    pub(super) fn impact(&self, we: bool) -> Decision<'_> {
        let [unit, several, one] = self.strong(Axis::Impact);
        let only = one.filter(|cue| cue.reason == Reason::OnlyRequester);
        if let Some(wide) = unit.or(several) {
            return if only.is_some() {
                Decision::silent(Reason::Contradiction)
            } else {
                Decision::of(wide, true)
            };
        }
        let hint = we || [0, 1].iter().any(|grade| self.get(Axis::Impact, *grade, false).is_some());
        match one {
            Some(cue) => Decision::of(cue, !hint || only.is_some()),
            None => self.hint(Axis::Impact),
        }
    }

    /// Decides urgency: what is said, and nothing where it is said that it can wait and that it cannot.
    pub(super) fn urgency(&self) -> Decision<'_> {
        match self.strong(Axis::Urgency) {
            [Some(_), _, Some(_)] => Decision::silent(Reason::Contradiction),
            // `Nu direct, hoewel, volgende maand is ook goed`.
            [Some(cue), ..] => Decision::of(cue, self.get(Axis::Urgency, 2, false).is_none()),
            [None, None, Some(cue)] => Decision::of(
                cue,
                self.get(Axis::Urgency, 1, false).is_none() && self.get(Axis::Urgency, 0, false).is_none(),
            ),
            // `Geen haast, morgen is prima` names the day, and `morgen of volgende week` does not.
            [None, Some(cue), later] => Decision::of(cue, later.is_none() && self.get(Axis::Urgency, 2, false).is_none()),
            // `The meeting is tomorrow. It must work by then.`
            _ => {
                let hint = self.hint(Axis::Urgency);
                Decision {
                    strong: self.then && hint.cue.is_some(),
                    ..hint
                }
            }
        }
    }

    fn hint(&self, axis: Axis) -> Decision<'_> {
        let mut said = self.said.iter().filter(|cue| cue.reason.grade().0 == axis);
        match (said.next(), said.next()) {
            (Some(cue), None) => Decision::of(cue, false),
            (Some(_), Some(_)) => Decision::silent(Reason::Contradiction),
            _ => Decision::silent(Reason::NothingSaid),
        }
    }
}
