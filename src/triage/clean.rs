//! A field without markup: tags and entities gone, letters without their marks, each with its place in the field as given.

use crate::policy::lexicon::fold;

/// The text of a field in ASCII, still in its own case.
#[derive(Debug, Default)]
pub(super) struct Clean {
    pub(super) text: Vec<u8>,
    /// Where each character starts and ends in the field, in UTF-16 units.
    places: Vec<(u32, u32)>,
    /// How many UTF-16 units the field has.
    pub(super) units: u32,
}

/// Tags that end a line.
const BLOCKS: [&str; 14] = [
    "p", "br", "div", "li", "tr", "td", "ul", "ol", "table", "h1", "h2", "h3", "hr", "pre",
];
/// Tags whose content is not what the requester wrote.
const ASIDE: [&str; 5] = ["blockquote", "style", "script", "head", "title"];

impl Clean {
    /// Takes the markup out of a field.
    pub(super) fn new(field: &str) -> Self {
        let mut clean = Self {
            text: Vec::with_capacity(field.len() + 1),
            places: Vec::with_capacity(field.len() + 1),
            units: 0,
        };
        let bytes = field.as_bytes();
        let (mut at, mut unit) = (0, 0_u32);
        // The element that is passed over, and how deep its name is nested in it.
        let mut aside: Option<(&[u8], u32)> = None;
        // From here on no tag and no entity ends.
        let mut open_end = usize::MAX;
        while let Some(byte) = bytes.get(at) {
            if *byte == b'<' && at < open_end {
                let rest = bytes.get(at + 1..).unwrap_or_default();
                if matches!(rest, [b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!', ..]) {
                    let Some(length) = rest.iter().position(|byte| *byte == b'>') else {
                        open_end = at;
                        continue;
                    };
                    let inside = field.get(at + 1..at + 1 + length).unwrap_or_default();
                    let tag = Tag::new(inside.as_bytes());
                    match aside {
                        Some((name, depth)) if name.eq_ignore_ascii_case(tag.name) => {
                            let depth = if tag.closes { depth - 1 } else { depth + 1 };
                            aside = (depth > 0).then_some((name, depth));
                        }
                        None if tag.opens_aside() => aside = Some((tag.name, 1)),
                        None if tag.ends_line() => clean.push(b'\n', unit, unit),
                        _ => {}
                    }
                    unit += units(inside) + 2;
                    at += length + 2;
                    continue;
                }
            }
            if *byte == b'&' && aside.is_none() {
                let name = bytes.get(at + 1..at + 10).unwrap_or(bytes.get(at + 1..).unwrap_or_default());
                let name = name
                    .iter()
                    .position(|byte| *byte == b';')
                    .and_then(|length| field.get(at + 1..at + 1 + length));
                if let Some(name) = name
                    && let Some(character) = entity(name)
                {
                    let end = unit + u32::try_from(name.len()).unwrap_or_default() + 2;
                    if let Some(byte) = fold(character) {
                        clean.push(byte, unit, end);
                    }
                    unit = end;
                    at += name.len() + 2;
                    continue;
                }
            }
            if byte.is_ascii() {
                if aside.is_none() {
                    clean.push(*byte, unit, unit + 1);
                }
                unit += 1;
                at += 1;
                continue;
            }
            let Some(character) = field.get(at..).and_then(|rest| rest.chars().next()) else {
                break;
            };
            let end = unit + u32::from(character > '\u{ffff}') + 1;
            if aside.is_none()
                && let Some(byte) = fold(character)
            {
                clean.push(byte, unit, end);
            }
            unit = end;
            at += character.len_utf8();
        }
        clean.units = unit;
        clean
    }

    #[inline]
    fn push(&mut self, byte: u8, start: u32, end: u32) {
        self.text.push(byte);
        self.places.push((start, end));
    }

    /// Returns where a stretch of the text stands in the field.
    pub(super) fn place(&self, from: u32, to: u32) -> (u32, u32) {
        let start = self.places.get(from as usize).map_or(0, |place| place.0);
        let end = self.places.get((to as usize).saturating_sub(1)).map_or(start, |place| place.1);
        (start, end)
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
        self.is(&BLOCKS)
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
