//! What the keys of a table say together: each adds its part, as the schema has it.

use super::value::{counted, value};
use crate::plans::document::usual_reopening;
use crate::plans::shape::{KeySpec, LineText, TableShape, ValueShape};
use crate::plans::tree::{Layer, Node, Table, TreeValue};
use crate::plans::visit::VisitedKey;

/// What is said of a word, and whether that is left to the contract.
pub(super) fn of_word(at: &VisitedKey<'_, '_>) -> (String, bool) {
    let Some((shape, entries)) = at.table() else {
        return (value(at.node, &at.shape), at.node.is_open());
    };
    let set = |says: fn(&KeySpec) -> Option<&'static str>| {
        let mut flags = shape.keys.iter().filter(|spec| entries.flag(spec.name));
        flags.find_map(says)
    };
    let included = entries.get("included");
    if included.is_some_and(Node::is_open) {
        return (super::value::OPEN.to_owned(), true);
    }
    if included.is_some_and(|node| node.says(&TreeValue::Flag(false))) {
        let instead = set(|spec| match spec.says {
            LineText::NotIncluded(text) => Some(text),
            _ => None,
        });
        return (instead.unwrap_or("not included").to_owned(), false);
    }
    let instead = set(|spec| match spec.says {
        LineText::Included(text) => Some(text),
        _ => None,
    });
    let open = |spec: &&KeySpec| entries.get(spec.name).is_some_and(Node::is_open);
    let agreed = shape
        .keys
        .iter()
        .filter(|s| matches!(s.shape, ValueShape::Agreed(_)));
    let left_open = agreed.clone().any(|spec| open(&spec));
    let said = joined(instead.unwrap_or(shape.word), entries, shape);
    (said, left_open)
}

/// What a table says, part by part.
pub(super) fn of_table(entries: &Table, shape: &TableShape) -> String {
    joined("", entries, shape)
}

fn joined(begins: &str, entries: &Table, shape: &TableShape) -> String {
    let mut said = begins.to_owned();
    for part in shape.keys.iter().filter_map(|spec| part(entries, spec)) {
        if !said.is_empty() && !part.starts_with([' ', ',']) {
            said.push_str(shape.between);
        }
        said.push_str(&part);
    }
    said
}

fn part(entries: &Table, spec: &KeySpec) -> Option<String> {
    let node = entries.get(spec.name);
    let nothing = |node: &&Node| matches!(&node.value, TreeValue::List(list) if list.is_empty());
    match (spec.says, node.filter(|node| !nothing(node))) {
        (LineText::Unusual(text), Some(node)) => {
            (!is_usual(entries, spec, node)).then(|| worded(text, spec, node))
        }
        (LineText::Always(text, _), Some(node)) => Some(worded(text, spec, node)),
        (LineText::Always(_, otherwise), None) => {
            (!otherwise.is_empty()).then(|| otherwise.to_owned())
        }
        _ => None,
    }
}

/// Whether a key says what holds anyway.
fn is_usual(entries: &Table, spec: &KeySpec, node: &Node) -> bool {
    let usual = match spec.name {
        "on-reopen" => Some(usual_reopening(entries)),
        _ => spec.usual(),
    };
    node.layer == Layer::Default || usual.is_some_and(|usual| node.says(&usual))
}

fn worded(text: &str, spec: &KeySpec, node: &Node) -> String {
    if let (Some(shape), Some(table), false) = (spec.shape.table(), node.table(), node.is_open()) {
        return of_table(table, shape);
    }
    let between = |word: &str| {
        let items = node.list().unwrap_or_default().iter();
        let items: Vec<String> = items.map(|item| value(item, &spec.shape)).collect();
        items.join(word)
    };
    let said = match node.list() {
        Some(_) => between(", "),
        None => value(node, &spec.shape),
    };
    if let Some((_, words)) = spec.worded.iter().find(|(word, _)| *word == said) {
        return (*words).to_owned();
    }
    let cases = match &node.value {
        TreeValue::Whole(Some(number)) => counted(*number, "case"),
        TreeValue::Text(_) if !node.is_open() => said.clone(),
        _ => format!("{said} cases"),
    };
    let hours = match node.is_open() {
        true => format!("{said} hours"),
        false => said.clone(),
    };
    text.replace("{or}", &between(" or "))
        .replace("{and}", &between(" and "))
        .replace("{case}", &cases)
        .replace("{hour}", &hours)
        .replace("{}", &said)
}
