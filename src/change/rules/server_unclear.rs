//! A server is named so that a technician can find it: one host, not `all` or `prod`.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Subject, server_path};
use crate::change::text::{is_host, one_of};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "server-unclear",
    check,
};

/// What is more than one server, or none, in Dutch and in English.
const UNCLEAR: &str = "na|n.v.t|nvt|tbd|todo|none|geen|unknown|onbekend|xxx|all|any|every|alle|allemaal|alles|prod|production|productie|servers|server|acceptatie|various|diverse|meerdere|several";

fn check(subject: &Subject, report: &mut Report) {
    for (index, server) in subject.request.named_servers() {
        if is_host(server) && !one_of(server, UNCLEAR) {
            continue;
        }
        let words = ("`{server}` is not the name of one server", "name each server by its host name");
        report.say(Severity::Error, &server_path(index), words, &[("server", Value::Text(server))]);
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::a_name(r#"{ "servers": ["app-01"] }"#, &[])]
    #[case::an_address(r#"{ "servers": ["10.0.0.7", "fe80::1"] }"#, &[])]
    #[case::a_short_name(r#"{ "servers": ["test"] }"#, &[])]
    #[case::all(r#"{ "servers": ["alle"] }"#, &["error server-unclear servers[0]"])]
    #[case::a_pattern(r#"{ "servers": ["app-01", "app-*"] }"#, &["error server-unclear servers[1]"])]
    #[case::two_in_one(r#"{ "servers": ["app-01, app-02"] }"#, &["error server-unclear servers[0]"])]
    #[case::not_applicable(r#"{ "servers": ["n.v.t"] }"#, &["error server-unclear servers[0]"])]
    fn a_server_is_named_by_itself(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
