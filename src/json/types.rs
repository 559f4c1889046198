//! The types that JSON has words for, read from it.

use super::number::EXACT;
use super::read::{FromJson, Reading};
use super::{Json, Table};

impl FromJson for Json {
    fn from_json(json: Json, _: &mut Reading) -> Self {
        json
    }
    fn blank() -> Self {
        Self::Null
    }
}

impl FromJson for String {
    fn from_json(json: Json, reading: &mut Reading) -> Self {
        if let Json::Text(text) = json {
            return text;
        }
        let number = matches!(json, Json::Number(_));
        reading.wrong(if number { "text in quotes" } else { "text" }, &json);
        Self::new()
    }
    fn blank() -> Self {
        Self::new()
    }
}

impl FromJson for bool {
    fn from_json(json: Json, reading: &mut Reading) -> Self {
        if let Json::Bool(value) = json {
            return value;
        }
        reading.wrong("true or false", &json);
        false
    }
    fn blank() -> Self {
        false
    }
}

impl FromJson for f64 {
    fn from_json(json: Json, reading: &mut Reading) -> Self {
        if let Json::Number(value) = json {
            return value;
        }
        reading.wrong("a number", &json);
        0.0
    }
    fn blank() -> Self {
        0.0
    }
}

/// Whole numbers, each with the bounds of its type.
macro_rules! whole {
    ($($type:ty: $least:expr, $most:expr;)*) => {$(
        impl FromJson for $type {
            fn from_json(json: Json, reading: &mut Reading) -> Self {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within bounds")]
                let value = reading.whole(&json, $least, $most) as Self;
                value
            }
            fn blank() -> Self {
                0
            }
        }
    )*};
}

whole! {
    u64: 0.0, EXACT;
    u32: 0.0, f64::from(u32::MAX);
    u16: 0.0, f64::from(u16::MAX);
}

impl FromJson for i8 {
    fn from_json(json: Json, reading: &mut Reading) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within bounds")]
        let value = reading.whole(&json, f64::from(i8::MIN), f64::from(i8::MAX)) as Self;
        value
    }
    fn blank() -> Self {
        0
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json, reading: &mut Reading) -> Self {
        match json {
            Json::Null => None,
            json => Some(T::from_json(json, reading)),
        }
    }
    fn blank() -> Self {
        None
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json, reading: &mut Reading) -> Self {
        let mut list = reading.items(json);
        let mut items = Self::new();
        while let Some(json) = reading.next_item(&mut list) {
            items.push(T::from_json(json, reading));
            reading.leave();
        }
        items
    }
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: FromJson> FromJson for Table<T> {
    fn from_json(json: Json, reading: &mut Reading) -> Self {
        let Json::Object(entries) = json else {
            reading.wrong("an object", &json);
            return Self::default();
        };
        entries.into_map(|name, json| {
            reading.enter(name);
            let value = T::from_json(json, reading);
            reading.leave();
            value
        })
    }
    fn blank() -> Self {
        Self::default()
    }
}
