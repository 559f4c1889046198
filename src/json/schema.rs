//! JSON Schema of the types that JSON is read into: for editors, which then explain and complete every field.
//!
//! What a field is called, whether it must be there and what it is when left out come from the table that the reader has; what it means is
//! its documentation.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::{Json, Table, ToJson, text};

/// Gives each field its title, and says which must be there and what the others are when left out.
pub(crate) fn fields(schema: &mut Schema, fields: &[(&str, bool)], blank: &impl ToJson) {
    let mut defaults: Value = serde_json::from_str(&text(blank)).unwrap_or_default();
    let required: Vec<Value> = fields
        .iter()
        .filter(|(_, required)| *required)
        .map(|(name, _)| (*name).into())
        .collect();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    for (name, required) in fields {
        let Some(property) = properties.get_mut(*name).and_then(Value::as_object_mut) else {
            continue;
        };
        property.insert("title".to_owned(), title(name).into());
        if let Some(default) = defaults.get_mut(name).filter(|_| !required) {
            property.insert("default".to_owned(), default.take());
        }
    }
    if required.is_empty() {
        schema.remove("required");
    } else {
        schema.insert("required".to_owned(), required.into());
    }
}

/// Makes the schema of a list one of a single item too.
pub(crate) fn one_or_many(schema: &mut Schema) {
    let item = schema.get("items").cloned().unwrap_or_default();
    either(schema, &item);
}

/// Makes a schema one of a text too.
pub(crate) fn or_text(schema: &mut Schema) {
    either(schema, &json_schema!({ "type": "string" }).into());
}

/// Makes a schema one of `other` too; what it says of itself stays outside.
fn either(schema: &mut Schema, other: &Value) {
    let description = schema.remove("description");
    let this = schema.clone();
    *schema = json_schema!({ "anyOf": [other, this] });
    if let Some(description) = description {
        schema.insert("description".to_owned(), description);
    }
}

/// Returns the name of a field as a title: `Hours per working day`.
pub(crate) fn title(name: &str) -> String {
    let mut title = String::new();
    for (index, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() {
            title.extend([' ', letter.to_ascii_lowercase()]);
        } else {
            title.push(if index == 0 { letter.to_ascii_uppercase() } else { letter });
        }
    }
    title
}

impl<T: JsonSchema> JsonSchema for Table<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("TableOf{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<T>() })
    }
}

impl JsonSchema for Json {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Json".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        Schema::default()
    }
}
