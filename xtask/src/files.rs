//! Files: listed, copied, cleared away.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// Lists every file under `folder`, sorted; none when the folder does not exist.
pub fn under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
            let entry = entry?;
            let path = entry.path();
            if entry.file_name() == "node_modules" {
                continue;
            }
            if entry.file_type()?.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Says whether the file's name ends in `ending`, which may hold dots.
pub fn ends(path: &Path, ending: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending))
}

/// Reads a file, naming it in the error.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Reads a text file, naming it in the error.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file and the folders it needs; leaves it alone when it holds these bytes already.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    let bytes = bytes.as_ref();
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// A folder of built files: what is not written anew is left over and goes.
#[derive(Debug)]
pub struct Built {
    folder: PathBuf,
    written: BTreeSet<PathBuf>,
}

impl Built {
    /// Starts to fill `folder`.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            written: BTreeSet::new(),
        }
    }

    /// Writes one file, named from the folder.
    pub fn write(&mut self, name: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Result<()> {
        let path = self.folder.join(name);
        write(&path, bytes)?;
        self.written.insert(path);
        Ok(())
    }

    /// Takes over every file of `source` that `choose` wants.
    pub fn copy(&mut self, source: &Path, choose: impl Fn(&Path) -> bool) -> Result<()> {
        for file in under(source)? {
            if choose(&file) {
                let name = file.strip_prefix(source)?;
                self.write(name, read(&file)?)?;
                // A command stays executable.
                fs::set_permissions(self.folder.join(name), fs::metadata(&file)?.permissions())?;
            }
        }
        Ok(())
    }

    /// Removes what an earlier build left.
    pub fn finish(self) -> Result<()> {
        for file in under(&self.folder)? {
            if !self.written.contains(&file) {
                fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
            }
        }
        Ok(())
    }
}

/// The type declarations under `folder` and what they hold.
pub fn declarations(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    under(folder)?
        .into_iter()
        .filter(|file| ends(file, ".d.ts") || ends(file, ".d.cts"))
        .map(|file| Ok((file.clone(), read(&file)?)))
        .collect()
}
