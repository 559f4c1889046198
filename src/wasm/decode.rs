//! What JavaScript asks, as JSON text: the client writes it, within bounds of its own, and refuses what JSON has no word for.

use super::Answer;
use crate::json::{self, FromJson};
use crate::schedule::Instant;

/// Reads text as a type.
pub(super) fn fit<T: FromJson>(text: &str) -> Answer<T> {
    Ok(json::fit(json::parse(text)?)?)
}

/// Reads the argument of that name as an instant.
pub(super) fn instant(text: &str, name: &str) -> Answer<Instant> {
    fit(text).map_err(|error| error.under(name))
}
