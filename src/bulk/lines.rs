//! The lines of a text, with their numbers.

/// The lines that are still to be answered.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    /// Where the next one begins.
    at: usize,
    /// Its number.
    number: u64,
    first: u64,
}

impl<'a> Lines<'a> {
    /// Begins at the line of that number; a byte order mark before the first of all is passed over.
    pub(super) fn new(bytes: &'a [u8], first: u64) -> Self {
        let unmarked = bytes.strip_prefix(b"\xef\xbb\xbf").filter(|_| first == 1);
        Self {
            bytes: unmarked.unwrap_or(bytes),
            at: 0,
            number: first,
            first,
        }
    }

    /// Returns the next line that is not blank, and its number.
    pub(super) fn next(&mut self) -> Option<(u64, &'a [u8])> {
        loop {
            let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
            let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
            let number = self.number;
            self.pass(self.at + end + 1);
            let line = rest.get(..end).unwrap_or_default();
            if !line.trim_ascii().is_empty() {
                return Some((number, line));
            }
        }
    }

    /// What follows, and the number of its first line.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn rest(&self) -> (&'a [u8], usize, u64) {
        (self.bytes, self.at, self.number)
    }

    /// Goes to the next line, which begins there.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn pass(&mut self, next: usize) {
        self.at = next;
        self.number += 1;
    }

    /// How many lines there were.
    pub(super) fn count(&self) -> u64 {
        self.number - self.first
    }
}
