//! A file that the request names is there, where the folder of the request is known.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule { id: "file-missing", check };

fn check(subject: &Subject, report: &mut Report) {
    let Request::Patch(request) = subject.request else { return };
    let named = [
        ("installer.file", &request.installer.file),
        ("instructions.file", &request.instructions.file),
        ("releaseNotes.file", &request.release_notes.file),
        ("rollback.file", &request.rollback.file),
    ];
    for (path, name) in named {
        if let Some(name) = name
            && let Some(None) = subject.options.files.get(name)
        {
            let words = ("there is no file `{file}`", "put it beside the request, or correct its name");
            report.say(Severity::Error, path, words, &[("file", Value::Text(name))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::change::examples::{patch, patch_with};

    const REQUEST: &str = r#"{ "installer": { "file": "globe.msi" }, "rollback": { "file": "rollback.md" } }"#;

    #[test]
    fn a_file_that_is_not_there_is_missed() {
        let findings = patch_with(
            r#"{ "files": { "globe.msi": null, "rollback.md": null, "other.txt": null } }"#,
            REQUEST,
        );
        assert_eq!(findings, ["error file-missing installer.file", "error file-missing rollback.file"]);
    }

    #[test]
    fn nothing_is_said_of_a_file_of_which_nothing_is_known() {
        assert_eq!(patch(REQUEST), [""; 0]);
    }

    #[test]
    fn the_text_of_a_file_is_read_like_any_other() {
        let files = r#"{ "files": { "globe.msi": { "size": 7 }, "rollback.md": { "size": 4, "text": "TODO" } } }"#;
        assert_eq!(patch_with(files, REQUEST), ["error placeholder rollback.file"]);
    }
}
