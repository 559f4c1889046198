//! Letters without their marks: `é` is `e`, so that a word is found however it is written.

/// Stands for a letter of an alphabet that the table does not have.
pub const STRANGE: u8 = 0x7f;

const LATIN_1: &[u8; 64] = b"AAAAAAACEEEEIIIIDNOOOOO OUUUUYTsaaaaaaaceeeeiiiidnooooo ouuuuyty";
const EXTENDED: &[u8; 128] =
    b"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// Returns the ASCII character that stands for one: its letter without marks, a plain quotation mark or dash, [`STRANGE`] for a letter of
/// another alphabet, a space for what is no letter. None for what is not seen, like a mark that says in which direction to write.
#[must_use]
pub fn fold(character: char) -> Option<u8> {
    let code = character as usize;
    Some(match code {
        0..0x80 => character as u8,
        0xad | 0x300..0x370 | 0x200b..0x2010 | 0x202a..0x202f | 0x2060..0x2070 | 0xfe00..0xfe10 | 0xfeff => return None,
        0x85 | 0x2028 | 0x2029 => b'\n',
        0xb4 | 0x2018..0x201c => b'\'',
        0xab | 0xbb | 0x201c..0x2020 => b'"',
        0x2010..0x2016 => b'-',
        0x2026 => b'.',
        0xc0..0x100 => LATIN_1.get(code - 0xc0).copied().unwrap_or(b' '),
        0x100..0x180 => EXTENDED.get(code - 0x100).copied().unwrap_or(b' '),
        0x180..0x2000 | 0x2e80..0xd800 | 0xf900..0xfb00 => STRANGE,
        _ => b' ',
    })
}

#[cfg(test)]
mod tests {
    use super::fold;
    use rstest::rstest;

    #[rstest]
    #[case::marks("Éénpersoons geëxporteerd ÿ", "Eenpersoons geexporteerd y")]
    #[case::further_marks("Škoda łódź İstanbul", "Skoda lodz Istanbul")]
    #[case::combining("e\u{301}e\u{308}n", "een")]
    #[case::quotes("‘a’ “b” «c»", "'a' \"b\" \"c\"")]
    #[case::directions("\u{200f}spoed\u{202c}", "spoed")]
    #[case::other_alphabets("мир 日本", "\u{7f}\u{7f}\u{7f} \u{7f}\u{7f}")]
    #[case::pictures("😡!", " !")]
    fn a_character_is_its_plain_letter(#[case] text: &str, #[case] folded: &str) {
        let found: Vec<u8> = text.chars().filter_map(fold).collect();
        assert_eq!(String::from_utf8_lossy(&found), folded);
    }
}
