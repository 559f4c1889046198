//! Names by pattern: which servers are in scope.

use crate::cut::cut;

/// Says whether a name fits a pattern: `*` stands for any characters; capitals and small letters are one.
pub(super) fn fits(pattern: &str, name: &str) -> bool {
    let (first, mut parts) = cut(pattern, b"*");
    let Some(mut rest) = after(name, first) else {
        return false;
    };
    let mut last = "";
    let mut stars = false;
    while let Some(pattern) = parts {
        let part;
        (part, parts) = cut(pattern, b"*");
        // A part is looked for once the next star is known to come: the last one must be at the end.
        let Some(found) = (0..=rest.len()).find_map(|at| after(rest.get(at..)?, last)) else {
            return false;
        };
        rest = found;
        last = part;
        stars = true;
    }
    if !stars {
        return rest.is_empty();
    }
    let tail = rest.len().checked_sub(last.len());
    tail.and_then(|tail| rest.get(tail..))
        .is_some_and(|end| end.eq_ignore_ascii_case(last))
}

/// What follows a prefix.
fn after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::fits;

    #[rstest]
    #[case("app-01", "app-01", true)]
    #[case("app-01", "APP-01", true)]
    #[case("app-01", "app-012", false)]
    #[case("app-*", "app-01", true)]
    #[case("app-*", "app-", true)]
    #[case("app-*", "db-01", false)]
    #[case("*.example.com", "db.example.com", true)]
    #[case("*.example.com", "example.com", false)]
    #[case("a*b*c", "a-b-b-c", true)]
    #[case("a*b*c", "a-c-b", false)]
    #[case("*", "anything", true)]
    #[case("a*a", "a", false)]
    #[case("", "a", false)]
    fn a_star_stands_for_any_characters(#[case] pattern: &str, #[case] name: &str, #[case] fit: bool) {
        assert_eq!(fits(pattern, name), fit);
    }
}
