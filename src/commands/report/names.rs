//! What the codes of a report are called on its page.

use super::scope::Scope;
use crate::failure::Failure;
use crate::render::{Cell, Said};
use crate::wording::{Names, said};

/// The titles of all terms that were read for the report, and the desk's people as they were known
/// then.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn names(scope: &Scope<'_>) -> Result<Names, Failure> {
    let staff = scope.tables.staff()?.into_iter();
    let people = staff.map(|one| (one.row.key, one.row.name));
    Ok(Names::of_plans(scope.reading.rules_cache.all_terms()).and_people(people))
}

/// One of the desk's people; nobody is said in a word.
pub(super) fn person_or_nobody(key: Option<&str>) -> Cell {
    let nobody: Said = said::explain_nobody();
    key.map_or_else(|| nobody.into(), |key| Cell::person(key.to_owned()))
}
