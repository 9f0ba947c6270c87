//! In which order reports name milestones: that of the terms, whichever clocks were counted.

use std::collections::{BTreeSet, HashSet};

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
    /// That of the contracts of a report, by number, each with its terms one after the other.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn of(scope: &mut Scope<'_>) -> Result<MilestoneOrder, Failure> {
        let mut contracts = Vec::new();
        for customer in scope.all_customers()? {
            contracts.extend(scope.tables.contracts_of(customer.id)?);
        }
        contracts.sort_by_key(|contract| contract.id);
        let (mut order, mut taken) = (MilestoneOrder::default(), HashSet::new());
        for contract in contracts {
            for row in scope.tables.terms_of(contract.id)? {
                if row.starts >= scope.window.to || !taken.insert(row.hash.clone()) {
                    continue;
                }
                let reading = &mut scope.reading;
                if let Some(terms) = reading.rules_cache.load_terms(reading.store, row.event)? {
                    order.take(terms);
                }
            }
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
