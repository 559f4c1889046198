//! The functions of a wasm in an order that compresses well: those of one type together, and in it those that begin alike. It says and does
//! the same, 1.5 % smaller after brotli.

use std::convert::Infallible;

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

/// Returns the same module with its functions in that order.
pub fn ordered(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let (mut types, mut bodies) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => types = section.into_iter().collect::<Result<_, _>>()?,
            Payload::CodeSectionEntry(body) => bodies.push(body),
            _ => {}
        }
    }
    let mut old: Vec<usize> = (0..bodies.len()).collect();
    old.sort_by_key(|index| (types.get(*index), bodies.get(*index).map(FunctionBody::as_bytes)));

    // Imports come first, and stay.
    let mut new: Vec<usize> = (0..imported + old.len()).collect();
    for (index, old) in old.iter().enumerate() {
        if let Some(new) = new.get_mut(imported + old) {
            *new = imported + index;
        }
    }
    let mut module = Module::new();
    Order { old, new }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow!("the functions cannot be ordered: {error}"))?;
    Ok(module.finish())
}

struct Order {
    /// For each function, where it was among those of the module.
    old: Vec<usize>,
    /// For each that was, imports included, where it is.
    new: Vec<usize>,
}

impl Order {
    /// Returns items in the new order.
    fn sorted<T>(&self, items: impl Iterator<Item = wasmparser::Result<T>>) -> Result<Vec<T>, reencode::Error> {
        let mut items = items.map(|item| item.map(Some)).collect::<Result<Vec<_>, _>>()?;
        Ok(self.old.iter().filter_map(|old| items.get_mut(*old)?.take()).collect())
    }
}

impl Reencode for Order {
    type Error = Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, reencode::Error> {
        let new = usize::try_from(index).ok().and_then(|index| self.new.get(index));
        Ok(new.and_then(|new| u32::try_from(*new).ok()).unwrap_or(index))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        for kind in self.sorted(section.into_iter())? {
            functions.function(kind);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Result<(), reencode::Error> {
        for body in self.sorted(section.into_iter())? {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }
}
