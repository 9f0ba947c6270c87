//! In which order reports name milestones: that of the terms, whichever clocks were counted.

use std::collections::BTreeSet;

use super::report_terms::ReportTerms;
use super::scope::Scope;
use crate::core::terms::Terms;
use crate::failure::Failure;

/// Milestones, each once, in the order in which terms have them.
#[derive(Clone, Debug, Default)]
pub(super) struct MilestoneOrder {
    known: Vec<String>,
    /// Of no terms that were taken.
    others: BTreeSet<String>,
}

impl MilestoneOrder {
    /// That of the terms of a report's contracts, those first that held in its period.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn of(scope: &mut Scope<'_>) -> Result<MilestoneOrder, Failure> {
        let terms = ReportTerms::load(&scope.customers, &scope.window, &mut scope.reading)?;
        let rules_cache = &scope.reading.rules_cache;
        let mut order = MilestoneOrder::default();
        for terms in terms
            .in_period(rules_cache)
            .chain(terms.others(rules_cache))
        {
            order.take(terms);
        }
        Ok(order)
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
