//! What a ticket that is merged into another leaves to it.

use super::measure::due_going_on;
use super::rules::Rulebook;
use super::ticket::Ticket;
use crate::core::model::AbsorbedLimit;
use crate::core::time::Instant;

/// What is owed on the clocks of a ticket that are neither ended nor broken then, as limits of the
/// ticket that takes it in.
pub fn handed_over(ticket: &Ticket, rules: &dyn Rulebook, at: Instant) -> Vec<AbsorbedLimit> {
    let left = ticket.clocks.iter().filter_map(|clock| {
        let limit = clock.limits.get(clock.governing)?;
        let due = due_going_on(clock, rules, at)?;
        Some(AbsorbedLimit {
            milestone: clock.milestone.clone(),
            priority: clock.priority.clone(),
            calendar: limit.calendar.clone(),
            terms: limit.terms,
            due,
            kind: limit.kind.clone(),
            clause: limit.clause.clone(),
        })
    });
    left.collect()
}
