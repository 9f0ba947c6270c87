//! Values of a tree as the terms have them.

use super::super::tree::{Node, Table, TreeValue};
use crate::core::terms::Agreed;

/// The text at a key.
pub(super) fn text(table: &Table, key: &str) -> Option<String> {
    table.get(key)?.text().map(str::to_owned)
}

/// The texts of the list at a key.
pub(super) fn texts(table: &Table, key: &str) -> Vec<String> {
    table.get(key).map(Node::texts).unwrap_or_default()
}

/// The word of a closed list at a key: the terms know the same words as the file.
pub(super) fn word<T: serde::de::DeserializeOwned>(table: &Table, key: &str) -> Option<T> {
    read_word(table.get(key)?.text()?)
}

/// The words of a closed list at a key; one alone may stand there by itself.
pub(super) fn words<T: serde::de::DeserializeOwned>(table: &Table, key: &str) -> Vec<T> {
    let Some(node) = table.get(key) else {
        return Vec::new();
    };
    match node.text() {
        Some(one) => read_word(one).into_iter().collect(),
        None => node
            .texts()
            .iter()
            .filter_map(|text| read_word(text))
            .collect(),
    }
}

fn read_word<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

/// A whole number at a key.
pub(super) fn whole(table: &Table, key: &str) -> Option<u32> {
    match table.get(key)?.value {
        TreeValue::Whole(Some(number)) => u32::try_from(number).ok(),
        _ => None,
    }
}

/// A value that may be left to the signing.
pub(super) fn agreed<T>(node: &Node, read: impl Fn(&Node) -> Option<T>) -> Agreed<T> {
    if let Some(choices) = node.choices() {
        let list = choices.list().unwrap_or_default();
        return Agreed::OneOf(list.iter().filter_map(read).collect());
    }
    read(node).map_or(Agreed::Open, Agreed::Is)
}
