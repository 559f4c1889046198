//! The types that JSON has words for, read from it.

use super::number::EXACT;
use super::read::{FromJson, Grow, Reading};
use super::{Json, Table};

impl FromJson for Json {
    fn fill(&mut self, json: &mut Json, _: &mut Reading) {
        *self = std::mem::take(json);
    }
    fn blank() -> Self {
        Self::Null
    }
}

impl FromJson for String {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        match json {
            Json::Text(value) => *self = std::mem::take(value),
            number @ Json::Number(_) => reading.wrong("text in quotes", number),
            other => reading.wrong("text", other),
        }
    }
    fn blank() -> Self {
        Self::new()
    }
}

impl FromJson for bool {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        match json {
            Json::Bool(value) => *self = *value,
            other => reading.wrong("true or false", other),
        }
    }
    fn blank() -> Self {
        false
    }
}

impl FromJson for f64 {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        match json {
            Json::Number(value) => *self = *value,
            other => reading.wrong("a number", other),
        }
    }
    fn blank() -> Self {
        0.0
    }
}

/// Whole numbers, each with the bounds of its type.
macro_rules! whole {
    ($($type:ty: $least:expr, $most:expr, $lints:ident $(, $more:ident)?;)*) => {$(
        impl FromJson for $type {
            fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
                #[expect(clippy::$lints $(, clippy::$more)?, reason = "whole and within bounds")]
                let value = reading.whole(json, $least, $most) as Self;
                *self = value;
            }
            fn blank() -> Self {
                0
            }
        }
    )*};
}

whole! {
    u64: 0.0, EXACT, cast_possible_truncation, cast_sign_loss;
    u32: 0.0, f64::from(u32::MAX), cast_possible_truncation, cast_sign_loss;
    u16: 0.0, f64::from(u16::MAX), cast_possible_truncation, cast_sign_loss;
    i8: f64::from(i8::MIN), f64::from(i8::MAX), cast_possible_truncation;
}

impl<T: FromJson> FromJson for Option<T> {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        *self = None;
        if !matches!(json, Json::Null) {
            self.insert(T::blank()).fill(json, reading);
        }
    }
    fn blank() -> Self {
        None
    }
}

impl<T: FromJson> Grow for Vec<T> {
    fn grow(&mut self, _: String) -> Option<&mut dyn FromJson> {
        self.push(T::blank());
        self.last_mut().map(|item| item as _)
    }
}

impl<T: FromJson> Grow for Table<T> {
    fn grow(&mut self, name: String) -> Option<&mut dyn FromJson> {
        // INVARIANT: the names of an object differ.
        self.0.push((name, T::blank()));
        self.0.last_mut().map(|(_, value)| value as _)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        self.clear();
        reading.items(json, self);
    }
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: FromJson> FromJson for Table<T> {
    fn fill(&mut self, json: &mut Json, reading: &mut Reading) {
        *self = Self::default();
        reading.entries(json, self);
    }
    fn blank() -> Self {
        Self::default()
    }
}
