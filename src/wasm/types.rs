//! The type declarations of `pkg/wasm`: what the derive of `tsify-macros` expects of its crate.

use wasm_bindgen::prelude::JsCast;

/// A type that JavaScript knows by its declaration.
pub trait Tsify {
    /// The value as JavaScript has it.
    type JsType: JsCast;
    /// Its declaration.
    const DECL: &'static str;
    /// How its values would be written by serde.
    const SERIALIZATION_CONFIG: SerializationConfig;
}

/// What the declarations tell about absent values and such.
#[derive(Debug)]
pub struct SerializationConfig {
    /// Whether absent fields are null.
    pub missing_as_null: bool,
    /// Whether maps are objects.
    pub hashmap_as_object: bool,
    /// Whether 64-bit numbers are big ones.
    pub large_number_types_as_bigints: bool,
}
