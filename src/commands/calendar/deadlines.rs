//! The deadlines that a write moved.

use crate::context::TicketChange;
use crate::core::sla::Clock;
use crate::core::time::{LocalNow, moment};

/// The deadlines that a write moved, a sentence each.
pub(in crate::commands) fn deadline_changes(
    written: &crate::context::CommitSummary,
    here: LocalNow<'_>,
) -> Vec<String> {
    let told = written.tickets.iter().flat_map(|(number, touched)| {
        moved(touched).map(move |(milestone, was, is)| {
            format!(
                "{number} {milestone}: {} -> {}",
                shown(was, here),
                shown(is, here)
            )
        })
    });
    told.collect()
}

type DueAt = Option<crate::core::time::Instant>;

/// The live deadlines that are not where they were.
fn moved(touched: &TicketChange) -> impl Iterator<Item = (String, DueAt, DueAt)> {
    let before = touched
        .before
        .as_ref()
        .map_or(&[][..], |before| &before.clocks);
    let live = touched
        .now
        .clocks
        .iter()
        .filter(|clock| clock.ended.is_none());
    live.filter_map(|clock: &Clock| {
        let was = before.iter().find(|old| old.n == clock.n)?.due;
        (was != clock.due).then(|| (clock.milestone.clone(), was, clock.due))
    })
}

fn shown(due: DueAt, here: LocalNow<'_>) -> String {
    due.map_or_else(|| "not due".to_owned(), |due| moment(due, here))
}
