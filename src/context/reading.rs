//! Reading tickets as they stand, or stood: the fold of a prefix of their events.

use super::accounts::{account_history, staff_known, staff_rows};
use super::refusal;
use super::rules_cache::RulesCache;
use super::save::ticket_ledger;
use super::ticket_text;
use super::view::View;
use super::zones::own_zone;
use crate::core::account::Account;
use crate::core::calendar::ZoneRules;
use crate::core::model::{CustomerId, Event, EventId, Stream, TicketNo};
use crate::core::sla::{Rulebook, Ticket, fold};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::settings::Abbreviations;
use crate::store::{
    AccountRows, AsOf, Cached, Condition, PastFiller, Snapshot, Store, StoredEvent, Tables,
    TicketSave,
};

/// A ticket with its history.
#[derive(Clone, Debug)]
pub(crate) struct TicketWithHistory {
    pub number: TicketNo,
    pub ticket: Ticket,
    /// In the order of happening.
    pub history: Vec<StoredEvent>,
}

impl TicketWithHistory {
    /// The subject as it is in this view.
    pub(crate) fn subject(&self) -> &str {
        ticket_text::subject(&self.history)
    }

    /// The events without what people wrote.
    pub(crate) fn events(&self) -> Vec<Event> {
        self.history.iter().map(|told| told.event.clone()).collect()
    }
}

/// Reading through one view of the record. What is read of the past holds still while it lives.
pub(crate) struct Reading<'s> {
    pub store: &'s Store,
    pub view: View,
    pub rules_cache: RulesCache,
    /// Whether the beginning of a name is enough.
    pub(super) abbreviations: Abbreviations,
    past: Option<PastView<'s>>,
    _still: Option<Snapshot<'s>>,
}

/// The tables of a past view, and what stands in them by now.
#[derive(Clone, Copy)]
struct PastView<'s> {
    event: EventId,
    tables: Tables<'s>,
    filled: PastContent,
}

/// How much of what has changed since was put into past tables.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum PastContent {
    /// Customers and staff.
    People,
    /// Tickets too.
    Tickets,
    /// And the words that were written about them.
    Words,
}

impl<'s> Reading<'s> {
    /// Reading through a connection of whoever reads.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn new(
        store: &'s Store,
        view: View,
        abbreviations: Abbreviations,
    ) -> Result<Reading<'s>, Failure> {
        let still = match view.known {
            AsOf::All => None,
            AsOf::Through(_) => Some(store.snapshot()?),
        };
        Ok(Reading {
            store,
            view,
            rules_cache: RulesCache::open(store, view.known)?,
            abbreviations,
            past: None,
            _still: still,
        })
    }

    /// The instant at which clocks are read.
    pub(crate) fn at(&self) -> Instant {
        self.view.at
    }

    /// The tables as this view knows customers and staff; tickets have to be asked for.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn people(&mut self) -> Result<Tables<'s>, Failure> {
        Ok(match self.past_view()? {
            Some(past) => past.tables,
            None => self.store.present(),
        })
    }

    /// The tables as this view knows them. What has changed since is folded, once.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn tables(&mut self) -> Result<Tables<'s>, Failure> {
        self.holding(PastContent::Tickets)
    }

    /// The same for a condition: words are there when it asks for some.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn tables_for(&mut self, condition: &Condition) -> Result<Tables<'s>, Failure> {
        self.holding(match condition.asks_words() {
            true => PastContent::Words,
            false => PastContent::Tickets,
        })
    }

    fn past_view(&mut self) -> Result<Option<PastView<'s>>, Failure> {
        let AsOf::Through(event) = self.view.known else {
            return Ok(None);
        };
        if self.past.is_none() {
            let past = self.store.past(event)?;
            self.put_accounts(&past, event)?;
            self.past = Some(PastView {
                event,
                tables: past.done(),
                filled: PastContent::People,
            });
        }
        Ok(self.past)
    }

    fn holding(&mut self, wanted: PastContent) -> Result<Tables<'s>, Failure> {
        let Some(past) = self.past_view()? else {
            return Ok(self.store.present());
        };
        if past.filled >= wanted {
            return Ok(past.tables);
        }
        let more = past.tables.fill()?;
        for number in self.store.changed_tickets(past.event)? {
            let page = self.ticket(number)?;
            if past.filled < PastContent::Tickets {
                let rows = self.rows_of(&page);
                let known = rows.ticket.known;
                more.put_ticket(&rows)?;
                more.put_ledger(&ticket_ledger(number, &page.history, &page.ticket, known))?;
            }
            if wanted == PastContent::Words {
                let texts = ticket_text::all_texts(&page.history);
                more.put_texts(number, &texts)?;
            }
        }
        let tables = more.done();
        self.past = Some(PastView {
            filled: wanted,
            ..past
        });
        Ok(tables)
    }

    /// Customers and staff as they were.
    fn put_accounts(&self, past: &PastFiller<'_>, event: EventId) -> Result<(), Failure> {
        for customer in self.store.changed_customers(event)? {
            let history = account_history(self.store, customer, self.view.known)?;
            if let Some(account) = Account::of(&history) {
                past.put_account(&AccountRows::of(&account))?;
            }
        }
        let desk = account_history(self.store, CustomerId::DESK, AsOf::All)?;
        if staff_known(&desk) > event {
            let then = account_history(self.store, CustomerId::DESK, self.view.known)?;
            past.put_staff(&staff_rows(&then))?;
        }
        Ok(())
    }

    /// What the tables would keep of a ticket, as of this view.
    ///
    /// # Errors
    /// There is none of that number in this view.
    pub(crate) fn rows(&mut self, number: TicketNo) -> Result<Cached, Failure> {
        let page = self.ticket(number)?;
        Ok(self.rows_of(&page))
    }

    fn rows_of(&self, page: &TicketWithHistory) -> Cached {
        let terms = page.ticket.terms.and_then(|id| self.rules_cache.terms(id));
        let save = TicketSave {
            number: page.number,
            ticket: &page.ticket,
            subject: page.subject(),
            terms,
            texts: None,
            moved_by: None,
            imports: &self.rules_cache.imports,
        };
        save.rows()
    }

    /// The zone of a customer, where it has one of its own.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn zone_of(&mut self, customer: CustomerId) -> Result<Option<ZoneRules>, Failure> {
        own_zone(self.people()?, &mut self.rules_cache, customer)
    }

    /// One ticket.
    ///
    /// # Errors
    /// There is none of that number in this view.
    pub(crate) fn ticket(&mut self, number: TicketNo) -> Result<TicketWithHistory, Failure> {
        let history = self
            .store
            .history(Stream::Ticket(number), self.view.known)?;
        if history.is_empty() {
            return Err(refusal::no_ticket(number, self.store, self.view.known)?);
        }
        self.folded(number, history)
    }

    /// The ticket of a history, all of which was read through this view.
    ///
    /// # Errors
    /// It has no opening, or what it pins cannot be read.
    pub(crate) fn folded(
        &mut self,
        number: TicketNo,
        history: Vec<StoredEvent>,
    ) -> Result<TicketWithHistory, Failure> {
        self.rules_cache.load(self.store, &history)?;
        let ticket = fold(&history, &self.rules_cache).ok_or_else(|| {
            Failure::desk_file(format!("the record of ticket {number} has no opening"))
        })?;
        Ok(TicketWithHistory {
            number,
            ticket,
            history,
        })
    }
}
