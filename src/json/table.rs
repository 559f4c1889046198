//! Small tables keyed by text: what a document writes as an object.

use crate::order::twice;

/// Values by name, in the order in which they were written. A list: documents are small, and its code is a fraction of a map's.
// INVARIANT: each name once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T>(pub(super) Vec<(String, T)>);

impl<T> Table<T> {
    /// Returns the table of these entries.
    ///
    /// # Errors
    /// With the name that stands twice.
    pub fn of(entries: Vec<(String, T)>) -> Result<Self, String> {
        match twice(entries.len(), &|index| entries.get(index).map(|(name, _)| name.as_str())) {
            Some(name) => Err(name.to_owned()),
            None => Ok(Self(entries)),
        }
    }

    /// Sets the value of a name.
    pub fn insert(&mut self, name: String, value: T) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => self.0.push((name, value)),
        }
    }

    /// Takes the value of a name out.
    pub(crate) fn remove(&mut self, name: &str) -> Option<T> {
        let index = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(index).1)
    }

    /// Returns the value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The same, to be changed.
    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        self.0.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Says whether there is a value of that name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Says whether it has no values.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Iterates over names and values.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, T)> {
        self.0.iter()
    }

    /// Iterates over the names.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Iterates over the values.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Returns the table of what becomes of each value.
    pub fn map<U>(&self, mut of: impl FnMut(&T) -> U) -> Table<U> {
        let mut table = Vec::new();
        for (name, value) in &self.0 {
            table.push((name.clone(), of(value)));
        }
        Table(table)
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a (String, T);
    type IntoIter = std::slice::Iter<'a, (String, T)>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> IntoIterator for Table<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
