//! JSON values into types: whatever does not fit is noted at its path, all of it at once.

use std::fmt;

use super::{Json, number, shown, unknown};

/// How many misfits one reading notes.
const MOST: usize = 100;

/// A type that JSON can be read into.
pub trait FromJson: Sized {
    /// Reads a value. What does not fit is noted, and some value stands in for it.
    fn from_json(json: Json, reading: &mut Reading) -> Self;

    /// Stands in for what is not there or does not fit; nobody sees it, since the reading is then refused.
    fn blank() -> Self;
}

/// Fits a value into a type.
///
/// # Errors
/// All places that do not fit: a wrong type, an unknown or a missing field, a value that means nothing.
pub fn fit<T: FromJson>(json: Json) -> Result<T, Misfits> {
    let mut reading = Reading::default();
    let value = T::from_json(json, &mut reading);
    if reading.misfits.is_empty() {
        Ok(value)
    } else {
        Err(Misfits(reading.misfits))
    }
}

/// A place that does not fit its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// What kind of misfit it is.
    pub code: &'static str,
    /// Where, in the grammar `a.b[0].c`; empty for the whole.
    pub path: String,
    /// What is wrong, in English.
    pub message: String,
}

impl Misfit {
    pub(super) fn new(code: &'static str, path: String, message: String) -> Self {
        Self { code, path, message }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for Misfit {}

/// All places that do not fit, in the order in which they were read; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfits(pub(crate) Vec<Misfit>);

/// The state of a reading: where it is, and what did not fit so far.
#[derive(Debug, Default)]
pub struct Reading {
    path: String,
    /// How long the path was at each level above.
    above: Vec<usize>,
    misfits: Vec<Misfit>,
}

impl Reading {
    /// Notes a misfit at this place.
    pub fn note(&mut self, code: &'static str, message: String) {
        if self.misfits.len() < MOST {
            self.misfits.push(Misfit::new(code, self.path.clone(), message));
        }
    }

    /// Notes that a value is of another type than was expected.
    pub fn wrong(&mut self, expected: &str, found: &Json) {
        let found = match found {
            Json::Null => "nothing".to_owned(),
            Json::Bool(value) => format!("`{value}`"),
            Json::Number(value) => format!("`{}`", number(*value)),
            Json::Text(text) => format!("the text `{}`", shown(text)),
            Json::List(_) => "a list".to_owned(),
            Json::Object(_) => "an object".to_owned(),
        };
        self.note("wrong-type", format!("expected {expected}, found {found}"));
    }

    /// Goes to a field of this place.
    pub(super) fn enter(&mut self, key: &str) {
        self.above.push(self.path.len());
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(key);
    }

    /// Goes to an item of this place.
    fn enter_item(&mut self, index: usize) {
        self.above.push(self.path.len());
        self.path.extend(["[", &index.to_string(), "]"]);
    }

    /// Goes back to where it was before.
    pub(super) fn leave(&mut self) {
        self.path.truncate(self.above.pop().unwrap_or_default());
    }

    /// Takes an object apart: the values of its fields in their declared order. A stranger is noted.
    pub(crate) fn fields(&mut self, json: Json, names: &'static [&'static str]) -> Fields {
        let mut values: Vec<Option<Json>> = names.iter().map(|_| None).collect();
        let mut absent = false;
        match json {
            Json::Object(entries) => {
                for (key, value) in entries {
                    let slot = names.iter().position(|name| *name == key).and_then(|at| values.get_mut(at));
                    if let Some(slot) = slot {
                        *slot = Some(value);
                    } else {
                        self.enter(&key);
                        self.note("unknown-field", unknown("field", &key, &mut names.iter().copied()));
                        self.leave();
                    }
                }
            }
            other => {
                self.wrong("an object", &other);
                absent = true;
            }
        }
        Fields {
            values: values.into_iter(),
            names: names.iter(),
            absent,
        }
    }

    /// Goes to the next field, which must be there, and takes its value.
    fn next_required(&mut self, fields: &mut Fields) -> Option<Json> {
        let json = self.next_optional(fields);
        if json.is_none() && !fields.absent {
            let name = self.path.rsplit('.').next().unwrap_or_default();
            let message = format!("`{name}` is missing");
            self.note("missing-field", message);
        }
        json
    }

    /// Goes to the next field and takes its value.
    fn next_optional(&mut self, fields: &mut Fields) -> Option<Json> {
        self.enter(fields.names.next().copied().unwrap_or_default());
        fields.values.next().flatten()
    }

    /// Reads the next field, which must be there.
    pub(crate) fn required<T: FromJson>(&mut self, fields: &mut Fields) -> T {
        let value = match self.next_required(fields) {
            Some(json) => T::from_json(json, self),
            None => T::blank(),
        };
        self.leave();
        value
    }

    /// Reads the next field, which may be left out.
    pub(crate) fn optional<T: FromJson>(&mut self, fields: &mut Fields, default: fn() -> T) -> T {
        let value = match self.next_optional(fields) {
            Some(json) => T::from_json(json, self),
            None => default(),
        };
        self.leave();
        value
    }

    /// Takes a list apart.
    pub(super) fn items(&mut self, json: Json) -> std::iter::Enumerate<std::vec::IntoIter<Json>> {
        let list = match json {
            Json::List(list) => list,
            other => {
                self.wrong("a list", &other);
                Vec::new()
            }
        };
        list.into_iter().enumerate()
    }

    /// Goes to the next item and takes it.
    pub(super) fn next_item(&mut self, items: &mut std::iter::Enumerate<std::vec::IntoIter<Json>>) -> Option<Json> {
        let (index, json) = items.next()?;
        self.enter_item(index);
        Some(json)
    }

    /// Reads a word of a closed list; answers its index.
    pub(crate) fn word(&mut self, json: &Json, words: &[&str]) -> usize {
        let known = json.as_text().and_then(|text| words.iter().position(|word| *word == text));
        if known.is_none() {
            match json {
                Json::Text(text) => self.note("unknown-value", unknown("value", text, &mut words.iter().copied())),
                other => self.wrong("text", other),
            }
        }
        known.unwrap_or_default()
    }

    /// Reads a whole number within bounds.
    pub(super) fn whole(&mut self, json: &Json, least: f64, most: f64) -> f64 {
        match json {
            Json::Number(number) if number.fract() == 0.0 && (least..=most).contains(number) => *number,
            other => {
                self.wrong(
                    if least < 0.0 {
                        "a whole number"
                    } else {
                        "a whole number of 0 or more"
                    },
                    other,
                );
                0.0
            }
        }
    }
}

/// The values of an object's fields in their declared order.
pub(crate) struct Fields {
    values: std::vec::IntoIter<Option<Json>>,
    names: std::slice::Iter<'static, &'static str>,
    /// There is no object at all: its fields are not missing on top of that.
    absent: bool,
}
