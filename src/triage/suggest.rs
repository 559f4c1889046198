//! The question and the answer.

use super::clean::Clean;
use super::cue::{Axis, Cue, Reason};
use super::decide::{Cues, Decision};
use super::language::language;
use super::sentence::{Sentence, Word, each, words};
use super::tokens::{Read, gap};
use super::{impact, urgency};
use crate::error::Error;
use crate::policy::{Policy, Slot};

/// How long a field may be, in UTF-16 units.
pub const MAX_TEXT: u32 = 1 << 20;

document! {
    /// What a requester wrote.
    pub struct SuggestQuery {
        /// The subject.
        pub subject: String = String::new(),
        /// The text, plain or HTML.
        pub body: String = String::new(),
        /// The language that it is probably in, like `nl`; it decides only where the text does not.
        pub lang: Option<String> = None,
    }
}

answer! {
    /// Levels for the form to select beforehand. It sets no priority.
    pub struct Suggestions {
        /// Who cannot work.
        pub impact: Suggestion,
        /// How long it can wait.
        pub urgency: Suggestion,
    }
}

answer! {
    /// A level, and the words that say it.
    pub struct Suggestion {
        /// Id of the policy's level, or null.
        pub level: Option<String>,
        /// How sure it is.
        pub strength: Strength,
        /// Why this level, or why none.
        pub reason: Reason,
        /// The words that decided, in the order of the text.
        pub evidence: Vec<Evidence>,
    }
}

words! {
    /// How sure a suggestion is.
    pub enum Strength {
        /// Sure enough to select it beforehand.
        Strong = "strong",
        /// A hint for the reader.
        Weak = "weak",
        /// No suggestion.
        None = "none",
    }
}

words! {
    /// A field of the question.
    pub enum Field {
        /// The subject.
        Subject = "subject",
        /// The body.
        Body = "body",
    }
}

answer! {
    /// Words of a field.
    #[derive(Copy)]
    pub struct Evidence {
        /// Where they start in the field as given, in UTF-16 units.
        pub start: u32,
        /// The first unit after them.
        pub end: u32,
        /// The field.
        pub r#in: Field,
    }
}

/// Suggests impact and urgency from what a requester wrote. Strong evidence is enough to select a level beforehand, weak evidence is a hint;
/// where the text says nothing, says two things, or is in a language without words, there is none.
///
/// # Errors
/// `no-incidents` when the policy has none, `too-large` at a field of more than [`MAX_TEXT`] UTF-16 units.
///
/// # Examples
/// ```
/// use deskrules::{policy::Policy, triage::{suggest, Reason, SuggestQuery}};
/// let goud = Policy::managed_server_goud()?;
/// let query = SuggestQuery {
///     subject: "Netwerk ligt plat".into(),
///     body: "Op onze vestiging in Breda kan niemand werken.".into(),
///     lang: None,
/// };
/// let answer = suggest(&goud, &query)?;
/// assert_eq!(answer.impact.level.as_deref(), Some("high"));
/// assert_eq!(answer.impact.reason, Reason::UnitStopped);
/// # Ok::<(), deskrules::error::Error>(())
/// ```
pub fn suggest(policy: &Policy, query: &SuggestQuery) -> Result<Suggestions, Error> {
    if policy.incidents.is_none() {
        return Err(Error::new("no-incidents", "", "this policy has no section `incidents`"));
    }
    let fields = [("subject", &query.subject), ("body", &query.body)];
    let mut read = Vec::with_capacity(fields.len());
    for (name, text) in fields {
        let clean = Clean::new(text);
        if clean.units > MAX_TEXT {
            return Err(Error::new("too-large", name, "more than a million characters of text"));
        }
        read.push(Read::new(clean, policy.lexicons()));
    }
    let mut state = State::default();
    let silence = state.read(policy, &read, query.lang.as_deref().unwrap_or_default());
    let [impact, urgency] = state.decide(silence);
    Ok(Suggestions {
        impact: suggestion(impact, Axis::Impact, policy, &read),
        urgency: suggestion(urgency, Axis::Urgency, policy, &read),
    })
}

fn is_passed_on(words: &[Word]) -> bool {
    matches!(words, [first, second, ..] if first.slots & Slot::Quote.bit() != 0 && second.gap & gap::PAUSE != 0)
}

/// What the sentences have said so far.
#[derive(Default)]
struct State {
    cues: Cues,
    /// Whether somebody says that we cannot work, without saying who we are.
    we: bool,
    /// Whether something hints that even a stop can wait.
    lull: bool,
    /// What takes all back.
    void: Option<Reason>,
}

impl State {
    /// Reads all fields; answers why there is nothing to read.
    fn read(&mut self, policy: &Policy, fields: &[Read], lang: &str) -> Option<Reason> {
        if fields.iter().all(|field| field.tokens.is_empty()) {
            return Some(Reason::NothingSaid);
        }
        let language = language(fields, policy.lexicons(), lang.get(..2).unwrap_or_default());
        let Some(lexicon) = language.filter(|lexicon| lexicon.speaks()) else {
            return Some(Reason::OtherLanguage);
        };
        for (index, field) in fields.iter().enumerate() {
            let words = words(field, lexicon);
            // The subject of a reply or of a mail passed on is somebody else's.
            if index == 0 && is_passed_on(&words) {
                continue;
            }
            each(&words, &mut |sentence| self.sentence(&sentence, policy, index));
        }
        self.void
    }

    fn sentence(&mut self, sentence: &Sentence, policy: &Policy, field: usize) {
        let stops = impact::stop(sentence).is_some();
        if sentence.resolves() {
            self.void = Some(Reason::Resolved);
        } else if sentence.corrects() && stops && self.void == Some(Reason::Resolved) {
            self.void = None;
        }
        if sentence.has(Slot::Drill) {
            self.void.get_or_insert(Reason::Supposed);
        }
        if sentence.has(Slot::NoLonger) {
            self.cues.clear_urgency();
        }
        self.cues.then |= sentence.has(Slot::Then);
        self.lull |= sentence.any(&[Slot::Lull, Slot::Then]);
        self.we |= stops && sentence.has(Slot::We) && !sentence.has(Slot::Aside);
        let mut cues = Vec::new();
        impact::read(sentence, &policy.triage, &mut cues);
        urgency::read(sentence, &mut cues);
        for cue in cues {
            self.cues.add(Cue { field, ..cue });
        }
    }

    fn decide(&self, silence: Option<Reason>) -> [Decision<'_>; 2] {
        let (impact, urgency) = (self.cues.impact(self.we), self.cues.urgency());
        match silence {
            // An exercise can wait or not.
            Some(Reason::Supposed) if urgency.cue.is_some() && !urgency.is_grave() => [Decision::silent(Reason::Supposed), urgency],
            Some(reason) => [Decision::silent(reason); 2],
            // A whole unit that stands still cannot wait, unless somebody says so.
            None if impact.is_grave() && !self.lull && !urgency.strong && urgency.reason != Reason::Contradiction => {
                let waits = urgency.cue.is_some_and(|cue| cue.reason.grade().1 > 0);
                [impact, if waits { urgency } else { impact }]
            }
            None => [impact, urgency],
        }
    }
}

/// The suggestion of an axis; what decides urgency may be a cue of impact.
fn suggestion(decision: Decision, axis: Axis, policy: &Policy, fields: &[Read]) -> Suggestion {
    let silence = |reason| Suggestion {
        level: None,
        strength: Strength::None,
        reason,
        evidence: Vec::new(),
    };
    let Some(cue) = decision.cue else {
        return silence(decision.reason);
    };
    let (_, grade) = cue.reason.grade();
    let Some(level) = policy.triage.levels.get(axis as usize * 3 + grade).cloned().flatten() else {
        return silence(Reason::NoLevel);
    };
    let mut evidence: Vec<Evidence> = Vec::new();
    let spans = in_order(cue.spans);
    let (Some(field), Some(r#in)) = (fields.get(cue.field), Field::ALL.get(cue.field)) else {
        return silence(Reason::NothingSaid);
    };
    for (from, to) in spans {
        let (start, end) = field.clean.place(from, to);
        match evidence.last_mut() {
            _ if to == 0 => {}
            Some(last) if last.end >= end => {}
            // Words next to each other are one stretch.
            Some(last) if last.end + 1 >= start => last.end = end,
            _ => evidence.push(Evidence { start, end, r#in: *r#in }),
        }
    }
    Suggestion {
        level: Some(level),
        strength: if decision.strong { Strength::Strong } else { Strength::Weak },
        reason: cue.reason,
        evidence,
    }
}

/// Returns three stretches in order; the sort of the standard library is larger than all of this.
fn in_order([a, b, c]: [(u32, u32); 3]) -> [(u32, u32); 3] {
    let (a, b) = (a.min(b), a.max(b));
    let (b, c) = (b.min(c), b.max(c));
    [a.min(b), a.max(b), c]
}
