//! Writes what is agreed where its path leads.

use super::super::super::names::definitions;
use super::super::super::place::Place;
use super::super::super::schema::TOP;
use super::super::super::shape::ValueShape;
use super::super::super::tree::{Layer, Node, Table, TreeValue};
use super::super::write_out::{fill, reopened_as_usual};
use super::path::ResolvedPath;
use crate::core::terms::Source;
use crate::plans::validate::WHEN;

/// Writes the value where the path leads.
pub(super) fn put(root: &mut Table, walked: &ResolvedPath, node: Node) {
    match walked.parts_as_text().as_slice() {
        around if is_by_priority(around) => {
            let priorities = root.table("priorities").into_iter().flat_map(definitions);
            let ids: Vec<String> = priorities.map(|(id, _)| id.to_owned()).collect();
            for id in ids {
                target(root, (around, &id), node.clone(), RestOfTarget::Goes);
            }
        }
        [around @ .., priority] | [around @ .., priority, "within"] if is_by_priority(around) => {
            target(root, (around, priority), node, RestOfTarget::Stays);
        }
        ["calendars", name] => {
            let place = node.place.clone();
            let under = root.at(&["calendars", name]);
            let mut calendar = agreed(under, node);
            let mut week = Node::of(calendar.value, &place, Layer::Agreed);
            week.source.clause.clone_from(&calendar.source.clause);
            let mut entries = Table::default();
            entries.put("week", week);
            calendar.value = TreeValue::Table(entries);
            table_at(root, "calendars", &place).put(name, calendar);
            filled(root, walked, &place);
        }
        _ => {
            let place = node.place.clone();
            put_in(root, walked, 0, node);
            filled(root, walked, &place);
        }
    }
}

/// Whether a path leads to a table of targets by priority: of every ticket, or of those of a kind.
fn is_by_priority(path: &[&str]) -> bool {
    matches!(path, ["targets", _] | ["targets", _, WHEN, _])
}

fn put_in(table: &mut Table, walked: &ResolvedPath, at: usize, node: Node) {
    let name = &walked.parts[at];
    if at + 1 < walked.parts.len() {
        let place = node.place.clone();
        return put_in(table_at(table, name, &place), walked, at + 1, node);
    }
    let shape = at.checked_sub(1).and_then(|around| walked.tables[around]);
    let rivals = shape
        .map(|shape| shape.one_of)
        .filter(|keys| keys.contains(&name.as_str()));
    let rivals = rivals.unwrap_or_default();
    let under = table.get(name);
    let node = agreed(under, node);
    table
        .0
        .retain(|(key, _)| key.name == *name || !rivals.contains(&key.name.as_str()));
    table.put(name, node);
}

/// The table at a key. One that is not there yet is the contract's; a word that stands there makes
/// room for it.
fn table_at<'t>(table: &'t mut Table, name: &str, place: &Place) -> &'t mut Table {
    if !table.has(name) {
        let fresh = TreeValue::Table(Table::default());
        table.put(name, Node::of(fresh, place, Layer::Agreed));
    }
    let node = table.get_mut(name).expect("it was put there");
    if node
        .table()
        .is_none_or(|table| table.has("one-of") && table.0.len() == 1)
    {
        node.value = TreeValue::Table(Table::default());
    }
    match &mut node.value {
        TreeValue::Table(inner) => inner,
        _ => unreachable!("it was made a table"),
    }
}

/// Says what holds at the keys of a new word of which nobody said anything.
fn filled(root: &mut Table, walked: &ResolvedPath, place: &Place) {
    let [table, id, rest @ ..] = walked.parts.as_slice() else {
        return;
    };
    let spec = TOP
        .key(table)
        .or_else(|| super::super::super::schema::PLAN.key(table));
    let Some(ValueShape::Defines(shape, _)) = spec.map(|spec| spec.shape) else {
        return;
    };
    let Some(TreeValue::Table(word)) = root.at_mut(&[table, id]).map(|node| &mut node.value) else {
        return;
    };
    fill(word, shape, id, place);
    let reopens = word
        .get("on-reopen")
        .is_some_and(|node| node.layer == Layer::Default);
    if rest.first().is_some_and(|key| key == "met-by") && reopens {
        word.0.retain(|(key, _)| key.name != "on-reopen");
        reopened_as_usual(word, place);
    }
}

/// What is agreed takes the place of what stood there, and its clause where that left it open.
pub(super) fn agreed(under: Option<&Node>, mut node: Node) -> Node {
    node.layer = Layer::Agreed;
    node.source = match under.filter(|under| under.is_open()) {
        Some(under) => Source {
            conflict: None,
            ..under.source.clone()
        },
        None => Source::default(),
    };
    node
}

/// What becomes of what else is said of a target when another time is agreed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RestOfTarget {
    Stays,
    Goes,
}

fn target(root: &mut Table, (around, priority): (&[&str], &str), within: Node, rest: RestOfTarget) {
    let place = within.place.clone();
    let by_priority = around
        .iter()
        .fold(root, |table, name| table_at(table, name, &place));
    let under = by_priority.get(priority);
    let old = under.and_then(|node| node.table()?.get("within"));
    let within = agreed(old, within);
    let was_open = old.is_some_and(Node::is_open);
    let mut target = match under.filter(|_| rest == RestOfTarget::Stays) {
        Some(under) => under.clone(),
        None => Node::of(TreeValue::Table(Table::default()), &place, Layer::Agreed),
    };
    target.source = Source {
        clause: within.source.clause.clone(),
        note: match (old, rest) {
            (Some(old), RestOfTarget::Stays) if !was_open => says_the_plan(under, old, &within),
            _ => None,
        },
        conflict: None,
    };
    target.layer = Layer::Agreed;
    if let TreeValue::Table(entries) = &mut target.value {
        let same = old.is_some_and(|old| old.says(&within.value));
        entries.0.retain(|(key, _)| match key.name.as_str() {
            "conflicts-with" => false,
            // the words in which another figure was published
            "says" => same,
            _ => true,
        });
        entries.put("within", within);
        let shape = TOP.key("targets").and_then(|spec| spec.shape.table());
        if let Some(shape) = shape {
            fill(entries, shape, priority, &place);
        }
    }
    by_priority.put(priority, target);
}

/// What the plan says of a target for which another time is agreed.
fn says_the_plan(under: Option<&Node>, old: &Node, new: &Node) -> Option<String> {
    if old.layer == Layer::Agreed {
        return under.and_then(|under| under.source.note.clone());
    }
    let said = old.text().filter(|said| Some(*said) != new.text())?;
    Some(format!("agreed at signing; the plan says {said}"))
}
