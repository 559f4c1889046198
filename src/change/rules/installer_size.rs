//! The installation file is not empty, and has the size that the request says.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "installer-size",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    let Request::Patch(request) = subject.request else { return };
    let (size, found) = (request.installer.size, subject.installer().map(|facts| facts.size));
    let (path, message) = if size == Some(0) {
        ("installer.size", "an installation file of no bytes")
    } else if found == Some(0) {
        ("installer.file", "the installation file is empty")
    } else if size.is_some() && found.is_some() && size != found {
        ("installer.size", "the file has {found} bytes, the request says {size}")
    } else {
        return;
    };
    let words = (message, "name the file that is to be installed, and its size in bytes");
    report.say(Severity::Error, path, words, &[("size", number(size)), ("found", number(found))]);
}

#[expect(clippy::cast_precision_loss, reason = "it was read from such a number")]
fn number(size: Option<u64>) -> Value<'static> {
    size.map_or(Value::Nothing, |size| Value::Number(size as f64))
}

#[cfg(test)]
mod tests {
    use crate::change::examples::{patch, patch_with};

    const FILES: &str = r#"{ "files": { "globe.msi": { "size": 4096 }, "empty.msi": { "size": 0 } } }"#;

    #[test]
    fn the_size_is_that_of_the_file() {
        let request = |size| format!(r#"{{ "installer": {{ "file": "globe.msi", "size": {size} }} }}"#);
        assert_eq!(patch_with(FILES, &request(4096)), [""; 0]);
        assert_eq!(patch_with(FILES, &request(4097)), ["error installer-size installer.size"]);
    }

    #[test]
    fn an_installer_is_not_empty() {
        let empty = r#"{ "installer": { "file": "empty.msi" } }"#;
        assert_eq!(patch_with(FILES, empty), ["error installer-size installer.file"]);
        let nothing = r#"{ "installer": { "file": "globe.msi", "size": 0 } }"#;
        assert_eq!(patch(nothing), ["error installer-size installer.size"]);
    }
}
