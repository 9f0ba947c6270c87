//! What changed in a period since it was over: what is said of its clocks now, against what would
//! have been said in the moment in which it ended. That is the first moment at which a report on
//! the whole of it could be sealed, so whatever seal was printed since, its differences are here.

use super::super::moved::MovedSince;
use super::super::scope::Scope;
use super::super::tickets_in_period::{TicketInPeriod, rows};
use crate::context::{Context, Reading, View};
use crate::core::model::EventId;
use crate::core::report::{ClockChange, ClockVerdict, Window, changes};
use crate::core::sla::fold;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, record};
use crate::store::AsOf;
use crate::wording::said;

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
        // of a promise: the word for a ticket is another in some languages
        Some(ClockVerdict::Open) => {
            let open = Cell::word_of("open-promise");
            Cell::told(Cell::state("open"), said::as_it_is(open))
        }
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
    /// The changes of what was known when the period ended, and how many of its clocks were not
    /// known at all.
    pub(super) fn otherwise_and_new(&self) -> (Vec<ClockChange>, usize) {
        let all = self.changes.iter().cloned();
        let otherwise: Vec<ClockChange> = all.filter(|change| change.was.is_some()).collect();
        let new = self.changes.len() - otherwise.len();
        (otherwise, new)
    }

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

/// Compares what is known with what was known when the period ended, ticket by ticket.
pub(super) struct ChangesSince<'d> {
    window: Window,
    /// None: the period is not over, or there was no desk yet.
    then: Option<(Reading<'d>, EventId)>,
    changes: Vec<ClockChange>,
}

impl<'d> ChangesSince<'d> {
    /// Nothing compared yet.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn of(context: &'d Context, scope: &Scope<'_>) -> Result<ChangesSince<'d>, Failure> {
        let window = scope.window;
        let mut then = None;
        if window.has_ended() {
            let reading = context.reading_through(View::at(context, window.to)?)?;
            if let AsOf::Through(last) = reading.view.known {
                then = Some((reading, last));
            }
        }
        Ok(ChangesSince {
            window,
            then,
            changes: Vec::new(),
        })
    }

    /// Compares the clocks of a ticket, where something was written to it since. Tickets come by
    /// number. One that was moved stands as it was known then: the move is told, and no clock.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn see(
        &mut self,
        scope: &Scope<'_>,
        moved: &MovedSince,
        in_period: &TicketInPeriod,
    ) -> Result<(), Failure> {
        let Some((reading, last)) = &mut self.then else {
            return Ok(());
        };
        if in_period.ticket.last <= *last || moved.has(in_period.number) {
            return Ok(());
        }
        let mut events = in_period.events.clone();
        events.retain(|event| event.id <= *last);
        reading.rules_cache.load(reading.store, &events)?;
        let known = fold(&events, &reading.rules_cache);
        let known = known.filter(|known| scope.customers.covers(known.customer));
        let then = known.map_or_else(Vec::new, |known| {
            rows(in_period.number, &known, &reading.rules_cache)
        });
        let mut changed = changes(&then, &in_period.clocks, &self.window);
        self.changes.append(&mut changed);
        Ok(())
    }

    /// What has changed.
    pub(super) fn finish(self, moved: MovedSince) -> Changed {
        Changed {
            since: self.window.has_ended().then_some(self.window.to),
            changes: self.changes,
            moved,
        }
    }
}
