//! The deadlines that a change of calendars moved.

use crate::commands::ticket::Echo;
use crate::context::{CommitSummary, Context};
use crate::failure::Failure;

/// What became of the deadlines of the tickets that a write moved, a line each.
///
/// # Errors
/// The desk's file cannot be read.
pub(in crate::commands) fn deadline_changes(
    context: &Context,
    written: &CommitSummary,
) -> Result<Vec<String>, Failure> {
    let mut echo = Echo::of(context)?;
    let mut says = Vec::new();
    for (number, touched) in &written.tickets {
        let moves = echo.moves(touched)?;
        if !moves.is_empty() {
            says.push(echo.about(*number, touched, &moves.join("; "))?);
        }
    }
    Ok(says)
}
