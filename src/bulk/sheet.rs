//! The answers under writing. They are written eight bytes at a time: what stands behind the last of them is written over by the next.

use super::scan::head;

/// How much one answer of the fast path takes at most.
pub(super) const ROOM: usize = 1024;

/// Bytes under writing.
pub(super) struct Sheet {
    // INVARIANT: at most `bytes.len()` are written.
    bytes: Vec<u8>,
    written: usize,
}

impl Sheet {
    /// Begins with room for what so many bytes are likely to be answered with.
    pub(super) fn new(input: usize) -> Self {
        Self {
            bytes: vec![0; input * 2 + ROOM],
            written: 0,
        }
    }

    /// Writes the next bytes.
    pub(super) fn write(&mut self, bytes: &[u8]) {
        let end = self.written + bytes.len();
        if self.bytes.len() < end {
            self.widen(end);
        }
        if let Some(place) = self.bytes.get_mut(self.written..end) {
            place.copy_from_slice(bytes);
            self.written = end;
        }
    }

    /// Returns the place of the next answer.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn place(&mut self) -> Option<&mut [u8; ROOM]> {
        if self.bytes.len() < self.written + ROOM {
            self.widen(self.written + ROOM);
        }
        self.bytes.get_mut(self.written..)?.first_chunk_mut()
    }

    #[cold]
    #[inline(never)]
    fn widen(&mut self, least: usize) {
        self.bytes.resize(least * 2, 0);
    }

    /// Keeps what was written to the place.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn keep(&mut self, bytes: usize) {
        self.written += bytes;
    }

    /// How much is written.
    pub(super) fn written(&self) -> usize {
        self.written
    }

    /// Returns what was written.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.bytes.truncate(self.written);
        self.bytes
    }
}

/// Text as words of eight bytes, the last one filled up.
pub(super) struct Piece {
    words: Vec<u64>,
    length: usize,
}

impl Piece {
    pub(super) fn new(text: &str) -> Self {
        let mut words = Vec::new();
        for eight in text.as_bytes().chunks(8) {
            words.push(head(eight));
        }
        Self { words, length: text.len() }
    }

    pub(super) fn len(&self) -> usize {
        self.length
    }
}

/// A place, and how much of it is written. What does not fit is lost, so that the length must be looked at beforehand.
pub(super) struct Pen<'a> {
    place: &'a mut [u8; ROOM],
    at: usize,
}

impl<'a> Pen<'a> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn new(place: &'a mut [u8; ROOM]) -> Self {
        Self { place, at: 0 }
    }

    /// Writes so many bytes, at most eight, of a word.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn word(&mut self, word: u64, length: usize) {
        if let Some(slot) = self.place.get_mut(self.at..).and_then(<[u8]>::first_chunk_mut) {
            *slot = word.to_le_bytes();
        }
        self.at += length;
    }

    /// Writes a piece.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn piece(&mut self, piece: &Piece) {
        let end = self.at + piece.length;
        for word in &piece.words {
            self.word(*word, 8);
        }
        self.at = end;
    }

    /// Writes bytes, in quotes or not.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn copy(&mut self, mut bytes: &[u8], quoted: bool) {
        if quoted {
            self.word(u64::from(b'"'), 1);
        }
        while let Some((eight, rest)) = bytes.split_first_chunk::<8>() {
            self.word(u64::from_le_bytes(*eight), 8);
            bytes = rest;
        }
        for byte in bytes {
            self.word(u64::from(*byte), 1);
        }
        if quoted {
            self.word(u64::from(b'"'), 1);
        }
    }

    /// Writes a number.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn number(&mut self, number: u64) {
        match u32::try_from(number) {
            Ok(rest @ ..100_000_000) => self.digits(rest, 1),
            _ => self.long(number),
        }
    }

    #[cold]
    #[inline(never)]
    fn long(&mut self, number: u64) {
        let part = |part: u64| u32::try_from(part % 100_000_000).unwrap_or_default();
        self.digits(part(number / 100_000_000), 1);
        self.digits(part(number), 8);
    }

    /// Writes at most eight digits, so many at least.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn digits(&mut self, mut rest: u32, least: usize) {
        let (mut digits, mut length) = (0, 0);
        while rest > 0 || length < least {
            digits = digits << 8 | u64::from(b'0') | u64::from(rest % 10);
            rest /= 10;
            length += 1;
        }
        self.word(digits, length);
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn written(&self) -> usize {
        self.at
    }
}
