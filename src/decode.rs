//! JSON into typed values: what does not fit is one error with a code and the path of the place.

use serde::de::{self, DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess};
use serde_json::{Map, Number, Value};

use crate::error::{Error, unknown};

/// How deep input may nest.
pub const MAX_DEPTH: usize = 32;

/// Reads JSON text.
///
/// # Errors
/// When it is no JSON, nests deeper than [`MAX_DEPTH`] or has a key twice; the message names line and column.
pub fn parse(text: &str) -> Result<Value, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Strict { depth: 0 }.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| {
        let message = error.to_string();
        match message.split_once(": ") {
            Some((code @ ("duplicate-key" | "too-deep"), message)) => Error::new(known_code(code), "", message),
            _ => Error::new("not-json", "", format!("this is not JSON: {message}")),
        }
    })
}

/// Fits a value into a type.
///
/// # Errors
/// At the first place that does not fit: a wrong type, an unknown or a missing field, a value that means nothing.
pub fn fit<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { "" } else { path.as_str() };
        explain(path, &error.inner().to_string())
    })
}

/// Turns serde's message into ours. Messages of our own come as `code: message`.
fn explain(path: &str, message: &str) -> Error {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let (first, others) = quoted.split_first().map_or(("", &[][..]), |(first, others)| (*first, others));
    if message.starts_with("unknown field") {
        // The path may or may not end in the field already.
        let path = if path == first || path.ends_with(&format!(".{first}")) { path.to_owned() } else { join(path, first) };
        return Error::new("unknown-field", path, unknown("field", first, others));
    }
    if message.starts_with("missing field") {
        return Error::new("missing-field", join(path, first), format!("`{first}` is missing"));
    }
    if message.starts_with("unknown variant") {
        return Error::new("unknown-value", path, unknown("value", first, others));
    }
    if let Some((found, expected)) = message.split_once(", expected ").filter(|_| message.starts_with("invalid ")) {
        let found = found.split_once(": ").map_or(found, |(_, found)| found);
        return Error::new("wrong-type", path, format!("expected {}, found {}", plain(expected), plain(found)));
    }
    match message.split_once(": ") {
        Some((code, message)) if known_code(code) == code => Error::new(known_code(code), path, message),
        _ => Error::new("invalid", path, message),
    }
}

/// The codes that values of our own refuse with.
fn known_code(code: &str) -> &'static str {
    const CODES: [&str; 6] =
        ["duplicate-key", "too-deep", "not-an-instant", "instant-without-offset", "instant-out-of-range", "not-whole-milliseconds"];
    CODES.into_iter().find(|known| *known == code).unwrap_or("invalid")
}

fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// Says in plain words what serde calls a type or a value.
fn plain(text: &str) -> String {
    match text {
        "null" | "unit" | "Option value" => "nothing".to_owned(),
        "a sequence" | "sequence" => "a list".to_owned(),
        "a map" | "map" => "an object".to_owned(),
        "a string" => "text".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "f64" => "a number".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number of 0 or more".to_owned(),
        "i8" | "i64" => "a whole number".to_owned(),
        _ if text.starts_with("struct ") => "an object".to_owned(),
        _ => match text.split_once(' ') {
            Some(("string", value)) => format!("the text {value}"),
            Some(("integer" | "boolean", value)) => value.to_owned(),
            Some(("floating", value)) => value.trim_start_matches("point ").to_owned(),
            _ => text.to_owned(),
        },
    }
}

/// A JSON value that refuses what `serde_json::Value` lets pass: a key that stands twice, and nesting without end.
struct Strict {
    depth: usize,
}

impl Strict {
    fn deeper<E: de::Error>(&self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(E::custom(format_args!("too-deep: nested deeper than {MAX_DEPTH} levels")));
        }
        Ok(Self { depth: self.depth + 1 })
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;
    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> de::Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.deeper()?)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(de::Error::custom(format_args!("duplicate-key: the key `{key}` stands here twice")));
            }
            let value = entries.next_value_seed(self.deeper()?)?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}
