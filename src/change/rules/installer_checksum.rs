//! The checksum is a SHA-256, and that of the file.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Request, Subject};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "installer-checksum",
    check,
};

/// The SHA-256 of nothing at all.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn check(subject: &Subject, report: &mut Report) {
    let Request::Patch(request) = subject.request else { return };
    let Some(sum) = request.installer.sha256.as_deref().map(str::trim_ascii) else {
        return;
    };
    let found = subject.installer().and_then(|facts| facts.sha256.as_deref());
    let hexadecimal = sum.bytes().all(|byte| byte.is_ascii_hexdigit());
    let first = sum.bytes().next();
    let message = match (hexadecimal, sum.len()) {
        (true, 32) => "this is as long as an MD5: a SHA-256 has 64 digits",
        (true, 40) => "this is as long as a SHA-1: a SHA-256 has 64 digits",
        (true, 128) => "this is as long as a SHA-512: a SHA-256 has 64 digits",
        (true, 64) if sum.eq_ignore_ascii_case(EMPTY) => "this is the checksum of an empty file",
        (true, 64) if sum.bytes().all(|byte| Some(byte) == first) => "this is the checksum of no file",
        (true, 64) if found.is_none_or(|found| found.eq_ignore_ascii_case(sum)) => return,
        (true, 64) => "the file has another checksum: it is not the one that was meant",
        _ => "a SHA-256 has 64 hexadecimal digits",
    };
    let words = (
        message,
        "compare with what the vendor publishes; `sha256sum FILE` tells that of a file",
    );
    let values = [("sha256", Value::Text(sum)), ("found", found.into())];
    report.say(Severity::Error, "installer.sha256", words, &values);
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::{patch, patch_with};

    const SUM: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    fn request(sum: &str) -> String {
        format!(r#"{{ "installer": {{ "file": "globe.msi", "sha256": "{sum}" }} }}"#)
    }

    #[rstest]
    #[case::sha256(SUM, true)]
    #[case::in_capitals(&SUM.to_uppercase(), true)]
    #[case::md5(SUM.get(..32).unwrap_or_default(), false)]
    #[case::a_digit_short(SUM.get(..63).unwrap_or_default(), false)]
    #[case::no_digits("see the website", false)]
    #[case::of_nothing("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", false)]
    #[case::zeros(&"0".repeat(64), false)]
    fn a_checksum_is_a_sha256(#[case] sum: &str, #[case] fine: bool) {
        let finding: &[&str] = if fine {
            &[]
        } else {
            &["error installer-checksum installer.sha256"]
        };
        assert_eq!(patch(&request(sum)), finding);
    }

    #[test]
    fn the_checksum_is_that_of_the_file() {
        let files = |sum: &str| format!(r#"{{ "files": {{ "globe.msi": {{ "size": 4, "sha256": "{sum}" }} }} }}"#);
        assert_eq!(patch_with(&files(SUM), &request(SUM)), [""; 0]);
        assert_eq!(
            patch_with(&files(&SUM.replace('9', "8")), &request(SUM)),
            ["error installer-checksum installer.sha256"]
        );
    }
}
