//! What the rules say: findings, their messages filled with the values that they name.

use crate::finding::{Finding, Severity};
use crate::json::{Json, Table, number, shown};
use crate::policy::RuleLevel;
use crate::schedule::{Instant, Names, Zone};

/// The findings so far, and the rule that speaks.
pub(super) struct Report<'a> {
    pub(super) findings: Vec<Finding>,
    pub(super) zone: &'a Zone,
    pub(super) rule: &'static str,
    /// What the policy says of the rule that speaks.
    pub(super) level: Option<RuleLevel>,
}

/// A value that a message names, as `{name}`.
pub(super) enum Value<'a> {
    /// Of which there is none; the message does not name it.
    Nothing,
    /// A user's text, cut to what a message can show.
    Text(&'a str),
    /// A moment, in the policy's zone.
    Moment(Instant),
    Number(f64),
    List(Vec<&'a str>),
    /// A name by language; the message has the English one.
    Names(&'a Names),
}

impl<'a> From<Option<&'a str>> for Value<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }
}

/// What a rule has to say: message and help, both with holes like `{name}`.
pub(super) type Words = (&'static str, &'static str);

impl Report<'_> {
    /// Notes a finding at a path.
    pub(super) fn say(&mut self, severity: Severity, path: &str, (message, help): Words, values: &[(&str, Value)]) {
        let mut finding = Finding {
            code: self.rule,
            severity: match self.level {
                Some(RuleLevel::Error) => Severity::Error,
                Some(RuleLevel::Warning) => Severity::Warning,
                Some(RuleLevel::Info) => Severity::Info,
                Some(RuleLevel::Off) | None => severity,
            },
            path: path.to_owned(),
            message: message.to_owned(),
            help: help.to_owned(),
            params: Table::default(),
        };
        for (name, value) in values {
            let (param, text) = self.value(value);
            let hole = format!("{{{name}}}");
            for words in [&mut finding.message, &mut finding.help] {
                if let Some((before, after)) = words.split_once(&hole) {
                    *words = [before, &text, after].concat();
                }
            }
            finding.params.insert((*name).to_owned(), param);
        }
        self.findings.push(finding);
    }

    /// A value for programs, and for the message.
    fn value(&self, value: &Value) -> (Json, String) {
        let text = match value {
            Value::Nothing => return (Json::Null, String::new()),
            Value::Text(text) => shown(text.trim()),
            Value::Moment(instant) => self.zone.stamp(*instant).to_string(),
            Value::Number(value) => return (Json::Number(*value), number(*value)),
            Value::List(list) => {
                let items = list.iter().map(|item| Json::Text((*item).to_owned()));
                return (Json::List(items.collect()), list.join("`, `"));
            }
            Value::Names(names) => {
                let name = names.get("en").or_else(|| names.values().next());
                return ((*names).into(), name.cloned().unwrap_or_default());
            }
        };
        (Json::Text(text.clone()), text)
    }
}
