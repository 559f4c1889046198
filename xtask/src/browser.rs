//! Chromium with its driver, and Firefox: found, or installed on Debian.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};
use serde_json::json;

use crate::files;
use crate::tools::{apt_install, on_path};
use crate::workspace::Workspace;

/// Flags for a headless Chromium that asks nothing of the network and may run as root.
const FLAGS: [&str; 8] = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

const CHROMIUM: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const CHROMIUM_PLACES: [&str; 4] = [
    "/usr/bin/chromium",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const DRIVER: [&str; 1] = ["chromedriver"];

const DRIVER_PLACES: [&str; 3] = [
    "/usr/bin/chromedriver",
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
];

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

const FIREFOX_PLACES: [&str; 2] = ["/usr/bin/firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/// A Chromium to test in.
#[derive(Debug)]
pub struct Browser {
    chromium: PathBuf,
    driver: PathBuf,
}

impl Browser {
    /// Finds Chromium and its driver, by `DESKRULES_CHROMIUM` and `CHROMEDRIVER`, on `PATH` or in the usual places;
    /// on Debian, root installs them.
    ///
    /// # Errors
    /// One line that says what to install.
    pub fn find() -> Result<Self> {
        if let Some(found) = Self::look() {
            return Ok(found);
        }
        if !apt_install(&["chromium", "chromium-driver"])? {
            bail!(
                "the browser tests need Chromium and its driver: install `chromium` and `chromium-driver`, or name them in DESKRULES_CHROMIUM and CHROMEDRIVER"
            );
        }
        match Self::look() {
            Some(found) => Ok(found),
            None => bail!("apt-get installed chromium and chromium-driver, but they are not on PATH"),
        }
    }

    fn look() -> Option<Self> {
        Some(Self {
            chromium: look_for("DESKRULES_CHROMIUM", &CHROMIUM, &CHROMIUM_PLACES)?,
            driver: look_for("CHROMEDRIVER", &DRIVER, &DRIVER_PLACES)?,
        })
    }

    /// Has wasm-bindgen's runner use this browser.
    pub fn for_wasm_tests(&self, workspace: &Workspace, command: &mut Command) -> Result<()> {
        let capabilities = workspace.scratch().join("webdriver.json");
        let options = json!({ "goog:chromeOptions": { "args": FLAGS, "binary": self.chromium } });
        files::write(&capabilities, serde_json::to_vec_pretty(&options)?)?;
        command
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
            .env("CHROMEDRIVER", &self.driver);
        Ok(())
    }

    /// Tells the browser tests which program to start, and how.
    pub fn for_page_tests(&self, command: &mut Command) {
        command
            .env("DESKRULES_CHROMIUM", &self.chromium)
            .env("DESKRULES_CHROMIUM_FLAGS", FLAGS.join(" "));
    }
}

/// Finds Firefox, by `DESKRULES_FIREFOX`, on `PATH` or in the usual places; on Debian, root installs it.
///
/// # Errors
/// One line that says what to install.
pub fn firefox() -> Result<PathBuf> {
    let look = || look_for("DESKRULES_FIREFOX", &FIREFOX, &FIREFOX_PLACES);
    if let Some(found) = look() {
        return Ok(found);
    }
    if apt_install(&["firefox-esr"])?
        && let Some(found) = look()
    {
        return Ok(found);
    }
    bail!("these tests need Firefox: install it (on Debian `firefox-esr`), or name it in DESKRULES_FIREFOX")
}

fn look_for(variable: &str, names: &[&str], places: &[&str]) -> Option<PathBuf> {
    let chosen = env::var_os(variable).map(PathBuf::from).into_iter();
    chosen
        .chain(names.iter().filter_map(|name| on_path(name)))
        .chain(places.iter().map(PathBuf::from))
        .find(|path| path.is_file())
}
