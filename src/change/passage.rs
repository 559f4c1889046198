//! The texts of a request, each with its place.

use super::options::CheckOptions;
use super::request::Text;
use super::subject::Request;

/// A text of a request; blank ones are none.
#[derive(Clone, Copy)]
pub(super) struct Passage<'a> {
    /// The field, like `rollback.steps`.
    field: &'static str,
    /// Which item of a list.
    index: Option<usize>,
    pub(super) text: &'a str,
}

impl Passage<'_> {
    /// Says whether it is an item of a list.
    pub(super) fn is_item(&self) -> bool {
        self.index.is_some()
    }

    /// Returns its path.
    pub(super) fn path(&self) -> String {
        match self.index {
            Some(index) => format!("{}[{index}]", self.field),
            None => self.field.to_owned(),
        }
    }
}

/// A part of a request that must not say the same as another.
pub(super) struct Part<'a> {
    /// The field, like `rollback`.
    pub(super) field: &'static str,
    /// The file that holds it.
    pub(super) file: Option<&'a str>,
    pub(super) passages: Vec<Passage<'a>>,
}

/// The fields of a deliverable in words: itself, its text, its steps and its file.
type Fields = [&'static str; 4];

const INSTRUCTIONS: Fields = ["instructions", "instructions.text", "instructions.steps", "instructions.file"];
const RELEASE_NOTES: Fields = ["releaseNotes", "releaseNotes.text", "releaseNotes.steps", "releaseNotes.file"];
const ROLLBACK: Fields = ["rollback", "rollback.text", "rollback.steps", "rollback.file"];

/// Returns the parts of a request that are prose.
pub(super) fn parts<'a>(request: Request<'a>, options: &'a CheckOptions) -> Vec<Part<'a>> {
    match request {
        Request::Patch(request) => vec![
            deliverable(INSTRUCTIONS, &request.instructions, options),
            deliverable(RELEASE_NOTES, &request.release_notes, options),
            deliverable(ROLLBACK, &request.rollback, options),
        ],
        Request::Change(request, _) => {
            let mut parts = Vec::new();
            for (plan, text) in request.plans() {
                parts.push(Part {
                    field: plan.word(),
                    file: None,
                    passages: passage(plan.word(), text).into_iter().collect(),
                });
            }
            parts
        }
    }
}

/// Returns the names that a request gives: of the product, the installer, the change, the requester.
pub(super) fn names(request: Request) -> Vec<Passage> {
    let mut named = Vec::new();
    match request {
        Request::Patch(request) => {
            named.extend(passage("product.name", request.product.name.as_deref()));
            named.extend(passage("installer.file", request.installer.file.as_deref()));
        }
        Request::Change(request, _) => named.extend(passage("title", request.title.as_deref())),
    }
    named.extend(passage("requestedBy.name", request.requester().name.as_deref()));
    named
}

fn deliverable<'a>([field, text, steps, file]: Fields, words: &'a Text, options: &'a CheckOptions) -> Part<'a> {
    let mut passages: Vec<Passage> = passage(text, words.text.as_deref()).into_iter().collect();
    for (index, step) in words.steps.iter().enumerate() {
        let step = passage(steps, Some(step));
        passages.extend(step.map(|step| Passage {
            index: Some(index),
            ..step
        }));
    }
    // An empty file is no blank field: it is there, and says nothing.
    passages.extend(options.contents(words.file.as_ref()).map(|text| Passage {
        field: file,
        index: None,
        text,
    }));
    Part {
        field,
        file: words.file.as_deref(),
        passages,
    }
}

fn passage<'a>(field: &'static str, text: Option<&'a str>) -> Option<Passage<'a>> {
    let text = text.filter(|text| !text.trim_ascii().is_empty())?;
    Some(Passage { field, index: None, text })
}
