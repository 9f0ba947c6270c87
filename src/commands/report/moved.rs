//! Tickets that were moved to another customer after the period had ended. Every report on it keeps
//! them where they were, as they were known then, and tells of the move beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::Scope;
use super::tickets_in_period::{TicketInPeriod, fold_known, touched};
use crate::context::{Context, View, ticket_ledger};
use crate::core::model::{CustomerId, Event, Fact, Stream, TicketNo};
use crate::core::sla::{Ticket, fold};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Listing, record};
use crate::store::{AsOf, Condition, LedgerRow, TicketQuery, TicketTest};
use crate::wording::said;

/// A ticket that reports on an ended period have where it was.
#[derive(Clone)]
pub(super) struct MovedTicket {
    pub ticket: TicketNo,
    /// When it was moved last.
    at: Option<Instant>,
    actor: Option<String>,
    /// Their keys.
    from: String,
    to: String,
    /// Whether the report is about it, as it was when the period ended.
    was_here: bool,
}

const COLUMNS: &[Column<MovedTicket>] = &[
    Column::shown("ticket", |m| Cell::Id(m.ticket.0)),
    Column::shown("at", |m| Cell::from(m.at)),
    Column::shown("actor", |m| Cell::person_if(m.actor.clone())),
    Column::shown("from", |m| Cell::code(m.from.clone())),
    Column::shown("to", |m| Cell::code(m.to.clone())),
];

/// The moves since an ended period, and how far the record was known then.
#[derive(Default)]
pub(super) struct MovedSince {
    /// By ticket.
    pub moves: Vec<MovedTicket>,
    known: Option<AsOf>,
    /// What each of them had used of allowances.
    ledger: BTreeMap<TicketNo, Vec<LedgerRow>>,
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
        let then = View::at(context, scope.window.to)?;
        let known = then.known;
        let mut found = MovedSince {
            known: Some(known),
            ..MovedSince::default()
        };
        for ticket in moved_after(scope, known)? {
            let (Some((events, then)), Some((_, now))) = (
                folded(scope, ticket, known)?,
                folded(scope, ticket, scope.reading.view.known)?,
            ) else {
                continue;
            };
            let (from, to) = (then.customer, now.customer);
            if from == to || !(scope.customers.covers(from) || scope.customers.covers(to)) {
                continue;
            }
            let lines = ticket_ledger(ticket, &events, &then, known.last());
            found.ledger.insert(ticket, lines);
            let last = last_move(scope, ticket)?;
            found.moves.push(MovedTicket {
                ticket,
                at: last.as_ref().map(|(at, _)| *at),
                actor: last.map(|(_, actor)| actor),
                from: key(scope, from)?,
                to: key(scope, to)?,
                was_here: scope.customers.covers(from),
            });
        }
        found.fit(context, scope, then)?;
        Ok(found)
    }

    /// A filter that asks for more than customers is asked of the tickets as they were then.
    fn fit(&mut self, context: &Context, scope: &Scope<'_>, then: View) -> Result<(), Failure> {
        if self.moves.is_empty() || scope.whole_customers {
            return Ok(());
        }
        let numbers = self.moves.iter().map(|moved| (moved.ticket, moved.ticket));
        let numbers = Condition::Is(TicketTest::Numbers(numbers.collect()));
        let condition = scope.condition.clone().and(numbers);
        let mut reading = context.reading_through(then)?;
        let tables = reading.tables_for(&condition)?;
        let fits: BTreeSet<TicketNo> = tables
            .numbers(&TicketQuery::of(condition))?
            .into_iter()
            .collect();
        for moved in &mut self.moves {
            moved.was_here &= fits.contains(&moved.ticket);
        }
        Ok(())
    }

    /// The tickets that the report has where they were.
    pub(super) fn kept(&self) -> impl Iterator<Item = TicketNo> {
        let kept = self.moves.iter().filter(|moved| moved.was_here);
        kept.map(|moved| moved.ticket)
    }

    /// How much of the record a report on the period reads of a ticket; none: it is not about it.
    pub(super) fn known_of(&self, scope: &Scope<'_>, ticket: TicketNo) -> Option<AsOf> {
        match self.of(ticket) {
            Some(moved) => self.known.filter(|_| moved.was_here),
            None => Some(scope.reading.view.known),
        }
    }

    /// Whether the clocks of a ticket are told of by the move.
    pub(super) fn has(&self, ticket: TicketNo) -> bool {
        self.of(ticket).is_some()
    }

    fn of(&self, ticket: TicketNo) -> Option<&MovedTicket> {
        let moves = &self.moves;
        let place = moves.binary_search_by_key(&ticket, |moved| moved.ticket);
        place.ok().map(|place| &moves[place])
    }

    /// What they had used of allowances when the period ended, whatever a filter asks of tickets.
    pub(super) fn ledger(&self) -> &BTreeMap<TicketNo, Vec<LedgerRow>> {
        &self.ledger
    }

    /// A ticket as reports on the period have it: where it was when the period ended.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn in_period(
        &self,
        scope: &mut Scope<'_>,
        ticket: TicketNo,
    ) -> Result<Option<TicketInPeriod>, Failure> {
        match self.known_of(scope, ticket) {
            Some(known) => fold_known(scope, ticket, known),
            None => Ok(None),
        }
    }

    /// The tickets that the period has to do with, where they were when it ended.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn touched(&self, scope: &Scope<'_>) -> Result<BTreeSet<TicketNo>, Failure> {
        let mut numbers = touched(scope)?;
        numbers.extend(self.kept());
        Ok(numbers)
    }

    /// Hands each of them to `visit`, by number.
    ///
    /// # Errors
    /// The desk's file cannot be read, or what `visit` fails with.
    pub(super) fn each(
        &self,
        scope: &mut Scope<'_>,
        mut visit: impl FnMut(&Scope<'_>, TicketInPeriod) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let numbers = self.touched(scope)?;
        scope.reads(numbers.len());
        for number in numbers {
            scope.read_one();
            if let Some(in_period) = self.in_period(scope, number)? {
                visit(scope, in_period)?;
            }
        }
        Ok(())
    }

    /// The moves as objects.
    pub(super) fn objects(&self) -> Cell {
        Cell::List(self.moves.iter().map(|one| record(COLUMNS, one)).collect())
    }

    /// The section of a page that tells of them; nothing where there are none.
    ///
    /// # Errors
    /// The page cannot be drawn.
    pub(super) fn section(&self, page: Doc) -> Result<Doc, Failure> {
        match self.moves.is_empty() {
            true => Ok(page),
            false => self.told(page.heading(said::report_moved())),
        }
    }

    /// The moves as a page tells of them.
    ///
    /// # Errors
    /// The page cannot be drawn.
    pub(super) fn told(&self, page: Doc) -> Result<Doc, Failure> {
        page.text(said::report_moved_since()).records(Listing::of(
            "moved",
            COLUMNS,
            self.moves.clone(),
        ))
    }
}

/// The tickets that were moved since and can be told of here.
fn moved_after(scope: &Scope<'_>, known: AsOf) -> Result<BTreeSet<TicketNo>, Failure> {
    let mut tickets = scope.reading.store.moved_after(known.last())?;
    if let Some(owners) = &scope.owners {
        tickets.retain(|ticket| {
            owners
                .of(*ticket)
                .any(|owner| scope.customers.covers(owner))
        });
    }
    Ok(tickets)
}

fn folded(
    scope: &mut Scope<'_>,
    ticket: TicketNo,
    known: AsOf,
) -> Result<Option<(Vec<Event>, Ticket)>, Failure> {
    let reading = &mut scope.reading;
    let events = reading.store.events(Stream::Ticket(ticket), known)?;
    reading.rules_cache.load(reading.store, &events)?;
    let ticket = fold(&events, &reading.rules_cache);
    Ok(ticket.map(|ticket| (events, ticket)))
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
    let row = scope.customers.row(customer)?;
    Ok(row.map_or_else(|| customer.to_string(), |row| row.key))
}
