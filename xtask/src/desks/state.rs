//! What a running desk writes: a folder of its own, with a database as it was seeded.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::stamp::Stamp;
use crate::workspace::Workspace;

/// The folder of one run; it goes with the run.
pub struct State {
    folder: PathBuf,
    home: PathBuf,
}

impl State {
    /// Makes an empty folder; the port keeps two runs at a time apart.
    pub fn new(workspace: &Workspace, desk: &str, port: u16) -> Result<Self> {
        let home = home(workspace, desk);
        let folder = home.join(port.to_string());
        let state = Self { folder, home };
        state.clear();
        fs::create_dir_all(&state.folder).with_context(|| format!("cannot make {}", state.folder.display()))?;
        Ok(state)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A database in the folder.
    pub fn database(&self) -> PathBuf {
        self.folder.join("desk.sqlite")
    }

    /// Where the server's output goes; it stays when the folder goes.
    pub fn log(&self) -> PathBuf {
        self.home.with_extension("log")
    }

    /// Copies the seeded database, which `seed` makes in here when there is none for these inputs.
    pub fn seed(&self, workspace: &Workspace, inputs: &[PathBuf], seed: impl FnOnce() -> Result<()>) -> Result<()> {
        let kept = self.home.join("seeded.sqlite");
        let desk = self.home.file_name().unwrap_or_default().display();
        let stamp = Stamp::new(workspace, &format!("desks-{desk}"), inputs, std::slice::from_ref(&kept));
        if stamp.is_fresh()? {
            fs::copy(kept, self.database())?;
            return Ok(());
        }
        seed()?;
        fs::copy(self.database(), kept)?;
        stamp.keep()
    }

    fn clear(&self) {
        // What cannot be removed is left over and harms nobody.
        let _gone = fs::remove_dir_all(&self.folder);
    }
}

impl Drop for State {
    fn drop(&mut self) {
        self.clear();
    }
}

/// What stays of a desk from one run to the next.
pub fn home(workspace: &Workspace, desk: &str) -> PathBuf {
    workspace.target.join("desks").join(desk)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;

    use super::State;
    use crate::workspace::Workspace;

    #[test]
    fn a_desk_is_seeded_once_and_each_run_starts_with_a_copy() -> anyhow::Result<()> {
        let target = std::env::temp_dir().join(format!("deskrules-state-{}", std::process::id()));
        let workspace = Workspace {
            root: target.clone(),
            target: target.clone(),
        };
        let seeded = Cell::new(0);
        for _ in 0..2 {
            let state = State::new(&workspace, "desk", 8080)?;
            state.seed(&workspace, &[], || {
                seeded.set(seeded.get() + 1);
                Ok(fs::write(state.database(), "as seeded")?)
            })?;
            assert_eq!(fs::read_to_string(state.database())?, "as seeded");
            fs::write(state.database(), "used")?;
        }
        assert_eq!(seeded.get(), 1);
        assert!(!target.join("desks/desk/8080").exists());
        Ok(fs::remove_dir_all(target)?)
    }
}
