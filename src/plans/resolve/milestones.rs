//! Milestones: what starts them, what meets them, what pauses them.

use super::words::text;
use super::{Resolver, word};
use crate::core::model::State;
use crate::core::terms::{Act, MetBy, Milestone, OnReopen, Source, Start, Target, Terms};
use crate::plans::document::{Node, Value};
use crate::plans::names::definitions;

impl Resolver<'_> {
    /// The milestones of the plan. One that the plan sets no target for is still there, with every
    /// target missing; a plan that takes no tickets has only those it names.
    pub(super) fn milestones(&mut self, terms: &Terms) -> Vec<Milestone> {
        let table = self.merged.plan.table("milestones");
        let defined: Vec<(String, Node)> = table
            .into_iter()
            .flat_map(definitions)
            .map(|(id, node)| (id.to_owned(), node.clone()))
            .collect();
        let targets = self.merged.plan.table("targets");
        let named = |id: &str| targets.is_some_and(|table| table.has(id));
        let wanted = defined
            .iter()
            .filter(|(id, _)| named(id) || terms.takes_tickets());
        let wanted: Vec<(String, Node)> = wanted.cloned().collect();
        wanted
            .iter()
            .map(|(id, node)| self.milestone(id, node, terms))
            .collect()
    }

    fn milestone(&mut self, id: &str, node: &Node, terms: &Terms) -> Milestone {
        let targets = self.targets(id, terms);
        let met_by = met_by(node);
        if met_by.acts().is_empty() {
            let message = format!("nothing meets the milestone `{id}`");
            self.error("missing-key", node, message, "expected met-by");
        }
        let source = self.source(&["milestones", id], node);
        assemble(id, node, met_by, targets, source)
    }
}

fn assemble(
    id: &str,
    node: &Node,
    met_by: MetBy,
    targets: Vec<Target>,
    source: Source,
) -> Milestone {
    let ends = |act: &Act| matches!(act, Act::Resolved | Act::Closed);
    let on_reopen = match met_by.acts().iter().any(ends) {
        true => OnReopen::Continue,
        false => OnReopen::Keep,
    };
    Milestone {
        id: id.to_owned(),
        title: text(node, "title").unwrap_or_else(|| id.to_owned()),
        starts: starts(node),
        met_by,
        paused_by: paused_by(node),
        commitment: choice(node, "commitment").unwrap_or_default(),
        on_raise: choice(node, "on-raise").unwrap_or_default(),
        on_lower: choice(node, "on-lower").unwrap_or_default(),
        on_reopen: choice(node, "on-reopen").unwrap_or(on_reopen),
        targets,
        source,
    }
}

fn choice<T: serde::de::DeserializeOwned>(node: &Node, key: &str) -> Option<T> {
    word(&text(node, key)?)
}

fn starts(node: &Node) -> Vec<Start> {
    let Some(starts) = node.table().and_then(|table| table.get("starts")) else {
        return vec![Start::Opened];
    };
    let texts = match starts.text() {
        Some(one) => vec![one.to_owned()],
        None => starts.texts(),
    };
    texts.iter().filter_map(|text| word(text)).collect()
}

fn met_by(node: &Node) -> MetBy {
    let acts = |node: &Node| {
        node.texts()
            .iter()
            .filter_map(|text| word::<Act>(text))
            .collect()
    };
    let node = node.table().and_then(|table| table.get("met-by"));
    match node.map(|node| (&node.value, node)) {
        Some((Value::Table(table), _)) => {
            MetBy::AllOf(table.get("all-of").map(acts).unwrap_or_default())
        }
        Some((_, node)) => MetBy::AnyOf(acts(node)),
        None => MetBy::AnyOf(Vec::new()),
    }
}

fn paused_by(node: &Node) -> Vec<State> {
    let states = node
        .table()
        .and_then(|table| table.get("paused-by"))
        .map(Node::texts);
    states
        .unwrap_or_default()
        .iter()
        .filter_map(|state| State::of_word(state))
        .collect()
}
