//! A milestone on a page: those that most plans have are said in the page's language.

use crate::render::Cell;

/// The milestones that every language has a word for.
const SAID: [&str; 2] = ["response", "resolution"];

/// The milestone of that id; for scripts it is the id.
pub(super) fn milestone(id: &str) -> Cell {
    match SAID.contains(&id) {
        true => Cell::word_of(id.to_owned()),
        false => Cell::code(id.to_owned()),
    }
}
