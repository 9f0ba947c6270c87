//! Writes what is agreed where its path leads.

use super::path::{Side, Walked};
use super::{priorities, text_node};
use crate::plans::document::{Key, Layer, Node, Table, Value};
use crate::plans::merge::Merged;
use crate::plans::place::Place;
use crate::plans::validate::is_one_target;

/// Writes the value where the path leads.
pub(super) fn put(merged: &mut Merged, walked: &Walked, node: Node, place: &Place) {
    let ids = priorities(merged);
    let table = match walked.side {
        Side::Definitions => &mut merged.definitions,
        Side::Plan => &mut merged.plan,
    };
    let writing = Writing {
        parts: &walked.parts,
        node,
        place,
        ids: &ids,
    };
    put_in(table, 0, writing);
}

/// What is written, and where: the parts of a path and how many of them lead here.
struct Writing<'w> {
    parts: &'w [String],
    node: Node,
    place: &'w Place,
    /// The ids of the priorities.
    ids: &'w [String],
}

fn put_in(table: &mut Table, at: usize, writing: Writing<'_>) {
    let parts = writing.parts;
    let under = entry(table, &parts[at], writing.place);
    if at + 1 == parts.len() {
        *under = agreed(under, writing.node, parts);
        return;
    }
    match (parts[0].as_str(), at) {
        ("targets", 1) => by_priority(under, writing.ids),
        ("targets", 2) => as_table(under, "within"),
        ("calendars", _) => as_table(under, "week"),
        _ => as_table(under, "title"),
    }
    if let Value::Table(inner) = &mut under.value {
        put_in(inner, at + 1, writing);
    }
}

/// What stands at a key, or an empty table put there.
fn entry<'t>(table: &'t mut Table, name: &str, place: &Place) -> &'t mut Node {
    let at = table.0.iter().position(|(key, _)| key.name == name);
    let at = at.unwrap_or_else(|| {
        let key = Key {
            name: name.to_owned(),
            place: place.clone(),
        };
        let fresh = Node {
            value: Value::Table(Table::default()),
            place: place.clone(),
            layer: Layer::Signing,
        };
        table.0.push((key, fresh));
        table.0.len() - 1
    });
    &mut table.0[at].1
}

/// What is agreed takes the place of what stood there, and its clause where that left it open.
fn agreed(under: &Node, mut node: Node, parts: &[String]) -> Node {
    let was_open = is_open(under);
    node.layer = if was_open {
        under.layer
    } else {
        Layer::Signing
    };
    let one_target = parts[0] == "targets" && parts.len() == 3;
    let empty = under.table().is_some_and(|table| table.0.is_empty());
    if !one_target || empty || node.text() == Some("open") && was_open {
        return node;
    }
    let old = under
        .table()
        .and_then(|table| table.get("within"))
        .unwrap_or(under);
    let said = old.text().map(str::to_owned);
    let mut target = under.clone();
    as_table(&mut target, "within");
    target.layer = node.layer;
    if let Value::Table(table) = &mut target.value {
        let gone = ["within", "conflicts-with", "note", "clause", "one-of"];
        table
            .0
            .retain(|(key, _)| !gone.contains(&key.name.as_str()));
        let entry = |name: &str, node: Node| {
            let key = Key {
                name: name.to_owned(),
                place: node.place.clone(),
            };
            (key, node)
        };
        let note = said.filter(|_| !was_open).map(|said| {
            let text = format!("agreed at signing; the plan says {said}");
            entry("note", text_node(&text, &node.place, node.layer))
        });
        table.0.push(entry("within", node));
        table.0.extend(note);
    }
    target
}

fn is_open(node: &Node) -> bool {
    match node.table() {
        Some(table) => match table.get("within") {
            Some(within) => is_open(within),
            None => table.has("one-of"),
        },
        None => node.text() == Some("open"),
    }
}

/// Writes one target for all priorities out as one for each.
fn by_priority(node: &mut Node, ids: &[String]) {
    let whole = node.table().is_some_and(|table| !is_one_target(table));
    if whole {
        return;
    }
    let entries = ids.iter().map(|id| {
        let key = Key {
            name: id.clone(),
            place: node.place.clone(),
        };
        (key, node.clone())
    });
    node.value = Value::Table(Table(entries.collect()));
}

/// Makes a table of a value: the value stands at that key of it.
fn as_table(node: &mut Node, key: &str) {
    let is_table = node.table().is_some_and(|table| !table.has("one-of"));
    if is_table {
        return;
    }
    let key = Key {
        name: key.to_owned(),
        place: node.place.clone(),
    };
    let inner = node.clone();
    node.value = Value::Table(Table(vec![(key, inner)]));
}
