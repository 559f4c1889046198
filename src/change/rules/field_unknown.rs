//! A field that the catalogue item does not have is probably a typo, and would be overlooked.

use super::Rule;
use crate::change::check::{Request, Subject};
use crate::finding::{Finding, Severity};
use crate::json::unknown;

pub(super) const RULE: Rule = Rule {
    id: "field-unknown",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let Request::Change(request, Some(item)) = subject.request else {
        return;
    };
    let known: Vec<&str> = item.fields.iter().map(|field| field.id.as_str()).collect();
    let strangers = request.fields.keys().filter(|name| !known.contains(name));
    let finding = |name: &str| {
        let message = unknown(&format!("field of `{}`", item.id), name, &mut known.iter().copied());
        let finding = Finding::new(Severity::Warning, RULE.id, format!("fields.{name}"), message);
        finding
            .help("rename it, or move what it says to the description")
            .param("field", name)
            .param("item", item.id.as_str())
    };
    findings.extend(strangers.map(finding));
}
