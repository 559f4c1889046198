//! The seam itself, in Node and in a browser: what comes in is bounded, what goes out is plain.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::allow_attributes, clippy::expect_used, missing_docs, reason = "a test may")]

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = "
export function evaluate(text) { return Function(`return (${text})`)(); }
export function get(object, path) { return path.split('.').reduce((value, key) => value?.[key], object); }
")]
extern "C" {
    fn evaluate(text: &str) -> JsValue;
    fn get(object: &JsValue, path: &str) -> JsValue;
}

fn text(value: &JsValue, path: &str) -> String {
    get(value, path).as_string().unwrap_or_default()
}

fn code_of(text_of_policy: &str) -> String {
    let error = deskrules::wasm::load_policy(&evaluate(text_of_policy))
        .map(|_| ())
        .expect_err("a refusal");
    let thrown = JsValue::from(error);
    format!("{} {}", text(&thrown, "code"), text(&thrown, "path")).trim_end().to_owned()
}

#[wasm_bindgen_test]
fn the_default_policy_loads_and_closes() {
    let policy = deskrules::wasm::load_policy(&JsValue::UNDEFINED).expect("a handle");
    let document = deskrules::wasm::policy_document(policy).expect("the document");
    assert_eq!(text(&document, "id"), "managed-server-goud");
    deskrules::wasm::close_policy(policy);
    let error = deskrules::wasm::policy_document(policy).map(|_| ()).expect_err("closed");
    assert_eq!(error.code, "closed");
}

#[wasm_bindgen_test]
fn a_policy_may_be_json_text() {
    assert!(deskrules::wasm::load_policy(&JsValue::from_str(r#"{ "id": "small" }"#)).is_ok());
}

#[wasm_bindgen_test]
fn what_json_has_no_word_for_is_refused_with_its_path() {
    assert_eq!(code_of("{ id: 'a', hoursPerWorkingDay: NaN }"), "not-finite hoursPerWorkingDay");
    assert_eq!(
        code_of("{ id: 'a', hoursPerWorkingDay: Infinity }"),
        "not-finite hoursPerWorkingDay"
    );
    assert_eq!(code_of("{ id: 'a', name: new Map([['nl', 'a']]) }"), "wrong-type name");
    assert_eq!(code_of("{ id: 'a', name: { nl: () => 1 } }"), "wrong-type name.nl");
    assert_eq!(code_of("{ id: 'a', version: 1n }"), "wrong-type version");
    assert_eq!(code_of("{ id: Symbol('a') }"), "wrong-type id");
    assert_eq!(code_of("null"), "wrong-type");
    assert_eq!(code_of("new (class Policy { id = 'a' })()"), "wrong-type");
}

#[wasm_bindgen_test]
fn what_has_no_end_is_refused() {
    let path = "schedules.a".to_owned() + &".a".repeat(31);
    assert_eq!(
        code_of("(() => { const a = {}; a.a = a; return { id: 'a', schedules: a }; })()"),
        format!("too-deep {path}")
    );
    assert!(code_of("{ id: 'a', includes: new Array(1e9) }").starts_with("too-large includes["));
    assert_eq!(code_of("{ id: 'a'.repeat(17 << 20) }"), "too-large id");
}

#[wasm_bindgen_test]
fn what_throws_when_read_is_refused() {
    assert_eq!(code_of("{ id: 'a', get name() { throw new Error('no'); } }"), "unreadable name");
    assert_eq!(code_of("new Proxy({}, { ownKeys() { throw new Error('no'); } })"), "unreadable");
    assert_eq!(
        code_of("new Proxy({}, { getPrototypeOf() { throw new Error('no'); } })"),
        "wrong-type"
    );
}

#[wasm_bindgen_test]
fn an_undefined_field_is_an_absent_one() {
    assert!(deskrules::wasm::load_policy(&evaluate("{ id: 'a', timeZone: undefined }")).is_ok());
    assert!(deskrules::wasm::load_policy(&evaluate("Object.assign(Object.create(null), { id: 'a' })")).is_ok());
}
