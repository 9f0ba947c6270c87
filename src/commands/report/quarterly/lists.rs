//! Lists of a page: the first of them as a table, and how many more there are.

use super::super::counted::count;
use super::super::head::of_whom;
use super::super::scope::Scope;
use crate::failure::Failure;
use crate::render::{Column, Doc, Listing, Said};
use crate::wording::said;

/// More than these a page does not list; the machine formats have all.
pub(super) const LONGEST: usize = 40;

/// A section that is there when it has something to list.
///
/// # Errors
/// A record cannot be read.
pub(super) fn listed<T: Clone + 'static>(
    page: Doc,
    scope: &Scope<'_>,
    heading: Said,
    says: Option<Said>,
    columns: &'static [Column<T>],
    items: &[T],
) -> Result<Doc, Failure> {
    if items.is_empty() {
        return Ok(page);
    }
    let mut page = page.heading(heading);
    if let Some(says) = says {
        page = page.text(says);
    }
    records(page, scope, columns, items)
}

/// The first of them as a table, and how many more there are.
///
/// # Errors
/// As [`listed`].
pub(super) fn records<T: Clone + 'static>(
    page: Doc,
    scope: &Scope<'_>,
    columns: &'static [Column<T>],
    items: &[T],
) -> Result<Doc, Failure> {
    let first: Vec<T> = items.iter().take(LONGEST).cloned().collect();
    let table = Listing::of("section", columns, first).table()?;
    let page = page.block(of_whom(scope, table));
    Ok(more(page, items.len()))
}

/// Says how many more there are than a page lists.
pub(super) fn more(page: Doc, all: usize) -> Doc {
    match all.checked_sub(LONGEST) {
        None | Some(0) => page,
        Some(more) => page.text(said::and_more(count(more))),
    }
}
