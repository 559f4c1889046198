//! Edits of a document: values replaced, taken away, doubled, moved, renamed and spoilt, so that it stays near what is read.

use serde_json::{Map, Value, json};

use super::bases::WORDS;
use super::draw::Draw;

/// How many edits one input makes.
const MOST: usize = 12;

/// Returns a document with so many edits as the bytes say; `others` gives values and names.
pub fn edited(mut document: Value, others: &[Value], draw: &mut Draw) -> Value {
    let count = draw.below(MOST);
    for _ in 0..count {
        if draw.is_empty() {
            break;
        }
        let new = value(others, draw);
        let place = place(&mut document, draw);
        edit(place, new, others, draw);
    }
    document
}

/// A value to put in: a word, or any part of another document.
fn value(others: &[Value], draw: &mut Draw) -> Value {
    if draw.byte().is_multiple_of(2) || others.is_empty() {
        return draw.pick(&WORDS).clone();
    }
    let mut other = draw.pick(others).clone();
    place(&mut other, draw).take()
}

/// A place in a document, anywhere from its root to its leaves.
fn place<'a>(document: &'a mut Value, draw: &mut Draw) -> &'a mut Value {
    let mut at = document;
    // The first step down is sure, the root is where nothing else is.
    let mut stays = false;
    loop {
        let count = match &*at {
            Value::Array(items) => items.len(),
            Value::Object(entries) => entries.len(),
            _ => 0,
        };
        if stays || count == 0 {
            return at;
        }
        let index = draw.below(count);
        at = match at {
            Value::Array(items) => &mut items[index],
            Value::Object(entries) => entries.values_mut().nth(index).expect("one of them"),
            _ => return at,
        };
        stays = draw.once_in(4);
    }
}

fn edit(place: &mut Value, new: Value, others: &[Value], draw: &mut Draw) {
    if draw.once_in(4) {
        *place = new;
        return;
    }
    match place {
        Value::Array(items) => edit_list(items, new, draw),
        Value::Object(entries) => edit_object(entries, new, others, draw),
        Value::String(text) => edit_text(text, draw),
        Value::Number(number) => *place = json!(near(number.as_f64().unwrap_or_default(), draw)),
        _ => *place = new,
    }
}

fn edit_list(items: &mut Vec<Value>, new: Value, draw: &mut Draw) {
    let (kind, from, to) = (draw.byte() % 4, draw.below(items.len()), draw.below(items.len()));
    match kind {
        0 => items.insert(to, new),
        _ if items.is_empty() => items.push(new),
        1 => items.swap(from, to),
        2 => items.push(items[from].clone()),
        _ => items.truncate(from),
    }
}

fn edit_object(entries: &mut Map<String, Value>, new: Value, others: &[Value], draw: &mut Draw) {
    let key = (!entries.is_empty()).then(|| draw.below(entries.len()));
    let key = key.and_then(|index| entries.keys().nth(index)).cloned().unwrap_or_default();
    match draw.byte() % 4 {
        0 => {
            // What a stranger would be called, or a field of another object.
            let mut other = value(others, draw);
            let name = match &mut other {
                Value::Object(more) => more.keys().next().cloned().unwrap_or_default(),
                Value::String(text) => std::mem::take(text),
                _ => format!("{key}s"),
            };
            entries.insert(name, new);
        }
        1 => {
            if let Value::Object(more) = new {
                entries.extend(more);
            }
        }
        2 => {
            if let Some(old) = entries.remove(&key) {
                entries.insert(draw.text(6), old);
            }
        }
        _ => {
            entries.remove(&key);
        }
    }
}

fn edit_text(text: &mut String, draw: &mut Draw) {
    let (kind, at) = (draw.byte() % 5, draw.below(text.chars().count() + 1));
    let at = text.char_indices().nth(at).map_or(text.len(), |(at, _)| at);
    match kind {
        0 => text.truncate(at),
        1 => text.insert_str(at, &draw.text(4)),
        2 if at < text.len() => {
            text.remove(at);
        }
        3 if at < text.len() => {
            text.remove(at);
            text.insert(at, char::from(b'0' + draw.byte() % 75));
        }
        // Again and again it would fill the memory.
        _ if text.len() < 500 => *text = text.repeat(draw.below(8)),
        _ => text.clear(),
    }
}

/// A number near another, of at most 15 digits: more are not promised to be kept.
fn near(number: f64, draw: &mut Draw) -> f64 {
    let near = match draw.byte() % 6 {
        0 => number + 1.0,
        1 => number - 1.0,
        2 => -number,
        3 => number * 10.0,
        4 => number / 3.0,
        _ => number + f64::from(draw.short()),
    };
    format!("{near:.14e}").parse().expect("a number")
}
