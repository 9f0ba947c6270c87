//! Reading tickets as they stand, or stood: the fold of a prefix of their events.

use super::book::Book;
use super::refusal;
use super::story;
use super::view::View;
use crate::core::model::{Event, Instant, Stream, TicketNo};
use crate::core::sla::{Ticket, fold};
use crate::failure::Failure;
use crate::store::{Store, Told};

/// A ticket with its history.
#[derive(Clone, Debug)]
pub struct Page {
    pub number: TicketNo,
    pub ticket: Ticket,
    /// In the order of happening.
    pub history: Vec<Told>,
}

impl Page {
    /// The subject as it is in this view.
    pub fn subject(&self) -> &str {
        story::subject(&self.history)
    }

    /// The events without what people wrote.
    pub fn events(&self) -> Vec<Event> {
        self.history.iter().map(|told| told.event.clone()).collect()
    }
}

/// Reading through one view of the record.
pub struct Reading<'s> {
    pub store: &'s Store,
    pub view: View,
    pub book: Book,
}

impl<'s> Reading<'s> {
    pub(super) fn new(store: &'s Store, view: View) -> Result<Reading<'s>, Failure> {
        Ok(Reading {
            store,
            view,
            book: Book::open(store, view.known)?,
        })
    }

    /// The instant at which clocks are read.
    pub fn at(&self) -> Instant {
        self.view.at
    }

    /// One ticket.
    ///
    /// # Errors
    /// There is none of that number in this view.
    pub fn ticket(&mut self, number: TicketNo) -> Result<Page, Failure> {
        let history = self
            .store
            .history(Stream::Ticket(number), self.view.known)?;
        if history.is_empty() {
            return Err(refusal::no_ticket(number, self.store)?);
        }
        let events: Vec<Event> = history.iter().map(|told| told.event.clone()).collect();
        self.book.learn(self.store, &events)?;
        let ticket = fold(&events, &self.book).ok_or_else(|| {
            Failure::desk_file(format!("the record of ticket {number} has no opening"))
        })?;
        Ok(Page {
            number,
            ticket,
            history,
        })
    }
}
