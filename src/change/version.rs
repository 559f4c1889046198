//! Versions as people write them, compared: `4.22` is after `4.9`, `2.0-rc1` before `2.0`.

use std::cmp::Ordering;

/// What comes before the release itself, the earliest first.
const BEFORE: [&[&str]; 4] = [
    &["dev", "snapshot", "nightly"],
    &["alpha"],
    &["beta", "preview", "pre", "m", "milestone"],
    &["rc", "cr"],
];

/// A part of a version.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part<'a> {
    /// Digits, without leading zeros.
    Number(&'a str),
    Word(&'a str),
}

/// Compares two versions; none when nobody can say which is later.
pub(super) fn compare(one: &str, other: &str) -> Option<Ordering> {
    let (mut ones, mut others) = (Parts(bare(one)), Parts(bare(other)));
    loop {
        let order = match (ones.next(), others.next()) {
            (None, None) => return Some(Ordering::Equal),
            (Some(part), None) => end(part),
            (None, Some(part)) => end(part).reverse(),
            (Some(Part::Number(one)), Some(Part::Number(other))) => one.len().cmp(&other.len()).then(one.cmp(other)),
            (Some(Part::Number(_)), Some(Part::Word(word))) => before(word).map(|_| Ordering::Greater)?,
            (Some(Part::Word(word)), Some(Part::Number(_))) => before(word).map(|_| Ordering::Less)?,
            (Some(Part::Word(one)), Some(Part::Word(other))) => word(one, other)?,
        };
        if order != Ordering::Equal {
            return Some(order);
        }
    }
}

/// How a version with this part more compares to the one that ends before it: `1.0.0` is `1.0`, `1.0-rc1` before it, `1.0 SP1` after it.
fn end(part: Part) -> Ordering {
    match part {
        Part::Number("") => Ordering::Equal,
        Part::Word(word) if before(word).is_some() => Ordering::Less,
        Part::Number(_) | Part::Word(_) => Ordering::Greater,
    }
}

fn word(one: &str, other: &str) -> Option<Ordering> {
    match (before(one), before(other)) {
        (None, None) if one.eq_ignore_ascii_case(other) => Some(Ordering::Equal),
        // Single letters count on, as in `1.0.2k` and `1.0.2l`.
        (None, None) if one.len() == 1 && other.len() == 1 => Some(one.to_ascii_lowercase().cmp(&other.to_ascii_lowercase())),
        (None, None) => None,
        (one, other) => {
            let rank = |before: Option<usize>| before.unwrap_or(BEFORE.len());
            Some(rank(one).cmp(&rank(other)))
        }
    }
}

/// How early before the release a word is; none when it is not before it.
fn before(word: &str) -> Option<usize> {
    BEFORE
        .iter()
        .position(|words| words.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// A version without the `v` in front of it.
fn bare(version: &str) -> &str {
    let version = version.trim_ascii();
    let rest = version.strip_prefix(['v', 'V']).map(str::trim_ascii_start);
    rest.filter(|rest| rest.starts_with(|character: char| character.is_ascii_digit()))
        .unwrap_or(version)
}

/// The parts of a version: whatever is neither a digit nor a letter stands between them.
struct Parts<'a>(&'a str);

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;
    fn next(&mut self) -> Option<Part<'a>> {
        let letter = |character: char| character.is_ascii_alphabetic() || !character.is_ascii();
        let digit = |character: char| character.is_ascii_digit();
        let text = self.0.trim_start_matches(|character| !letter(character) && !digit(character));
        let numeric = text.starts_with(digit);
        let same = |character: char| if numeric { digit(character) } else { letter(character) };
        let (part, rest) = text.split_at_checked(text.find(|character| !same(character)).unwrap_or(text.len()))?;
        self.0 = rest;
        match part {
            "" => None,
            _ if numeric => Some(Part::Number(part.trim_start_matches('0'))),
            _ => Some(Part::Word(part)),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Ordering, compare};

    #[rstest]
    #[case("4.9", "<", "4.22")]
    #[case("1.10", ">", "1.9")]
    #[case("1.0", "=", "1.0.0")]
    #[case("v2.0", "=", "2.0")]
    #[case("2.0-rc1", "<", "2.0")]
    #[case("2.0-beta2", "<", "2.0-rc1")]
    #[case("2.0-rc2", "<", "2.0-rc10")]
    #[case("2.0.1", ">", "2.0-rc1")]
    #[case("1.0.2k", "<", "1.0.2l")]
    #[case("1.0.2", "<", "1.0.2a")]
    #[case("2019", "<", "2019 SP1")]
    #[case("2019 SP1", "<", "2019 SP2")]
    #[case("2019 SP1", "?", "2019 CU4")]
    #[case("2026.10", ">", "2026.9")]
    #[case("99999999999999999999999", "<", "100000000000000000000000")]
    #[case("1.0a", "?", "1.0bc")]
    #[case("R2", "?", "2012")]
    #[case("", "=", "")]
    #[case("10.0.19045.3570", "<", "10.0.19045.3693")]
    fn versions_compare_as_people_read_them(#[case] one: &str, #[case] sign: &str, #[case] other: &str) {
        let sign_of = |one, other| match compare(one, other) {
            Some(Ordering::Less) => "<",
            Some(Ordering::Equal) => "=",
            Some(Ordering::Greater) => ">",
            None => "?",
        };
        assert_eq!(sign_of(one, other), sign);
        let back = match sign {
            "<" => ">",
            ">" => "<",
            same => same,
        };
        assert_eq!(sign_of(other, one), back);
    }
}
