//! `pkg/THIRD-PARTY.md`: whose work is in the package, by which licence, with its text.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::crates::{self, Crate, Shipped};
use crate::files;
use crate::workspace::Workspace;

const HEAD: &str = "\
# Third-party parts

Whose work is in this package. `cargo xtask build` writes this page from `Cargo.lock` and the crates themselves.

## In the wasm

| part | version | licence | from |
|---|---|---|---|
";

/// What no lock file names. The words of `suggest` are our own, so they are not here.
const NO_CRATES: &str = "\
| the Rust standard library | of the compiler | MIT OR Apache-2.0 | <https://github.com/rust-lang/rust> |

The texts are below. What only runs while the wasm is built (macros, the reader of the zones) leaves nothing in it and is not listed.

## Installed beside it by npm

Only the command and `deskrules/node` load these; nothing of them is in a file of this package.

| part | version | licence | from |
|---|---|---|---|
";

/// Where a crate keeps its licence, the first that is there; of a choice of licences, the shortest text.
const TEXTS: [&str; 3] = ["LICENSE-MIT", "LICENSE", "LICENSE.txt"];

/// What an `AND` in a licence adds.
const MORE: [(&str, &str); 1] = [("Unicode-3.0", "LICENSE-UNICODE")];

/// Where the page is.
pub fn path(workspace: &Workspace) -> PathBuf {
    workspace.pkg().join("THIRD-PARTY.md")
}

/// A package of npm that is a dependency.
#[derive(Debug)]
pub struct NpmPackage {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence.
    pub licence: String,
    /// Where its source is kept.
    pub repository: String,
}

/// Writes the page.
pub fn document(workspace: &Workspace) -> Result<()> {
    let Shipped { linked, zones } = crates::shipped(workspace)?;
    let mut page = HEAD.to_owned();
    for one in &linked {
        row(
            &mut page,
            &one.name,
            &one.version,
            &one.licence.replace('/', " OR "),
            &one.repository,
        )?;
    }
    let release = format!("as {} {} has it", zones.name, zones.version);
    row(
        &mut page,
        "time-zone data",
        &release,
        "public domain",
        "https://www.iana.org/time-zones",
    )?;
    page.push_str(NO_CRATES);
    for one in npm_packages(workspace)? {
        row(&mut page, &one.name, &one.version, &one.licence, &one.repository)?;
    }
    page.push_str("\n## Texts\n");
    for (text, names) in texts(&linked)? {
        write!(page, "\n### {}\n\n```text\n{text}\n```\n", names.join(", "))?;
    }
    files::write(&path(workspace), page)
}

/// Reads the dependencies of the npm package, as they are installed in `pkg/`.
pub fn npm_packages(workspace: &Workspace) -> Result<Vec<NpmPackage>> {
    let pkg = workspace.pkg();
    let package = json(&pkg.join("package.json"))?;
    let names = package
        .get("dependencies")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|all| all.keys());
    let read = |name: &String| {
        let file = json(&pkg.join("node_modules").join(name).join("package.json"))?;
        let repository = file.get("repository").unwrap_or(&Value::Null);
        let url = repository
            .get("url")
            .or(Some(repository))
            .and_then(Value::as_str)
            .unwrap_or_default();
        let text = |key: &str| file.get(key).and_then(Value::as_str).map(ToOwned::to_owned);
        Ok(NpmPackage {
            name: name.clone(),
            version: text("version").with_context(|| format!("{name} has no version"))?,
            licence: text("license").with_context(|| format!("{name} has no licence"))?,
            repository: address(url),
        })
    };
    names.map(read).collect()
}

/// Makes an address of what npm takes for one.
fn address(url: &str) -> String {
    let url = url.trim_start_matches("git+").trim_end_matches(".git");
    match url.strip_prefix("github:") {
        Some(name) => format!("https://github.com/{name}"),
        None => url.into(),
    }
}

fn json(path: &Path) -> Result<Value> {
    serde_json::from_slice(&files::read(path)?).with_context(|| format!("cannot read {}", path.display()))
}

fn row(page: &mut String, name: &str, version: &str, licence: &str, repository: &str) -> Result<()> {
    Ok(writeln!(page, "| {name} | {version} | {licence} | <{repository}> |")?)
}

/// The texts, each once, with the names of the crates that have it.
fn texts(linked: &[Crate]) -> Result<BTreeMap<String, Vec<&str>>> {
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for one in linked {
        let more = MORE
            .iter()
            .filter(|(licence, _)| one.licence.contains(licence))
            .map(|(_, file)| *file);
        let first = TEXTS.into_iter().find(|name| one.folder.join(name).is_file());
        let mut found = Vec::new();
        for name in first.into_iter().chain(more) {
            found.push(files::read_text(&one.folder.join(name))?);
        }
        if found.is_empty() {
            found.push(own_words(one)?);
        }
        for text in found {
            texts.entry(plain(&text)).or_default().push(&one.name);
        }
    }
    Ok(texts)
}

/// For a crate that brings no text.
fn own_words(one: &Crate) -> Result<String> {
    let authors = one.authors.join(", ");
    ensure!(
        !authors.is_empty(),
        "{} {} brings neither a licence nor a name",
        one.name,
        one.version
    );
    Ok(format!(
        "It brings no text. Its Cargo.toml says: {}; authors: {authors}.",
        one.licence
    ))
}

fn plain(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{address, texts};
    use crate::crates::Crate;

    #[test]
    fn an_address_can_be_followed() {
        assert_eq!(address("git+https://example.com/a/b.git"), "https://example.com/a/b");
        assert_eq!(address("github:a/b"), "https://github.com/a/b");
    }

    #[test]
    fn a_crate_with_neither_text_nor_name_is_refused() {
        let one = Crate {
            name: "a".into(),
            version: "1.0.0".into(),
            ..Crate::default()
        };
        let message = texts(&[one]).err().map(|error| error.to_string());
        assert_eq!(message.as_deref(), Some("a 1.0.0 brings neither a licence nor a name"));
    }
}
