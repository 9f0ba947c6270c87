//! A milestone on a page: those that most plans have are said in the page's language.

use crate::render::Cell;
use crate::wording::has_a_word;

/// The milestone of that id; for scripts it is the id.
pub(super) fn milestone(id: &str) -> Cell {
    match has_a_word(id) {
        true => Cell::word_of(id.to_owned()),
        false => Cell::code(id.to_owned()),
    }
}
