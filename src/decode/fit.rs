//! A deserializer of JSON values whose errors carry a code and a path, and whose generated code is small.

use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::misfit::{Misfit, unexpected, words};

/// A value to be fitted into a type. Strict where `serde_json`'s own deserializer is not (a list is no object whose fields are in
/// order), and small: each method knows the one shape that it takes.
pub(super) struct Fit(pub(super) Value);

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

    /// Hands the fields over in their declared order, which takes two thirds of the code that looking each up by name does.
    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Object(values) => match values.keys().find(|key| !fields.contains(&key.as_str())) {
                Some(stranger) => Err(de::Error::unknown_field(stranger, fields)),
                None => visitor
                    .visit_seq(Fields {
                        values,
                        names: fields.iter(),
                    })
                    .map_err(|error| error.named(fields)),
            },
            other => Err(Misfit::wrong(&other, &visitor)),
        }
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

/// The fields of a struct in their declared order. One that is absent ends the sequence, so that serde takes its default: every field
/// that may be left out has `#[serde(default)]`.
struct Fields {
    values: Map<String, Value>,
    names: std::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some((name, value)) = self.names.next().and_then(|name| Some((name, self.values.remove(*name)?))) else {
            return Ok(None);
        };
        seed.deserialize(Fit(value)).map(Some).map_err(|error| error.under(name))
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
