//! The wasm as text inside a module, and what it weighs. Node's own zlib does the work.

use std::path::Path;

use anyhow::Result;

use crate::tools;

/// The types of the module that [`inlined`] makes.
pub const INLINED_TYPES: &str = "\
/** The bytes of `deskrules_bg.wasm`, compressed by gzip, as base64. */
export declare const base64: string;
";

const INLINE: &str = "
const { readFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
const gzip = gzipSync(readFileSync(process.argv[1]), { level: 9 });
process.stdout.write(gzip.toString('base64'));
";

const SIZES: &str = "
const { readFileSync } = require('node:fs');
const { brotliCompressSync } = require('node:zlib');
const wasm = readFileSync(process.argv[1]);
const kb = (bytes) => (bytes / 1000).toFixed(1) + ' KB';
process.stdout.write('deskrules_bg.wasm: ' + kb(wasm.length) + ', brotli ' + kb(brotliCompressSync(wasm).length));
";

/// Makes a module that exports the wasm as text, `base64`: gzip, then base64.
pub fn inlined(wasm: &Path) -> Result<String> {
    Ok(format!("export const base64 = \"{}\";\n", node(INLINE, wasm)?))
}

/// Says how large the wasm is, plain and by brotli at its best.
pub fn sizes(wasm: &Path) -> Result<String> {
    node(SIZES, wasm)
}

fn node(script: &str, file: &Path) -> Result<String> {
    tools::output(tools::node().args(["--eval", script, "--"]).arg(file))
}
