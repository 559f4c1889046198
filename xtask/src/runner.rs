//! The runner of the tests compiled to WebAssembly: wasm-bindgen's own, as a library.

use std::ffi::OsString;

/// Runs the test file in `args`.
///
/// `cargo test -q` hands its `--quiet` on, which wasm-bindgen's runner does not know: it is left out.
pub fn run(args: Vec<OsString>) -> anyhow::Result<()> {
    let known = args.into_iter().filter(|arg| arg != "--quiet" && arg != "-q");
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::iter::once(OsString::from("wasm-bindgen-test-runner")).chain(known))
}
