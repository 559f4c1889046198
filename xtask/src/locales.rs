//! The dictionaries: whole, and what each kind of element says as a module. No browser imports JSON everywhere, and every bundler follows an import.

use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::files::{self, Built};
use crate::workspace::Workspace;

/// What one kind of element says: parts of the dictionary, and of the short texts those whose keys begin so.
struct Words {
    kind: &'static str,
    parts: &'static [&'static str],
    texts: &'static [&'static str],
}

const WORDS: [Words; 3] = [
    Words {
        kind: "clock",
        parts: &[],
        texts: &["clock.", "timeline."],
    },
    Words {
        kind: "form",
        parts: &[],
        texts: &["form.", "suggest.", "working-days."],
    },
    Words {
        kind: "request",
        parts: &["findings", "errors"],
        texts: &["check.", "count.", "severity.", "form.zone"],
    },
];

/// Fills `pkg/locales`.
pub fn build(workspace: &Workspace) -> Result<()> {
    let source = workspace.www().join("locales");
    let mut built = Built::new(workspace.pkg().join("locales"));
    built.copy(&source, |file| files::ends(file, ".js") || files::ends(file, ".json"))?;
    for file in files::under(&source)? {
        if let Some(language) = file.file_stem().filter(|_| files::ends(&file, ".json")) {
            let dictionary: Value = serde_json::from_slice(&files::read(&file)?)?;
            for words in &WORDS {
                let name = Path::new(language).join(format!("{}.words.js", words.kind));
                built.write(name, format!("export default {};\n", words.of(&dictionary)))?;
            }
        }
    }
    built.finish()
}

impl Words {
    /// A dictionary of the same shape, with no more than these words.
    fn of(&self, dictionary: &Value) -> Value {
        let part = |name| {
            if self.parts.contains(&name) {
                dictionary[name].clone()
            } else {
                json!({})
            }
        };
        let texts: Map<String, Value> = dictionary["ui"]
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(key, _)| self.texts.iter().any(|start| key.starts_with(start)))
            .map(|(key, text)| (key.clone(), text.clone()))
            .collect();
        json!({
            "language": dictionary["language"],
            "findings": part("findings"),
            "lint": part("lint"),
            "errors": part("errors"),
            "ui": texts,
        })
    }
}
