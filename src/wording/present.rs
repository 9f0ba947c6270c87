//! Whose clock says what.

use crate::core::model::EntryId;

/// An entry lies ahead of the clock, and what was read is as of then.
pub(crate) fn ahead(entry: EntryId, actor: &str, recorded: &str, clock: &str) -> String {
    format!(
        "the clock says {clock}, and e{entry} by {actor} was recorded {recorded}: all is shown as of \
         then; if that clock was wrong: `sladesk undo e{entry}`"
    )
}
