//! The language of a text: the one whose words it has most of.

use super::tokens::{Read, Token};
use crate::policy::lexicon::Lexicon;

/// How many words of a text are looked at.
const ENOUGH: usize = 120;

/// Returns the lexicon of the text's language; `hint` decides between equals. None when it is written in none of them.
pub(super) fn language<'a>(fields: &[Read], lexicons: &'a [Lexicon], hint: &str) -> Option<&'a Lexicon> {
    let (mut best, mut most, mut count) = (None, 0, 0);
    for lexicon in lexicons {
        let mut score = usize::from(lexicon.language == hint);
        count = 0;
        for field in fields {
            for token in field.tokens.iter().take(ENOUGH) {
                let word = field.text(token);
                if word.first().is_some_and(u8::is_ascii_digit) {
                    continue;
                }
                count += 1;
                score += 2 * usize::from(lexicon.find(word, &|_| None).slots != 0);
            }
        }
        if score > most {
            (best, most) = (Some(lexicon), score);
        }
    }
    // What only another language has is more than a slip: `nie`, `asseblief`.
    let best = best?;
    let strange = |field: &Read| {
        let of = |lexicon: &Lexicon, token: &Token| lexicon.find(field.text(token), &|_| None).slots != 0;
        let known = field.tokens.iter().take(ENOUGH).filter(|token| !of(best, token));
        known
            .filter(|token| lexicons.iter().any(|lexicon| !lexicon.speaks() && of(lexicon, token)))
            .count()
    };
    let strange: usize = fields.iter().map(strange).sum();
    // Names and products are nobody's words; where little else stands the text is in a language that is not known.
    (most * 3 >= count * 2 && (strange < 2 || strange * 8 < count)).then_some(best)
}
