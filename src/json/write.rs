//! Types into JSON text.

use super::{Json, Table, number};

/// A type that can be written as JSON.
pub trait ToJson {
    /// Writes the value.
    fn to_json(&self, out: &mut Writer);
}

/// Returns a value as JSON text.
#[must_use]
pub fn text<T: ToJson + ?Sized>(value: &T) -> String {
    let mut out = Writer::default();
    value.to_json(&mut out);
    out.finish()
}

/// JSON text under writing.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// Returns what was written.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// Begins an object or a list: `{` or `[`.
    pub(crate) fn begin(&mut self, bracket: char) {
        self.separate();
        self.text.push(bracket);
    }

    /// Ends it: `}` or `]`.
    pub(crate) fn end(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// Writes the name of the field whose value comes next.
    pub(crate) fn key(&mut self, name: &str) {
        self.string(name);
        self.text.push(':');
    }

    /// Writes a name and its value.
    pub(crate) fn field<T: ToJson + ?Sized>(&mut self, name: &str, value: &T) {
        self.key(name);
        value.to_json(self);
    }

    /// Writes a name and its value, unless that is null.
    pub(crate) fn present<T: ToJson + ?Sized>(&mut self, name: &str, value: &T) {
        let before = self.text.len();
        self.field(name, value);
        if self.text.ends_with(":null") {
            self.text.truncate(before);
        }
    }

    /// Writes a number or a word as it is.
    pub(crate) fn bare(&mut self, text: &str) {
        self.separate();
        self.text.push_str(text);
    }

    /// Writes text in quotes.
    pub(crate) fn string(&mut self, text: &str) {
        self.separate();
        self.text.push('"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= b' ' && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.text.push_str(text.get(from..at).unwrap_or_default());
            from = at + 1;
            match byte {
                b'"' | b'\\' => self.text.extend(['\\', char::from(byte)]),
                b'\n' => self.text.push_str("\\n"),
                _ => {
                    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
                    self.text.push_str("\\u00");
                    self.text.extend([digit(byte >> 4), digit(byte & 15)]);
                }
            }
        }
        self.text.push_str(text.get(from..).unwrap_or_default());
        self.text.push('"');
    }

    /// Writes the comma before all but the first.
    fn separate(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }
}

impl ToJson for Json {
    fn to_json(&self, out: &mut Writer) {
        match self {
            Self::Null => out.bare("null"),
            Self::Bool(value) => value.to_json(out),
            Self::Number(value) => value.to_json(out),
            Self::Text(text) => out.string(text),
            Self::List(list) => list.to_json(out),
            Self::Object(entries) => entries.to_json(out),
        }
    }
}

impl ToJson for str {
    fn to_json(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl ToJson for &str {
    fn to_json(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl ToJson for String {
    fn to_json(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl ToJson for bool {
    fn to_json(&self, out: &mut Writer) {
        out.bare(if *self { "true" } else { "false" });
    }
}

impl ToJson for f64 {
    /// JSON has no word for what is not finite: null.
    fn to_json(&self, out: &mut Writer) {
        out.bare(&if self.is_finite() { number(*self) } else { "null".to_owned() });
    }
}

/// Numbers that fit a float.
macro_rules! numbers {
    ($($type:ty)*) => {$(
        impl ToJson for $type {
            fn to_json(&self, out: &mut Writer) {
                f64::from(*self).to_json(out);
            }
        }
    )*};
}

numbers!(u32 u16 i8);

impl ToJson for u64 {
    fn to_json(&self, out: &mut Writer) {
        #[expect(clippy::cast_precision_loss, reason = "numbers of JSON are floats")]
        (*self as f64).to_json(out);
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self, out: &mut Writer) {
        match self {
            Some(value) => value.to_json(out),
            None => out.bare("null"),
        }
    }
}

impl<T: ToJson> ToJson for [T] {
    fn to_json(&self, out: &mut Writer) {
        out.begin('[');
        for item in self {
            item.to_json(out);
        }
        out.end(']');
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self, out: &mut Writer) {
        self.as_slice().to_json(out);
    }
}

impl<T: ToJson> ToJson for Table<T> {
    fn to_json(&self, out: &mut Writer) {
        out.begin('{');
        for (name, value) in self {
            out.field(name, value);
        }
        out.end('}');
    }
}
