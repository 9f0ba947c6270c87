//! The cases of a plan file, as written.

use super::act::TestAct;
use super::placed_text::PlacedText;
use crate::plans::diagnostic::Diagnostic;
use crate::plans::names;
use crate::plans::place::Place;
use crate::plans::tree::{Node, Table};

/// One case of a plan file.
#[derive(Clone, Debug)]
pub(in crate::plans) struct PlanTestCase {
    pub name: String,
    pub plan: String,
    pub set: Vec<PlacedText>,
    pub zone: Option<String>,
    pub region: Option<String>,
    /// When the ticket is opened, as written.
    pub opened: PlacedText,
    pub priority: Option<String>,
    pub channel: Option<String>,
    pub topic: Option<String>,
    pub language: Option<String>,
    pub environment: Option<String>,
    pub component: Option<String>,
    pub version: Option<String>,
    pub asks: Option<String>,
    pub acts: Vec<TestAct>,
    /// Milestone and when it is due; the last clock of that milestone counts.
    pub due: Vec<(String, PlacedText)>,
    /// Milestone and state.
    pub state: Vec<(String, PlacedText)>,
    /// When the states are looked at; absent: at the last act.
    pub at: Option<PlacedText>,
    pub place: Place,
}

/// The cases of a file, and what cannot be read in them. The keys have been judged before.
pub(in crate::plans) fn read(root: &Table) -> (Vec<PlanTestCase>, Vec<Diagnostic>) {
    let nodes = root.get("cases").and_then(Node::list).unwrap_or_default();
    let mut found = Vec::new();
    let cases = nodes
        .iter()
        .filter_map(|node| case(node, &mut found))
        .collect();
    (cases, found)
}

fn text(node: &Node, key: &str) -> Option<String> {
    node.table()?.get(key)?.text().map(str::to_owned)
}

fn case(node: &Node, found: &mut Vec<Diagnostic>) -> Option<PlanTestCase> {
    let table = node.table()?;
    let opening = table.get("open")?;
    let mut acts = Vec::new();
    for item in table.get("then").and_then(Node::list).unwrap_or_default() {
        match TestAct::read(&PlacedText::of(item)) {
            Ok(act) => acts.push(act),
            Err(finding) => found.push(*finding),
        }
    }
    let pairs = |key: &str| {
        let table = table.table(key);
        let entries = table.into_iter().flat_map(names::definitions);
        entries
            .map(|(name, node)| (name.to_owned(), PlacedText::of(node)))
            .collect::<Vec<_>>()
    };
    Some(PlanTestCase {
        name: text(node, "name").unwrap_or_default(),
        plan: text(node, "plan").unwrap_or_default(),
        set: table
            .get("set")
            .and_then(Node::list)
            .unwrap_or_default()
            .iter()
            .map(PlacedText::of)
            .collect(),
        zone: text(node, "zone"),
        region: text(node, "region"),
        opened: PlacedText::of(opening.table()?.get("at")?),
        priority: text(opening, "priority"),
        channel: text(opening, "channel"),
        topic: text(opening, "topic"),
        language: text(opening, "language"),
        environment: text(opening, "environment"),
        component: text(opening, "component"),
        version: text(opening, "version"),
        asks: text(opening, "asks"),
        acts,
        due: pairs("due"),
        state: pairs("state"),
        at: table.get("at").map(PlacedText::of),
        place: table
            .entry("name")
            .map_or(&node.place, |(key, _)| &key.place)
            .clone(),
    })
}
