//! JSON Schema of a policy document: made of the types and the tables that the document is read by.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::document::{PolicyDocument, Slot};
use crate::json::schema::title;

/// Returns the schema of a policy document, by draft 7 as most editors read it.
pub(super) fn policy() -> Value {
    let settings = SchemaSettings::draft07().with_transform(RecursiveTransform(without_width));
    let mut schema = settings.into_generator().into_root_schema_for::<PolicyDocument>();
    // The reader passes over it, and so does the schema.
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let link = json_schema!({
            "title": "Schema",
            "description": "Where the schema of this document is, for editors.",
            "type": "string"
        });
        properties.insert("$schema".to_owned(), link.into());
    }
    schema.into()
}

/// Takes out how wide a number is in memory, which is no format that a validator knows.
fn without_width(schema: &mut Schema) {
    schema.remove("format");
}

/// Words by slot.
pub(crate) struct BySlot;

impl JsonSchema for BySlot {
    fn schema_name() -> Cow<'static, str> {
        "WordsBySlot".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let slots = Slot::json_schema(generator);
        let words = slots.get("oneOf").and_then(Value::as_array).into_iter().flatten();
        let fields: Map<String, Value> = words
            .filter_map(|slot| Some((slot.get("const")?.as_str()?.to_owned(), words_of(slot))))
            .collect();
        json_schema!({ "type": "object", "properties": fields, "additionalProperties": false })
    }
}

/// Returns the schema of the words of a slot, with what the slot says of itself.
fn words_of(slot: &Value) -> Value {
    let (name, description) = (slot.get("const"), slot.get("description"));
    let title = name.and_then(Value::as_str).map(title);
    json_schema!({ "title": title, "description": description, "type": "array", "items": { "type": "string" } }).into()
}
