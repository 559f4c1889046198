//! A field of a standard change holds what its type says: an account, a mail address, a size with its unit, a choice, a date, a server.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::change::text::{all, has, is_address, is_host, one_of, says_nothing};
use crate::cut::{cut, cut_last};
use crate::finding::Severity;
use crate::json::{self, Json};
use crate::policy::{FieldDocument, FieldType, Policy};

pub(super) const RULE: Rule = Rule {
    id: "field-invalid",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Request::Change(request, Some(item)) = subject.request else {
        return;
    };
    for field in &item.fields {
        let text = match request.fields.get(&field.id) {
            None | Some(Json::Null) => continue,
            Some(Json::Text(text)) if text.trim_ascii().is_empty() || fits(field, text.trim_ascii(), subject.policy) => continue,
            Some(Json::Text(text)) => text.clone(),
            // A number is no text: `50` has no unit, and `0612` loses its nought.
            Some(other) => json::text(other),
        };
        let options = field.options.iter().map(|option| option.id.as_str()).collect();
        let values = [
            ("value", Value::Text(&text)),
            ("type", Value::Text(field.r#type.word())),
            ("options", Value::List(options)),
        ];
        report.say(Severity::Error, &format!("fields.{}", field.id), words(field.r#type), &values);
    }
}

fn fits(field: &FieldDocument, text: &str, policy: &Policy) -> bool {
    match field.r#type {
        FieldType::Text => !says_nothing(text),
        FieldType::Account => is_account(text),
        FieldType::Email => is_address(text),
        FieldType::Quota => is_quota(text),
        FieldType::Server => is_host(text) && policy.serves(text),
        FieldType::Date => policy.zone.day(text).is_some(),
        FieldType::Choice => field.options.iter().any(|option| option.id == text),
    }
}

fn words(kind: FieldType) -> (&'static str, &'static str) {
    match kind {
        FieldType::Text => (
            "`{value}` is not a text that says something",
            "write what is meant, in quotes where it is a number",
        ),
        FieldType::Account => (
            "`{value}` is not the name of an account",
            "write it as `jdevries`, `CORP\\jdevries` or `jdevries@example.org`",
        ),
        FieldType::Email => ("`{value}` is not a mail address", "write it as `name@example.org`"),
        FieldType::Quota => ("`{value}` is not a size with its unit", "write it as `50 GB`"),
        FieldType::Server => ("`{value}` is not the name of a server in scope", "write its host name"),
        FieldType::Date => ("`{value}` is not a date", "write it as `2026-11-24`"),
        FieldType::Choice => ("`{value}` is no choice: there is `{options}`", "choose one of them"),
    }
}

/// The name of an account in a directory: by itself, below its domain, or as an address. At most 20 characters by itself.
fn is_account(text: &str) -> bool {
    let (domain, name) = cut_last(text, b"\\");
    let strange = |name: &str| has(name, b"\"/\\[]:;|=,+*?<>@") || !all(name, |byte| byte > b' ');
    let plain = |name: &str| !name.is_empty() && !strange(name) && !name.ends_with('.');
    is_address(text) || domain.is_none_or(plain) && plain(name) && name.chars().count() <= 20 && !says_nothing(name)
}

/// A size above nothing with its unit: KB, MB, GB or TB, or KiB and so on; at most one comma or point.
fn is_quota(text: &str) -> bool {
    let end = text.bytes().position(|byte| byte > b'9' || byte == b' ').unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end).unwrap_or_default();
    let (whole, rest) = cut(number, b".,");
    let digits = |text: &str| !text.is_empty() && all(text, |byte| byte.is_ascii_digit());
    let some = has(number, b"123456789") && digits(whole) && rest.is_none_or(digits);
    some && one_of(unit.trim_ascii(), "kb|mb|gb|tb|kib|mib|gib|tib")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::change;

    #[rstest]
    #[case::account("ad-user", r#""user": "jdevries", "action": "Disable the account""#, &[])]
    #[case::account_in_a_domain("ad-user", r#""user": "CORP\\jdevries", "action": "Disable the account""#, &[])]
    #[case::account_as_an_address("ad-user", r#""user": "j.devries@example.com", "action": "Disable the account""#, &[])]
    #[case::a_full_name("ad-user", r#""user": "Jan de Vries", "action": "Disable the account""#, &["error field-invalid fields.user"])]
    #[case::nothing_to_do("ad-user", r#""user": "jdevries", "action": "n.v.t.""#, &["error field-invalid fields.action"])]
    #[case::a_day_that_is_not_there("ad-user", r#""user": "jdevries", "action": "Disable the account", "from": "2026-02-30""#, &["error field-invalid fields.from"])]
    #[case::mailbox("mailbox", r#""mailbox": "info@example.com", "action": "Share it with sales""#, &[])]
    #[case::no_address("mailbox", r#""mailbox": "info", "action": "Share it with sales""#, &["error field-invalid fields.mailbox"])]
    #[case::list("distribution-list", r#""list": "sales@example.com", "action": "Add j.devries@example.com""#, &[])]
    #[case::access("server-access", r#""user": "jdevries", "server": "app-01", "level": "read""#, &[])]
    #[case::access_of_a_strange_kind("server-access", r#""user": "jdevries", "server": "app 01", "level": "some""#, &["error field-invalid fields.server", "error field-invalid fields.level"])]
    #[case::quota("mail-quota", r#""mailbox": "info@example.com", "quota": "50 GB""#, &[])]
    #[case::quota_with_a_fraction("mail-quota", r#""mailbox": "info@example.com", "quota": "1,5GiB""#, &[])]
    #[case::quota_with_a_nine("mail-quota", r#""mailbox": "info@example.com", "quota": "19 GB""#, &[])]
    #[case::quota_with_a_comma_and_no_fraction("mail-quota", r#""mailbox": "info@example.com", "quota": "50, GB""#, &["error field-invalid fields.quota"])]
    #[case::quota_without_a_unit("mail-quota", r#""mailbox": "info@example.com", "quota": "50""#, &["error field-invalid fields.quota"])]
    #[case::quota_as_a_number("mail-quota", r#""mailbox": "info@example.com", "quota": 50"#, &["error field-invalid fields.quota"])]
    #[case::no_quota("mail-quota", r#""mailbox": "info@example.com", "quota": "0 GB""#, &["error field-invalid fields.quota"])]
    fn a_field_holds_what_its_type_says(#[case] item: &str, #[case] fields: &str, #[case] findings: &[&str]) {
        assert_eq!(change(&format!(r#"{{ "item": "{item}", "fields": {{ {fields} }} }}"#)), findings);
    }
}
