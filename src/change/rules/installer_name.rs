//! The installation file is named as a file is, and is no document or picture.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::change::text::{all, has, is_page, one_of, says_nothing};
use crate::cut::cut_last;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "installer-name",
    check,
};

/// Endings of what nobody installs.
const DOCUMENTS: &str = "txt|md|doc|docx|pdf|rtf|odt|xls|xlsx|ppt|pptx|csv|htm|html|eml|msg|jpg|jpeg|png|gif|bmp|url|lnk";

fn check(subject: &Subject, report: &mut Report) {
    let Request::Patch(request) = subject.request else { return };
    let file = request.installer.file.as_deref().unwrap_or_default().trim_ascii();
    // What says nothing, or is missing, has its own finding.
    if says_nothing(file) {
        return;
    }
    let (_, name) = cut_last(file, b"/\\");
    let (stem, ending) = cut_last(name, b".");
    let ending = if stem.is_some() { ending } else { "" };
    let impossible = has(name, b"<>:\"|?*") || !all(name, |byte| byte >= b' ');
    let (severity, message) = if impossible || says_nothing(name) || is_page(file) {
        (Severity::Error, "`{file}` is not the name of a file")
    } else if one_of(ending, DOCUMENTS) {
        (Severity::Error, "`{file}` is a document, not an installation file")
    } else if ending.is_empty() {
        (Severity::Warning, "`{file}` has no ending that says what kind of file it is")
    } else {
        return;
    };
    let words = (message, "name the file itself, like `globe-4.22.msi`");
    report.say(severity, "installer.file", words, &[("file", Value::Text(file))]);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::a_package(r#"{ "installer": { "file": "globe-4.22.msi" } }"#, &[])]
    #[case::in_a_folder(r#"{ "installer": { "file": "files/globe-4.22.tar.gz" } }"#, &[])]
    #[case::an_address(r#"{ "installer": { "file": "https://example.com/globe.msi" } }"#, &["error installer-name installer.file"])]
    #[case::a_folder(r#"{ "installer": { "file": "files/" } }"#, &["error installer-name installer.file"])]
    #[case::a_document(r#"{ "installer": { "file": "Installatie.DOCX" } }"#, &["error installer-name installer.file"])]
    #[case::no_ending(r#"{ "installer": { "file": "setup" } }"#, &["warning installer-name installer.file"])]
    #[case::a_question_mark(r#"{ "installer": { "file": "globe?.msi" } }"#, &["error installer-name installer.file"])]
    fn an_installer_is_a_file(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
