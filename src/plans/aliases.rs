//! Each word for a priority must mean one priority, and each for a version one version.

use super::diagnostic::Diagnostic;
use super::names::definitions;
use super::tree::{Node, Table};

/// Words that another priority or version is called by already.
pub(super) fn clashes(root: &Table) -> Vec<Diagnostic> {
    let mut found = clashes_of(root, ("priorities", "priority"), |_, _| Vec::new());
    // a version is asked for by its title as well
    found.extend(clashes_of(root, ("versions", "version"), |id, node| {
        let title = node.table().map_or(Some(node), |table| table.get("title"));
        title
            .filter(|title| title.text() != Some(id))
            .into_iter()
            .collect()
    }));
    found
}

fn clashes_of<'t>(
    root: &'t Table,
    (table, noun): (&str, &str),
    titles: impl Fn(&str, &'t Node) -> Vec<&'t Node>,
) -> Vec<Diagnostic> {
    let defined = root.table(table).into_iter().flat_map(definitions);
    let defined: Vec<(&str, &Node)> = defined.collect();
    let titles = defined.iter().flat_map(|(id, node)| {
        let titles = titles(id, node).into_iter();
        titles.map(move |title| (*id, title))
    });
    let aliases = defined.iter().flat_map(|(id, node)| {
        let aliases = node.table().and_then(|table| table.get("aliases"));
        let aliases = aliases.and_then(Node::list).unwrap_or_default().iter();
        aliases.map(move |alias| (*id, alias))
    });
    let mut taken: Vec<(&str, &str)> = defined.iter().map(|(id, _)| (*id, *id)).collect();
    let mut found = Vec::new();
    for (id, word) in titles.chain(aliases) {
        let Some(text) = word.text() else { continue };
        // people write p1 and P1 alike
        let folded = text.to_lowercase();
        let means = |(word, owner): &&(&str, &str)| {
            *word == text || (*owner != id && word.to_lowercase() == folded)
        };
        match taken.iter().find(means) {
            Some((_, owner)) => found.push(
                Diagnostic::error(
                    "twice",
                    &word.place,
                    format!("`{text}` means {noun} {owner} already"),
                )
                .label(format!("not {id} too")),
            ),
            None => taken.push((text, id)),
        }
    }
    found
}
