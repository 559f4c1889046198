//! Why a value does not fit a type, in plain words.

use serde::de::{self, Expected, Unexpected};
use serde_json::Value;

use crate::error::{Error, unknown};

/// Why a value does not fit. Small: it is handed through every level of every type.
#[derive(Debug, thiserror::Error)]
pub(super) enum Misfit {
    /// The field of that index is missing; its struct knows the name.
    #[error("field {0} is missing")]
    Missing(usize),
    /// The error; its path grows from the inside out.
    #[error(transparent)]
    Here(Box<Error>),
}

impl Misfit {
    #[cold]
    pub(super) fn new(code: &'static str, path: &str, message: String) -> Self {
        Self::Here(Box::new(Error::new(code, path, message)))
    }

    #[cold]
    pub(super) fn error(self) -> Error {
        match self {
            Self::Missing(index) => Error::new("missing-field", "", format!("item {index} is missing")),
            Self::Here(error) => *error,
        }
    }

    #[cold]
    pub(super) fn under(self, key: &str) -> Self {
        Self::Here(Box::new(self.error().under(key)))
    }

    /// The same, with the name of the field that is missing.
    #[cold]
    pub(super) fn named(self, fields: &[&str]) -> Self {
        match self {
            Self::Missing(index) => {
                let field = fields.get(index).copied().unwrap_or_default();
                Self::new("missing-field", field, format!("`{field}` is missing"))
            }
            Self::Here(error) => Self::Here(error),
        }
    }

    #[cold]
    pub(super) fn wrong(found: &Value, expected: &dyn Expected) -> Self {
        de::Error::invalid_type(unexpected(found), expected)
    }
}

impl de::Error for Misfit {
    /// Values of our own refuse with `code: message`.
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        const CODES: [&str; 4] = [
            "not-an-instant",
            "instant-without-offset",
            "instant-out-of-range",
            "not-whole-milliseconds",
        ];
        let message = message.to_string();
        let coded = message
            .split_once(": ")
            .and_then(|(code, rest)| Some((CODES.into_iter().find(|known| *known == code)?, rest)));
        match coded {
            Some((code, rest)) => Self::new(code, "", rest.to_owned()),
            None => Self::new("invalid", "", message),
        }
    }
    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        Self::new(
            "wrong-type",
            "",
            format!("expected {}, found {}", wanted(&expected.to_string()), words(found)),
        )
    }
    fn invalid_value(found: Unexpected, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }
    fn invalid_length(index: usize, _: &dyn Expected) -> Self {
        Self::Missing(index)
    }
    fn unknown_variant(found: &str, known: &'static [&'static str]) -> Self {
        Self::new("unknown-value", "", unknown("value", found, known))
    }
    fn unknown_field(found: &str, known: &'static [&'static str]) -> Self {
        Self::new("unknown-field", found, unknown("field", found, known))
    }
    fn missing_field(field: &'static str) -> Self {
        Self::new("missing-field", field, format!("`{field}` is missing"))
    }
}

/// Says in plain words what serde calls a type.
fn wanted(expected: &str) -> &str {
    match expected {
        "a sequence" => "a list",
        "a map" => "an object",
        "a string" => "text",
        "a boolean" => "true or false",
        "f64" => "a number",
        "u8" | "u16" | "u32" | "u64" => "a whole number of 0 or more",
        "i8" | "i64" => "a whole number",
        _ if expected.starts_with("struct ") => "an object",
        _ => expected,
    }
}

/// Says in plain words what was found.
pub(super) fn words(found: Unexpected) -> String {
    match found {
        Unexpected::Unit => "nothing".to_owned(),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "an object".to_owned(),
        Unexpected::Str(text) => format!("the text `{}`", text.chars().take(60).collect::<String>()),
        Unexpected::Bool(value) => format!("`{value}`"),
        Unexpected::Unsigned(value) => format!("`{value}`"),
        Unexpected::Signed(value) => format!("`{value}`"),
        Unexpected::Float(value) => format!("`{value}`"),
        other => other.to_string(),
    }
}

pub(super) fn unexpected(value: &Value) -> Unexpected<'_> {
    match value {
        Value::Null => Unexpected::Unit,
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
        Value::String(text) => Unexpected::Str(text),
        Value::Bool(value) => Unexpected::Bool(*value),
        Value::Number(value) => value
            .as_i64()
            .map_or(Unexpected::Float(value.as_f64().unwrap_or(f64::NAN)), Unexpected::Signed),
    }
}
