//! What the contracts of a report do not promise: it is counted nowhere and must not look like
//! something that was kept.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ticket::record::NotPromised;
use super::scope::Scope;
use crate::core::model::ContractId;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Doc};
use crate::store::{ContractRow, TermsRow};
use crate::wording::said;

/// A milestone that some contracts do not promise at a priority.
pub(super) struct NotPromisedByContracts {
    what: NotPromised,
    contracts: BTreeSet<ContractId>,
}

/// What the terms in force in the period do not promise, in the order of the plans.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn not_promised(scope: &mut Scope<'_>) -> Result<Vec<NotPromisedByContracts>, Failure> {
    let mut holding: BTreeMap<String, (TermsRow, BTreeSet<ContractId>)> = BTreeMap::new();
    for customer in scope.all_customers()? {
        for contract in scope.tables.contracts_of(customer.id)? {
            for terms in in_period(scope, &contract)? {
                let (_, contracts) = holding
                    .entry(terms.hash.clone())
                    .or_insert_with(|| (terms, BTreeSet::new()));
                contracts.insert(contract.id);
            }
        }
    }
    let mut holding: Vec<_> = holding.into_values().collect();
    holding.sort_by_key(|(terms, _)| terms.event);
    let mut all: Vec<NotPromisedByContracts> = Vec::new();
    for (row, contracts) in holding {
        let reading = &mut scope.reading;
        let Some(terms) = reading.rules_cache.load_terms(reading.store, row.event)? else {
            continue;
        };
        let places = 0..terms.priorities.len();
        for what in places.flat_map(|place| terms.unpromised(place)) {
            let what = NotPromised::from(what);
            match all.iter_mut().find(|known| known.what == what) {
                Some(known) => known.contracts.extend(&contracts),
                None => all.push(NotPromisedByContracts {
                    what,
                    contracts: contracts.clone(),
                }),
            }
        }
    }
    Ok(all)
}

/// The terms of a contract under which tickets could be opened in the period.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn in_period(
    scope: &Scope<'_>,
    contract: &ContractRow,
) -> Result<Vec<TermsRow>, Failure> {
    let window = &scope.window;
    if contract.until.is_some_and(|until| until <= window.from) {
        return Ok(Vec::new());
    }
    let last = scope.known().last();
    let mut rows = scope.tables.terms_of(contract.id)?;
    rows.retain(|row| row.event <= last);
    let next: Vec<Instant> = rows.iter().skip(1).map(|row| row.starts).collect();
    let ends = next.into_iter().chain([Instant::MAX]);
    let held = rows.into_iter().zip(ends).filter(|(row, ends)| {
        row.starts <= window.last() && *ends > window.from && row.starts < *ends
    });
    Ok(held.map(|(row, _)| row).collect())
}

/// What is not promised as a list of objects.
pub(super) fn objects(all: &[NotPromisedByContracts]) -> Cell {
    let object = |not_promised: &NotPromisedByContracts| {
        Cell::object([
            (
                "milestone",
                Cell::milestone(not_promised.what.milestone.clone()),
            ),
            (
                "priority",
                Cell::priority(not_promised.what.priority.clone()),
            ),
            ("why", Cell::word_of(not_promised.what.why.word())),
            ("clause", Cell::code_if(not_promised.what.clause.clone())),
            ("contracts", contracts(not_promised)),
        ])
    };
    Cell::List(all.iter().map(object).collect())
}

fn contracts(not_promised: &NotPromisedByContracts) -> Cell {
    Cell::List(
        not_promised
            .contracts
            .iter()
            .map(|id| Cell::Id(id.0))
            .collect(),
    )
}

/// The section of a page that says so; nothing where everything is promised.
pub(super) fn section(page: Doc, all: &[NotPromisedByContracts]) -> Doc {
    if all.is_empty() {
        return page;
    }
    let rows = all.iter().map(|not_promised| {
        vec![
            Cell::milestone(not_promised.what.milestone.clone()),
            Cell::priority(not_promised.what.priority.clone()),
            not_promised.what.why(),
            contracts(not_promised),
            Cell::code_if(not_promised.what.clause.clone()),
        ]
    });
    page.heading(said::not_promised())
        .text(said::not_promised_is())
        .table(
            ["milestone", "priority", "why", "contracts", "clause"],
            rows,
        )
}
