//! The type declarations of the elements, made from their manifest: what is public, and nothing of how it is done.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// What the module has beside the classes.
const HEAD: &str = "\
/** Sets what elements go by where they say nothing themselves: the address of a policy, a language, and a desk. */
export declare function setDefaults(values: { policy?: string; lang?: string; desk?: string }): void;
/** Sets where the present comes from, in epoch milliseconds; the host's clock when left out. */
export declare function setClock(read?: () => number): void;
";

/// Returns the name of each file of declarations, and what it holds.
pub fn files(manifest: &Value) -> Result<Vec<(String, String)>> {
    let mut index = HEAD.to_owned();
    let mut names = String::new();
    let mut files = Vec::new();
    for element in elements(manifest) {
        let (class, tag) = (text(element, "name")?, text(element, "tagName")?);
        write!(index, "\n{}", declaration(element, class)?)?;
        writeln!(names, "    \"{tag}\": {class};")?;
        let name = tag.trim_start_matches("deskrules-");
        files.push((format!("{name}.d.ts"), format!("export {{ {class} }} from \"./index.js\";\n")));
        files.push((format!("{name}-define.d.ts"), "export {};\n".to_owned()));
    }
    write!(
        index,
        "\ndeclare global {{\n  interface HTMLElementTagNameMap {{\n{names}  }}\n}}\n"
    )?;
    files.push(("index.d.ts".to_owned(), index));
    Ok(files)
}

fn elements(manifest: &Value) -> impl Iterator<Item = &Value> {
    list(manifest, "modules").flat_map(|module| list(module, "declarations"))
}

fn declaration(element: &Value, class: &str) -> Result<String> {
    let mut lines = format!("{}export declare class {class} extends HTMLElement {{\n", comment("", element)?);
    // Every element of a page has a `lang`.
    for attribute in list(element, "attributes").filter(|attribute| attribute.get("name").is_some_and(|name| name != "lang")) {
        let name = property(text(attribute, "name")?);
        lines += &comment("  ", attribute)?;
        if text(attribute, "description")?.starts_with("JSON") {
            write!(lines, "  get {name}(): string;\n  set {name}(value: string | object);\n")?;
        } else {
            writeln!(lines, "  {name}: string;")?;
        }
    }
    for method in list(element, "members").filter(|member| member.get("kind").is_some_and(|kind| kind == "method")) {
        let parameters = list(method, "parameters")
            .map(|parameter| {
                let of = parameter
                    .pointer("/type/text")
                    .and_then(Value::as_str)
                    .context("a parameter without a type")?;
                Ok(format!("{}: {of}", text(parameter, "name")?))
            })
            .collect::<Result<Vec<String>>>()?;
        lines += &comment("  ", method)?;
        writeln!(lines, "  {}({}): void;", text(method, "name")?, parameters.join(", "))?;
    }
    Ok(lines + "}\n")
}

fn comment(indent: &str, described: &Value) -> Result<String> {
    let words = text(described, "description")?.replace('\n', " ");
    Ok(format!("{indent}/** {words} */\n"))
}

/// `impact-values` is `impactValues`.
fn property(attribute: &str) -> String {
    let mut parts = attribute.split('-');
    let mut name = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (first, rest) = part.split_at(1);
        name += &first.to_uppercase();
        name += rest;
    }
    name
}

fn list<'a>(object: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    object.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn text<'a>(object: &'a Value, name: &str) -> Result<&'a str> {
    object
        .get(name)
        .and_then(Value::as_str)
        .with_context(|| format!("no `{name}` in the manifest of the elements"))
}

#[cfg(test)]
mod tests {
    use super::files;
    use serde_json::json;

    #[test]
    fn an_element_has_the_properties_of_its_attributes_and_its_methods() -> anyhow::Result<()> {
        let attributes = json!([
            { "name": "lang", "description": "Language." },
            { "name": "impact-values", "description": "JSON: values." },
            { "name": "clock", "description": "Which." },
        ]);
        let members = json!([{ "kind": "method", "name": "check", "description": "Checks.", "parameters": [{ "name": "at", "type": { "text": "number" } }] }]);
        let element = json!({ "name": "DeskrulesTimer", "tagName": "deskrules-timer", "description": "Counts\ndown.", "attributes": attributes, "members": members });
        let files = files(&json!({ "modules": [{ "declarations": [element] }] }))?;
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["timer.d.ts", "timer-define.d.ts", "index.d.ts"]);
        let class = "/** Counts down. */\nexport declare class DeskrulesTimer extends HTMLElement {\n  /** JSON: values. */\n  get impactValues(): string;\n  \
                     set impactValues(value: string | object);\n  /** Which. */\n  clock: string;\n  /** Checks. */\n  check(at: number): void;\n}\n";
        assert!(files[2].1.contains(class), "{}", files[2].1);
        assert!(
            files[2]
                .1
                .ends_with("interface HTMLElementTagNameMap {\n    \"deskrules-timer\": DeskrulesTimer;\n  }\n}\n")
        );
        Ok(())
    }
}
