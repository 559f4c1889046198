//! One wasm, and the JavaScript that wasm-bindgen writes around it.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::bundle;
use crate::declarations;
use crate::files::{self, Built};
use crate::order;
use crate::stamp::Stamp;
use crate::tools;
use crate::workspace::Workspace;

const NAME: &str = "deskrules";

/// Compiles the crate and fills `pkg/wasm`.
pub fn build(workspace: &Workspace) -> Result<()> {
    let compiled = compile(workspace)?;
    let folder = workspace.pkg().join("wasm");
    let stamp = Stamp::new(
        workspace,
        "glue",
        &[compiled.clone(), std::env::current_exe()?],
        &[folder.clone(), sizes(workspace)],
    );
    if !stamp.is_fresh()? {
        write(workspace, &compiled, Built::new(folder))?;
        stamp.keep()?;
    }
    println!("{}", files::read_text(&sizes(workspace))?);
    Ok(())
}

fn compile(workspace: &Workspace) -> Result<PathBuf> {
    let target = tools::wasm_target()?;
    tools::run(
        tools::cargo()
            .args(["build", "--release", "--lib", "--package", NAME, "--target", target])
            // Half a kilobyte less after brotli than with the 5 of opt-level "z". Here, so that nothing else is built with it.
            .args([
                "--config",
                "target.wasm32-unknown-unknown.rustflags=['-C', 'llvm-args=-inline-threshold=15 -disable-lsr -disable-machine-cse']",
            ])
            .current_dir(&workspace.root),
    )?;
    Ok(workspace.target.join(target).join("release").join(format!("{NAME}.wasm")))
}

fn write(workspace: &Workspace, compiled: &Path, mut pkg: Built) -> Result<()> {
    let web = Glue::generate(workspace, compiled, Target::Web)?;
    let node = Glue::generate(workspace, compiled, Target::Node)?;
    ensure!(
        web.wasm == node.wasm,
        "the glue for Node came with another wasm than that for the web"
    );

    pkg.write("deskrules.js", &web.js)?;
    pkg.write("deskrules.d.ts", &web.types)?;
    pkg.write("node.cjs", &node.js)?;
    pkg.write("node.d.cts", &node.types)?;
    pkg.write("inlined.js", bundle::inlined(&web.path)?)?;
    pkg.write("inlined.d.ts", bundle::INLINED_TYPES)?;
    pkg.write("deskrules_bg.wasm", &web.wasm)?;
    pkg.finish()?;
    files::write(&sizes(workspace), bundle::sizes(&web.path)?)
}

/// Where the sizes are kept, which take a second to find.
fn sizes(workspace: &Workspace) -> PathBuf {
    workspace.scratch().join("sizes.txt")
}

#[derive(Clone, Copy)]
enum Target {
    Web,
    Node,
}

struct Glue {
    js: String,
    types: String,
    wasm: Vec<u8>,
    path: PathBuf,
}

impl Glue {
    fn generate(workspace: &Workspace, compiled: &Path, target: Target) -> Result<Self> {
        let mut bindgen = Bindgen::new();
        let (bindgen, name) = match target {
            Target::Web => (bindgen.web(true), "web"),
            Target::Node => (bindgen.nodejs(true), "node"),
        };
        let folder = workspace.scratch().join("glue").join(name);
        // With a way to start afresh after a trap: a trapped instance is broken for good.
        bindgen?
            .input_path(compiled)
            .out_name(NAME)
            .typescript(true)
            .omit_default_module_path(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .reset_state_function(true)
            .generate(&folder)
            .map_err(|error| anyhow!("wasm-bindgen: {error:#}"))?;
        let path = folder.join(format!("{NAME}_bg.wasm"));
        let wasm = order::ordered(&files::read(&path)?)?;
        files::write(&path, &wasm)?;
        Ok(Self {
            js: files::read_text(&folder.join(format!("{NAME}.js")))?,
            types: declarations::in_order(&files::read_text(&folder.join(format!("{NAME}.d.ts")))?),
            wasm,
            path,
        })
    }
}
