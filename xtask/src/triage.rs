//! How right the suggestions are: precision and coverage on labelled texts, and each text that went wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use deskrules::policy::Policy;
use deskrules::triage::{Field, Strength, SuggestQuery, Suggestion, suggest};
use serde_json::Value;

use crate::files;

const AXES: [&str; 2] = ["impact", "urgency"];

/// A text with what a careful lead says of it; none where they would ask back.
struct Labelled {
    id: String,
    groups: Vec<String>,
    query: SuggestQuery,
    impact: Option<String>,
    urgency: Option<String>,
}

/// What is counted of an axis.
#[derive(Default)]
struct Tally {
    texts: usize,
    labelled: usize,
    stated: usize,
    right: usize,
    stated_on_labelled: usize,
    two_levels: usize,
    wrong_high: usize,
}

impl Tally {
    fn add(&mut self, label: Option<&str>, stated: Option<&str>) {
        self.texts += 1;
        self.labelled += usize::from(label.is_some());
        let Some(stated) = stated else { return };
        self.stated += 1;
        self.stated_on_labelled += usize::from(label.is_some());
        self.right += usize::from(label == Some(stated));
        self.wrong_high += usize::from(stated == "high" && label != Some("high"));
        self.two_levels += usize::from(matches!((label, stated), (Some("low"), "high") | (Some("high"), "low")));
    }

    fn row(&self, name: &str) -> String {
        format!(
            "{name:<26} {:>5}  {}  {}  {:>3}  {}",
            self.texts,
            share(self.right, self.stated),
            share(self.stated_on_labelled, self.labelled),
            self.two_levels,
            share(self.wrong_high, self.texts),
        )
    }
}

/// Measures the suggestions of the default policy on files of labelled texts.
pub fn run(paths: &[PathBuf], quiet: bool) -> Result<()> {
    let policy = Policy::managed_server_goud()?;
    let mut texts = Vec::new();
    for path in paths {
        let list: Value = serde_json::from_slice(&files::read(path)?)?;
        for item in list.as_array().context("a list of texts")? {
            let text = labelled(item)?;
            let answer = suggest(&policy, &text.query)?;
            texts.push((text, answer));
        }
    }
    let mut wrong = Vec::new();
    for axis in AXES {
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        for (text, answer) in &texts {
            let (label, suggestion) = if axis == "impact" {
                (&text.impact, &answer.impact)
            } else {
                (&text.urgency, &answer.urgency)
            };
            let stated = suggestion.level.as_deref().filter(|_| suggestion.strength == Strength::Strong);
            for group in &text.groups {
                tallies.entry(group).or_default().add(label.as_deref(), stated);
            }
            if label.as_deref() != stated {
                let label = label.as_deref().unwrap_or("null");
                wrong.push((
                    stated.is_none(),
                    format!("{} {axis}: labelled {label}, {}", text.id, told(text, suggestion)),
                    text,
                ));
            }
        }
        println!("{axis:<26} texts  precision               coverage                2-level  wrong high");
        for (group, tally) in tallies {
            println!("  {}", tally.row(group));
        }
        println!();
    }
    if !quiet {
        // What was said wrongly before what was not said.
        wrong.sort_by_key(|(silent, ..)| *silent);
        for (_, line, text) in &wrong {
            println!("{line}\n    {} | {}", text.query.subject, text.query.body.replace('\n', "\n    "));
        }
    }
    Ok(())
}

fn labelled(item: &Value) -> Result<Labelled> {
    let text = |name: &str| item[name].as_str().map(ToOwned::to_owned);
    let id = text("id").context("a text needs an `id`")?;
    let lang = text("lang").with_context(|| format!("{id} needs a `lang`"))?;
    let tags = item["tags"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let groups: BTreeSet<String> = tags.map(|tag| format!("tag {tag}")).collect();
    Ok(Labelled {
        groups: ["all".to_owned(), format!("language {lang}")].into_iter().chain(groups).collect(),
        query: SuggestQuery {
            subject: text("subject").unwrap_or_default(),
            body: text("body").unwrap_or_default(),
            lang: None,
        },
        impact: text("impact"),
        urgency: text("urgency"),
        id,
    })
}

/// Tells what was suggested, and by which words.
fn told(text: &Labelled, suggestion: &Suggestion) -> String {
    let words: Vec<String> = suggestion
        .evidence
        .iter()
        .map(|evidence| {
            let field = if evidence.r#in == Field::Subject {
                &text.query.subject
            } else {
                &text.query.body
            };
            let length = (evidence.end - evidence.start) as usize;
            let units: Vec<u16> = field.encode_utf16().skip(evidence.start as usize).take(length).collect();
            String::from_utf16_lossy(&units)
        })
        .collect();
    let (strength, reason) = (suggestion.strength.word(), suggestion.reason.word());
    let level = suggestion.level.as_deref().unwrap_or("null");
    format!("{strength} {level} ({reason}): {words:?}")
}

/// Writes a share with its 95 % confidence interval by Wilson.
fn share(part: usize, of: usize) -> String {
    if of == 0 {
        return format!("{:<22}", "-");
    }
    let (low, high) = wilson(part, of);
    let count = format!("{part}/{of}");
    #[expect(clippy::cast_precision_loss, reason = "a few thousand texts")]
    let percent = 100.0 * part as f64 / of as f64;
    format!("{percent:5.1} % {count:>7} {:>3.0}-{:<3.0}", 100.0 * low, 100.0 * high)
}

fn wilson(part: usize, of: usize) -> (f64, f64) {
    const Z: f64 = 1.959_964;
    #[expect(clippy::cast_precision_loss, reason = "a few thousand texts")]
    let (part, of) = (part as f64, of as f64);
    let (share, squared) = (part / of, Z * Z);
    let middle = share + squared / (2.0 * of);
    let margin = Z * (share * (1.0 - share) / of + squared / (4.0 * of * of)).sqrt();
    let scale = 1.0 + squared / of;
    (((middle - margin) / scale).max(0.0), ((middle + margin) / scale).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_that_of_wilson() {
        let (low, high) = wilson(9, 10);
        assert_eq!(
            (format!("{low:.3}"), format!("{high:.3}")),
            ("0.596".to_owned(), "0.982".to_owned())
        );
        assert!(wilson(0, 5).0 < 1e-9 && wilson(5, 5).1 > 1.0 - 1e-9);
    }

    #[test]
    fn a_statement_on_a_text_without_a_label_is_wrong_and_covers_nothing() {
        let mut tally = Tally::default();
        tally.add(None, Some("high"));
        tally.add(Some("low"), Some("high"));
        tally.add(Some("low"), Some("low"));
        tally.add(Some("medium"), None);
        let counts = (
            tally.stated,
            tally.right,
            tally.stated_on_labelled,
            tally.labelled,
            tally.two_levels,
            tally.wrong_high,
        );
        assert_eq!(counts, (3, 1, 2, 3, 1, 2));
    }
}
