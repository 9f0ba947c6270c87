//! Which words a contract includes, agreed as a list: said at each word.

use super::super::super::error::PlanError;
use super::super::super::path_value::PathOperation;
use super::super::super::tree::{Layer, Node, Table, TreeValue};
use super::not_among;
use super::path::ResolvedPath;
use crate::core::terms::Source;

/// Lays a list of words over those that the document has.
///
/// # Errors
/// A word that is not among those to choose from.
pub(super) fn include(
    root: &mut Table,
    walked: &ResolvedPath,
    agreed: &Node,
    how: PathOperation,
) -> Result<(), PlanError> {
    let Some(node) = root.get_mut(&walked.parts[0]) else {
        return Ok(());
    };
    let TreeValue::Table(words) = &mut node.value else {
        return Ok(());
    };
    let listed = agreed.texts();
    let left_open = agreed.is_open();
    let open = |word: &Table| word.get("included").is_some_and(Node::is_open);
    let to_choose = words
        .0
        .iter()
        .filter(|(_, word)| word.table().is_some_and(open));
    let to_choose: Vec<String> = to_choose.map(|(key, _)| key.name.clone()).collect();
    let was_open = !to_choose.is_empty();
    if was_open && how == PathOperation::Replace && !left_open {
        let excluded = |name: &String| words.table(name).is_some_and(|word| word.flag("excluded"));
        let fits = |name: &String| to_choose.contains(name) || excluded(name);
        if !listed.iter().all(fits) {
            return Err(not_among(&walked.path(), &listed.join(","), &to_choose));
        }
    }
    for (key, word) in &mut words.0 {
        let TreeValue::Table(word) = &mut word.value else {
            continue;
        };
        let is_listed = listed.contains(&key.name);
        let value = match how {
            PathOperation::Replace if left_open && !word.flag("excluded") => {
                TreeValue::Text("open".to_owned())
            }
            PathOperation::Replace => TreeValue::Flag(is_listed),
            // what was to be chosen from is there once something is added or taken away
            PathOperation::Add if is_listed || open(word) => TreeValue::Flag(true),
            PathOperation::Take if is_listed => TreeValue::Flag(false),
            PathOperation::Take if open(word) => TreeValue::Flag(true),
            PathOperation::Add | PathOperation::Take => continue,
        };
        let mut included = Node::of(value, &agreed.place, Layer::Agreed);
        if let Some(under) = word.get("included").filter(|_| was_open) {
            included.source = under.source.clone();
        }
        word.put("included", included);
    }
    node.layer = Layer::Agreed;
    if !was_open {
        node.source = Source::default();
    }
    Ok(())
}
