//! What is agreed, laid over a document, one thing after the other. Signing, amending, renewing,
//! moving and what-if have no other way.

mod path;
mod put;
mod value;
mod words;

use std::sync::Arc;

use super::super::diagnostic::{Diagnostic, Severity, any_of};
use super::super::error::PlanError;
use super::super::hint::Hint;
use super::super::names::{Almanac, Definitions};
use super::super::path_value::{PathOperation, PathValue};
use super::super::place::{Place, SourceText};
use super::super::tree::{Layer, Node, Table, TreeValue};
use super::super::validate::Validator;
use crate::core::calendar::Week;
use crate::core::text::nearest;
use crate::core::time::Span;
use path::{ResolvedPath, walk};
use put::put;

/// One thing that is laid over a document.
#[derive(Clone, Copy)]
pub(in crate::plans) enum Overlay<'a> {
    /// `PATH=VALUE`, as it is typed.
    Set(&'a PathValue),
    /// A value that was agreed on another document, at its path. A term that was left open is left
    /// open only where this document does not settle it.
    Carried { path: &'a str, value: &'a Node },
    /// The choice of every calendar that leaves it to the region.
    Region(&'a str),
    /// The zone of every calendar that leaves it to the contract, or lists it.
    Zone(&'a str),
    /// Other hours of support, in the calendar that holds them.
    Hours(&'a Week),
}

/// Lays it over: whatever is agreed, amended, renewed, moved or supposed goes through here.
///
/// # Errors
/// A path or value that the document does not take, a region that chooses no calendar; each says
/// what would be right.
pub(super) fn lay(
    root: &mut Table,
    what: Overlay<'_>,
    almanac: &dyn Almanac,
) -> Result<(), PlanError> {
    match what {
        Overlay::Set(agreed) => set(root, agreed, almanac),
        Overlay::Carried { path, value } => carry(root, path, value, almanac),
        Overlay::Region(region) => in_region(root, region),
        Overlay::Zone(zone) => {
            in_zone(root, zone);
            Ok(())
        }
        Overlay::Hours(week) => {
            open_at(root, week);
            Ok(())
        }
    }
}

fn set(root: &mut Table, agreed: &PathValue, almanac: &dyn Almanac) -> Result<(), PlanError> {
    let (how, typed) = (agreed.how(), agreed.value());
    let walked = walk(agreed.path(), &Definitions::of(root))?;
    let source = Arc::new(SourceText::new("--set", typed));
    let place = Place::new(&source, 0..typed.len());
    let node = value::read(typed, &walked.shape, &place);
    match calendar_choices(root, &walked) {
        Some(_) if typed == "open" => {
            leave_open(root, &walked);
            return Ok(());
        }
        Some(choices) => return choose(root, &walked, typed, &choices),
        None => {}
    }
    accepts(root, &walked, &node, almanac)?;
    if walked.includes_words() {
        return words::include(root, &walked, &node, how);
    }
    let node = match how {
        PathOperation::Replace => {
            out_of_the_choices(root, &walked, typed)?;
            node
        }
        how => in_list(root, &walked, node, how)?,
    };
    put(root, &walked, node);
    Ok(())
}

fn carry(
    root: &mut Table,
    path: &str,
    agreed: &Node,
    almanac: &dyn Almanac,
) -> Result<(), PlanError> {
    let walked = walk(path, &Definitions::of(root))?;
    if let ([calendars, name, "one-of"], Some([choice])) =
        (walked.parts_as_text().as_slice(), agreed.list())
        && *calendars == "calendars"
    {
        let whole = walk(&format!("calendars.{name}"), &Definitions::of(root))?;
        let typed = choice.text().unwrap_or_default();
        let choices = calendar_choices(root, &whole).unwrap_or_default();
        return choose(root, &whole, typed, &choices);
    }
    accepts(root, &walked, agreed, almanac)?;
    let node_in = walked.node_in(root);
    if agreed.is_open() && !node_in.is_none_or(Node::is_open) {
        return Ok(());
    }
    if let Some(text) = agreed.text() {
        out_of_the_choices(root, &walked, text)?;
    }
    put(root, &walked, agreed.clone());
    Ok(())
}

fn open_at(root: &mut Table, week: &Week) {
    let place = root
        .get("vendor")
        .map_or_else(Place::nowhere, |node| node.place.clone());
    let week = Node::of(TreeValue::Text(week.to_string()), &place, Layer::Agreed);
    let named = root.get("hours").and_then(Node::text).map(str::to_owned);
    let calendars = root.table_mut("calendars");
    let calendar = calendars
        .zip(named)
        .and_then(|(all, name)| all.table_mut(&name));
    if let Some(calendar) = calendar {
        calendar.0.retain(|(key, _)| key.name != "one-of");
        calendar.put("week", week);
    } else if root.has("hours") {
        root.put("hours", week);
    }
}

fn in_zone(root: &mut Table, zone: &str) {
    let place = root
        .get("vendor")
        .map_or_else(Place::nowhere, |node| node.place.clone());
    let agreed = |under: Option<&Node>| {
        let node = Node::of(TreeValue::Text(zone.to_owned()), &place, Layer::Agreed);
        let listed = under.map(choices_of).unwrap_or_default();
        let takes = match under {
            None => true,
            Some(under) => under.text() == Some("open") || listed.iter().any(|z| z == zone),
        };
        let source = under.map(|under| under.source.clone()).unwrap_or_default();
        takes.then_some(Node { source, ..node })
    };
    if let Some(node) = agreed(root.get("zone")) {
        root.put("zone", node);
    }
    let calendars = root.table_mut("calendars").map(|table| &mut table.0);
    for (_, calendar) in calendars.into_iter().flatten() {
        if let TreeValue::Table(calendar) = &mut calendar.value
            && let Some(own) = calendar.get("zone")
            && let Some(node) = agreed(Some(own))
        {
            calendar.put("zone", node);
        }
    }
}

fn in_region(root: &mut Table, region: &str) -> Result<(), PlanError> {
    let mut known: Vec<String> = Vec::new();
    let mut chosen = false;
    let calendars = root.table_mut("calendars").map(|table| &mut table.0);
    for (_, calendar) in calendars.into_iter().flatten() {
        let choices = choices_of(calendar);
        if choices.iter().any(|choice| choice == region) {
            choose_calendar(calendar, region);
            chosen = true;
        }
        known.extend(choices);
    }
    match chosen {
        true => Ok(()),
        false => Err(PlanError::Unknown {
            what: "region",
            typed: region.to_owned(),
            nearest: nearest(region, known.iter().map(String::as_str)).map(str::to_owned),
            known,
        }),
    }
}

/// Whether the path takes the value.
fn accepts(
    root: &Table,
    walked: &ResolvedPath,
    node: &Node,
    almanac: &dyn Almanac,
) -> Result<(), PlanError> {
    stands_at_a_target(root, walked)?;
    let mut judge = Validator::new(root, almanac);
    judge.validate_at(&walked.parts, node, walked.shape);
    let wrong = judge.found.into_iter();
    match wrong
        .into_iter()
        .find(|finding| finding.severity == Severity::Error)
    {
        Some(finding) => Err(refused(&walked.path(), finding)),
        None => Ok(()),
    }
}

/// More can be said of a target only where there is one.
fn stands_at_a_target(root: &Table, walked: &ResolvedPath) -> Result<(), PlanError> {
    let parts = walked.parts_as_text();
    let around = match parts.as_slice() {
        [around @ .., last] if walked.is_of_a_target() && *last != "within" => around,
        _ => return Ok(()),
    };
    if root.at(around).is_some() {
        return Ok(());
    }
    Err(PlanError::Unknown {
        what: "term",
        typed: walked.path(),
        nearest: Some(around.join(".")),
        known: Vec::new(),
    })
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

fn choices_of(node: &Node) -> Vec<String> {
    node.choices().map(Node::texts).unwrap_or_default()
}

/// The calendars out of which one is chosen at a path: true calendars are named, not written.
fn calendar_choices(root: &Table, walked: &ResolvedPath) -> Option<Vec<String>> {
    let [calendars, name] = walked.parts.as_slice() else {
        return None;
    };
    let choices = choices_of(root.at(&[calendars, name])?);
    (calendars == "calendars" && !choices.is_empty()).then_some(choices)
}

fn choose(
    root: &mut Table,
    walked: &ResolvedPath,
    typed: &str,
    choices: &[String],
) -> Result<(), PlanError> {
    if !choices.iter().any(|choice| choice == typed) {
        return Err(not_among(&walked.path(), typed, choices));
    }
    if let Some(calendar) = root.at_mut(&walked.parts_as_text()) {
        choose_calendar(calendar, typed);
    }
    Ok(())
}

/// Says of a calendar that is one of several that which one is left open knowingly.
fn leave_open(root: &mut Table, walked: &ResolvedPath) {
    let calendar = root.at_mut(&walked.parts_as_text());
    if let Some(TreeValue::Table(calendar)) = calendar.map(|node| &mut node.value)
        && let Some(choices) = calendar.get_mut("one-of")
    {
        choices.layer = Layer::Agreed;
    }
}

/// Leaves one choice to a calendar that is one of several.
fn choose_calendar(calendar: &mut Node, choice: &str) {
    if let TreeValue::Table(table) = &mut calendar.value
        && let Some(node) = table.get_mut("one-of")
    {
        let only = Node::of(
            TreeValue::Text(choice.to_owned()),
            &node.place,
            Layer::Agreed,
        );
        node.value = TreeValue::List(vec![only]);
        node.layer = Layer::Agreed;
    }
}

fn not_among(path: &str, typed: &str, choices: &[String]) -> PlanError {
    let near = nearest(typed, choices.iter().map(String::as_str));
    let what = any_of(choices);
    PlanError::Term {
        path: path.to_owned(),
        message: format!("`{path}` cannot be `{typed}`: the plan has {what}"),
        expected: None,
        hint: near.map(|near| Hint::Meant(format!("--set {path}={near}"))),
    }
}

/// What is agreed out of a list must be in it.
fn out_of_the_choices(root: &Table, walked: &ResolvedPath, typed: &str) -> Result<(), PlanError> {
    if typed == "open" {
        return Ok(());
    }
    if let Some(node) = walked.node_in(root) {
        let choices = choices_of(node);
        let same = |choice: &String| match (choice.parse::<Span>(), typed.parse::<Span>()) {
            (Ok(a), Ok(b)) => a == b,
            _ => choice == typed,
        };
        let listed = |part: &str| choices.iter().any(|choice| choice == part.trim());
        let fits = typed.split(',').all(listed) || choices.iter().any(same);
        if !choices.is_empty() && !fits {
            return Err(not_among(&walked.path(), typed, &choices));
        }
    }
    Ok(())
}

/// A list with items added or taken away.
fn in_list(
    root: &Table,
    walked: &ResolvedPath,
    items: Node,
    how: PathOperation,
) -> Result<Node, PlanError> {
    let path = walked.path();
    let Some(new) = items.list() else {
        return Err(PlanError::Term {
            message: format!("`{path}` is no list"),
            hint: Some(format!("write `--set {path}=VALUE`").into()),
            expected: None,
            path,
        });
    };
    let node_in = root.at(&walked.parts_as_text()).and_then(Node::list);
    let mut list = node_in.map(<[Node]>::to_vec).unwrap_or_default();
    let holds = |list: &[Node], item: &Node| list.iter().any(|other| other.text() == item.text());
    match how {
        PathOperation::Take => list.retain(|item| !holds(new, item)),
        _ => {
            for item in new {
                if !holds(&list, item) {
                    list.push(item.clone());
                }
            }
        }
    }
    Ok(Node::of(TreeValue::List(list), &items.place, Layer::Agreed))
}
