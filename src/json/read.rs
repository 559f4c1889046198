//! JSON values into types: whatever does not fit is noted at its path, all of it at once.

use std::fmt;

use super::{Json, number, shown, unknown};

/// How many misfits one reading notes.
const MOST: usize = 100;

/// A type that JSON can be read into. What is read is written into a value that is there already, so that one small function can read the
/// fields of all types.
pub trait FromJson {
    /// Reads a value into this one, and takes its texts along. What does not fit is noted.
    fn fill(&mut self, json: &mut Json, reading: &mut Reading);

    /// The value to read into; it stands in for what is not there or does not fit, and the reading is then refused.
    fn blank() -> Self
    where
        Self: Sized;
}

/// What holds many values of one type.
pub(super) trait Grow {
    /// Adds a blank value, by that name where values have one, and returns it.
    fn grow(&mut self, name: String) -> Option<&mut dyn FromJson>;
}

/// Fits a value into a type.
///
/// # Errors
/// All places that do not fit: a wrong type, an unknown or a missing field, a value that means nothing.
pub fn fit<T: FromJson>(json: Json) -> Result<T, Misfits> {
    let mut value = T::blank();
    fill(json, &mut value).map(|()| value)
}

fn fill(mut json: Json, value: &mut dyn FromJson) -> Result<(), Misfits> {
    let mut reading = Reading::default();
    value.fill(&mut json, &mut reading);
    if reading.misfits.is_empty() {
        Ok(())
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

    /// Reads the fields of an object, each by its name and whether it must be there, in their declared order. A stranger is noted.
    pub(crate) fn fields(&mut self, json: &mut Json, names: &[(&str, bool)], fields: &mut [&mut dyn FromJson]) {
        let Json::Object(entries) = json else {
            return self.wrong("an object", json);
        };
        for key in entries.keys() {
            // A whole document may say where its schema is, for editors.
            let known = names.iter().any(|(name, _)| *name == key) || (key == "$schema" && self.path.is_empty());
            if !known {
                self.enter(key);
                self.note("unknown-field", unknown("field", key, &mut names.iter().map(|(name, _)| *name)));
                self.leave();
            }
        }
        for ((name, required), field) in names.iter().zip(fields) {
            self.enter(name);
            match entries.get_mut(name) {
                Some(json) => field.fill(json, self),
                None if *required => self.note("missing-field", format!("`{name}` is missing")),
                None => {}
            }
            self.leave();
        }
    }

    /// Reads a list, each item into a new one of `items`.
    pub(super) fn items(&mut self, json: &mut Json, items: &mut dyn Grow) {
        let Json::List(list) = json else {
            return self.wrong("a list", json);
        };
        for (index, json) in list.iter_mut().enumerate() {
            self.enter_item(index);
            if let Some(item) = items.grow(String::new()) {
                item.fill(json, self);
            }
            self.leave();
        }
    }

    /// Reads an object with names of its own, each value into a new one of `values`.
    pub(super) fn entries(&mut self, json: &mut Json, values: &mut dyn Grow) {
        let Json::Object(entries) = json else {
            return self.wrong("an object", json);
        };
        for (name, json) in &mut entries.0 {
            self.enter(name);
            if let Some(value) = values.grow(std::mem::take(name)) {
                value.fill(json, self);
            }
            self.leave();
        }
    }

    /// Reads a word of a closed list; answers its index.
    pub(crate) fn word(&mut self, json: &Json, words: &[&str]) -> Option<usize> {
        let known = json.as_text().and_then(|text| words.iter().position(|word| *word == text));
        if known.is_none() {
            match json {
                Json::Text(text) => self.note("unknown-value", unknown("value", text, &mut words.iter().copied())),
                other => self.wrong("text", other),
            }
        }
        known
    }

    /// Reads a whole number within bounds; 0 where there is none.
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
