//! A target as its source publishes it, beside the figure that is counted.

use crate::render::Cell;
use crate::wording::said;

/// The target, on a page with the published words behind it.
pub(crate) fn published(target: Cell, says: &Option<String>) -> Cell {
    match says {
        Some(says) => Cell::told(
            target.clone(),
            said::target_published(Cell::text(says), target),
        ),
        None => target,
    }
}
