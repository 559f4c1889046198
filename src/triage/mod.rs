//! Suggestions: impact and urgency from what a requester wrote, with the words that say it. Never a priority, never over a person's choice.
//!
//! A text is cleaned of markup ([`clean`]), of what others wrote in it ([`tokens`]), told by its language ([`language`]), looked up in the
//! policy's lexicon and cut into sentences ([`sentence`]). Each sentence says what it says of [`impact`] and [`urgency`] within its
//! [`scope`], and all of them together [`decide`].

mod clean;
mod cue;
mod decide;
mod impact;
mod language;
mod scope;
mod sentence;
mod suggest;
mod tokens;
mod urgency;

pub use cue::Reason;
pub use suggest::{Evidence, Field, MAX_TEXT, Strength, SuggestQuery, Suggestion, Suggestions, suggest};
