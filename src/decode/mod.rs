//! JSON into typed values: what does not fit is one error with a code and the path of the place.

mod fit;
mod misfit;
mod strict;

use serde::de::{DeserializeOwned, DeserializeSeed as _};
use serde_json::Value;

use crate::error::Error;
use fit::Fit;
use misfit::Misfit;
use strict::Strict;

/// How deep input may nest.
pub const MAX_DEPTH: usize = 32;

/// Reads JSON text.
///
/// # Errors
/// When it is no JSON, nests deeper than [`MAX_DEPTH`] or has a key twice; the message names line and column.
pub fn parse(text: &str) -> Result<Value, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Strict { depth: 0 }
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| {
        let message = error.to_string();
        match message.split_once(": ") {
            Some(("duplicate-key", message)) => Error::new("duplicate-key", "", message),
            Some(("too-deep", message)) => Error::new("too-deep", "", message),
            _ => Error::new("not-json", "", format!("this is not JSON: {message}")),
        }
    })
}

/// Fits a value into a type.
///
/// # Errors
/// At the first place that does not fit: a wrong type, an unknown or a missing field, a value that means nothing.
pub fn fit<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    T::deserialize(Fit(value)).map_err(Misfit::error)
}
