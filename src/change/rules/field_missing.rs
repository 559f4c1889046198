//! What every request must say: the product and its servers, who asks, and what a catalogue item needs to know.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject, server_path};
use crate::finding::Severity;
use crate::json::Json;

pub(super) const RULE: Rule = Rule {
    id: "field-missing",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let mut need = |path: &str, value: Option<&str>| {
        if value.unwrap_or_default().trim_ascii().is_empty() {
            let words = ("`{field}` is missing", "fill it in");
            report.say(Severity::Error, path, words, &[("field", Value::Text(path))]);
        }
    };
    match subject.request {
        Request::Patch(request) => {
            need("product.name", request.product.name.as_deref());
            need("product.to", request.product.to.as_deref());
            if request.servers.is_empty() {
                need("servers", None);
            }
            for (index, server) in request.servers.iter().enumerate() {
                if server.trim_ascii().is_empty() {
                    need(&server_path(index), None);
                }
            }
        }
        Request::Change(request, item) => {
            for field in item.iter().flat_map(|item| &item.fields) {
                if field.required && request.fields.get(&field.id).is_none_or(says_nothing) {
                    need(&format!("fields.{}", field.id), None);
                }
            }
            if item.is_none() {
                need("title", request.title.as_deref());
            }
        }
    }
    let person = subject.request.requester();
    need("requestedBy.name", person.name.as_deref());
    need("requestedBy.email", person.email.as_deref());
}

fn says_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Text(text) => text.trim_ascii().is_empty(),
        Json::List(list) => list.is_empty(),
        Json::Object(entries) => entries.is_empty(),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::the_product(r#"{ "product": { "from": "4.21" } }"#, &["error field-missing product.name", "error field-missing product.to"])]
    #[case::the_servers(r#"{ "servers": [] }"#, &["error field-missing servers"])]
    #[case::a_server(r#"{ "servers": ["app-01", " "] }"#, &["error field-missing servers[1]"])]
    #[case::the_requester(r#"{ "requestedBy": { "name": " " } }"#, &["error field-missing requestedBy.name", "error field-missing requestedBy.email"])]
    fn a_request_says_what_everybody_needs(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }

    #[test]
    fn a_standard_change_says_what_its_technician_needs() {
        let findings = crate::change::examples::change(r#"{ "item": "mail-quota", "fields": { "quota": null } }"#);
        assert_eq!(findings, ["error field-missing fields.mailbox", "error field-missing fields.quota"]);
    }
}
