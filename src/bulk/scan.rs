//! Reads a line byte by byte, eight at a time. Whatever is not the usual is none, and takes the long way.

use crate::schedule::Instant;

/// A byte in each place of a word.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Where a reading is.
pub(super) struct Scan<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
}

/// Plain text in a line: between its quotes nothing but printable ASCII, no escape.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    /// Its first eight bytes, those behind its end 0.
    pub(super) head: u64,
    /// All of its bytes.
    pub(super) bytes: &'a [u8],
}

impl<'a> Text<'a> {
    /// Returns a text to compare with.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            head: head(text.as_bytes()),
            bytes: text.as_bytes(),
        }
    }

    /// Says whether it is so long and begins with these eight bytes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn is(self, head: [u8; 8], length: usize) -> bool {
        self.head == u64::from_le_bytes(head) && self.bytes.len() == length
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn equals(self, other: Self) -> bool {
        self.head == other.head && self.bytes.len() == other.bytes.len() && (self.bytes.len() <= 8 || self.bytes == other.bytes)
    }
}

/// The first eight bytes as a word, filled up with 0.
pub(super) fn head(bytes: &[u8]) -> u64 {
    let eight = bytes.iter().take(8).rev();
    eight.fold(0, |word, byte| word << 8 | u64::from(*byte))
}

impl<'a> Scan<'a> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Passes white space within the line over, and takes the byte after it.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn token(&mut self) -> Option<u8> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            if byte != b' ' && byte != b'\t' && byte != b'\r' {
                return Some(byte);
            }
        }
    }

    /// Says whether the line ends here.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn ends(&mut self) -> bool {
        self.token().is_none_or(|byte| byte == b'\n')
    }

    /// The word that begins there; none within eight bytes of the end.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    fn word(&self, at: usize) -> Option<u64> {
        let eight: [u8; 8] = self.bytes.get(at..at + 8)?.try_into().ok()?;
        Some(u64::from_le_bytes(eight))
    }

    /// Reads the text whose first quote was taken.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn text(&mut self) -> Option<Text<'a>> {
        let start = self.at;
        let head = self.word(start)?;
        let (mut word, mut length, mut ends) = (head, 0, unusual(head));
        while ends == 0 {
            length += 8;
            word = self.word(start + length)?;
            ends = unusual(word);
        }
        let bits = ends.trailing_zeros() & !7;
        if (word >> bits) & 0xff != u64::from(b'"') {
            return None;
        }
        let head = if length == 0 { head & !(u64::MAX << bits) } else { head };
        length += (bits / 8) as usize;
        self.at = start + length + 1;
        Some(Text {
            head,
            bytes: self.bytes.get(start..start + length)?,
        })
    }

    /// Reads a whole number of at most 15 digits, whose first digit was taken; answers its bytes.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn whole(&mut self) -> Option<&'a [u8]> {
        let start = self.at - 1;
        while self.bytes.get(self.at)?.is_ascii_digit() {
            self.at += 1;
        }
        let digits = self.bytes.get(start..self.at)?;
        let plain = !matches!(self.bytes.get(self.at), Some(b'.' | b'e' | b'E')) && digits.len() <= 15;
        (plain && (digits.len() == 1 || digits.first() != Some(&b'0'))).then_some(digits)
    }

    /// Reads `2026-11-24T10:00:00+01:00"`, or with `Z`, or with milliseconds; the quote before it was taken.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
    pub(super) fn instant(&mut self) -> Option<i64> {
        let date = pairs(self.word(self.at)?, u64::from_le_bytes(*b"0000-00-"), u64::MAX)?;
        let time = pairs(self.word(self.at + 8)?, u64::from_le_bytes(*b"00T00:00"), u64::MAX)?;
        let last = self.word(self.at + 16)?;
        let second = byte(pairs(last, u64::from_le_bytes(*b":0000000"), 0x00ff_ffff)?, 1);
        let mut end = self.at + 19;
        let mut millis = 0;
        if byte(last, 3) == u32::from(b'.') {
            let digits = (last >> 32) ^ u64::from_le_bytes(*b"000\0\0\0\0\0");
            if (digits | (digits + each(0x76))) & 0x80_8080 != 0 {
                return None;
            }
            millis = byte(digits, 0) * 100 + byte(digits, 1) * 10 + byte(digits, 2);
            end += 4;
        }
        let zone = self.word(end)?;
        let minutes = match zone & 0xff {
            0x5a if byte(zone, 1) == u32::from(b'"') => {
                self.at = end + 2;
                0
            }
            sign @ (0x2b | 0x2d) if byte(zone, 6) == u32::from(b'"') => {
                let offset = pairs(zone >> 8, u64::from_le_bytes(*b"00:00\0\0\0"), 0xff_ffff_ffff)?;
                let (hours, minutes) = (byte(offset, 0), byte(offset, 3));
                if hours > 23 || minutes > 59 {
                    return None;
                }
                self.at = end + 7;
                let minutes = i64::from(hours * 60 + minutes);
                if sign == 0x2b { minutes } else { -minutes }
            }
            _ => return None,
        };
        let (hour, minute) = (byte(time, 3), byte(time, 6));
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let day = day(byte(date, 0) * 100 + byte(date, 2), byte(date, 5), byte(time, 0))?;
        let seconds = (hour * 60 + minute) * 60 + second;
        let local = i64::from(day) * 86_400_000 + i64::from(seconds * 1000 + millis);
        let at = local - minutes * 60_000;
        (0..=Instant::LAST.epoch_millis()).contains(&at).then_some(at)
    }
}

/// A bit in the first byte that is no plain text: a quote, a backslash, a control character, one that is not ASCII. Bits above it mean
/// nothing.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
fn unusual(word: u64) -> u64 {
    let zero = |word: u64| word.wrapping_sub(each(1));
    (zero(word ^ each(b'"')) | zero(word ^ each(b'\\')) | word.wrapping_sub(each(b' ')) | word) & each(0x80)
}

/// Reads digits in pairs where the form has a 0, and the form itself elsewhere; each byte of the answer is its digit and the next one.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
fn pairs(word: u64, form: u64, within: u64) -> Option<u64> {
    let digits = (word ^ form) & within;
    // The form's own bytes must have become 0, the others 0 to 9.
    let marks = (((form ^ each(b'0')).wrapping_add(each(0x7f)) >> 7) & each(1)).wrapping_mul(0xff);
    let wrong = digits & marks | (digits | digits.wrapping_add(each(0x76))) & each(0x80);
    if wrong != 0 {
        return None;
    }
    Some(digits.wrapping_mul(10).wrapping_add(digits >> 8))
}

/// A byte of a word.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
fn byte(word: u64, index: u32) -> u32 {
    u32::from((word >> (8 * index)).to_le_bytes()[0])
}

/// Days since 1970-01-01, none where there is no such day from 1970 to 2199.
#[inline(always)]
#[expect(clippy::inline_always, reason = "the hot path; the build for size would make it a call")]
fn day(year: u32, month: u32, day: u32) -> Option<u32> {
    let since = year.wrapping_sub(1970);
    if since >= 230 || month.wrapping_sub(1) >= 12 {
        return None;
    }
    let leap = u32::from(year.is_multiple_of(4) && year != 2100);
    let length = if month == 2 { 28 + leap } else { 30 + ((month + (month >> 3)) & 1) };
    if day.wrapping_sub(1) >= length {
        return None;
    }
    // 2100 is the only year of the range that is divided by four and not leap.
    let leaps = (since + 1) / 4 - u32::from(since > 130);
    // The months before it as if February had 30 days.
    let before = (367 * month - 362) / 12 - if month > 2 { 2 - leap } else { 0 };
    Some(since * 365 + leaps + before + day - 1)
}
