//! What people write in a request: does it say anything, and is it the same as elsewhere.

use crate::cut::{cut, cut_last};

/// What is written where there is nothing to say, in Dutch and in English, as [`plain`] leaves it.
const NOTHING: &str = "na|n a|n v t|nvt|none|no|nil|null|nothing|not applicable|not available|unknown|undefined|geen|nee|niets|niet van toepassing|onbekend\
|see above|see below|see attachment|see attached|attached|zie boven|zie hierboven|zie onder|zie hieronder|zie bijlage|bijlage\
|as above|same|same as above|idem|ditto|hetzelfde|zelfde\
|to do|t b d|to be determined|to be decided|to be done|to be announced|nog te bepalen|nog in te vullen|in te vullen|ntb|nader te bepalen|p m|pm|later|volgt|volgt nog|volgt later|komt nog\
|fill in|fill me in|vul in|invullen|text|tekst|your text here|placeholder|test|testing|test test|foo|bar|foo bar|foobar|asdf|asdfasdf|qwerty|abc|…|–|—";

/// What a text begins with that is still to be written.
const TO_WRITE: [&str; 5] = ["todo", "tbd", "tba", "fixme", "lorem ipsum"];

/// How much of a text is looked at: whatever says nothing is short, or begins with a mark.
const ENOUGH: usize = 40;

/// Says whether a text says nothing: empty, `n/a`, `zie boven`, `TODO`, `xxx`, `<name>`, lorem ipsum.
pub(super) fn says_nothing(text: &str) -> bool {
    let text = text.trim_ascii();
    let plain = plain(text);
    let Some((first, rest)) = plain.split_first() else {
        return true;
    };
    let repeated = !rest.is_empty() && rest.iter().all(|byte| byte == first);
    repeated
        || framed(text)
        || TO_WRITE.iter().any(|mark| begins(&plain, mark.as_bytes()))
        || may_be_nothing(&plain) && any_of(NOTHING, &|nothing| nothing.as_bytes() == plain)
}

/// Says whether anything in [`NOTHING`] has this first letter and this length: most texts are not compared with all of it.
fn may_be_nothing(text: &[u8]) -> bool {
    #[expect(clippy::indexing_slicing, reason = "a constant: the compiler would say so")]
    const LENGTHS: [u32; 32] = {
        let (bytes, mut lengths) = (NOTHING.as_bytes(), [0; 32]);
        let (mut start, mut at) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b'|' {
                lengths[(bytes[start] % 32) as usize] |= 1 << (at - start);
                start = at + 1;
            }
            at += 1;
        }
        lengths
    };
    let lengths = text.first().and_then(|first| LENGTHS.get(usize::from(first % 32)));
    lengths.is_some_and(|lengths| text.len() < 32 && lengths >> text.len() & 1 == 1)
}

/// The letters and digits of a text's beginning, small, with one space for anything between.
fn plain(text: &str) -> Vec<u8> {
    let mut plain = Vec::with_capacity(ENOUGH + 1);
    for byte in text.bytes() {
        if plain.len() > ENOUGH {
            break;
        }
        if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
            plain.push(byte.to_ascii_lowercase());
        } else if !matches!(plain.last(), None | Some(b' ')) {
            plain.push(b' ');
        }
    }
    plain.truncate(plain.trim_ascii_end().len());
    plain
}

/// Says whether a text begins with a word.
fn begins(text: &[u8], word: &[u8]) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| matches!(rest.first(), None | Some(b' ')))
}

/// Says whether a text is a hole of a template: `<name>`, `[name]`, `{{ name }}`.
fn framed(text: &str) -> bool {
    let (first, last) = (text.bytes().next(), text.bytes().last());
    let inner = text.get(1..text.len().saturating_sub(1)).unwrap_or_default();
    match (first, last) {
        (Some(b'<'), Some(b'>')) | (Some(b'['), Some(b']')) => !has(inner, b"<>[]{}/\n"),
        (Some(b'{'), Some(b'}')) => !has(inner, b"<>[]/\n"),
        _ => false,
    }
}

/// Says whether one of the words between bars is so.
pub(super) fn any_of(words: &str, is: &dyn Fn(&str) -> bool) -> bool {
    any_part(words, b"|", is)
}

/// Says whether a part of a text is so; the parts stand between some bytes.
fn any_part(text: &str, between: &[u8], is: &dyn Fn(&str) -> bool) -> bool {
    let mut rest = Some(text);
    while let Some(text) = rest {
        let (part, others) = cut(text, between);
        if is(part) {
            return true;
        }
        rest = others;
    }
    false
}

/// Says whether a text has one of some bytes.
pub(super) fn has(text: &str, bytes: &[u8]) -> bool {
    cut(text, bytes).1.is_some()
}

/// Says whether a text is made of such bytes.
pub(super) fn all(text: &str, such: fn(u8) -> bool) -> bool {
    for byte in text.bytes() {
        if !such(byte) {
            return false;
        }
    }
    true
}

/// Counts the words of a text, up to a number of them.
pub(super) fn words(text: &str, most: usize) -> usize {
    text.split_ascii_whitespace().take(most).count()
}

/// Returns what makes two texts the same: their letters and digits, small.
pub(super) fn letters(text: &str) -> Vec<u8> {
    let mut letters = text.as_bytes().to_ascii_lowercase();
    letters.retain(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    letters
}

/// Says whether a text holds a phrase, whatever its capitals.
pub(super) fn holds(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (text.as_bytes(), phrase.as_bytes());
    text.windows(phrase.len()).any(|window| window.eq_ignore_ascii_case(phrase))
}

/// Says whether a text is one of the words between bars, whatever its capitals.
pub(super) fn one_of(text: &str, words: &str) -> bool {
    any_of(words, &|word| word.eq_ignore_ascii_case(text))
}

/// Says whether a text can be the address of a page: `http` or `https`, and a host.
pub(super) fn is_page(url: &str) -> bool {
    let (scheme, rest) = cut(url, b":");
    let (host, _) = cut(rest.and_then(|rest| rest.strip_prefix("//")).unwrap_or_default(), b"/?#");
    let host = match cut_last(host, b":") {
        (Some(host), port) if all(port, |byte| byte.is_ascii_digit()) => host,
        _ => host,
    };
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    one_of(scheme, "https|http") && is_host(host) && all(url, |byte| byte > b' ')
}

/// Says whether a text can be a mail address: a name, one `@`, a domain of labels with a dot.
pub(super) fn is_address(text: &str) -> bool {
    let (name, domain) = cut_last(text, b"@");
    let strange = |name| has(name, b"@<>()[],;:\\\"") || !all(name, |byte| byte > b' ');
    let named = name.is_some_and(|name| are_labels(name, &|part| !part.is_empty()) && !strange(name));
    named && has(domain, b".") && are_labels(domain, &is_label) && text.len() <= 254
}

/// Says whether a text can be the name of one host: labels with dots between, or an address of digits.
pub(super) fn is_host(text: &str) -> bool {
    are_labels(text, &is_label) || has(text, b":") && all(text, |byte| byte.is_ascii_hexdigit() || byte == b':')
}

/// Says whether what stands between dots is so.
fn are_labels(text: &str, is: &dyn Fn(&str) -> bool) -> bool {
    !any_part(text, b".", &|label| !is(label))
}

/// Says whether a text can be a label of a host name.
fn is_label(text: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || byte == b'-' || byte == b'_';
    !text.is_empty() && text.len() <= 63 && all(text, inside) && !text.starts_with('-') && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{NOTHING, TO_WRITE, holds, is_address, is_host, letters, says_nothing};

    #[rstest]
    #[case::nothing("")]
    #[case::spaces("  \n ")]
    #[case::dashes("---")]
    #[case::dots("...")]
    #[case::an_ellipsis("…")]
    #[case::not_applicable("N/A")]
    #[case::not_applicable_in_dutch("n.v.t.")]
    #[case::see_above("Zie boven.")]
    #[case::see_above_in_english("see above")]
    #[case::to_do("TODO")]
    #[case::to_do_with_words("TODO: write this down")]
    #[case::to_be_determined("T.B.D.")]
    #[case::crosses("xxxx")]
    #[case::a_hole("<naam>")]
    #[case::another_hole("{{ name }}")]
    #[case::lorem("Lorem ipsum dolor sit amet, consectetur adipiscing elit")]
    fn a_placeholder_says_nothing(#[case] text: &str) {
        assert!(says_nothing(text), "{text}");
    }

    #[test]
    fn each_phrase_that_says_nothing_is_found() {
        for phrase in NOTHING.split('|').chain(TO_WRITE) {
            assert!(says_nothing(phrase), "{phrase}");
            assert!(says_nothing(&format!(" {}. ", phrase.to_uppercase())), "{phrase}");
        }
    }

    #[rstest]
    #[case("https://example.com/notes")]
    #[case("Ask info@example.com")]
    #[case("todoist.exe")]
    #[case("None of the services restarts; see the log.")]
    #[case("Test the login page")]
    #[case("Lees de bijlage en voer de stappen uit")]
    #[case("Zie boven de streep")]
    #[case("Stop the service and run it once")]
    #[case("é")]
    #[case("<p>Stop the service</p>")]
    #[case("[x] stop [x] start")]
    fn a_text_that_says_something_is_no_placeholder(#[case] text: &str) {
        assert!(!says_nothing(text), "{text}");
    }

    #[rstest]
    #[case("a.devries@example.com", true)]
    #[case("a.devries@sub.example.co.uk", true)]
    #[case("jan+patch@exämple.nl", true)]
    #[case("a.devries", false)]
    #[case("a.devries@example", false)]
    #[case("a devries@example.com", false)]
    #[case("a@b@example.com", false)]
    #[case("@example.com", false)]
    #[case("a@.com", false)]
    #[case(".a@example.com", false)]
    #[case("A <a@example.com>", false)]
    fn a_mail_address_has_a_name_and_a_domain(#[case] text: &str, #[case] is: bool) {
        assert_eq!(is_address(text), is);
    }

    #[rstest]
    #[case("app-01", true)]
    #[case("app-01.example.com", true)]
    #[case("10.0.0.7", true)]
    #[case("fe80::1", true)]
    #[case("APP_01", true)]
    #[case("app 01", false)]
    #[case("app-*", false)]
    #[case("app-01,app-02", false)]
    #[case("app-01.", false)]
    fn a_host_is_one_name(#[case] text: &str, #[case] is: bool) {
        assert_eq!(is_host(text), is);
    }

    #[test]
    fn capitals_and_spaces_do_not_make_another_text() {
        assert_eq!(letters("Stop the  service."), letters("stop the service"));
        assert_ne!(letters("Stop the service"), letters("Start the service"));
        assert!(holds("Rollback is NIET mogelijk", "niet mogelijk"));
    }
}
