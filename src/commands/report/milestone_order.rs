//! In which order reports name milestones: that of the terms, whichever clocks were counted.

use std::collections::BTreeSet;

use super::names::all_terms;
use super::scope::Scope;
use crate::core::terms::Terms;

/// Milestones, each once, in the order in which terms have them.
#[derive(Clone, Debug, Default)]
pub(super) struct MilestoneOrder {
    known: Vec<String>,
    /// Of no terms that were taken.
    others: BTreeSet<String>,
}

impl MilestoneOrder {
    /// That of the terms of a report's contracts, those first that held in its period.
    pub(super) fn of(scope: &Scope<'_>) -> MilestoneOrder {
        let mut order = MilestoneOrder::default();
        all_terms(scope).for_each(|terms| order.take(terms));
        order
    }

    /// With the milestones of these terms.
    pub(super) fn take(&mut self, terms: &Terms) {
        for milestone in &terms.milestones {
            if !self.known.contains(&milestone.id) {
                self.known.push(milestone.id.clone());
            }
        }
    }

    /// With one that was counted.
    pub(super) fn see(&mut self, milestone: &str) {
        if !self.known.iter().any(|known| known == milestone) {
            self.others.insert(milestone.to_owned());
        }
    }

    /// The milestones in their order.
    pub(super) fn milestones(self) -> Vec<String> {
        self.known.into_iter().chain(self.others).collect()
    }
}
