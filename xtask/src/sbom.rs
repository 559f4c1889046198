//! The bills of materials: what the wasm is made of, and what npm installs beside it.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::crates::{self, Crate, Shipped};
use crate::third_party;
use crate::tools;
use crate::workspace::Workspace;

/// By the library of `CycloneDX` itself, which knows the schema too.
const WRITE: &str = include_str!("sbom.js");

/// The licence of our own.
const LICENCE: &str = env!("CARGO_PKG_LICENSE");

/// Writes that of the npm package as `CycloneDX` 1.6: the crates in its wasm, the zones, and its own dependencies. The time is that of the commit.
pub fn write(workspace: &Workspace, file: &Path, time: &str) -> Result<()> {
    let order = json!({
        "modules": workspace.tests().join("pack/node_modules"),
        "file": file,
        "time": time,
        "main": { "kind": "npm", "name": "deskrules", "version": env!("CARGO_PKG_VERSION"), "licence": LICENCE },
        "parts": parts(workspace)?,
    });
    tools::run(tools::node().args(["--eval", WRITE, "--"]).arg(order.to_string()))
}

fn parts(workspace: &Workspace) -> Result<Vec<Value>> {
    let Shipped { linked, zones } = crates::shipped(workspace)?;
    let mut parts: Vec<Value> = linked.iter().chain([&zones]).map(of_crate).collect();
    parts.extend(third_party::npm_packages(workspace)?.into_iter().map(
        |one| json!({ "kind": "npm", "name": one.name, "version": one.version, "licence": one.licence, "repository": one.repository }),
    ));
    Ok(parts)
}

fn of_crate(one: &Crate) -> Value {
    json!({
        "kind": "cargo",
        "name": one.name,
        "version": one.version,
        "licence": one.licence.replace('/', " OR "),
        "description": one.description,
        "repository": one.repository,
    })
}
