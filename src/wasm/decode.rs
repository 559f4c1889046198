//! JavaScript values as JSON, within bounds: nothing that JSON has no word for passes in silence.

use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

use super::Answer;
use crate::error::Error;
use crate::json::{self, FromJson, Json, MAX_DEPTH, Table};
use crate::schedule::Instant;

#[wasm_bindgen]
extern "C" {
    /// A list, or text.
    type List;
    #[wasm_bindgen(method, getter)]
    fn length(this: &List) -> u32;
    #[wasm_bindgen(js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> bool;

    type Date;
    #[wasm_bindgen(method, js_name = getTime)]
    fn get_time(this: &Date) -> f64;

    #[wasm_bindgen(catch, js_namespace = Reflect)]
    fn get(object: &JsValue, key: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = get)]
    fn get_item(list: &JsValue, index: u32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = ownKeys)]
    fn own_keys(object: &JsValue) -> Result<List, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = getPrototypeOf)]
    fn get_prototype_of(object: &JsValue) -> Result<JsValue, JsValue>;
}

/// How many values one input may have.
const MAX_VALUES: usize = 1_000_000;
/// How many UTF-16 units of text one input may have.
const MAX_TEXT: u32 = 16 << 20;

/// Reads a value as JSON.
pub(super) fn read(js: &JsValue) -> Answer<Json> {
    Decoder::default().value(js, 0)
}

/// Reads a value as a type.
pub(super) fn fit<T: FromJson>(js: &JsValue) -> Answer<T> {
    Ok(json::fit(read(js)?)?)
}

/// Reads a document: an object, or JSON text.
pub(super) fn document(js: &JsValue) -> Answer<Json> {
    match js.as_string() {
        Some(text) => Ok(json::parse(&text)?),
        None => read(js),
    }
}

/// Reads the argument of that name as an instant.
pub(super) fn instant(js: &JsValue, name: &str) -> Answer<Instant> {
    fit(js).map_err(|error| error.under(name))
}

/// The bounds of one input, as far as they are used up.
#[derive(Default)]
struct Decoder {
    values: usize,
    text: u32,
}

impl Decoder {
    fn value(&mut self, js: &JsValue, depth: usize) -> Result<Json, Error> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(Error::new("too-large", "", format!("more than {MAX_VALUES} values")));
        }
        if depth > MAX_DEPTH {
            return Err(Error::new("too-deep", "", format!("nested deeper than {MAX_DEPTH} levels")));
        }
        if js.is_string() {
            self.text = self.text.saturating_add(js.unchecked_ref::<List>().length());
            if self.text > MAX_TEXT {
                return Err(Error::new("too-large", "", format!("more than {MAX_TEXT} characters of text")));
            }
            return Ok(Json::Text(js.as_string().unwrap_or_default()));
        }
        if let Some(number) = js.as_f64() {
            return finite(number);
        }
        if let Some(flag) = js.as_bool() {
            return Ok(Json::Bool(flag));
        }
        if js.is_null() || js.is_undefined() {
            return Ok(Json::Null);
        }
        if is_array(js) {
            return self.list(js.unchecked_ref(), depth);
        }
        if let Some(date) = js.dyn_ref::<Date>() {
            return finite(date.get_time()).map_err(|_| Error::new("not-an-instant", "", "this Date is invalid"));
        }
        if js.is_object() {
            self.object(js, depth)
        } else {
            Err(Error::new("wrong-type", "", "this is neither JSON nor a Date"))
        }
    }

    fn list(&mut self, list: &List, depth: usize) -> Result<Json, Error> {
        let mut items = Vec::new();
        for index in 0..list.length() {
            let item = get_item(list, index).map_err(|_| unreadable());
            items.push(
                item.and_then(|item| self.value(&item, depth + 1))
                    .map_err(|error| error.under(&format!("[{index}]")))?,
            );
        }
        Ok(Json::List(items))
    }

    fn object(&mut self, object: &JsValue, depth: usize) -> Result<Json, Error> {
        if !plain(object) {
            return Err(Error::new("wrong-type", "", "expected a plain object"));
        }
        let mut entries = Vec::new();
        let keys = own_keys(object).map_err(|_| unreadable())?;
        for index in 0..keys.length() {
            let key = get_item(&keys, index).map_err(|_| unreadable())?;
            // A symbol is nothing that a document says.
            let Some(name) = key.as_string() else { continue };
            let value = get(object, &key).map_err(|_| unreadable());
            let value = value.and_then(|value| {
                if value.is_undefined() {
                    Ok(None)
                } else {
                    self.value(&value, depth + 1).map(Some)
                }
            });
            if let Some(value) = value.map_err(|error| error.under(&name))? {
                entries.push((name, value));
            }
        }
        let twice = |name: String| Error::new("duplicate-key", "", format!("the key `{name}` stands here twice"));
        Table::of(entries).map(Json::Object).map_err(twice)
    }
}

/// Says whether an object is a literal of any realm, not an instance of a class such as `Map`, whose contents are not its keys.
fn plain(object: &JsValue) -> bool {
    get_prototype_of(object).is_ok_and(|prototype| prototype.is_null() || get_prototype_of(&prototype).is_ok_and(|root| root.is_null()))
}

fn unreadable() -> Error {
    Error::new("unreadable", "", "reading this threw an error")
}

fn finite(number: f64) -> Result<Json, Error> {
    if number.is_finite() {
        return Ok(Json::Number(number));
    }
    let message = format!("`{}` is not a finite number", json::number(number));
    Err(Error::new("not-finite", "", message))
}
