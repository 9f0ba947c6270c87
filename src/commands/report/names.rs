//! What the codes of a report are called on its page.

use super::scope::Scope;
use crate::commands::promised_words::tables;
use crate::core::terms::Terms;
use crate::failure::Failure;
use crate::render::{Cell, Doc, Said};
use crate::wording::{Names, said};

/// The titles of the terms that the report is about, and the desk's people as they were known then.
/// What held in the period has the word; earlier terms say what a ticket of theirs still has.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn names(scope: &Scope<'_>) -> Result<Names, Failure> {
    let rules_cache = &scope.reading.rules_cache;
    let names = Names::of_plans(scope.terms.in_period(rules_cache));
    let earlier = Names::of_plans(scope.terms.others(rules_cache));
    let staff = scope.customers.staff()?;
    let people = staff.iter();
    let people = people.map(|one| (one.row.key.clone(), one.row.name.clone()));
    Ok(names.or(earlier).and_people(people))
}

/// The terms that held in the period of a report, then the others that its tickets may live under.
pub(super) fn all_terms<'s>(scope: &'s Scope<'_>) -> impl Iterator<Item = &'s Terms> {
    let rules_cache = &scope.reading.rules_cache;
    let in_period = scope.terms.in_period(rules_cache);
    in_period.chain(scope.terms.others(rules_cache))
}

/// What the words of a customer's plan mean that held in the period.
///
/// # Errors
/// As [`names`].
pub(super) fn promised_words(page: Doc, scope: &Scope<'_>) -> Result<Doc, Failure> {
    let terms = scope.terms.in_period(&scope.reading.rules_cache);
    Ok(tables(page, &names(scope)?, terms))
}

/// One of the desk's people; nobody is said in a word.
pub(super) fn person_or_nobody(key: Option<&str>) -> Cell {
    let nobody: Said = said::explain_nobody();
    key.map_or_else(|| nobody.into(), |key| Cell::person(key.to_owned()))
}
