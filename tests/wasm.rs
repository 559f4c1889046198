//! The seam itself, in Node and in a browser: text comes in, what goes out is plain.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::allow_attributes, clippy::expect_used, missing_docs, reason = "a test may")]

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = "
export function get(object, path) { return path.split('.').reduce((value, key) => value?.[key], object); }
")]
extern "C" {
    fn get(object: &JsValue, path: &str) -> JsValue;
}

fn text(value: &JsValue, path: &str) -> String {
    get(value, path).as_string().unwrap_or_default()
}

fn code_of(policy: &str) -> String {
    let error = deskrules::wasm::load_policy(Some(policy.to_owned()))
        .map(|_| ())
        .expect_err("a refusal");
    let thrown = JsValue::from(error);
    format!("{} {}", text(&thrown, "code"), text(&thrown, "path")).trim_end().to_owned()
}

#[wasm_bindgen_test]
fn the_default_policy_loads_and_closes() {
    let policy = deskrules::wasm::load_policy(None).expect("a handle");
    let document = deskrules::wasm::policy_document(policy).expect("the document");
    assert_eq!(text(&document, "id"), "managed-server-goud");
    deskrules::wasm::close_policy(policy);
    let error = deskrules::wasm::policy_document(policy).map(|_| ()).expect_err("closed");
    assert_eq!(error.code, "closed");
}

#[wasm_bindgen_test]
fn a_policy_is_json_text() {
    assert!(deskrules::wasm::load_policy(Some(r#"{ "id": "small" }"#.to_owned())).is_ok());
}

#[wasm_bindgen_test]
fn what_is_refused_is_thrown_with_code_and_path() {
    assert_eq!(code_of("undefined"), "not-json");
    assert_eq!(code_of("null"), "wrong-type");
    assert_eq!(code_of(r#"{ "id": "a", "name": { "nl": 7 } }"#), "wrong-type name.nl");
    assert_eq!(code_of(r#"{ "id": "a", "id": "b" }"#), "duplicate-key");
    let deep = "[".repeat(33);
    assert_eq!(code_of(&format!(r#"{{ "id": {deep}"#)), "too-deep");
}
