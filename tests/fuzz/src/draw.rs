//! Choices out of bytes: the fuzzer's bytes decide, and a change of one byte is a small change of what is made of them.

use deskrules::schedule::Instant;

/// The bytes that are still to be used; 0 for ever once they are used up.
pub struct Draw<'a> {
    bytes: &'a [u8],
}

impl<'a> Draw<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        *first
    }

    /// A number below `most`; 0 when `most` is 0.
    pub fn below(&mut self, most: usize) -> usize {
        let number = if most > 256 {
            usize::from(self.short())
        } else {
            usize::from(self.byte())
        };
        number % most.max(1)
    }

    pub fn short(&mut self) -> u16 {
        u16::from_le_bytes([self.byte(), self.byte()])
    }

    /// Yes once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    pub fn pick<'b, T>(&mut self, from: &'b [T]) -> &'b T {
        &from[self.below(from.len())]
    }

    /// A few bytes as text, printable ASCII most of the time.
    pub fn text(&mut self, most: usize) -> String {
        let length = self.below(most + 1);
        (0..length).map(|_| char::from(self.byte())).collect()
    }

    /// An instant: of the years in which the examples live, or anywhere in the range.
    pub fn instant(&mut self) -> Instant {
        const MINUTE: i64 = 60_000;
        /// 1 January 2026.
        const START: i64 = 1_767_225_600_000;
        let (kind, minutes) = (self.byte(), i64::from(self.short()));
        let millis = match kind % 8 {
            // The bytes that are not there give a Monday morning.
            0 => START + (4 * 1440 + 540 + minutes) * MINUTE,
            1 => START + minutes * 15 * MINUTE,
            2 => START + minutes * 60 * MINUTE,
            3 => START + (minutes * 1440 * MINUTE) + i64::from(self.short()),
            4 => minutes * 1440 * MINUTE,
            5 => minutes * 1440 * MINUTE + i64::from(self.short()) * 1000 + i64::from(self.byte()),
            6 => minutes * MINUTE,
            _ => Instant::LAST.epoch_millis() - minutes * MINUTE,
        };
        Instant::from_epoch_millis(millis.clamp(0, Instant::LAST.epoch_millis())).expect("in range")
    }

    /// Milliseconds of business time: whole hours, anything short, or very long.
    pub fn span(&mut self) -> u64 {
        let (kind, number) = (self.byte(), u64::from(self.short()));
        match kind % 4 {
            0 => number % 100 * 3_600_000,
            1 => number * 60_000,
            2 => number * 1_000 + u64::from(self.byte()),
            _ => number * 86_400_000,
        }
    }

    /// An instant near another: minutes, hours or days later, or a little earlier.
    pub fn later(&mut self, than: Instant) -> Instant {
        const MINUTE: i64 = 60_000;
        let (kind, number) = (self.byte(), i64::from(self.byte()));
        let step = [1, 5, 60, 120, 0, 0, 720, -60][usize::from(kind % 8)] * MINUTE;
        // To the millisecond now and then.
        let millis = than.epoch_millis() + number * if kind % 8 == 4 { 1 } else { step };
        Instant::from_epoch_millis(millis.clamp(0, Instant::LAST.epoch_millis())).expect("in range")
    }
}
