//! Tickets that were moved to another customer after the period had ended. Its page keeps them where
//! they were, as they were known then, and tells of the move beside it.

use super::super::scope::Scope;
use super::super::tickets_in_period::{TicketInPeriod, fold_known, fold_one};
use crate::context::{Context, View};
use crate::core::model::{CustomerId, Fact, Stream, TicketNo};
use crate::core::sla::{Ticket, fold};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column};
use crate::store::AsOf;

/// A ticket that the page of an ended period has where it was.
#[derive(Clone)]
pub(super) struct MovedTicket {
    pub ticket: TicketNo,
    /// When it was moved last.
    at: Option<Instant>,
    actor: Option<String>,
    /// Their keys.
    from: String,
    to: String,
    /// Whether the page is about the customer whose it was when the period ended.
    was_here: bool,
}

pub(super) const COLUMNS: &[Column<MovedTicket>] = &[
    Column::shown("ticket", |m| Cell::Id(m.ticket.0)),
    Column::shown("at", |m| Cell::from(m.at)),
    Column::shown("actor", |m| Cell::code_if(m.actor.clone())),
    Column::shown("from", |m| Cell::code(m.from.clone())),
    Column::shown("to", |m| Cell::code(m.to.clone())),
];

/// The moves since an ended period, and how far the record was known then.
#[derive(Default)]
pub(super) struct MovedSince {
    pub moves: Vec<MovedTicket>,
    known: Option<AsOf>,
}

impl MovedSince {
    /// Reads them.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn read(context: &Context, scope: &mut Scope<'_>) -> Result<MovedSince, Failure> {
        if !scope.window.has_ended() {
            return Ok(MovedSince::default());
        }
        let known = View::at(context, scope.window.to)?.known;
        let mut found = MovedSince {
            moves: Vec::new(),
            known: Some(known),
        };
        for ticket in scope.reading.store.moved_after(known.last())? {
            let (Some(then), Some(now)) = (
                folded(scope, ticket, known)?,
                folded(scope, ticket, scope.reading.view.known)?,
            ) else {
                continue;
            };
            let (from, to) = (then.customer, now.customer);
            if from == to || !(scope.covers(from) || scope.covers(to)) {
                continue;
            }
            let last = last_move(scope, ticket)?;
            found.moves.push(MovedTicket {
                ticket,
                at: last.as_ref().map(|(at, _)| *at),
                actor: last.map(|(_, actor)| actor),
                from: key(scope, from)?,
                to: key(scope, to)?,
                was_here: scope.covers(from),
            });
        }
        Ok(found)
    }

    /// Whether the clocks of a ticket are told of by the move.
    pub(super) fn has(&self, ticket: TicketNo) -> bool {
        self.moves.iter().any(|moved| moved.ticket == ticket)
    }

    /// A ticket as the page has it: where it was when the period ended.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn in_period(
        &self,
        scope: &mut Scope<'_>,
        ticket: TicketNo,
    ) -> Result<Option<TicketInPeriod>, Failure> {
        let moved = self.moves.iter().find(|moved| moved.ticket == ticket);
        match (moved, self.known) {
            (Some(moved), Some(known)) if moved.was_here => fold_known(scope, ticket, known),
            (Some(_), _) => Ok(None),
            (None, _) => fold_one(scope, ticket),
        }
    }
}

fn folded(scope: &mut Scope<'_>, ticket: TicketNo, known: AsOf) -> Result<Option<Ticket>, Failure> {
    let reading = &mut scope.reading;
    let events = reading.store.events(Stream::Ticket(ticket), known)?;
    reading.rules_cache.load(reading.store, &events)?;
    Ok(fold(&events, &reading.rules_cache))
}

/// When and by whom it was moved last.
fn last_move(scope: &Scope<'_>, ticket: TicketNo) -> Result<Option<(Instant, String)>, Failure> {
    let reading = &scope.reading;
    let events = reading
        .store
        .events(Stream::Ticket(ticket), reading.view.known)?;
    let effective_events = crate::core::sla::effective_events(&events);
    let mut moves = effective_events
        .iter()
        .rev()
        .filter(|event| matches!(event.fact, Fact::Moved(_)));
    Ok(moves.next().map(|event| (event.at, event.actor.clone())))
}

fn key(scope: &Scope<'_>, customer: CustomerId) -> Result<String, Failure> {
    let row = scope.tables.customer(customer)?;
    Ok(row.map_or_else(|| customer.to_string(), |row| row.key))
}
