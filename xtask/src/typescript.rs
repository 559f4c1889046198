//! What TypeScript makes of the hand-written JavaScript: type declarations, and those of `CommonJS` for Node.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::tools;
use crate::workspace::Workspace;

/// One of the configurations.
#[derive(Clone, Copy, Debug)]
pub enum Config {
    /// Checks everything, writes nothing.
    Check,
    /// Checks the tests of `tests/pack`, whose tools are installed apart.
    Pack,
    /// Writes the declarations of `www/client`.
    Types,
    /// Writes the declarations of `node-require.js`, and of what it imports, as `CommonJS` has them.
    CommonJs,
}

impl Config {
    /// The file of this configuration.
    pub fn path(self, workspace: &Workspace) -> PathBuf {
        workspace.www().join(match self {
            Self::Pack => return workspace.tests().join("pack/tsconfig.json"),
            Self::Check => "tsconfig.json",
            Self::Types => "tsconfig.types.json",
            Self::CommonJs => "tsconfig.cjs.json",
        })
    }
}

/// The compiler, to be told where to write.
pub fn tsc(workspace: &Workspace, config: Config) -> Command {
    let mut tsc = tools::node();
    tsc.arg(workspace.tests().join("node_modules/typescript/bin/tsc"))
        .arg("--project")
        .arg(config.path(workspace))
        .current_dir(&workspace.root);
    tsc
}

/// Compiles into `folder`.
pub fn compile(workspace: &Workspace, config: Config, folder: &std::path::Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    tools::run(tsc(workspace, config).arg("--outDir").arg(folder))
}
