//! What changed in a period since it was over: what is said of its clocks now, against what would
//! have been said in the moment in which it ended. That is the first moment at which a report on
//! the whole of it could be sealed, so whatever seal was printed since, its differences are here.

use super::super::moved::MovedSince;
use super::super::scope::Scope;
use super::super::tickets_in_period::{TicketInPeriod, fold_one, touched_and_written_after};
use crate::context::{Context, View};
use crate::core::model::Stream;
use crate::core::report::{ClockChange, ClockVerdict, ReportClock, changes};
use crate::core::sla::{Ticket, fold};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, record};
use crate::store::AsOf;

/// The changes, and since when.
pub(super) struct Changed {
    /// None: the period is not over.
    pub since: Option<Instant>,
    pub changes: Vec<ClockChange>,
    /// What was moved to or from another customer since.
    pub moved: MovedSince,
}

pub(super) const COLUMNS: &[Column<ClockChange>] = &[
    Column::shown("ticket", |c| Cell::Id(c.ticket.0)),
    Column::shown("milestone", |c| Cell::milestone(c.milestone.clone())),
    Column::shown("priority", |c| Cell::priority(c.priority.clone())),
    Column::shown("was", |c| word(c.was)),
    Column::shown("was_at", |c| at(c.was)),
    Column::shown("is", |c| word(c.is)),
    Column::shown("is_at", |c| at(c.is)),
    Column::more("cycle", |c| Cell::Number(i64::from(c.cycle))),
];

fn word(verdict: Option<ClockVerdict>) -> Cell {
    match verdict {
        None => Cell::Absent,
        Some(ClockVerdict::Open) => Cell::state("open"),
        Some(ClockVerdict::Decided(state, _)) => Cell::state(state.word()),
    }
}

fn at(verdict: Option<ClockVerdict>) -> Cell {
    match verdict {
        Some(ClockVerdict::Decided(_, at)) => Cell::Instant(at),
        None | Some(ClockVerdict::Open) => Cell::Absent,
    }
}

impl Changed {
    /// The changes as objects.
    pub(super) fn cell(&self) -> Cell {
        Cell::object([
            ("since", Cell::from(self.since)),
            (
                "clocks",
                Cell::List(
                    self.changes
                        .iter()
                        .map(|change| record(COLUMNS, change))
                        .collect(),
                ),
            ),
            ("moved", self.moved.objects()),
        ])
    }
}

/// Compares what is known with what was known when the period ended.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn changed(
    context: &Context,
    scope: &mut Scope<'_>,
    moved: MovedSince,
) -> Result<Changed, Failure> {
    if !scope.window.has_ended() {
        return Ok(Changed {
            since: None,
            changes: Vec::new(),
            moved,
        });
    }
    let ended = scope.window.to;
    let mut reading = context.reading_through(View::at(context, ended)?)?;
    let AsOf::Through(last) = reading.view.known else {
        return Ok(Changed {
            since: Some(ended),
            changes: Vec::new(),
            moved,
        });
    };
    let (mut then, mut now): (Vec<ReportClock<'_>>, Vec<ReportClock<'_>>) =
        (Vec::new(), Vec::new());
    let mut written = touched_and_written_after(scope, last)?;
    // a ticket that was moved stands as it was known then: the move is told, and no clock
    written.retain(|ticket| !moved.has(*ticket));
    for ticket in written {
        if let Some(TicketInPeriod { clocks, .. }) = fold_one(scope, ticket)? {
            now.extend(clocks);
        }
        let events = reading
            .store
            .events(Stream::Ticket(ticket), reading.view.known)?;
        reading.rules_cache.load(reading.store, &events)?;
        let known: Option<Ticket> = fold(&events, &reading.rules_cache);
        if let Some(known) = known.filter(|known| scope.covers(known.customer)) {
            then.extend(super::super::tickets_in_period::rows(
                ticket,
                &known,
                &reading.rules_cache,
            ));
        }
    }
    Ok(Changed {
        since: Some(ended),
        changes: changes(&then, &now, &scope.window),
        moved,
    })
}
