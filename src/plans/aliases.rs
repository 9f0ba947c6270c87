//! Each word for a priority must mean one priority.

use super::diagnostic::Diagnostic;
use super::names::definitions;
use super::tree::{Node, Table};

/// Aliases that another priority is called by already.
pub(super) fn clashes(root: &Table) -> Vec<Diagnostic> {
    let priorities: Vec<(&str, &Node)> = root
        .table("priorities")
        .into_iter()
        .flat_map(definitions)
        .collect();
    let mut taken: Vec<(&str, &str)> = priorities.iter().map(|(id, _)| (*id, *id)).collect();
    let mut found = Vec::new();
    for (id, node) in &priorities {
        let aliases = node.table().and_then(|table| table.get("aliases"));
        for alias in aliases.and_then(Node::list).unwrap_or_default() {
            let Some(text) = alias.text() else { continue };
            // people write p1 and P1 alike
            let folded = text.to_lowercase();
            let means = |(word, owner): &&(&str, &str)| {
                *word == text || (*owner != *id && word.to_lowercase() == folded)
            };
            match taken.iter().find(means) {
                Some((_, owner)) => found.push(
                    Diagnostic::error(
                        "twice",
                        &alias.place,
                        format!("`{text}` means priority {owner} already"),
                    )
                    .label(format!("not {id} too")),
                ),
                None => taken.push((text, id)),
            }
        }
    }
    found
}
