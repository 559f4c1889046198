//! A field that the catalogue item does not have is probably a typo, and would be overlooked.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;
use crate::json::nearest;

pub(super) const RULE: Rule = Rule {
    id: "field-unknown",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Request::Change(request, Some(item)) = subject.request else {
        return;
    };
    let known: Vec<&str> = item.fields.iter().map(|field| field.id.as_str()).collect();
    for name in request.fields.keys() {
        if known.contains(&name) {
            continue;
        }
        let near = nearest(name, &known);
        let message = match near {
            Some(_) => "`{item}` has no field `{field}`: did you mean `{nearest}`?",
            None => "`{item}` has no field `{field}`",
        };
        let words = (message, "rename it, or move what it says to the description");
        let values = [
            ("field", Value::Text(name)),
            ("item", Value::Text(&item.id)),
            ("nearest", near.into()),
        ];
        report.say(Severity::Warning, &format!("fields.{name}"), words, &values);
    }
}

#[cfg(test)]
mod tests {
    use crate::change::examples::change;

    #[test]
    fn a_field_with_a_typo_is_found_out() {
        let findings = change(r#"{ "item": "ad-user", "fields": { "user": "jdevries", "acton": "Disable the account" } }"#);
        assert_eq!(
            findings,
            ["error field-missing fields.action", "warning field-unknown fields.acton"]
        );
    }
}
