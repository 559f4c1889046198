//! Texts in two at a byte, and many in one: the standard library's searchers and its join bring two kilobytes.

/// Cuts a text at the first of some bytes: what is before it, and what follows it.
pub(crate) fn cut<'a>(text: &'a str, at: &[u8]) -> (&'a str, Option<&'a str>) {
    let [first, others @ ..] = at else { return (text, None) };
    for (index, byte) in text.bytes().enumerate() {
        // Most cuts are at one byte: a search in a list of one would take most of their time.
        if byte == *first || !others.is_empty() && others.contains(&byte) {
            return (text.get(..index).unwrap_or_default(), text.get(index + 1..));
        }
    }
    (text, None)
}

/// Cuts a text at the last of some bytes: what is before it, and what follows it.
pub(crate) fn cut_last<'a>(text: &'a str, at: &[u8]) -> (Option<&'a str>, &'a str) {
    let mut cut_there = (None, text);
    for (index, byte) in text.bytes().enumerate() {
        if at.contains(&byte) {
            cut_there = (text.get(..index), text.get(index + 1..).unwrap_or_default());
        }
    }
    cut_there
}

/// Returns texts as one, with a comma after each but the last.
pub(crate) fn joined(texts: &mut dyn Iterator<Item = &str>) -> String {
    let mut joined = String::new();
    for text in texts {
        if !joined.is_empty() {
            joined.push_str(", ");
        }
        joined.push_str(text);
    }
    joined
}
