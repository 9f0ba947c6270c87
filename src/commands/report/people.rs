//! What the desk's people are called on a page; records keep the words that are typed for them.

use std::collections::HashMap;

use super::scope::Scope;
use crate::failure::Failure;
use crate::render::{Cell, Said};
use crate::wording::said;

/// The names of the desk's people, by the words that are typed for them.
pub(super) struct PeopleNames(HashMap<String, String>);

impl PeopleNames {
    /// As they were known then.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn of(scope: &Scope<'_>) -> Result<PeopleNames, Failure> {
        let staff = scope.tables.staff()?.into_iter();
        Ok(PeopleNames(
            staff.map(|one| (one.row.key, one.row.name)).collect(),
        ))
    }

    /// Somebody by name; the word that was typed where it is nobody's key.
    pub(super) fn named(&self, key: &str) -> Cell {
        match self.0.get(key) {
            Some(name) => Cell::text(name),
            None => Cell::code(key.to_owned()),
        }
    }

    /// The same; nobody is said in a word.
    pub(super) fn named_or_nobody(&self, key: Option<&str>) -> Cell {
        let nobody: Said = said::explain_nobody();
        key.map_or_else(|| nobody.into(), |key| self.named(key))
    }

    /// The cell of a record as a page has it.
    pub(super) fn on_page(&self, cell: &Cell) -> Cell {
        match cell {
            Cell::Code(key) => self.named(key),
            Cell::Absent => self.named_or_nobody(None),
            other => other.clone(),
        }
    }
}
