//! A server stands in the list once.

use super::Rule;
use crate::change::report::{Report, Value};
use crate::change::subject::{Subject, server_path};
use crate::finding::Severity;
use crate::order::sorted;

pub(super) const RULE: Rule = Rule { id: "server-twice", check };

fn check(subject: &Subject, report: &mut Report) {
    let mut servers = Vec::new();
    for (index, server) in subject.request.named_servers() {
        servers.push((server.to_ascii_lowercase(), index, server));
    }
    let name = |at: usize| servers.get(at).map(|(name, ..)| name);
    let order = sorted(servers.len(), &|a, b| name(a).cmp(&name(b)));
    for pair in order.windows(2) {
        if let [first, second] = *pair
            && name(first) == name(second)
            && let Some((_, index, server)) = servers.get(second)
        {
            let words = ("`{server}` stands here twice", "leave one of them out, or name the other server");
            report.say(Severity::Warning, &server_path(*index), words, &[("server", Value::Text(server))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::change::examples::patch;

    #[rstest]
    #[case::once_each(r#"{ "servers": ["app-01", "app-02"] }"#, &[])]
    #[case::twice(r#"{ "servers": ["app-01", "app-02", "APP-01 "] }"#, &["warning server-twice servers[2]"])]
    fn a_server_stands_in_the_list_once(#[case] request: &str, #[case] findings: &[&str]) {
        assert_eq!(patch(request), findings);
    }
}
