//! A field without markup: tags and entities gone, letters without their marks, each with its place in the field as given.

use crate::cut::cut;
use crate::policy::lexicon::fold;

/// The text of a field in ASCII, still in its own case.
#[derive(Debug, Default)]
pub(super) struct Clean {
    pub(super) text: Vec<u8>,
    /// Where the text comes from, in order.
    pieces: Vec<Piece>,
    /// How many UTF-16 units the field has.
    pub(super) units: u32,
}

/// A stretch of the text that stands in the field as it is, or one character that stands for several units there.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Where it starts in the text.
    text: usize,
    /// Where it starts in the field.
    unit: u32,
    /// The units of one character of it.
    width: u32,
}

/// Tags whose content is not what the requester wrote.
const ASIDE: [&str; 5] = ["blockquote", "style", "script", "head", "title"];

impl Clean {
    /// Takes the markup out of a field.
    pub(super) fn new(field: &str) -> Self {
        let mut clean = Self {
            text: Vec::with_capacity(field.len()),
            ..Self::default()
        };
        let (mut at, mut unit) = (0, 0_u32);
        // The element that is passed over, and how deep its name is nested in it.
        let mut aside: Option<(&[u8], u32)> = None;
        // Whether a tag still ends somewhere.
        let mut tags = true;
        while let Some(rest) = field.get(at..).filter(|rest| !rest.is_empty()) {
            let special = |byte: &u8| !byte.is_ascii() || matches!(byte, b'<' | b'&');
            let mut length = rest.bytes().position(|byte| special(&byte)).unwrap_or(rest.len());
            if let [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!', ..] = rest.as_bytes()
                && tags
            {
                let (inside, after) = cut(rest, b">");
                tags = after.is_some();
                if tags {
                    let tag = Tag::new(inside.get(1..).unwrap_or_default().as_bytes());
                    match aside {
                        Some((name, depth)) if name.eq_ignore_ascii_case(tag.name) => {
                            let depth = if tag.closes { depth - 1 } else { depth + 1 };
                            aside = (depth > 0).then_some((name, depth));
                        }
                        None if tag.opens_aside() => aside = Some((tag.name, 1)),
                        None if tag.ends_line() => clean.push(b"\n", unit, 0),
                        _ => {}
                    }
                    unit += units(inside) + 1;
                    at += inside.len() + 1;
                    continue;
                }
            }
            if length == 0 {
                let character = rest.chars().next().unwrap_or_default();
                length = character.len_utf8();
                let mut width = u32::from(character > '\u{ffff}') + 1;
                let mut folded = fold(character);
                // No name is longer than eight letters.
                let end = rest.bytes().take(10).position(|byte| byte == b';').unwrap_or_default();
                if let Some(character) = rest.get(1..end).filter(|_| character == '&').and_then(entity) {
                    length = end + 1;
                    width = u32::try_from(length).unwrap_or_default();
                    folded = fold(character);
                }
                if let Some(byte) = folded.filter(|_| aside.is_none()) {
                    clean.push(&[byte], unit, width);
                }
                unit += width;
            } else {
                if aside.is_none() {
                    clean.push(rest.as_bytes().get(..length).unwrap_or_default(), unit, 1);
                }
                unit += u32::try_from(length).unwrap_or_default();
            }
            at += length;
        }
        clean.units = unit;
        clean
    }

    fn push(&mut self, text: &[u8], unit: u32, width: u32) {
        self.pieces.push(Piece {
            text: self.text.len(),
            unit,
            width,
        });
        self.text.extend_from_slice(text);
    }

    /// Returns where a stretch of the text stands in the field.
    pub(super) fn place(&self, from: u32, to: u32) -> (u32, u32) {
        (self.unit(from, 0), self.unit(to.saturating_sub(1), 1))
    }

    /// Returns where a character stands, and so many characters further.
    fn unit(&self, at: u32, further: u32) -> u32 {
        let index = self.pieces.partition_point(|piece| piece.text <= at as usize);
        let piece = index.checked_sub(1).and_then(|index| self.pieces.get(index));
        piece.map_or(0, |piece| {
            piece.unit + at - u32::try_from(piece.text).unwrap_or(at) + further * piece.width
        })
    }
}

/// A tag between its brackets.
struct Tag<'a> {
    name: &'a [u8],
    closes: bool,
    /// Whether it marks what it holds as a quoted mail.
    quotes: bool,
}

impl<'a> Tag<'a> {
    fn new(inside: &'a [u8]) -> Self {
        let closes = inside.first() == Some(&b'/');
        let inside = inside.get(usize::from(closes)..).unwrap_or_default();
        let length = inside.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(inside.len());
        let (name, attributes) = inside.split_at_checked(length).unwrap_or_default();
        Self {
            name,
            closes,
            quotes: attributes.last() != Some(&b'/') && attributes.windows(5).any(|part| part == b"quote"),
        }
    }

    fn is(&self, names: &[&str]) -> bool {
        names.iter().any(|name| name.as_bytes().eq_ignore_ascii_case(self.name))
    }

    fn opens_aside(&self) -> bool {
        !self.closes && (self.quotes || self.is(&ASIDE))
    }

    fn ends_line(&self) -> bool {
        // Paragraphs, lists, tables, headings: of the others only `u` begins like one.
        matches!(
            self.name,
            [
                b'p' | b'd' | b'l' | b't' | b'h' | b'o' | b'P' | b'D' | b'L' | b'T' | b'H' | b'O',
                ..
            ] | [b'u' | b'U', _, ..]
        ) || self.is(&["br"])
    }
}

fn units(text: &str) -> u32 {
    let mut units = 0;
    for byte in text.bytes() {
        units += u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0);
    }
    units
}

/// What entities stand for that are no letters; a letter with a mark is its letter.
const ENTITIES: [(&str, char); 10] = [
    ("nbsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("ldquo", '"'),
    ("rdquo", '"'),
    ("apos", '\''),
    ("rsquo", '\''),
    ("ndash", '-'),
];
const MARKS: [&str; 7] = ["acute", "grave", "circ", "uml", "tilde", "ring", "cedil"];

/// Returns the character of an entity's name, like `nbsp`, `eacute` or `#233`.
fn entity(name: &str) -> Option<char> {
    for (known, character) in ENTITIES {
        if known == name {
            return Some(character);
        }
    }
    let (first, rest) = name.split_at_checked(1)?;
    if first != "#" {
        let letter = first.chars().next().filter(char::is_ascii_alphabetic);
        return letter.filter(|_| MARKS.contains(&rest));
    }
    let hexadecimal = rest.strip_prefix(['x', 'X']);
    let radix = if hexadecimal.is_some() { 16 } else { 10 };
    let mut code = 0_u32;
    for digit in hexadecimal.unwrap_or(rest).chars() {
        code = code.saturating_mul(radix).saturating_add(digit.to_digit(radix)?);
    }
    char::from_u32(code)
}
