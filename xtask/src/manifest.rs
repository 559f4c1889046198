//! `custom-elements.json`: what the elements are, read from their sources.

use anyhow::Result;
use serde_json::Value;

use crate::files;
use crate::stamp::Stamp;
use crate::tools;
use crate::workspace::Workspace;

const NAME: &str = "custom-elements.json";

/// What an element does for itself, beside its private members.
const INNER: [&str; 10] = [
    "root",
    "content",
    "keepsSlot",
    "update",
    "read",
    "draw",
    "failed",
    "announce",
    "warn",
    "hidden",
];

/// Writes the manifest of the elements into the package, and returns it.
pub fn build(workspace: &Workspace) -> Result<Value> {
    let analyzer = workspace.tests().join("node_modules/@custom-elements-manifest/analyzer/cem.js");
    let made = workspace.pkg().join(NAME);
    let elements = workspace.www().join("elements");
    let lock = workspace.tests().join("package-lock.json");
    let inputs = [elements, lock, std::env::current_exe()?];
    let stamp = Stamp::new(workspace, "manifest", &inputs, std::slice::from_ref(&made));
    if !stamp.is_fresh()? {
        // The folder is named from the one it runs in.
        let analyze = ["analyze", "--globs", "elements/*.js", "--quiet", "--outdir", "../pkg"];
        tools::output(tools::node().arg(analyzer).args(analyze).current_dir(workspace.www()))?;
        let mut manifest: Value = serde_json::from_slice(&files::read(&made)?)?;
        keep_public(&mut manifest);
        files::write(&made, serde_json::to_vec_pretty(&manifest)?)?;
        stamp.keep()?;
    }
    Ok(serde_json::from_slice(&files::read(&made)?)?)
}

/// Takes out all that is no element, and what is an element's own affair.
fn keep_public(manifest: &mut Value) {
    retain(manifest, "/modules", |module| {
        retain(module, "/declarations", |declared| {
            retain(declared, "/members", |member| {
                let name = member.get("name").and_then(Value::as_str).unwrap_or_default();
                !name.starts_with('#') && !INNER.contains(&name)
            });
            declared.get("tagName").is_some()
        });
        module.pointer("/declarations/0").is_some()
    });
}

/// Keeps of a list what is wanted.
fn retain(object: &mut Value, list: &str, keep: impl FnMut(&mut Value) -> bool) {
    if let Some(items) = object.pointer_mut(list).and_then(Value::as_array_mut) {
        items.retain_mut(keep);
    }
}
