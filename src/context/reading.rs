//! Reading tickets as they stand, or stood: the fold of a prefix of their events.

use std::collections::BTreeSet;

use super::refusal;
use super::rules_cache::RulesCache;
use super::story;
use super::view::View;
use crate::core::model::{Event, Stream, TicketNo};
use crate::core::sla::{Rulebook, Ticket, fold};
use crate::core::time::Instant;
use crate::failure::{Exit, Failure};
use crate::store::{AsOf, Cached, Order, Seen, Store, StoredEvent, TicketQuery, TicketSave, Where};

/// A ticket with its history.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub number: TicketNo,
    pub ticket: Ticket,
    /// In the order of happening.
    pub history: Vec<StoredEvent>,
}

impl Page {
    /// The subject as it is in this view.
    pub(crate) fn subject(&self) -> &str {
        story::subject(&self.history)
    }

    /// The events without what people wrote.
    pub(crate) fn events(&self) -> Vec<Event> {
        self.history.iter().map(|told| told.event.clone()).collect()
    }
}

/// Reading through one view of the record.
pub(crate) struct Reading<'s> {
    pub store: &'s Store,
    pub view: View,
    pub book: RulesCache,
}

impl<'s> Reading<'s> {
    pub(super) fn new(store: &'s Store, view: View) -> Result<Reading<'s>, Failure> {
        Ok(Reading {
            store,
            view,
            book: RulesCache::open(store, view.known)?,
        })
    }

    /// The instant at which clocks are read.
    pub(crate) fn at(&self) -> Instant {
        self.view.at
    }

    /// The tickets of this view that fit, by number.
    ///
    /// A row that nobody wrote to since is right as it stands; the other tickets are folded and
    /// asked.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn numbers(&mut self, condition: &Where) -> Result<Vec<TicketNo>, Failure> {
        let found = self.store.numbers(&TicketQuery {
            order: Order::Number,
            ..TicketQuery::of(condition.clone())
        })?;
        let AsOf::Through(event) = self.view.known else {
            return Ok(found);
        };
        let changed = self.store.tickets_after(event)?;
        let mut fitting: BTreeSet<TicketNo> = found.into_iter().collect();
        for number in changed {
            match self.fits(number, condition) {
                Ok(true) => fitting.insert(number),
                Ok(false) => fitting.remove(&number),
                Err(unknown) if unknown.exit() == Exit::NotFound => fitting.remove(&number),
                Err(failure) => return Err(failure),
            };
        }
        Ok(fitting.into_iter().collect())
    }

    /// What the tables would keep of a ticket, as of this view.
    ///
    /// # Errors
    /// There is none of that number in this view.
    pub(crate) fn rows(&mut self, number: TicketNo) -> Result<Cached, Failure> {
        let page = self.ticket(number)?;
        Ok(self.rows_of(&page))
    }

    fn rows_of(&self, page: &Page) -> Cached {
        let terms = page.ticket.terms.and_then(|id| self.book.terms(id));
        let save = TicketSave {
            number: page.number,
            ticket: &page.ticket,
            subject: page.subject(),
            terms,
            words: None,
        };
        save.rows()
    }

    fn fits(&mut self, number: TicketNo, condition: &Where) -> Result<bool, Failure> {
        let page = self.ticket(number)?;
        let rows = self.rows_of(&page);
        let customer = self.store.customer(rows.ticket.customer)?;
        let written = page.history.iter();
        let words: Vec<String> = written
            .filter_map(|told| story::words(&told.prose))
            .collect();
        Ok(condition.fits(Seen {
            rows: &rows,
            account_manager: customer
                .as_ref()
                .and_then(|row| row.account_manager.as_deref()),
            words: &words.join("\n"),
        }))
    }

    /// One ticket.
    ///
    /// # Errors
    /// There is none of that number in this view.
    pub(crate) fn ticket(&mut self, number: TicketNo) -> Result<Page, Failure> {
        let history = self
            .store
            .history(Stream::Ticket(number), self.view.known)?;
        if history.is_empty() {
            return Err(refusal::no_ticket(number, self.store)?);
        }
        let events: Vec<Event> = history.iter().map(|told| told.event.clone()).collect();
        self.book.load(self.store, &events)?;
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
