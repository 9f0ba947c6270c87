//! Cases written beside the plans: when a ticket is opened, at which priority, what happens, and
//! what is due. A plan file with cases proves that it says what its writer meant.

mod act;
mod run;

pub use run::CaseResult;

use super::diagnostic::Diagnostic;
use super::document::{Node, Table};
use super::file::PlanFile;
use super::names::{Almanac, SystemNames};
use super::place::Place;
use super::resolve::text;
use act::Act;

/// One case of a plan file.
#[derive(Clone, Debug)]
pub(super) struct Case {
    name: String,
    plan: String,
    set: Vec<Said>,
    zone: Option<String>,
    region: Option<String>,
    /// When the ticket is opened, as written.
    opened: Said,
    priority: Option<String>,
    environment: Option<String>,
    component: Option<String>,
    acts: Vec<Act>,
    /// Milestone and when it is due; the last clock of that milestone counts.
    due: Vec<(String, Said)>,
    /// Milestone and state.
    state: Vec<(String, Said)>,
    /// When the states are looked at; absent: at the last act.
    at: Option<Said>,
    place: Place,
}

/// A text of the file and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Said {
    text: String,
    place: Place,
}

impl Said {
    fn of(node: &Node) -> Said {
        Said {
            text: node.text().unwrap_or_default().to_owned(),
            place: node.place.clone(),
        }
    }
}

/// Runs every case of a file, in the order in which they are written.
pub fn run_cases(file: &PlanFile, system_names: &SystemNames) -> Vec<CaseResult> {
    let (cases, _) = read(&file.root);
    cases
        .iter()
        .map(|case| run::run(file, case, system_names))
        .collect()
}

/// The cases that cannot even be run, whatever would come of them.
pub(super) fn that_cannot_run(file: &PlanFile, almanac: &dyn Almanac) -> Vec<Diagnostic> {
    let (cases, _) = read(&file.root);
    let troubles = cases.iter().filter_map(|case| {
        let trouble = run::ready(file, case, almanac).err()?;
        Some(trouble.finding(&case.name))
    });
    troubles.collect()
}

/// The cases of a file, and what cannot be read in them. The keys have been judged before.
pub(super) fn read(root: &Table) -> (Vec<Case>, Vec<Diagnostic>) {
    let nodes = root.get("cases").and_then(Node::list).unwrap_or_default();
    let mut found = Vec::new();
    let cases = nodes
        .iter()
        .filter_map(|node| case(node, &mut found))
        .collect();
    (cases, found)
}

fn case(node: &Node, found: &mut Vec<Diagnostic>) -> Option<Case> {
    let table = node.table()?;
    let opening = table.get("open")?;
    let mut acts = Vec::new();
    for item in table.get("then").and_then(Node::list).unwrap_or_default() {
        match Act::read(&Said::of(item)) {
            Ok(act) => acts.push(act),
            Err(finding) => found.push(*finding),
        }
    }
    let pairs = |key: &str| {
        let table = table.table(key);
        let entries = table.into_iter().flat_map(super::names::definitions);
        entries
            .map(|(name, node)| (name.to_owned(), Said::of(node)))
            .collect::<Vec<_>>()
    };
    Some(Case {
        name: text(node, "name").unwrap_or_default(),
        plan: text(node, "plan").unwrap_or_default(),
        set: table
            .get("set")
            .and_then(Node::list)
            .unwrap_or_default()
            .iter()
            .map(Said::of)
            .collect(),
        zone: text(node, "zone"),
        region: text(node, "region"),
        opened: Said::of(opening.table()?.get("at")?),
        priority: text(opening, "priority"),
        environment: text(opening, "environment"),
        component: text(opening, "component"),
        acts,
        due: pairs("due"),
        state: pairs("state"),
        at: table.get("at").map(Said::of),
        place: table
            .entry("name")
            .map_or(&node.place, |(key, _)| &key.place)
            .clone(),
    })
}
