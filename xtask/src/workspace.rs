//! Where things are.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::tools;

/// The folders of one checkout.
#[derive(Debug)]
pub struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo builds, wherever the user wants that.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo for the folders.
    pub fn find() -> Result<Self> {
        let mut metadata = tools::cargo();
        metadata.args(["metadata", "--no-deps", "--format-version", "1"]);
        let answer: Value = serde_json::from_str(&tools::output(&mut metadata)?)?;
        let folder = |key: &str| {
            let text = answer.get(key).and_then(Value::as_str);
            text.map(PathBuf::from)
                .with_context(|| format!("`cargo metadata` names no `{key}`"))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
        })
    }

    /// The npm package.
    pub fn pkg(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// The hand-written JavaScript.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The tests, whose `package.json` names the JavaScript tools too.
    pub fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// What these commands keep for themselves.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }
}
