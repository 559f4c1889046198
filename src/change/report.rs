//! What the rules say: findings, their messages filled with the values that they name.

use crate::cut::cut;
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
        let mut params = Table::default();
        for (name, value) in values {
            params.insert((*name).to_owned(), self.param(value));
        }
        self.findings.push(Finding {
            code: self.rule,
            severity: match self.level {
                Some(RuleLevel::Error) => Severity::Error,
                Some(RuleLevel::Warning) => Severity::Warning,
                Some(RuleLevel::Info) => Severity::Info,
                Some(RuleLevel::Off) | None => severity,
            },
            path: path.to_owned(),
            message: filled(message, &params),
            help: filled(help, &params),
            params,
        });
    }

    /// A value as programs get it.
    fn param(&self, value: &Value) -> Json {
        match value {
            Value::Nothing => Json::Null,
            Value::Text(text) => Json::Text(shown(text.trim_ascii())),
            Value::Moment(instant) => Json::Text(self.zone.stamp(*instant).to_string()),
            Value::Number(value) => Json::Number(*value),
            Value::List(list) => {
                let mut items = Vec::new();
                for item in list {
                    items.push(Json::Text((*item).to_owned()));
                }
                Json::List(items)
            }
            Value::Names(names) => (*names).into(),
        }
    }
}

/// Fills the holes of a message; of a name in several languages the English one.
fn filled(words: &str, params: &Table<Json>) -> String {
    let mut text = String::new();
    let mut rest = Some(words);
    while let Some(words) = rest {
        let (before, after) = cut(words, b"{");
        text.push_str(before);
        let Some(after) = after else { break };
        let (name, others) = cut(after, b"}");
        match params.get(name) {
            Some(Json::Text(value)) => text.push_str(value),
            Some(Json::Number(value)) => text.push_str(&number(*value)),
            Some(Json::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { "`, `" });
                    text.push_str(item.as_text().unwrap_or_default());
                }
            }
            Some(Json::Object(names)) => text.push_str(names.get("en").and_then(Json::as_text).unwrap_or_default()),
            _ => {}
        }
        rest = others;
    }
    text
}
