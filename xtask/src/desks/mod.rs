//! Real helpdesks: installed, seeded, started on the loopback; to look at or to test on.

mod django;
mod rt;
mod server;
mod state;

use anyhow::{Result, bail};

use crate::browser::{self, Browser};
use crate::extension;
use crate::package;
use crate::steps::Steps;
use crate::test;
use crate::workspace::Workspace;
use server::{Server, interrupts};

/// A platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Desk {
    /// Request Tracker 5, which needs Debian, and root to install.
    Rt,
    /// django-helpdesk.
    Django,
}

/// What to start, and where.
#[derive(clap::Args, Debug, PartialEq, Eq)]
pub struct Options {
    /// Run the tests on them, in Chromium and Firefox.
    #[arg(long)]
    pub test: bool,
    /// One of them.
    #[arg(long, value_name = "DESK")]
    pub only: Option<Desk>,
    /// The port of Request Tracker, 0 for a free one.
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    pub port_rt: u16,
    /// The port of django-helpdesk, 0 for a free one.
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    pub port_django: u16,
}

/// Starts the desks, each with a database as seeded; they stop when this returns.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    interrupts()?;
    let mut steps = Steps::default();
    let mut running = Vec::new();
    steps.step("build", || package::build(workspace))?;
    if options.only != Some(Desk::Django) {
        steps.step("Request Tracker", || {
            running.push(rt::start(workspace, options.port_rt)?);
            Ok(())
        })?;
    }
    if options.only != Some(Desk::Rt) {
        steps.step("django-helpdesk", || {
            running.push(django::start(workspace, options.port_django)?);
            Ok(())
        })?;
    }
    if !options.test {
        return look(&mut running);
    }
    let mut extension = None;
    steps.step("extension", || {
        extension = Some(extension::for_tests(workspace)?);
        Ok(())
    })?;
    let tested = test::node_tests(workspace, &mut steps, "tests on the desks", &["desks", "extension"], |test| {
        Browser::find()?.for_page_tests(test);
        test.env("DESKRULES_FIREFOX", browser::firefox()?);
        test.envs(extension.iter().map(|folder| ("DESKRULES_EXTENSION", folder)));
        for desk in &running {
            test.envs(desk.environment.iter().map(|(name, value)| (name, value)));
        }
        Ok(())
    });
    if tested.is_err() {
        for desk in &running {
            eprintln!("\n{}", desk.last_words());
        }
    }
    println!("\n{}", steps.table());
    tested
}

/// Says where the desks are, and waits for Ctrl+C.
fn look(running: &mut [Server]) -> Result<()> {
    println!();
    for desk in running.iter() {
        println!("{:<16} {}/  {}", desk.name, desk.url, desk.people);
    }
    println!("stop with Ctrl+C");
    while !server::pause() {
        for desk in running.iter_mut() {
            if desk.has_ended()? {
                bail!("{} ended by itself\n{}", desk.name, desk.last_words());
            }
        }
    }
    Ok(())
}
