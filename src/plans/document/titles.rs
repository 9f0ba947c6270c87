//! Titles that a plan has in several languages: which of them a page shows. They decide nothing.

use std::borrow::Cow;

use super::super::shape::ValueShape;
use super::super::tree::{Node, Table};
use super::super::visit::visit;
use crate::core::text::{Language, WordList};

/// The language of a file that says none.
const USUAL: &str = "en";

/// Titles of the file's head, which no key of a plan is called by.
const OF_THE_HEAD: [&str; 2] = ["vendor-title", "title"];

/// The title that stands there: of several that in this language, else that of the file, else the
/// first.
fn chosen_of<'n>(title: &'n Node, language: Language, own: &str) -> Option<&'n Node> {
    let Some(titles) = title.table() else {
        return Some(title);
    };
    let said = |language: &str| titles.get(language);
    let first = || titles.0.first().map(|(_, node)| node);
    said(language.word()).or_else(|| said(own)).or_else(first)
}

/// The title at a key of a file, in English where the file has it.
pub(in crate::plans) fn english_of<'f>(file: &'f Table, key: &str) -> Option<&'f str> {
    let own = file.get("language").and_then(Node::text).unwrap_or(USUAL);
    chosen_of(file.get(key)?, Language::English, own)?.text()
}

/// The tree with one title at each place: in that language, else in that of the file, else the
/// first that is there.
pub(super) fn in_language(root: &Table, language: Language) -> Cow<'_, Table> {
    let mut places: Vec<Vec<&str>> = Vec::new();
    visit(root, &mut |at| {
        if matches!(at.shape, ValueShape::Title) && at.node.table().is_some() {
            places.push(at.path.to_vec());
        }
    });
    for key in OF_THE_HEAD {
        let is_known = places.iter().any(|place| place == &[key]);
        if !is_known && root.table(key).is_some() {
            places.push(vec![key]);
        }
    }
    if places.is_empty() {
        return Cow::Borrowed(root);
    }
    let own = root.get("language").and_then(Node::text).unwrap_or(USUAL);
    let mut chosen = root.clone();
    for place in places {
        let Some(node) = chosen.at_mut(&place) else {
            continue;
        };
        if let Some(value) = chosen_of(node, language, own).map(|title| title.value.clone()) {
            node.value = value;
        }
    }
    Cow::Owned(chosen)
}
