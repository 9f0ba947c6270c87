//! One `--set PATH=VALUE`, laid over a merged plan.

use std::sync::Arc;

use super::path::{Side, Walked, walk};
use super::put::put;
use super::{settle_calendar, text_node, value};
use crate::core::text::nearest;
use crate::core::time::Span;
use crate::plans::diagnostic::{Diagnostic, Severity, any_of};
use crate::plans::document::{Layer, Node, Table, Value};
use crate::plans::error::PlanError;
use crate::plans::merge::Merged;
use crate::plans::names::Almanac;
use crate::plans::place::{Place, SourceText};
use crate::plans::shape::Shape;
use crate::plans::validate::{Judge, is_one_target};

/// What a `--set` did.
pub(super) struct Done {
    pub path: String,
    /// Whether it left the term open knowingly.
    pub left_open: bool,
}

/// How the value meets what stands there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Replace,
    Add,
    Take,
}

/// Lays it over the plan.
pub(super) fn apply(
    merged: &mut Merged,
    text: &str,
    almanac: &dyn Almanac,
) -> Result<Done, PlanError> {
    let (path, how, typed) = taken_apart(text)?;
    let names_root = names_root(merged);
    let mut validate = Judge::new(&names_root, almanac);
    let walked = walk(path, &validate.names)?;
    let path = walked.parts.join(".");
    let source = Arc::new(SourceText::new("--set", typed));
    let place = Place::new(&source, 0..typed.len());
    let mut node = value::read(typed, &walked.shape, &place);
    if let Some(calendar) = chosen_calendar(merged, &walked, typed) {
        calendar?;
        return Ok(Done {
            path,
            left_open: false,
        });
    }
    validate.judge_at(&walked.parts, &node, walked.shape);
    let wrong = validate
        .found
        .into_iter()
        .find(|f| f.severity == Severity::Error);
    if let Some(finding) = wrong {
        return Err(refused(&path, finding));
    }
    if how != How::Replace {
        node = in_list(merged, &walked, node, how)?;
    }
    let left_open = node.text() == Some("open");
    if !left_open && how == How::Replace {
        out_of_the_choices(merged, &walked, &path, typed)?;
    }
    put(merged, &walked, node, &place);
    Ok(Done { path, left_open })
}

fn taken_apart(text: &str) -> Result<(&str, How, &str), PlanError> {
    let Some((path, value)) = text.split_once('=') else {
        return Err(PlanError::Term {
            path: text.to_owned(),
            message: format!("`{text}` sets nothing"),
            expected: None,
            hint: Some(format!("write `--set {text}=VALUE`")),
        });
    };
    let (path, how) = match (path.strip_suffix('+'), path.strip_suffix('-')) {
        (Some(path), _) => (path, How::Add),
        (None, Some(path)) => (path, How::Take),
        (None, None) => (path, How::Replace),
    };
    Ok((path.trim(), how, value.trim()))
}

/// The tables in which names are looked up: those of the file and the plan's milestones.
fn names_root(merged: &Merged) -> Table {
    let of_plan = ["milestones", "allowances"];
    let plan = merged
        .plan
        .0
        .iter()
        .filter(|(key, _)| of_plan.contains(&key.name.as_str()));
    Table(merged.definitions.0.iter().chain(plan).cloned().collect())
}

fn refused(path: &str, finding: Diagnostic) -> PlanError {
    let expected = (!finding.expected.is_empty()).then(|| any_of(&finding.expected));
    PlanError::Term {
        path: path.to_owned(),
        message: finding.message,
        expected,
        hint: finding.hint,
    }
}

fn side<'m>(merged: &'m Merged, walked: &Walked) -> &'m Table {
    match walked.side {
        Side::Definitions => &merged.definitions,
        Side::Plan => &merged.plan,
    }
}

/// What stands at a path; for a priority under one target for all, that target.
fn standing<'m>(merged: &'m Merged, parts: &[String], walked: &Walked) -> Option<&'m Node> {
    let (first, rest) = parts.split_first()?;
    let mut node = side(merged, walked).get(first)?;
    for (depth, part) in rest.iter().enumerate() {
        let by_priority = |table: &&Table| !is_one_target(table);
        let at_priority = walked.parts[0] == "targets" && depth == 1;
        node = match node.table() {
            table if at_priority && table.filter(by_priority).is_none() => node,
            table => table?.get(part)?,
        };
    }
    Some(node)
}

/// Chooses a calendar where the plan has one of several: true calendars are named, not written.
fn chosen_calendar(
    merged: &mut Merged,
    walked: &Walked,
    typed: &str,
) -> Option<Result<(), PlanError>> {
    let [calendars, name] = walked.parts.as_slice() else {
        return None;
    };
    let table = merged
        .definitions
        .0
        .iter_mut()
        .find(|(key, _)| key.name == "calendars");
    let Value::Table(table) = &mut table?.1.value else {
        return None;
    };
    let node = table
        .0
        .iter_mut()
        .find(|(key, _)| key.name == *name)
        .map(|(_, node)| node)?;
    let choices = super::choices_of(node);
    if calendars != "calendars" || choices.is_empty() || typed == "open" {
        return None;
    }
    if choices.iter().any(|choice| choice == typed) {
        settle_calendar(node, typed);
        return Some(Ok(()));
    }
    Some(Err(not_among(&walked.parts.join("."), typed, &choices)))
}

fn not_among(path: &str, typed: &str, choices: &[String]) -> PlanError {
    let near = nearest(typed, choices.iter().map(String::as_str));
    PlanError::Term {
        path: path.to_owned(),
        message: format!(
            "`{path}` cannot be `{typed}`: the plan has {}",
            any_of(choices)
        ),
        expected: None,
        hint: near.map(|near| format!("did you mean `--set {path}={near}`?")),
    }
}

/// What is agreed out of a list must be in it.
fn out_of_the_choices(
    merged: &Merged,
    walked: &Walked,
    path: &str,
    typed: &str,
) -> Result<(), PlanError> {
    let node = standing(merged, &walked.parts, walked);
    let node = match node
        .and_then(Node::table)
        .and_then(|table| table.get("within"))
    {
        Some(within) => Some(within),
        None => node,
    };
    let choices = node.map(super::choices_of).unwrap_or_default();
    let same = |choice: &String| match (choice.parse::<Span>(), typed.parse::<Span>()) {
        (Ok(a), Ok(b)) => a == b,
        _ => choice == typed,
    };
    let listed = typed
        .split(',')
        .all(|part| choices.iter().any(|choice| choice == part.trim()));
    if choices.is_empty() || listed || choices.iter().any(same) {
        return Ok(());
    }
    Err(not_among(path, typed, &choices))
}

/// A list with items added or taken away.
fn in_list(merged: &Merged, walked: &Walked, items: Node, how: How) -> Result<Node, PlanError> {
    let path = walked.parts.join(".");
    let Some(items) = items.list().map(<[Node]>::to_vec) else {
        return Err(PlanError::Term {
            message: format!("`{path}` is no list"),
            hint: Some(format!("write `--set {path}=VALUE`")),
            expected: None,
            path,
        });
    };
    let mut list = present(merged, walked, &items);
    let holds = |list: &[Node], item: &Node| list.iter().any(|other| other.text() == item.text());
    match how {
        How::Take => list.retain(|item| !holds(&items, item)),
        _ => {
            let new = items
                .iter()
                .filter(|item| !holds(&list, item))
                .cloned()
                .collect::<Vec<_>>();
            list.extend(new);
        }
    }
    let place = items.first().map(|item| item.place.clone());
    let place = place.or_else(|| list.first().map(|item| item.place.clone()));
    Ok(Node {
        value: Value::List(list),
        place: place.unwrap_or_else(|| Place::new(&Arc::new(SourceText::new("--set", "")), 0..0)),
        layer: Layer::Signing,
    })
}

/// The list as it stands: written out, or all of the file's words that the plan includes.
fn present(merged: &Merged, walked: &Walked, items: &[Node]) -> Vec<Node> {
    let node = standing(merged, &walked.parts, walked);
    if let Some(list) = node.and_then(Node::list) {
        return list.to_vec();
    }
    let Some(place) = items.first().map(|item| item.place.clone()) else {
        return Vec::new();
    };
    let lacking = node
        .and_then(Node::table)
        .and_then(|table| table.get("all-but"));
    let lacking = lacking.map(Node::texts).unwrap_or_default();
    let (Shape::Agreed(Shape::Included(_)) | Shape::Included(_)) = walked.shape else {
        return Vec::new();
    };
    let defined = merged.definitions.table(&walked.parts[0]);
    let words = defined
        .into_iter()
        .flat_map(crate::plans::names::definitions);
    let excluded = |node: &Node| {
        let flag = node.table().and_then(|table| table.get("excluded"));
        matches!(flag.map(|flag| &flag.value), Some(Value::Flag(true)))
    };
    words
        .filter(|(name, node)| !lacking.iter().any(|l| l == name) && !excluded(node))
        .map(|(name, _)| text_node(name, &place, Layer::Signing))
        .collect()
}
