//! JSON: read strictly, fitted into types with every misfit at its path, written compactly.
//!
//! Serde's generated code was two thirds of the wasm; this module does the same with one small function for each type.

mod nearest;
mod number;
mod parse;
mod read;
#[macro_use]
pub(crate) mod record;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod table;
mod types;
mod write;

pub use nearest::nearest;
pub(crate) use nearest::{shown, unknown};
pub(crate) use number::digits;
pub use number::number;
pub use parse::parse;
pub use read::{FromJson, Misfit, Misfits, Reading, fit};
pub use table::Table;
pub use write::{ToJson, Writer, text};

/// How deep input may nest.
pub const MAX_DEPTH: usize = 32;

/// A JSON value.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Json {
    /// Nothing.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// A number; finite.
    Number(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Values by name.
    Object(Table<Json>),
}

impl Json {
    /// Returns the text, when it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<&[String]> for Json {
    fn from(texts: &[String]) -> Self {
        let mut list = Vec::new();
        for text in texts {
            list.push(text.as_str().into());
        }
        Self::List(list)
    }
}

impl From<&Table<String>> for Json {
    fn from(texts: &Table<String>) -> Self {
        Self::Object(texts.map(|text| text.as_str().into()))
    }
}
