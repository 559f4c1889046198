//! What Debian's packages bring, installed by root.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::tools::{on_path, run};

/// Installs packages, where this is Debian and root; elsewhere it says what is needed.
pub fn install(packages: &[&str], need: &str) -> Result<()> {
    let Some(apt) = on_path("apt-get").filter(|_| is_root()) else {
        bail!("{need}: install `{}`", packages.join("` and `"));
    };
    run(Command::new(&apt).args(["update", "-q"]))?;
    run(Command::new(&apt)
        .args(["install", "-y", "-q", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Says whether this runs as root.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").stdin(Stdio::null()).output();
    id.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}
