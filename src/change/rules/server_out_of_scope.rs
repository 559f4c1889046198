//! The agreement covers the servers that the policy lists in `servers`.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Subject, server_path};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "server-out-of-scope",
    check,
};

fn check(subject: &Subject, report: &mut Report) {
    for (index, server) in subject.request.named_servers() {
        if !subject.policy.serves(server) {
            let words = (
                "the agreement does not cover the server `{server}`",
                "check the name, or ask to add it to the agreement",
            );
            report.say(Severity::Error, &server_path(index), words, &[("server", Value::Text(server))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::change::examples::{GOUD, patch, patch_by};

    const SERVERS: &str = r#"{ "servers": ["APP-01", "db-01"] }"#;

    #[test]
    fn any_server_is_covered_by_a_star() {
        assert_eq!(patch(SERVERS), [""; 0]);
    }

    #[test]
    fn a_policy_with_a_list_covers_those() {
        let policy = GOUD.replace(r#""servers":["*"]"#, r#""servers":["app-*","web-01"]"#);
        assert_eq!(patch_by(&policy, SERVERS), ["error server-out-of-scope servers[1]"]);
    }
}
