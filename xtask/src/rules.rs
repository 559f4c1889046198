//! `docs/rules.md`: what the rules look for, made from their sources and from the dictionaries.

use anyhow::{Context as _, Result};
use std::fmt::Write as _;

use crate::files;
use crate::tools;
use crate::workspace::Workspace;

/// What the page begins with.
const HEAD: &str = "\
# The rules

What a change or patch request is checked for. `cargo xtask build` writes this page from `src/change/rules` and `www/locales`.

Findings come all at once, in the order of the request's fields. An error refuses the request, a warning is for somebody to look at, an info is
good to know. A policy may set each rule to `error`, `warning`, `info` or `off`:

```json
{ \"rules\": { \"too-brief\": \"error\", \"installer-name\": \"off\" } }
```

| rule | weighs | what it looks for |
|---|---|---|
";

/// Prints the words of each rule in both languages: the rule's id, message and help in English, message and help in Dutch, split by tabs.
const WORDS: &str = "
const { readFileSync } = require('node:fs');
const [en, nl] = ['en', 'nl'].map((name) => JSON.parse(readFileSync(process.argv[1] + '/' + name + '.json', 'utf8')).findings);
for (const [code, { message, help, at = {} }] of Object.entries(en)) {
  const row = (place, a, b) => console.log([code, place, a.message, a.help, b.message, b.help].join('\\t'));
  row('', { message, help }, nl[code]);
  for (const [place, words] of Object.entries(at)) row(place, words, nl[code].at[place]);
}
";

/// A rule as its file tells of it.
struct Rule {
    id: String,
    about: String,
    weighs: String,
}

/// Writes the page when it is not as the sources have it.
pub fn document(workspace: &Workspace) -> Result<()> {
    let page = page(workspace)?;
    let path = workspace.root.join("docs/rules.md");
    if files::read_text(&path).is_ok_and(|text| text == page) {
        return Ok(());
    }
    files::write(&path, page)
}

fn page(workspace: &Workspace) -> Result<String> {
    let rules = rules(workspace)?;
    let words = tools::output(tools::node().args(["--eval", WORDS, "--"]).arg(workspace.www().join("locales")))?;
    let mut page = HEAD.to_owned();
    for Rule { id, about, weighs } in &rules {
        writeln!(page, "| [`{id}`](#{id}) | {weighs} | {about} |")?;
    }
    for Rule { id, about, weighs } in &rules {
        writeln!(page, "\n## {id}\n\n{about} Weighs: {weighs}.\n")?;
        for line in words.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            if let [code, place, message, help, bericht, hulp] = cells[..]
                && code == id
            {
                let at = if place.is_empty() { String::new() } else { format!("`{place}`: ") };
                writeln!(page, "- {at}{message}: {help}\n  - *{bericht}: {hulp}*")?;
            }
        }
    }
    Ok(page)
}

/// The rules in their order.
fn rules(workspace: &Workspace) -> Result<Vec<Rule>> {
    let folder = workspace.root.join("src/change/rules");
    let list = files::read_text(&folder.join("mod.rs"))?;
    let names = list.lines().filter_map(|line| line.trim().strip_suffix("::RULE,"));
    names
        .map(|name| {
            let text = files::read_text(&folder.join(format!("{name}.rs")))?;
            let about: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//! ")).collect();
            let code = text.split("#[cfg(test)]").next().context("a rule")?;
            let mut weighs: Vec<&str> = ["Error", "Warning", "Info"]
                .into_iter()
                .filter(|severity| code.contains(&format!("Severity::{severity}")))
                .collect();
            if code.contains("subject.severity()") && !weighs.contains(&"Error") {
                weighs.insert(0, "error; for an emergency warning");
            }
            Ok(Rule {
                id: name.replace('_', "-"),
                about: about.join(" "),
                weighs: weighs.join(" or ").to_lowercase(),
            })
        })
        .collect()
}
