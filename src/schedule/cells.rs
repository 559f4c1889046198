//! Cells of equal width over time and over open time, so that a look-up is one load and no search.
//!
//! A cell holds at most one opening, so two pieces of the clock are all that it needs to know. Where openings crowd, as in a calendar of
//! one-second shifts, cells would take too much memory; the segments are searched then.

use super::timeline::Segment;

/// Cells for each segment, at most.
const MOST: usize = 16;

/// What the clock reads in a cell of time: the greater of two pieces, each a line that ends at a level.
#[derive(Debug, Clone, Copy)]
struct TimeCell {
    /// Closed time before each piece's segment.
    closed: [i64; 2],
    /// What the clock reads at the end of it.
    most: [i64; 2],
}

/// Where the clock reads something in a cell of open time: in one segment, or from `at` on in the next.
#[derive(Debug, Clone, Copy)]
struct OpenCell {
    at: i64,
    /// Closed time before each of the two.
    closed: [i64; 2],
}

/// From time to open time.
#[derive(Debug)]
pub(super) struct TimeCells {
    shift: u32,
    cells: Vec<TimeCell>,
}

/// From open time to time.
#[derive(Debug)]
pub(super) struct OpenCells {
    shift: u32,
    cells: Vec<OpenCell>,
}

/// Both, where they lie: a loop keeps it in registers, since nothing that it writes can be behind it.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    time_shift: u32,
    times: &'a [TimeCell],
    open_shift: u32,
    opens: &'a [OpenCell],
}

impl<'a> Cells<'a> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn of(times: &'a TimeCells, opens: &'a OpenCells) -> Self {
        Self {
            time_shift: times.shift,
            times: &times.cells,
            open_shift: opens.shift,
            opens: &opens.cells,
        }
    }

    /// Returns what the clock reads at an instant in `0..span`; none without cells.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn read(self, at: i64) -> Option<i64> {
        let TimeCell {
            closed: [a, b],
            most: [most_a, most_b],
        } = self.times.get(index(at >> self.time_shift))?;
        // The earlier piece reads no less than the later one before its opening, and no more after it.
        Some((at - a).min(*most_a).max((at - b).min(*most_b)))
    }

    /// Returns the closed time before the last segment with at most `open`, in `0..total`, before it; none without cells.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn closed(self, open: i64) -> Option<i64> {
        let OpenCell { at, closed: [a, b] } = self.opens.get(index(open >> self.open_shift))?;
        Some(if open < *at { *a } else { *b })
    }
}

impl TimeCells {
    /// Prepares for instants in `0..span`; without cells where they would be too many.
    pub(super) fn new(segments: &[Segment], span: i64) -> Self {
        let piece = |segment: &Segment| (segment.closed, segment.end - segment.closed);
        let (shift, cells) = cells(
            segments,
            span,
            |segment| segment.start,
            |segment, next| {
                let ((closed, most), (next_closed, next_most)) = (piece(segment), piece(next));
                TimeCell {
                    closed: [closed, next_closed],
                    most: [most, next_most],
                }
            },
        );
        Self { shift, cells }
    }
}

impl OpenCells {
    /// Prepares for clock readings in `0..total`; without cells where they would be too many.
    pub(super) fn new(segments: &[Segment], total: i64) -> Self {
        let (shift, cells) = cells(
            segments,
            total,
            |segment| segment.before,
            |segment, next| OpenCell {
                at: next.before,
                closed: [segment.closed, next.closed],
            },
        );
        Self { shift, cells }
    }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
fn index(cell: i64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "there are that many cells")]
    let index = cell as usize;
    index
}

/// Makes the cells over `0..span` from the last segment that starts at or before each, by `of`, and the one after it.
fn cells<T>(segments: &[Segment], span: i64, of: fn(&Segment) -> i64, cell: impl Fn(&Segment, &Segment) -> T) -> (u32, Vec<T>) {
    // The first segment is empty; between all others there is some distance.
    let mut shortest = i64::MAX;
    for pair in segments.get(1..).unwrap_or_default().windows(2) {
        if let [segment, next] = pair {
            shortest = shortest.min(of(next) - of(segment));
        }
    }
    let shift = shortest.max(1).ilog2();
    let count = (span >> shift) + 1;
    let mut cells = Vec::new();
    if usize::try_from(count).is_ok_and(|count| count > MOST * segments.len() + 64) {
        return (shift, cells);
    }
    let mut rest = segments;
    for start in (0..count).map(|index| index << shift) {
        while let [_, tail @ ..] = rest
            && tail.first().is_some_and(|next| of(next) <= start)
        {
            rest = tail;
        }
        match rest {
            [segment, next, ..] => cells.push(cell(segment, next)),
            [segment] => cells.push(cell(segment, segment)),
            [] => {}
        }
    }
    (shift, cells)
}
