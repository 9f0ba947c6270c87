//! What the codes of a report are called on its page.

use super::scope::Scope;
use crate::core::sla::Rulebook;
use crate::core::terms::Terms;
use crate::failure::Failure;
use crate::render::{Cell, Said};
use crate::wording::{Names, said};

/// The titles of the terms that the report is about, and the desk's people as they were known then.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn names(scope: &Scope<'_>) -> Result<Names, Failure> {
    let staff = scope.tables.staff()?.into_iter();
    let people = staff.map(|one| (one.row.key, one.row.name));
    Ok(Names::of_plans(terms_of(scope)?).and_people(people))
}

/// The terms that were read of the contracts of a report, and no others: what else was read for it
/// depends on what was written since.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn terms_of<'s>(scope: &'s Scope<'_>) -> Result<Vec<&'s Terms>, Failure> {
    let mut events = Vec::new();
    for customer in scope.all_customers()? {
        for contract in scope.tables.contracts_of(customer.id)? {
            let terms = scope.tables.terms_of(contract.id)?.into_iter();
            events.extend(terms.map(|row| row.event));
        }
    }
    events.sort_unstable();
    let rules_cache = &scope.reading.rules_cache;
    Ok(events
        .into_iter()
        .filter_map(|event| rules_cache.terms(event))
        .collect())
}

/// One of the desk's people; nobody is said in a word.
pub(super) fn person_or_nobody(key: Option<&str>) -> Cell {
    let nobody: Said = said::explain_nobody();
    key.map_or_else(|| nobody.into(), |key| Cell::person(key.to_owned()))
}
