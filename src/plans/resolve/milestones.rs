//! Milestones: what starts them, what meets them, what pauses them.

use super::Resolver;
use super::read::{text, texts, word, words};
use crate::core::model::State;
use crate::core::terms::{MetBy, Milestone, OnReopen, Terms};
use crate::plans::tree::{Node, Table};

impl Resolver<'_> {
    /// The milestones of the plan. One that the plan sets no target for is still there, with every
    /// target missing; a plan that takes no tickets has only those it names.
    pub(super) fn milestones(&mut self, terms: &Terms) -> Vec<Milestone> {
        let targets = self.root.table("targets");
        let named = |id: &str| targets.is_some_and(|table| table.has(id));
        let mut milestones = Vec::new();
        for (id, node) in self.defined("milestones") {
            if let Some(said) = node.table()
                && (named(id) || terms.takes_tickets())
            {
                milestones.push(self.milestone(id, node, said, terms));
            }
        }
        milestones
    }

    fn milestone(&mut self, id: &str, node: &Node, said: &Table, terms: &Terms) -> Milestone {
        let met_by = met_by(said);
        if met_by.acts().is_empty() {
            let message = format!("nothing meets the milestone `{id}`");
            self.error("missing-key", node, message, "expected met-by");
        }
        let states = texts(said, "paused-by");
        Milestone {
            id: id.to_owned(),
            title: text(said, "title").unwrap_or_else(|| id.to_owned()),
            starts: words(said, "starts"),
            met_by,
            until: words(said, "until"),
            paused_by: states
                .iter()
                .filter_map(|state| State::of_word(state))
                .collect(),
            commitment: word(said, "commitment").unwrap_or_default(),
            on_raise: word(said, "on-raise").unwrap_or_default(),
            on_lower: word(said, "on-lower").unwrap_or_default(),
            on_reopen: word(said, "on-reopen").unwrap_or(OnReopen::Keep),
            targets: self.targets(id, terms),
            when: self.targets_of_kinds(id, terms),
            source: node.source.clone(),
        }
    }
}

fn met_by(said: &Table) -> MetBy {
    match said.table("met-by") {
        Some(all) => MetBy::AllOf(words(all, "all-of")),
        None => MetBy::AnyOf(words(said, "met-by")),
    }
}
