//! The type declarations that wasm-bindgen writes, in an order of their own.
//!
//! They come in the order in which the compiler laid out the crate, which another release of the compiler changes:
//! sorted by name, the tracked files change only when a type does.

/// Sorts the exported types by name. What follows the first function stays as it is.
pub fn in_order(declarations: &str) -> String {
    let blocks: Vec<&str> = declarations.split("\n\n").map(|block| block.trim_matches('\n')).collect();
    let functions = blocks
        .iter()
        .position(|block| block.contains("\nexport function ") || block.starts_with("export function "));
    let (types, rest) = blocks.split_at(functions.unwrap_or(blocks.len()));

    let mut head = Vec::new();
    let mut named = Vec::new();
    for block in types.iter().filter(|block| !block.is_empty()) {
        // The first block begins with directives for linters, which belong to the file.
        let (directives, block) = split_directives(block);
        head.extend(directives);
        named.push((name(block), block));
    }
    named.sort_unstable();

    let sorted = named.into_iter().map(|(_, block)| block);
    let body: Vec<&str> = sorted.chain(rest.iter().copied().filter(|block| !block.is_empty())).collect();
    let body = body.join("\n\n");
    head.extend([body.as_str(), ""]);
    head.join("\n")
}

fn split_directives(block: &str) -> (Vec<&str>, &str) {
    let mut directives = Vec::new();
    let mut rest = block;
    while let Some((line, after)) = rest.split_once('\n').filter(|(line, _)| is_directive(line)) {
        directives.push(line);
        rest = after;
    }
    (directives, rest)
}

fn is_directive(line: &str) -> bool {
    line.starts_with("/* ") && line.ends_with(" */")
}

/// The name that a block declares; empty when it declares none.
fn name(block: &str) -> &str {
    let declared = block.lines().find_map(|line| {
        let line = line.strip_prefix("export ")?;
        line.strip_prefix("interface ").or_else(|| line.strip_prefix("type "))
    });
    let words = declared.unwrap_or_default();
    words.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn types_are_sorted_and_functions_stay() {
        let written = "/* tslint:disable */\n/* eslint-disable */\n/**\n * One.\n */\nexport interface B {\n    b: string;\n}\n\n\
                       /**\n * Two.\n */\nexport type A = \"a\";\n\n\n/**\n * Asks.\n */\nexport function b(): B;\n\nexport function a(): A;\n";
        let sorted = "/* tslint:disable */\n/* eslint-disable */\n/**\n * Two.\n */\nexport type A = \"a\";\n\n\
                      /**\n * One.\n */\nexport interface B {\n    b: string;\n}\n\n/**\n * Asks.\n */\nexport function b(): B;\n\nexport function a(): A;\n";
        assert_eq!(in_order(written), sorted);
    }
}
