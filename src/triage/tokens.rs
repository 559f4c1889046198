//! The words of a field that its writer wrote for the desk: without quoted mails, signatures, quoted words and lists to choose from.

use super::clean::Clean;
use crate::policy::Slot;
use crate::policy::lexicon::{Lexicon, STRANGE};

/// What stands between a word and the one before it.
pub(super) mod gap {
    /// A comma, a colon, a dash, a bracket.
    pub(crate) const PAUSE: u8 = 1;
    /// A stroke: one or the other.
    pub(crate) const STROKE: u8 = 2;
    /// The end of a sentence.
    pub(crate) const END: u8 = 4;
    /// … which asks something.
    pub(crate) const ASKED: u8 = 8;
}

/// A word of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) gap: u8,
    pub(super) capital: bool,
}

/// A field and its words.
pub(super) struct Read {
    pub(super) clean: Clean,
    pub(super) tokens: Vec<Token>,
}

impl Read {
    /// Reads the words of a field; its text is lower case from here on.
    pub(super) fn new(mut clean: Clean, lexicons: &[Lexicon]) -> Self {
        let capitals = clean.text.clone();
        clean.text.make_ascii_lowercase();
        let tokens = tokens(&clean.text, &capitals, lexicons);
        Self { clean, tokens }
    }

    /// Returns the text of a word, in lower case.
    pub(super) fn text(&self, token: &Token) -> &[u8] {
        self.clean.text.get(token.from as usize..token.to as usize).unwrap_or_default()
    }
}

fn tokens(text: &[u8], capitals: &[u8], lexicons: &[Lexicon]) -> Vec<Token> {
    let mut reader = Reader {
        text,
        capitals,
        lexicons,
        tokens: Vec::with_capacity(text.len() / 5),
        gap: gap::END,
    };
    let (mut start, mut headers, mut option) = (0, None, false);
    for (number, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let from = start;
        start += line.len() + 1;
        let first = reader.tokens.len();
        match kind(line) {
            Line::Empty => reader.gap |= gap::END,
            Line::Quoted => {
                reader.gap |= gap::END;
                option = false;
            }
            Line::Option => {
                // A lone one may be a sentence; the second makes it a list.
                if option {
                    reader.gap |= gap::END;
                } else {
                    reader.line(from, line);
                }
                option = true;
            }
            Line::Cut => break,
            Line::Text => {
                option = false;
                reader.line(from, line);
                if reader.closes(first) {
                    reader.tokens.truncate(first);
                    break;
                }
                match (reader.headers(first, line), headers) {
                    (0, _) => {}
                    (1, None) => headers = Some((number, first)),
                    (1, Some((before, _))) if number > before + 3 => headers = Some((number, first)),
                    (_, begun) => {
                        reader.tokens.truncate(begun.map_or(first, |(_, first)| first));
                        break;
                    }
                }
            }
        }
    }
    reader.tokens
}

enum Line {
    Empty,
    Text,
    Quoted,
    Option,
    /// From here on somebody else wrote it.
    Cut,
}

/// Says what a line in lower case is.
fn kind(line: &[u8]) -> Line {
    let line = line.trim_ascii();
    let starts = |start: &[u8]| line.starts_with(start);
    if line.is_empty() {
        Line::Empty
    } else if starts(b">") || starts(b"[") || starts(b"( )") {
        Line::Quoted
    } else if line == b"--" || starts(b"________") || starts(b"----") && line.iter().any(u8::is_ascii_alphabetic) {
        Line::Cut
    } else if let [b'a'..=b'f', b')' | b'.' | b':', b' ', ..] | [b'(', b'a'..=b'f', b')', ..] = line {
        Line::Option
    } else {
        Line::Text
    }
}

struct Reader<'a> {
    text: &'a [u8],
    capitals: &'a [u8],
    lexicons: &'a [Lexicon],
    tokens: Vec<Token>,
    gap: u8,
}

impl<'a> Reader<'a> {
    fn word(&self, index: usize) -> Option<&'a [u8]> {
        let token = self.tokens.get(index)?;
        self.text.get(token.from as usize..token.to as usize)
    }

    fn slots(&self, index: usize) -> (u64, usize) {
        let next = |ahead: usize| self.word(index + ahead);
        let Some(word) = self.word(index) else { return (0, 0) };
        self.lexicons
            .iter()
            .map(|lexicon| lexicon.find(word, &next))
            .find(|found| found.slots & (Slot::Closing.bit() | Slot::Quote.bit()) != 0)
            .map_or((0, 0), |found| (found.slots, found.words))
    }

    /// Says whether the line from that token on ends the mail, all but for a name.
    fn closes(&self, first: usize) -> bool {
        let (slots, words) = self.slots(first);
        let left = self.tokens.len() - first;
        slots & Slot::Closing.bit() != 0 && left <= if words == 1 { 1 } else { words + 4 }
    }

    /// Counts the headers of a mail in the line from that token on: two or more when it announces a quoted one.
    fn headers(&self, first: usize, line: &[u8]) -> usize {
        let length = self.tokens.len() - first;
        let ends_open = length > 3 && line.trim_ascii().last() == Some(&b':');
        let mut count = 0;
        for index in first..self.tokens.len().min(first + 60) {
            let after = self
                .tokens
                .get(index)
                .and_then(|token| self.text.get(token.to as usize..))
                .unwrap_or_default();
            let head = matches!(after, [b':', ..] | [b' ', b':', ..]);
            // Lines that begin with a word and a colon are looked at in full, and so is `On Monday Ann wrote:`.
            if index == first && !head && !ends_open {
                break;
            }
            if (head || ends_open) && self.slots(index).0 & Slot::Quote.bit() != 0 {
                count += if head { 1 } else { 2 };
            }
        }
        count
    }

    fn line(&mut self, from: usize, line: &[u8]) {
        let first = self.tokens.len();
        // A new line in the middle of a sentence goes on with a small letter.
        let start = line.iter().position(|byte| *byte != b' ').unwrap_or_default();
        let goes_on = self.capitals.get(from + start).is_some_and(u8::is_ascii_lowercase);
        if !goes_on {
            self.gap |= gap::END;
        }
        let (mut at, mut choices) = (0, 0);
        // The quotation marks that are not closed in this line any more.
        let mut unpaired = (false, false);
        while let Some(byte) = line.get(at) {
            if byte.is_ascii_alphanumeric() || *byte == STRANGE {
                let end = at + length(line.get(at..).unwrap_or_default());
                if end == at + 1
                    && line.get(end) == Some(&b')')
                    && (byte.is_ascii_digit() && line.get(at.wrapping_sub(1)) == Some(&b'(') || matches!(byte, b'a'..=b'f'))
                {
                    choices += 1;
                    if choices == 2 {
                        // `a) … b) …` in one line is a list too.
                        self.tokens.truncate(first);
                        break;
                    }
                }
                self.push(from + at, from + end);
                at = end;
                continue;
            }
            if matches!(
                line.get(at..),
                Some([b'[' | b'(', b']' | b')', ..] | [b'[' | b'(', b' ', b']' | b')', ..])
            ) {
                // Boxes to tick.
                self.tokens.truncate(first);
                break;
            }
            let next = line.get(at + 1).copied().unwrap_or(b' ');
            let before = at.checked_sub(1).and_then(|before| line.get(before)).copied().unwrap_or(b' ');
            self.gap |= match byte {
                b'.' if next.is_ascii_alphanumeric() || self.is_letter() => 0,
                b'.' | b';' | b'!' => gap::END,
                b'?' => gap::END | gap::ASKED,
                b',' | b':' | b'(' | b')' | b'[' | b']' | b'|' => gap::PAUSE,
                b'-' if before == b' ' && next == b' ' => gap::PAUSE,
                b'/' | b'\\' => gap::STROKE,
                _ => 0,
            };
            let mark = match byte {
                b'"' if !unpaired.0 && !before.is_ascii_alphanumeric() => true,
                b'\'' if !unpaired.1 && !before.is_ascii_alphanumeric() => length(line.get(at + 1..).unwrap_or_default()) > 1,
                _ => false,
            };
            at += 1;
            if mark {
                let rest = line.get(at..).unwrap_or_default();
                let close = closing(rest, *byte);
                match close {
                    Some(close) => at += close + 1,
                    None if *byte == b'"' => unpaired.0 = true,
                    None => unpaired.1 = true,
                }
            }
        }
    }

    /// Says whether the last word is one letter, so that a point after it is that of an abbreviation.
    fn is_letter(&self) -> bool {
        self.tokens
            .last()
            .is_some_and(|token| token.to - token.from == 1 && self.text.get(token.from as usize).is_some_and(u8::is_ascii_alphabetic))
    }

    fn push(&mut self, from: usize, to: usize) {
        let (Ok(start), Ok(end)) = (u32::try_from(from), u32::try_from(to)) else {
            return;
        };
        self.tokens.push(Token {
            from: start,
            to: end,
            gap: self.gap,
            capital: self.capitals.get(from).is_some_and(u8::is_ascii_uppercase),
        });
        self.gap = 0;
    }
}

/// Returns where a quotation ends.
fn closing(rest: &[u8], mark: u8) -> Option<usize> {
    (0..rest.len()).find(|at| rest.get(*at) == Some(&mark) && (mark == b'"' || !rest.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)))
}

/// Returns how long a word is: letters and digits, what joins two letters, what joins two digits.
fn length(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let next = text.get(at + 1).copied().unwrap_or(b' ');
        let before = at.checked_sub(1).and_then(|before| text.get(before)).copied().unwrap_or(b' ');
        let inside = match byte {
            b'\'' => before.is_ascii_alphabetic() && next.is_ascii_alphabetic(),
            b'.' | b':' | b',' => before.is_ascii_digit() && next.is_ascii_digit(),
            byte => byte.is_ascii_alphanumeric() || *byte == STRANGE,
        };
        if !inside {
            break;
        }
        at += 1;
    }
    at
}
