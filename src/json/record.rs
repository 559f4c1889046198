//! Declares the types that JSON is read into and answers are written from. Their fields are named in camel case, as JavaScript does.

/// Declares a struct that is read from JSON and written again. A field with a default, behind `=`, may be left out.
macro_rules! document {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $( $(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty $(= $default:expr)? ),* $(,)?
        }
    ) => {
        record! {
            $(#[$meta])*
            $vis struct $name {
                $( $(#[$field_meta])* $field_vis $field: $type $(= $default)? ),*
            }
        }

        impl $crate::json::FromJson for $name {
            fn fill(&mut self, json: &mut $crate::json::Json, reading: &mut $crate::json::Reading) {
                self.fill_fields(json, reading);
            }
            fn blank() -> Self {
                Self::blank_fields()
            }
        }
    };
}

/// The same without [`FromJson`](crate::json::FromJson), for types that may also be written in a shorter way.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $( $(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty $(= $default:expr)? ),* $(,)?
        }
    ) => {
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(rename_all = "camelCase", deny_unknown_fields, transform = Self::describe)
        )]
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify_macros::Tsify), serde(rename_all = "camelCase"))]
        $vis struct $name {
            $(
                $(#[$field_meta])*
                // The tool attribute does nothing but name the default, so that this line stands only where there is one.
                $( #[cfg_attr(target_arch = "wasm32", tsify(optional), rustfmt::default($default))] )?
                $field_vis $field: $type,
            )*
        }

        impl $name {
            #[doc = "The names of its fields, in their declared order, and whether each must be there."]
            const FIELDS: &[(&str, bool)] = &[$( (camel_case!($field), required!($($default)?)) ),*];

            fn fill_fields(&mut self, json: &mut $crate::json::Json, reading: &mut $crate::json::Reading) {
                reading.fields(json, Self::FIELDS, &mut [$( &mut self.$field ),*]);
            }

            fn blank_fields() -> Self {
                Self { $( $field: blank!($($default)?), )* }
            }

            #[cfg(feature = "schema")]
            fn describe(schema: &mut schemars::Schema) {
                $crate::json::schema::fields(schema, Self::FIELDS, &Self::blank_fields());
            }
        }

        to_json!($name, present { $( $field ),* });
    };
}

/// Says whether a field of a [`record!`] must be there: one without a default.
macro_rules! required {
    () => {
        true
    };
    ($default:expr) => {
        false
    };
}

/// What a field of a [`record!`] has before it is read.
macro_rules! blank {
    () => {
        $crate::json::FromJson::blank()
    };
    ($default:expr) => {
        $default
    };
}

/// Declares a struct that is written as JSON.
macro_rules! answer {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $( $(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify_macros::Tsify), serde(rename_all = "camelCase"), tsify(missing_as_null))]
        $vis struct $name {
            $( $(#[$field_meta])* $field_vis $field: $type, )*
        }

        to_json!($name, field { $( $field ),* });
    };
}

/// Writes a struct as an object of these fields: all of them (`field`), or without those that are null (`present`).
macro_rules! to_json {
    ($name:ident, $write:ident { $( $field:ident ),* }) => {
        impl $crate::json::ToJson for $name {
            fn to_json(&self, out: &mut $crate::json::Writer) {
                let Self { $( $field ),* } = self;
                out.begin('{');
                $( out.$write(camel_case!($field), $field); )*
                out.end('}');
            }
        }
    };
}

/// Declares an enum of words: each variant is written as its text.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify_macros::Tsify))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $vis enum $name {
            $(
                $(#[$variant_meta])*
                #[cfg_attr(target_arch = "wasm32", serde(rename = $word))]
                #[cfg_attr(feature = "schema", schemars(rename = $word))]
                $variant,
            )*
        }

        impl $name {
            /// All of them, in their declared order.
            pub const ALL: &[Self] = &[$( Self::$variant ),*];

            /// Returns the text that stands for it in JSON.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $( Self::$variant => $word, )*
                }
            }
        }

        impl $crate::json::FromJson for $name {
            fn fill(&mut self, json: &mut $crate::json::Json, reading: &mut $crate::json::Reading) {
                let index = reading.word(json, &[$( $word ),*]);
                *self = index.and_then(|index| Self::ALL.get(index)).copied().unwrap_or(*self);
            }
            fn blank() -> Self {
                [$( Self::$variant ),*][0]
            }
        }

        impl $crate::json::ToJson for $name {
            fn to_json(&self, out: &mut $crate::json::Writer) {
                out.string(self.word());
            }
        }
    };
}

/// The name of a field in camel case, made when compiled.
macro_rules! camel_case {
    ($field:ident) => {{
        const NAME: &str = stringify!($field);
        const BYTES: [u8; $crate::json::record::camel_length(NAME)] = $crate::json::record::camel_bytes(NAME);
        const TEXT: &str = match std::str::from_utf8(&BYTES) {
            Ok(text) => text,
            Err(_) => NAME,
        };
        TEXT
    }};
}

/// Returns how many bytes a name has in camel case.
pub(crate) const fn camel_length(name: &str) -> usize {
    let mut rest = bare(name);
    let mut length = 0;
    while let [byte, tail @ ..] = rest {
        length += (*byte != b'_') as usize;
        rest = tail;
    }
    length
}

/// Returns a name like `time_zone` in camel case, `timeZone`.
pub(crate) const fn camel_bytes<const N: usize>(name: &str) -> [u8; N] {
    let mut bytes = [0; N];
    let mut slots: &mut [u8] = &mut bytes;
    let mut rest = bare(name);
    let mut upper = false;
    while let [byte, tail @ ..] = rest {
        rest = tail;
        if *byte == b'_' {
            upper = true;
        } else if let [slot, others @ ..] = slots {
            *slot = if upper { byte.to_ascii_uppercase() } else { *byte };
            slots = others;
            upper = false;
        }
    }
    bytes
}

/// The name without the mark of a raw identifier.
const fn bare(name: &str) -> &[u8] {
    match name.as_bytes() {
        [b'r', b'#', rest @ ..] => rest,
        all => all,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fields_are_named_as_javascript_names_them() {
        assert_eq!(camel_case!(hours_per_working_day), "hoursPerWorkingDay");
        assert_eq!(camel_case!(r#type), "type");
    }
}
