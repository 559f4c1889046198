//! JSON into typed values: what does not fit is one error with a code and the path of the place.

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
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
    T::deserialize(Fit(value)).map_err(|Misfit(error)| *error)
}

/// Why a value does not fit; its path grows from the inside out. Boxed: it is handed through every level of every type.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct Misfit(Box<Error>);

impl Misfit {
    fn new(code: &'static str, path: &str, message: String) -> Self {
        Self(Box::new(Error::new(code, path, message)))
    }

    #[cold]
    fn under(self, key: &str) -> Self {
        Self(Box::new(self.0.under(key)))
    }

    #[cold]
    fn wrong(found: &Value, expected: &dyn Expected) -> Self {
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
fn words(found: Unexpected) -> String {
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

fn unexpected(value: &Value) -> Unexpected<'_> {
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

/// A value to be fitted into a type. Strict where `serde_json`'s own deserializer is not (a list is no object whose fields are in
/// order), and small: each method knows the one shape that it takes.
struct Fit(Value);

impl<'de> Deserializer<'de> for Fit {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(number), _) => visitor.visit_i64(number),
                (None, number) => visitor.visit_f64(number.unwrap_or(f64::NAN)),
            },
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            list @ Value::Array(_) => Fit(list).deserialize_seq(visitor),
            map @ Value::Object(_) => Fit(map).deserialize_map(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0.as_bool() {
            Some(value) => visitor.visit_bool(value),
            None => Err(Misfit::wrong(&self.0, &visitor)),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0.as_f64() {
            Some(value) => visitor.visit_f64(value),
            None => Err(Misfit::wrong(&self.0, &visitor)),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0.as_u64() {
            Some(value) => visitor.visit_u64(value),
            None => Err(Misfit::wrong(&self.0, &visitor)),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0.as_i64() {
            Some(value) => visitor.visit_i64(value),
            None => Err(Misfit::wrong(&self.0, &visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            other => Err(Misfit::wrong(&other, &visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_str(self.0.as_str().unwrap_or_default())
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(Items {
                rest: list.into_iter(),
                index: 0,
            }),
            other => Err(Misfit::wrong(&other, &visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Object(map) => visitor.visit_map(Entries {
                rest: map.into_iter(),
                current: None,
            }),
            other => Err(Misfit::wrong(&other, &visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(variant) => visitor.visit_enum(variant.into_deserializer()),
            other => Err(Misfit::new(
                "wrong-type",
                "",
                format!("expected text, found {}", words(unexpected(&other))),
            )),
        }
    }

    serde::forward_to_deserialize_any! {
        i16 i32 i64 i128 u8 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct ignored_any
    }
}

/// The items of a list.
struct Items {
    rest: std::vec::IntoIter<Value>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some(item) = self.rest.next() else { return Ok(None) };
        let item = seed
            .deserialize(Fit(item))
            .map_err(|error| error.under(&format!("[{}]", self.index)))?;
        self.index += 1;
        Ok(Some(item))
    }
}

/// The entries of an object.
struct Entries {
    rest: serde_json::map::IntoIter,
    current: Option<(String, Value)>,
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Misfit;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        self.current = self.rest.next();
        let Some((key, _)) = &self.current else { return Ok(None) };
        seed.deserialize(Fit(Value::String(key.clone()))).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        let (key, value) = self.current.take().unwrap_or_default();
        seed.deserialize(Fit(value)).map_err(|error| error.under(&key))
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
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
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
