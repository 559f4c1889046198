//! `deny.toml`, held to the lock file: licences, sources and bans.
//!
//! cargo-deny reads the same file, in `cargo xtask release`; it takes minutes to build, so `cargo xtask pack` has this smaller reader.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};
use spdx::{Expression, ParseMode};
use toml::{Table, Value};

use crate::crates::{self, Crate};
use crate::files;
use crate::tools;
use crate::workspace::Workspace;

/// What is read of the file, the registry under cargo's name for it.
#[derive(Debug, Default)]
struct Rules {
    licences: BTreeSet<String>,
    registries: BTreeSet<String>,
    banned: BTreeSet<String>,
}

/// Holds every crate of the lock file to the file.
///
/// # Errors
/// Every crate that it refuses, with the reason.
pub fn check(workspace: &Workspace) -> Result<()> {
    let path = workspace.root.join("deny.toml");
    let rules = Rules::read(&files::read_text(&path)?).with_context(|| format!("cannot read {}", path.display()))?;
    let all = crates::all(workspace)?;
    let refused: Vec<String> = all.iter().flat_map(|one| rules.refuse(one)).collect();
    ensure!(refused.is_empty(), "deny.toml refuses:\n  {}", refused.join("\n  "));
    println!("{} crates are as deny.toml wants them", all.len());
    Ok(())
}

/// Has cargo-deny itself look, built into `target/tools` at the first time.
pub fn cargo_deny(workspace: &Workspace) -> Result<()> {
    const VERSION: &str = "0.20.2";
    let program = tools::from_registry(workspace, "cargo-deny", VERSION)?;
    tools::run(
        std::process::Command::new(program)
            .args(["--offline", "--locked", "--workspace", "check", "bans", "licenses", "sources"])
            .current_dir(&workspace.root),
    )
}

impl Rules {
    fn read(text: &str) -> Result<Self> {
        let file: Table = text.parse()?;
        let names = |section: &str, key: &str| -> BTreeSet<String> {
            let items = file.get(section).and_then(|section| section.get(key)).and_then(Value::as_array);
            items.into_iter().flatten().filter_map(name).collect()
        };
        let rules = Self {
            licences: names("licenses", "allow"),
            registries: names("sources", "allow-registry"),
            banned: names("bans", "deny"),
        };
        ensure!(!rules.licences.is_empty(), "`licenses.allow` is empty");
        ensure!(!rules.registries.is_empty(), "`sources.allow-registry` is empty");
        Ok(rules)
    }

    fn refuse(&self, one: &Crate) -> Vec<String> {
        let mut reasons = Vec::new();
        if !self.licence(&one.licence) {
            reasons.push(format!("the licence `{}`", one.licence));
        }
        if let Some(source) = one.source.as_ref().filter(|source| !self.registry(source)) {
            reasons.push(format!("the source `{source}`"));
        }
        if self.banned.contains(&one.name) {
            reasons.push("its name".to_owned());
        }
        let named = |reason| format!("{} {}: {reason}", one.name, one.version);
        reasons.into_iter().map(named).collect()
    }

    /// Lax, since older crates write `MIT/Apache-2.0`.
    fn licence(&self, text: &str) -> bool {
        let Ok(expression) = Expression::parse_mode(text, ParseMode::LAX) else {
            return false;
        };
        expression.evaluate(|wanted| self.licences.contains(&wanted.to_string()))
    }

    fn registry(&self, source: &str) -> bool {
        source.strip_prefix("registry+").is_some_and(|url| self.registries.contains(url))
    }
}

/// An item of a list: a name, or a table with the reason beside it.
fn name(item: &Value) -> Option<String> {
    let text = item.as_str().or_else(|| item.get("crate")?.as_str());
    text.map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::Rules;
    use crate::crates::Crate;

    const FILE: &str = r#"
        licenses.allow = ["MIT", "Apache-2.0"]
        sources.allow-registry = ["https://example.com/index"]
        bans.deny = [{ crate = "openssl-sys", reason = "links to the host" }]
    "#;

    fn refused(name: &str, licence: &str, source: Option<&str>) -> anyhow::Result<String> {
        let one = Crate {
            name: name.into(),
            version: "1.0.0".into(),
            licence: licence.into(),
            source: source.map(Into::into),
            ..Crate::default()
        };
        Ok(Rules::read(FILE)?.refuse(&one).join("; "))
    }

    const REGISTRY: Option<&str> = Some("registry+https://example.com/index");

    #[test]
    fn one_licence_of_a_choice_is_enough() -> anyhow::Result<()> {
        assert_eq!(refused("a", "GPL-3.0-only OR MIT", REGISTRY)?, "");
        assert_eq!(refused("a", "MIT/Apache-2.0", REGISTRY)?, "");
        Ok(())
    }

    #[test]
    fn every_licence_of_a_sum_is_needed() -> anyhow::Result<()> {
        let licence = "MIT AND GPL-3.0-only";
        assert_eq!(refused("a", licence, REGISTRY)?, format!("a 1.0.0: the licence `{licence}`"));
        assert_eq!(refused("a", "", REGISTRY)?, "a 1.0.0: the licence ``");
        Ok(())
    }

    #[test]
    fn another_registry_and_git_are_refused() -> anyhow::Result<()> {
        let git = "git+https://example.com/index";
        assert_eq!(refused("a", "MIT", Some(git))?, format!("a 1.0.0: the source `{git}`"));
        assert_eq!(refused("a", "MIT", None)?, "");
        Ok(())
    }

    #[test]
    fn a_banned_name_is_refused() -> anyhow::Result<()> {
        assert_eq!(refused("openssl-sys", "MIT", REGISTRY)?, "openssl-sys 1.0.0: its name");
        Ok(())
    }
}
