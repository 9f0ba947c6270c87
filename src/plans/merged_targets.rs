//! The targets of a plan laid over those of its file.
//!
//! What is said of every ticket and what is said of tickets of a kind (`when.KIND`) are laid over
//! each other apart, so that neither takes the other away; so is each priority. A figure takes the
//! place of a target whole, a table with a figure that of the figure and of what was said of the
//! other one alone: the words in which it was published, and its note; and a table without one says more of whatever target it finds.

use super::names::{definitions, is_common};
use super::tree::{Node, Table, TreeValue};
use super::validate::{WHEN, is_one_target};

/// What is said of a figure alone, and goes with it.
const OF_A_FIGURE: [&str; 3] = ["says", "note", "conflicts-with"];

/// The targets of all milestones.
pub(super) fn targets_laid_over(below: &Table, above: &Node, priorities: &[&str]) -> Node {
    by_key(below, above, |under, over| {
        milestone_laid_over(under, over, priorities)
    })
}

/// Tables key by key, of a key that both have what `both` makes of it.
fn by_key(below: &Table, above: &Node, both: impl Fn(&Node, &Node) -> Node) -> Node {
    let mut merged = below.clone();
    // where the source says something is looked for in what was written
    merged.0.retain(|(key, _)| key.name != "clause");
    for (key, node) in above.table().into_iter().flat_map(|table| &table.0) {
        match merged.get_mut(&key.name) {
            Some(under) if !is_common(&key.name) => *under = both(under, node),
            Some(under) => *under = node.clone(),
            None => merged.0.push((key.clone(), node.clone())),
        }
    }
    Node::of(TreeValue::Table(merged), &above.place, above.layer)
}

/// The targets of a milestone: those of every ticket, and those of tickets of a kind.
fn milestone_laid_over(under: &Node, over: &Node, priorities: &[&str]) -> Node {
    let (plain, kinds) = (without_kinds(under), of_kinds(under));
    let (plain_over, kinds_over) = (without_kinds(over), of_kinds(over));
    let plain = match (plain, plain_over) {
        (Some(under), Some(over)) => Some(plain_laid_over(&under, &over, priorities)),
        (under, over) => over.or(under),
    };
    let kinds = match (kinds, kinds_over) {
        (Some(under), Some(over)) => {
            let below = under.table().cloned().unwrap_or_default();
            Some(by_key(&below, over, |under, over| {
                plain_laid_over(under, over, priorities)
            }))
        }
        (under, over) => over.or(under).cloned(),
    };
    let Some(kinds) = kinds else {
        return plain.unwrap_or_else(|| over.clone());
    };
    let mut said = plain.map(|plain| in_a_table(&plain)).unwrap_or_default();
    said.put(WHEN, kinds);
    Node::of(TreeValue::Table(said), &over.place, over.layer)
}

/// What is said of every ticket, if anything is.
fn without_kinds(targets: &Node) -> Option<Node> {
    let Some(table) = targets.table() else {
        return Some(targets.clone());
    };
    let mut plain = table.clone();
    plain.0.retain(|(key, _)| key.name != WHEN);
    let says_something = definitions(&plain).next().is_some();
    says_something.then(|| Node {
        value: TreeValue::Table(plain),
        ..targets.clone()
    })
}

fn of_kinds(targets: &Node) -> Option<&Node> {
    targets.table()?.get(WHEN)
}

/// One target for every priority, or one for each.
fn plain_laid_over(under: &Node, over: &Node, priorities: &[&str]) -> Node {
    match (by_priority(under), by_priority(over)) {
        (None, None) => target_laid_over(under, over),
        (below, above) => {
            let alike = |target: &Node| {
                let mut each = Table::default();
                for priority in priorities {
                    each.put(priority, target.clone());
                }
                each
            };
            let below = below.cloned().unwrap_or_else(|| alike(under));
            let above = above.cloned().unwrap_or_else(|| alike(over));
            let above = Node::of(TreeValue::Table(above), &over.place, over.layer);
            by_key(&below, &above, target_laid_over)
        }
    }
}

/// The target of one priority.
fn target_laid_over(under: &Node, over: &Node) -> Node {
    let Some(above) = over.table().filter(|table| !table.has("one-of")) else {
        return over.clone();
    };
    let mut below = in_a_table(under);
    if above.has("within") {
        below
            .0
            .retain(|(key, _)| !OF_A_FIGURE.contains(&key.name.as_str()));
    }
    by_key(&below, over, |_, over| over.clone())
}

/// The targets of each priority, where they are said so.
fn by_priority(targets: &Node) -> Option<&Table> {
    targets.table().filter(|table| !is_one_target(table))
}

/// A target as a table: a figure alone is its `within`.
fn in_a_table(target: &Node) -> Table {
    match target.table() {
        Some(table) if !table.has("one-of") => table.clone(),
        _ => {
            let mut said = Table::default();
            let mut within = target.clone();
            if let TreeValue::Table(choices) = &mut within.value {
                // what is said of the choices is said of the target
                let about = choices.0.extract_if(.., |(key, _)| is_common(&key.name));
                said.0.extend(about);
            }
            said.put("within", within);
            said
        }
    }
}
