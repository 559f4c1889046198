//! Priority: the matrix that decides it from impact and urgency.

/// Index of an impact level, the most severe first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Impact(pub usize);

/// Index of an urgency level, the most severe first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Urgency(pub usize);

/// Index of a priority, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Priority(pub usize);

/// The priority of each impact and urgency; a cell may be absent.
///
/// # Examples
/// ```
/// use deskrules::priority::{Impact, Matrix, Priority, Urgency};
/// let mut matrix = Matrix::new(3, 3);
/// matrix.set(Impact(0), Urgency(1), Priority(1));
/// assert_eq!(matrix.priority(Impact(0), Urgency(1)), Some(Priority(1)));
/// assert_eq!(matrix.priority(Impact(1), Urgency(0)), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    urgencies: usize,
    cells: Vec<Option<Priority>>,
}

impl Matrix {
    /// Returns a matrix without priorities.
    #[must_use]
    pub fn new(impacts: usize, urgencies: usize) -> Self {
        Self {
            urgencies,
            cells: vec![None; impacts.saturating_mul(urgencies)],
        }
    }

    /// Sets the priority of an impact and urgency; outside the matrix nothing happens.
    pub fn set(&mut self, impact: Impact, urgency: Urgency, priority: Priority) {
        if let Some(cell) = self.index(impact, urgency).and_then(|index| self.cells.get_mut(index)) {
            *cell = Some(priority);
        }
    }

    /// Returns the priority of an impact and urgency, none where the matrix has none.
    #[must_use]
    pub fn priority(&self, impact: Impact, urgency: Urgency) -> Option<Priority> {
        self.cells.get(self.index(impact, urgency)?).copied().flatten()
    }

    /// Iterates over the cells without a priority.
    pub fn gaps(&self) -> impl Iterator<Item = (Impact, Urgency)> {
        self.places(&|impact, urgency| self.priority(impact, urgency).is_none())
    }

    /// Iterates over the cells whose priority is higher than that of the next more severe impact or urgency.
    pub fn inversions(&self) -> impl Iterator<Item = (Impact, Urgency)> {
        self.places(&|impact, urgency| {
            let here = self.priority(impact, urgency);
            let graver_impact = impact.0.checked_sub(1).and_then(|graver| self.priority(Impact(graver), urgency));
            let graver_urgency = urgency.0.checked_sub(1).and_then(|graver| self.priority(impact, Urgency(graver)));
            let higher = |graver: Option<Priority>| here.is_some_and(|here| graver.is_some_and(|graver| here < graver));
            higher(graver_impact) || higher(graver_urgency)
        })
    }

    fn places(&self, such: &dyn Fn(Impact, Urgency) -> bool) -> std::vec::IntoIter<(Impact, Urgency)> {
        let mut places = Vec::new();
        let urgencies = self.urgencies.max(1);
        for index in 0..self.cells.len() {
            let (impact, urgency) = (Impact(index / urgencies), Urgency(index % urgencies));
            if such(impact, urgency) {
                places.push((impact, urgency));
            }
        }
        places.into_iter()
    }

    fn index(&self, impact: Impact, urgency: Urgency) -> Option<usize> {
        (urgency.0 < self.urgencies).then_some(impact.0.checked_mul(self.urgencies)?.checked_add(urgency.0)?)
    }
}
