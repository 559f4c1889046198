//! Remembers what a step was made from, so that it is done again only when that changed.

use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::files;
use crate::workspace::Workspace;

/// The fingerprint of one step: of what went in and of what came out.
#[derive(Debug)]
pub struct Stamp {
    path: PathBuf,
    inputs: Vec<PathBuf>,
    outputs: Vec<PathBuf>,
}

impl Stamp {
    /// A step by its name; inputs and outputs are files, or folders with all that is in them.
    pub fn new(workspace: &Workspace, name: &str, inputs: &[PathBuf], outputs: &[PathBuf]) -> Self {
        Self {
            path: workspace.scratch().join(format!("{name}.stamp")),
            inputs: inputs.to_vec(),
            outputs: outputs.to_vec(),
        }
    }

    /// Says whether the step was done for these very inputs and its outputs are untouched.
    pub fn is_fresh(&self) -> Result<bool> {
        if self.outputs.iter().any(|path| !path.exists()) {
            return Ok(false);
        }
        let Ok(kept) = files::read_text(&self.path) else {
            return Ok(false);
        };
        Ok(kept == self.fingerprint()?)
    }

    /// Remembers that the step is done.
    pub fn keep(&self) -> Result<()> {
        files::write(&self.path, self.fingerprint()?)
    }

    fn fingerprint(&self) -> Result<String> {
        Ok(format!("{:016x} {:016x}", hash(&self.inputs)?, hash(&self.outputs)?))
    }
}

fn hash(paths: &[PathBuf]) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        if path.is_dir() {
            for file in files::under(path)? {
                add(&mut hasher, &file)?;
            }
        } else if path.exists() {
            add(&mut hasher, path)?;
        }
    }
    Ok(hasher.finish())
}

fn add(hasher: &mut DefaultHasher, file: &Path) -> Result<()> {
    let bytes = files::read(file)?;
    hasher.write(file.as_os_str().as_encoded_bytes());
    hasher.write_usize(bytes.len());
    hasher.write(&bytes);
    Ok(())
}
