//! What the contracts of a report do not promise: it is counted nowhere and must not look like
//! something that was kept.

use std::collections::BTreeSet;

use super::super::ticket::record::{NotPromised, kinds_promised, why_not_promised_but};
use super::scope::Scope;
use crate::core::model::ContractId;
use crate::core::sla::Rulebook;
use crate::render::{Cell, Doc};
use crate::wording::said;

/// A milestone that some contracts do not promise at a priority.
pub(super) struct NotPromisedByContracts {
    what: NotPromised,
    /// What people read for the kinds of tickets to which it is promised all the same.
    kinds: Vec<String>,
    contracts: BTreeSet<ContractId>,
}

/// What the terms in force in the period do not promise, in the order of the plans.
pub(super) fn not_promised(scope: &Scope<'_>) -> Vec<NotPromisedByContracts> {
    let mut all: Vec<NotPromisedByContracts> = Vec::new();
    for held in &scope.terms.in_period {
        let Some(terms) = scope.reading.rules_cache.terms(held.event) else {
            continue;
        };
        for what in terms.unpromised() {
            let what = NotPromised::from(what);
            let kinds = kinds_promised(terms, &what.milestone, &what.priority);
            let same =
                |known: &&mut NotPromisedByContracts| known.what == what && known.kinds == kinds;
            match all.iter_mut().find(same) {
                Some(known) => known.contracts.extend(&held.contracts),
                None => all.push(NotPromisedByContracts {
                    what,
                    kinds,
                    contracts: held.contracts.clone(),
                }),
            }
        }
    }
    all
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
            why_not_promised_but(not_promised.what.why(), not_promised.kinds.clone()),
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
