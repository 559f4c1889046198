//! "Did you mean": the known name that resembles an unknown one most.

/// Returns the known name that `name` is probably a slip of, none when none is near.
///
/// # Examples
/// ```
/// use deskrules::json::nearest;
/// assert_eq!(nearest("backoutPaln", &["testPlan", "backoutPlan"]), Some("backoutPlan"));
/// assert_eq!(nearest("colour", &["testPlan", "backoutPlan"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let shown = shown(name);
    let (mut near, mut least) = ("", usize::MAX);
    for known in known {
        let distance = strsim::osa_distance(known, &shown);
        if distance < least {
            (near, least) = (known, distance);
        }
    }
    (least < near.len() && least <= (near.len() / 3).max(1)).then_some(near)
}

/// Returns the message for a name that is not among `known`, with the nearest of them or a list.
pub(crate) fn unknown(what: &str, name: &str, known: &mut dyn Iterator<Item = &str>) -> String {
    let mut list = String::new();
    let mut all = Vec::new();
    for known in known {
        list.push_str(if all.is_empty() { "`" } else { ", `" });
        list.push_str(known);
        list.push('`');
        all.push(known);
    }
    let rest = match nearest(name, &all) {
        Some(near) => format!("did you mean `{near}`?"),
        None if all.is_empty() => "there is none".to_owned(),
        None => format!("there is {list}"),
    };
    format!("unknown {what} `{}`: {rest}", shown(name))
}

/// Returns a user's text, cut to what a message can show.
pub(crate) fn shown(text: &str) -> String {
    match text.char_indices().nth(60).and_then(|(at, _)| text.get(..at)) {
        Some(start) => format!("{start}…"),
        None => text.to_owned(),
    }
}
