//! A plan laid over its file, and what is agreed at signing laid over both.
//!
//! Tables merge key by key, anything else replaces. A table that stands for one value (`one-of`,
//! `all-but`, `all-of`, `lapses`) is a value and replaces too, and of keys that exclude each other
//! (`amount` and `percent`) the nearer one holds. Targets have a room of their own.

use super::merged_targets::targets_laid_over;
use super::names::definitions as named;
use super::shape::KeyScope;
use super::tree::{Layer, Node, Table, TreeValue};
use super::validate::is_one_target;

/// Tables with one of these keys stand for one value.
const VALUE_KEYS: &[&str] = &["one-of", "all-but", "all-of", "lapses"];
/// Keys that exclude each other.
const EXCLUSIVE: &[&[&str]] = &[
    &["amount", "at-least", "percent"],
    &["length", "at-least"],
    &["cases", "hours"],
];

/// A plan in its file, ready to be read: the words that the file defines, and the plan with all
/// that the file says for every plan.
#[derive(Clone, Debug)]
pub(super) struct MergedPlan {
    /// What only the file can say.
    pub definitions: Table,
    /// What the plan says, or the file for every plan.
    pub plan: Table,
}

impl MergedPlan {
    /// Lays a plan over its file.
    pub(super) fn of(file: &Table, plan: &Table) -> MergedPlan {
        let definitions = pick(file, KeyScope::File);
        let everywhere = pick(file, KeyScope::Both);
        let own = in_layer(plan, Layer::Plan);
        let mut merged = laid_over(&everywhere, &own);
        if let (Some(below), Some(above)) = (everywhere.table("targets"), own.get("targets")) {
            let priorities = definitions.table("priorities").into_iter();
            let priorities: Vec<&str> = priorities
                .flat_map(named)
                .map(|(priority, _)| priority)
                .collect();
            merged.put("targets", targets_laid_over(below, above, &priorities));
        }
        MergedPlan {
            definitions,
            plan: merged,
        }
    }
}

/// The entries of a file whose keys stand on that side.
fn pick(file: &Table, side: KeyScope) -> Table {
    let scope = |name: &str| {
        let spec = super::schema::TOP.key(name);
        match spec.map(|spec| spec.scope) {
            Some(KeyScope::Inside) => side == KeyScope::Both && name != "clause",
            scope => scope == Some(side) && name != "plans",
        }
    };
    let entries = file.0.iter().filter(|(key, _)| scope(&key.name));
    Table(entries.cloned().collect())
}

/// The same table, said to be written on that layer.
fn in_layer(table: &Table, layer: Layer) -> Table {
    let entries = table
        .0
        .iter()
        .map(|(key, node)| (key.clone(), node_in_layer(node, layer)));
    Table(entries.collect())
}

/// The same value, said to be written on that layer.
fn node_in_layer(node: &Node, layer: Layer) -> Node {
    let value = match &node.value {
        TreeValue::Table(table) => TreeValue::Table(in_layer(table, layer)),
        TreeValue::List(list) => {
            TreeValue::List(list.iter().map(|item| node_in_layer(item, layer)).collect())
        }
        other => other.clone(),
    };
    Node::of(value, &node.place, layer)
}

fn laid_over(base: &Table, over: &Table) -> Table {
    let replaced = |name: &str| {
        let rivals = EXCLUSIVE.iter().filter(|group| group.contains(&name));
        let mut rivals = rivals.flat_map(|group| group.iter());
        over.has(name) || rivals.any(|rival| over.has(rival))
    };
    let kept = base
        .0
        .iter()
        .filter(|(key, _)| !replaced(&key.name) || merges(base, over, &key.name));
    let mut entries: Vec<_> = kept.cloned().collect();
    for (key, node) in &over.0 {
        let entry = entries.iter_mut().find(|(other, _)| other.name == key.name);
        match (entry, &node.value) {
            (Some((_, under)), TreeValue::Table(table)) => {
                let TreeValue::Table(below) = &under.value else {
                    continue;
                };
                let merged = TreeValue::Table(laid_over(below, table));
                *under = Node::of(merged, &node.place, node.layer);
            }
            _ => entries.push((key.clone(), node.clone())),
        }
    }
    Table(entries)
}

/// Whether what stands under a key is kept and merged with what is laid over it.
fn merges(base: &Table, over: &Table, key: &str) -> bool {
    let (Some(under), Some(upper)) = (base.table(key), over.table(key)) else {
        return false;
    };
    let is_value = |table: &Table| VALUE_KEYS.iter().any(|key| table.has(key));
    !is_value(under) && !is_value(upper) && key != "clause"
}

/// The clause of the value at a path, from where it is written outward: the value, its table, its
/// plan, the file. An empty one says that no clause says it.
pub(super) fn clause_at(roots: &[&Table], path: &[&str]) -> Option<String> {
    let nearest = roots
        .iter()
        .find_map(|root| clause_in(root, path, |_| true));
    nearest.filter(|clause| !clause.is_empty())
}

/// The same of a figure that a plan gives in place of its file's: where the file says its own,
/// beside it or in a table of clauses that names it, is not where the source says the other.
pub(super) fn clause_of_figure(plan: &Table, file: &Table, path: &[&str]) -> Option<String> {
    let own = clause_in(plan, path, |_| true);
    let nearest = own.or_else(|| clause_in(file, path, |about| !is_of_a_target(file, about)));
    nearest.filter(|clause| !clause.is_empty())
}

/// Whether a path is of one target, or of something in it.
fn is_of_a_target(root: &Table, path: &[&str]) -> bool {
    /// Below `targets` and the milestone; what stands further out is no target, whatever its keys.
    const TARGET: usize = 2;
    let mut around = root;
    for (depth, name) in (1..).zip(path) {
        match around.get(name).map(|node| node.table()) {
            Some(Some(table)) if depth < TARGET || !is_one_target(table) => around = table,
            Some(_) => return depth >= TARGET,
            None => return false,
        }
    }
    false
}

/// The nearest clause of a path, of those that `counts` takes by what they are about.
fn clause_in(root: &Table, path: &[&str], counts: impl Fn(&[&str]) -> bool) -> Option<String> {
    let mut tables = vec![root];
    for name in path {
        match tables.last().and_then(|table| table.table(name)) {
            Some(inner) => tables.push(inner),
            None => break,
        }
    }
    let outward = tables.iter().enumerate().rev();
    let said = outward.filter_map(|(depth, table)| {
        let (clause, named) = clause_for(table.get("clause")?, &path[depth..])?;
        Some((clause, &path[..depth + named]))
    });
    said.filter(|(_, about)| counts(about))
        .map(|(clause, _)| clause.to_owned())
        .next()
}

/// What a clause says of a path below its table, and how many names of the path it is said of.
fn clause_for<'c>(clause: &'c Node, rest: &[&str]) -> Option<(&'c str, usize)> {
    match (&clause.value, rest) {
        (TreeValue::Text(text), _) => Some((text, 0)),
        (TreeValue::Table(table), [first, rest @ ..]) => {
            let (clause, named) = clause_for(table.get(first)?, rest)?;
            Some((clause, named + 1))
        }
        _ => None,
    }
}

/// The note of the value at a path, where a table around it has one for each key.
pub(super) fn note_at(roots: &[&Table], path: &[&str]) -> Option<String> {
    roots.iter().find_map(|root| note_in(root, path))
}

/// The same of a figure that a plan gives in place of its file's: a note of that one goes with it.
pub(super) fn note_of_figure(plan: &Table, file: &Table, path: &[&str]) -> Option<String> {
    let of_file = || note_in(file, path).filter(|_| !is_of_a_target(file, path));
    note_in(plan, path).or_else(of_file)
}

fn note_in(root: &Table, path: &[&str]) -> Option<String> {
    let mut table = Some(root);
    (0..path.len()).find_map(|depth| {
        let around = table?;
        table = around.table(path[depth]);
        let (key, way) = path[depth..].split_last()?;
        let notes = way
            .iter()
            .try_fold(around.table("note")?, |notes, name| notes.table(name));
        notes?.get(key)?.text().map(str::to_owned)
    })
}
