//! What every request must say: the product and its servers, who asks, and what a catalogue item needs to know.

use super::Rule;
use crate::change::check::{Request, Subject};
use crate::change::request::Person;
use crate::finding::{Finding, Severity};
use crate::json::Json;

pub(super) const RULE: Rule = Rule {
    id: "field-missing",
    check,
};

fn check(subject: &Subject, findings: &mut Vec<Finding>) {
    let mut missing = Vec::new();
    match subject.request {
        Request::Patch(request) => {
            missing.extend(blank("product.name", request.product.name.as_deref()));
            missing.extend(blank("product.to", request.product.to.as_deref()));
            if request.servers.is_empty() {
                missing.push("servers".to_owned());
            }
            let servers = request.servers.iter().enumerate().filter(|(_, server)| server.trim().is_empty());
            missing.extend(servers.map(|(index, _)| format!("servers[{index}]")));
            missing.extend(person(&request.requested_by));
        }
        Request::Change(request, item) => {
            let required = item.iter().flat_map(|item| &item.fields).filter(|field| field.required);
            let absent = required.filter(|field| request.fields.get(&field.id).is_none_or(says_nothing));
            missing.extend(absent.map(|field| format!("fields.{}", field.id)));
            if item.is_none() {
                missing.extend(blank("title", request.title.as_deref()));
            }
            missing.extend(person(&request.requested_by));
        }
    }
    findings.extend(missing.into_iter().map(finding));
}

fn finding(path: String) -> Finding {
    let message = format!("`{path}` is missing");
    Finding::new(Severity::Error, RULE.id, path.clone(), message)
        .help("fill it in")
        .param("field", path)
}

fn blank(path: &str, value: Option<&str>) -> Option<String> {
    value.is_none_or(|text| text.trim().is_empty()).then(|| path.to_owned())
}

fn person(person: &Person) -> impl Iterator<Item = String> {
    [
        blank("requestedBy.name", person.name.as_deref()),
        blank("requestedBy.email", person.email.as_deref()),
    ]
    .into_iter()
    .flatten()
}

fn says_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Text(text) => text.trim().is_empty(),
        Json::List(list) => list.is_empty(),
        Json::Object(entries) => entries.is_empty(),
        Json::Bool(_) | Json::Number(_) => false,
    }
}
