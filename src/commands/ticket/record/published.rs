//! A target as a page says it: as its source publishes it, beside the figure that is counted, and to
//! which tickets it is promised.

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

/// The target with the kind of tickets that it is promised to; none: to every ticket.
pub(crate) fn promised_to(kind: Option<Cell>, target: Cell) -> Cell {
    match (kind, &target) {
        (None, _) | (_, Cell::Absent) => target,
        (Some(kind), _) => Cell::told(target.clone(), said::explain_of_kind(kind, target)),
    }
}
