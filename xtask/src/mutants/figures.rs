//! What became of the mutants, module by module.

use std::collections::BTreeMap;

/// What became of the mutants of one module.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// There are so many.
    pub all: usize,
    /// Do not compile.
    pub unviable: usize,
    /// No test can tell them from the code.
    pub explained: usize,
    /// Fail a quick test.
    pub quick: usize,
    /// Fail a slow one only.
    pub slow: usize,
    /// Fail none.
    pub survived: usize,
}

/// What became of all, by module.
#[derive(Debug, Default)]
pub struct Figures(BTreeMap<String, Row>);

impl Figures {
    /// Counts mutants, which are named like `src/sla/clock.rs:10:5: replace …`.
    pub fn add<'a>(&mut self, mutants: impl IntoIterator<Item = &'a String>, of: impl Fn(&mut Row) -> &mut usize) {
        for mutant in mutants {
            let place = mutant.trim_start_matches("src/");
            let module = place.split(['/', '.']).next().unwrap_or(place);
            *of(self.0.entry(module.to_owned()).or_default()) += 1;
        }
    }

    /// The table of `docs/quality.md`.
    pub fn table(&self) -> String {
        let mut lines = vec![
            "| module | mutants | caught | … by the slow tests only | do not compile | explained | survive |".to_owned(),
            "|---|--:|--:|--:|--:|--:|--:|".to_owned(),
        ];
        lines.extend(self.0.iter().map(|(module, row)| row.line(module)));
        let all = self.0.values().fold(Row::default(), Row::plus);
        lines.push(all.line("all"));
        lines.join("\n")
    }
}

impl Row {
    fn plus(self, other: &Self) -> Self {
        Self {
            all: self.all + other.all,
            unviable: self.unviable + other.unviable,
            explained: self.explained + other.explained,
            quick: self.quick + other.quick,
            slow: self.slow + other.slow,
            survived: self.survived + other.survived,
        }
    }

    fn line(&self, module: &str) -> String {
        let caught = self.quick + self.slow;
        format!(
            "| {module} | {} | {caught} | {} | {} | {} | {} |",
            self.all, self.slow, self.unviable, self.explained, self.survived
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[test]
    fn a_mutant_counts_for_its_module() {
        let mut figures = Figures::default();
        let mutants = [
            "src/priority.rs:43:9: replace Matrix::set with ()",
            "src/sla/clock.rs:1:1: delete !",
        ]
        .map(str::to_owned);
        figures.add(&mutants, |row| &mut row.all);
        figures.add(&mutants[1..], |row| &mut row.slow);
        let table = figures.table();
        let rows: Vec<&str> = table.lines().skip(2).collect();
        let expected = [
            "| priority | 1 | 0 | 0 | 0 | 0 | 0 |",
            "| sla | 1 | 1 | 1 | 0 | 0 | 0 |",
            "| all | 2 | 1 | 1 | 0 | 0 | 0 |",
        ];
        assert_eq!(rows, expected);
    }
}
