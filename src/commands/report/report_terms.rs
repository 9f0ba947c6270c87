//! The terms that a report is about: those under which its contracts stood in its period, and those
//! under which their tickets may live besides. Each text of terms is loaded once, whoever signed it.

use std::collections::{BTreeMap, BTreeSet};

use super::report_customers::{ContractWithTerms, ReportCustomers};
use crate::context::{Reading, RulesCache};
use crate::core::model::{ContractId, EventId};
use crate::core::report::{PromisedTarget, Window, promised};
use crate::core::sla::Rulebook;
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::store::TermsRow;

/// Loaded terms, by the event that pinned each text first.
#[derive(Default)]
pub(super) struct ReportTerms {
    /// Those that held in the period.
    pub in_period: Vec<TermsInPeriod>,
    /// Those before it, and those that begin in what is left of it.
    others: Vec<EventId>,
}

/// Terms that held in the period.
pub(super) struct TermsInPeriod {
    pub event: EventId,
    /// The contracts that stood under them.
    pub contracts: BTreeSet<ContractId>,
}

impl ReportTerms {
    /// Loads them, in the order in which they were pinned.
    ///
    /// # Errors
    /// The desk's file cannot be read, or the record lacks terms that it names.
    pub(super) fn load(
        customers: &ReportCustomers<'_>,
        window: &Window,
        reading: &mut Reading<'_>,
    ) -> Result<ReportTerms, Failure> {
        let mut held: BTreeMap<String, TermsInPeriod> = BTreeMap::new();
        let mut others: BTreeMap<String, EventId> = BTreeMap::new();
        for contract in customers.contracts()?.iter() {
            for (row, in_period) in until_end(contract, window) {
                if in_period {
                    let known = held.entry(row.hash.clone());
                    let known = known.or_insert_with(|| TermsInPeriod {
                        event: row.event,
                        contracts: BTreeSet::new(),
                    });
                    known.event = known.event.min(row.event);
                    known.contracts.insert(contract.row.id);
                } else {
                    let known = others.entry(row.hash.clone()).or_insert(row.event);
                    *known = (*known).min(row.event);
                }
            }
        }
        others.retain(|hash, _| !held.contains_key(hash));
        let mut terms = ReportTerms {
            in_period: held.into_values().collect(),
            others: others.into_values().collect(),
        };
        terms.in_period.sort_by_key(|terms| terms.event);
        terms.others.sort_unstable();
        let events = terms.in_period.iter().map(|terms| terms.event);
        for event in events.chain(terms.others.iter().copied()) {
            reading.rules_cache.load_terms(reading.store, event)?;
        }
        Ok(terms)
    }

    /// Those that held in the period.
    pub(super) fn in_period<'r>(
        &self,
        rules_cache: &'r RulesCache,
    ) -> impl Iterator<Item = &'r Terms> {
        let events = self.in_period.iter();
        events.filter_map(|terms| rules_cache.terms(terms.event))
    }

    /// What those promise that held in the period.
    pub(super) fn promised(&self, rules_cache: &RulesCache) -> Vec<PromisedTarget> {
        self.in_period(rules_cache).flat_map(promised).collect()
    }

    /// The others.
    pub(super) fn others<'r>(
        &self,
        rules_cache: &'r RulesCache,
    ) -> impl Iterator<Item = &'r Terms> {
        let events = self.others.iter();
        events.filter_map(|event| rules_cache.terms(*event))
    }
}

/// The terms of a contract that begin before the period ends, and whether tickets could be opened
/// under them in it.
fn until_end<'c>(
    contract: &'c ContractWithTerms,
    window: &Window,
) -> impl Iterator<Item = (&'c TermsRow, bool)> {
    let is_over = contract.row.until.is_some_and(|until| until <= window.from);
    let next = contract.terms.iter().skip(1).map(|row| row.starts);
    let ends = next.chain([Instant::MAX]);
    let begun = contract.terms.iter().zip(ends);
    let begun = begun.filter(|(row, _)| row.starts < window.to);
    begun.map(move |(row, ends)| {
        let overlaps = row.starts <= window.last() && ends > window.from && row.starts < ends;
        (row, overlaps && !is_over)
    })
}
