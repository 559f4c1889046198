//! The matrix: a priority for an impact and an urgency, its gaps, and the cells that are out of order.
#![allow(clippy::allow_attributes, clippy::expect_used, reason = "a test may")]

use deskrules::priority::{Impact, Matrix, Priority, Urgency};
use rstest::rstest;

/// Reads `1 2 / 2 -`: a row for each impact, the gravest first, a column for each urgency.
fn matrix(text: &str) -> Matrix {
    let rows: Vec<Vec<&str>> = text.split(" / ").map(|row| row.split(' ').collect()).collect();
    let mut matrix = Matrix::new(rows.len(), rows.first().map_or(0, Vec::len));
    for (impact, row) in rows.iter().enumerate() {
        for (urgency, cell) in row.iter().enumerate().filter(|(_, cell)| **cell != "-") {
            matrix.set(Impact(impact), Urgency(urgency), Priority(cell.parse().expect("a priority")));
        }
    }
    matrix
}

/// Writes cells as `1.0 2.1`: impact, urgency.
fn cells(found: impl Iterator<Item = (Impact, Urgency)>) -> String {
    let cells: Vec<String> = found.map(|(impact, urgency)| format!("{}.{}", impact.0, urgency.0)).collect();
    cells.join(" ")
}

#[rstest]
#[case::in_order("1 2 3 / 2 3 3 / 3 3 4", "", "")]
#[case::higher_than_a_graver_impact("1 2 / 1 1", "", "1.1")]
#[case::higher_than_a_graver_urgency("1 1 / 2 1", "", "1.1")]
#[case::higher_than_both("1 2 / 2 1", "", "1.1")]
#[case::gaps_are_out_of_no_order("1 - / - 1 / 1 -", "0.1 1.0 2.1", "")]
#[case::more_urgencies_than_impacts("2 1 3 4 / 2 2 - 3", "1.2", "0.1 1.3")]
#[case::nothing("-", "0.0", "")]
fn a_matrix_tells_its_gaps_and_what_is_out_of_order(#[case] text: &str, #[case] gaps: &str, #[case] inversions: &str) {
    let matrix = matrix(text);
    assert_eq!(
        (cells(matrix.gaps()).as_str(), cells(matrix.inversions()).as_str()),
        (gaps, inversions)
    );
}

#[rstest]
#[case::an_urgency_too_many(0, 2)]
#[case::an_impact_too_many(2, 0)]
#[case::far_away(usize::MAX, 1)]
fn outside_the_matrix_nothing_is_set_and_nothing_found(#[case] impact: usize, #[case] urgency: usize) {
    let mut known = matrix("1 2 / 2 3");
    known.set(Impact(impact), Urgency(urgency), Priority(9));
    assert_eq!(known, matrix("1 2 / 2 3"));
    assert_eq!(known.priority(Impact(impact), Urgency(urgency)), None);
}
