//! The address of release notes can be opened.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::change::text::is_page;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "release-notes-address",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Request::Patch(request) = subject.request else { return };
    let url = request.release_notes.url.as_deref().unwrap_or_default().trim_ascii();
    if url.is_empty() || is_page(url) {
        return;
    }
    let words = (
        "`{url}` is not the address of a page",
        "write an address that begins with `https://`, or the notes themselves in `releaseNotes.text`",
    );
    report.say(Severity::Error, "releaseNotes.url", words, &[("url", Value::Text(url))]);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::secure(r#"{ "releaseNotes": { "url": "https://example.com/notes?v=4.22#fixes" } }"#, &[])]
    #[case::with_a_port(r#"{ "releaseNotes": { "url": "http://notes.example.com:8080" } }"#, &[])]
    #[case::of_digits(r#"{ "releaseNotes": { "url": "http://[fe80::1]/notes" } }"#, &[])]
    #[case::with_a_space(r#"{ "releaseNotes": { "url": "https://example.com/release notes" } }"#, &["error release-notes-address releaseNotes.url"])]
    #[case::no_scheme(r#"{ "releaseNotes": { "url": "www.example.com/notes" } }"#, &["error release-notes-address releaseNotes.url"])]
    #[case::another_scheme(r#"{ "releaseNotes": { "url": "file:///C:/notes.txt" } }"#, &["error release-notes-address releaseNotes.url"])]
    #[case::no_host(r#"{ "releaseNotes": { "url": "https://" } }"#, &["error release-notes-address releaseNotes.url"])]
    #[case::words(r#"{ "releaseNotes": { "url": "https://see the website" } }"#, &["error release-notes-address releaseNotes.url"])]
    fn an_address_opens_a_page(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
