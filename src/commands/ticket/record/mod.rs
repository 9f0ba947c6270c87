//! A ticket as a record: what lists, `show` and every write with `-f` have of it.

mod cause;
mod clock;
mod columns;
mod depth;
mod event;
mod held;
mod marks;
mod not_promised;
mod published;
mod ruling;

use std::collections::HashMap;
use std::rc::Rc;

pub(crate) use cause::{BreachCause, cause_of, why_taken_back};
pub(crate) use clock::{CLOCK, ClockRecord, kind_title};
pub(crate) use columns::{asked, shown_columns, ticket_columns};
pub(crate) use depth::needs_whole;
pub(crate) use event::{EVENT, EventRecord};
pub(crate) use held::{HELD, held, held_in_words, held_said};
pub(crate) use marks::{EventMarks, Remarks, UndoneBy, remarks, remarks_of_customer, undone_by};
pub(crate) use not_promised::{
    NotPromised, kinds_promised, why_not_promised, why_not_promised_but,
};
pub(crate) use published::{promised_to, published};
pub(crate) use ruling::{asked_by, parameters, rulings};

use crate::commands::matrix;
use crate::context::{Reading, TicketWithHistory, whole_subject};
use crate::core::model::{ContactId, CustomerId, Fact, Stream, TicketNo};
use crate::core::sla::Rulebook;
use crate::failure::Failure;
use crate::render::Listing;
use crate::store::{
    Cached, CustomerRow, StoredContact, StoredEvent, Tables, TicketRow, TicketSave,
};

/// What only a folded ticket tells.
#[derive(Clone, Debug)]
pub(crate) struct FullRecord {
    pub page: TicketWithHistory,
    pub cached: Cached,
    pub clocks: Vec<ClockRecord>,
    pub events: Vec<EventRecord>,
    /// What its terms do not promise at its priority.
    pub not_promised: Vec<NotPromised>,
    /// Of the exemption.
    pub exempt_clause: Option<String>,
    /// What its terms give now for its impact and urgency.
    pub matrix_priority: Option<String>,
}

/// A ticket with the names of who is involved.
#[derive(Clone, Debug)]
pub(crate) struct TicketRecord {
    pub row: TicketRow,
    pub customer: Rc<CustomerRow>,
    pub contact: Option<Rc<StoredContact>>,
    pub account_manager_email: Option<String>,
    /// The address of who asked, when it is nobody known.
    pub stranger: Option<String>,
    /// Absent in lists that do not ask for it.
    pub whole: Option<Box<FullRecord>>,
}

/// Customers, contacts and staff as one view knows them, read once each.
pub(crate) struct RecordNames<'s> {
    tables: Tables<'s>,
    customers: HashMap<CustomerId, Rc<CustomerRow>>,
    contacts: HashMap<ContactId, Rc<StoredContact>>,
    managers: HashMap<String, Option<String>>,
}

impl<'s> RecordNames<'s> {
    /// Nobody was read yet.
    pub(crate) fn of(tables: Tables<'s>) -> RecordNames<'s> {
        RecordNames {
            tables,
            customers: HashMap::new(),
            contacts: HashMap::new(),
            managers: HashMap::new(),
        }
    }

    /// A record of a row as the tables have it.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn record(&mut self, mut row: TicketRow) -> Result<TicketRecord, Failure> {
        let customer = self.customer(row.customer)?;
        let stranger = match row.contact {
            None if row.refused => opening(&self.history(row.number)?).and_then(asked_by),
            _ => None,
        };
        row.subject = self.subject(row.number, row.subject)?;
        Ok(TicketRecord {
            contact: self.contact(row.contact)?,
            stranger,
            account_manager_email: self.manager_email(&customer)?,
            row,
            customer,
            whole: None,
        })
    }

    fn history(&self, number: TicketNo) -> Result<Vec<StoredEvent>, Failure> {
        let stream = Stream::Ticket(number);
        Ok(self.tables.store().history(stream, self.tables.known())?)
    }

    /// The whole subject of a ticket, of which a row keeps the beginning.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn subject(&self, number: TicketNo, kept: String) -> Result<String, Failure> {
        whole_subject(self.tables, number, kept)
    }

    /// A contact.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn contact(
        &mut self,
        id: Option<ContactId>,
    ) -> Result<Option<Rc<StoredContact>>, Failure> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.contacts.get(&id) {
            return Ok(Some(known.clone()));
        }
        let found = self.tables.contact(id)?.map(Rc::new);
        if let Some(contact) = &found {
            self.contacts.insert(id, contact.clone());
        }
        Ok(found)
    }

    /// The address of a customer's account manager.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn manager_email(
        &mut self,
        customer: &CustomerRow,
    ) -> Result<Option<String>, Failure> {
        match &customer.account_manager {
            Some(key) => self.email(key),
            None => Ok(None),
        }
    }

    /// A customer.
    ///
    /// # Errors
    /// The desk's file cannot be read, or names a customer that it does not hold.
    pub(crate) fn customer(&mut self, id: CustomerId) -> Result<Rc<CustomerRow>, Failure> {
        if let Some(known) = self.customers.get(&id) {
            return Ok(known.clone());
        }
        let row = self.tables.customer(id)?.ok_or_else(|| {
            Failure::desk_file(format!(
                "the record names customer {id} and does not hold it"
            ))
        })?;
        let row = Rc::new(row);
        self.customers.insert(id, row.clone());
        Ok(row)
    }

    fn email(&mut self, key: &str) -> Result<Option<String>, Failure> {
        if !self.managers.contains_key(key) {
            let email = self
                .tables
                .staff_of_key(key)?
                .and_then(|staff| staff.row.email);
            self.managers.insert(key.to_owned(), email);
        }
        Ok(self.managers[key].clone())
    }

    /// A record of a ticket as a view of the record folds it, clocks and events included.
    ///
    /// # Errors
    /// There is no such ticket in that view.
    pub(crate) fn whole(
        &mut self,
        reading: &mut Reading<'_>,
        number: TicketNo,
    ) -> Result<TicketRecord, Failure> {
        let page = reading.ticket(number)?;
        let at = reading.at();
        let terms = page
            .ticket
            .terms
            .and_then(|id| reading.rules_cache.terms(id));
        let cached = TicketSave {
            number,
            ticket: &page.ticket,
            subject: page.subject(),
            terms,
            texts: None,
            moved_by: None,
            imports: &reading.rules_cache.imports,
        }
        .rows();
        let exempt_clause = page.ticket.exempt.as_ref().and_then(|exempt| {
            let ground = terms?
                .exclusions
                .iter()
                .find(|word| word.id == exempt.ground)?;
            ground.source.clause.clone()
        });
        let not_promised = NotPromised::of(&page.ticket, terms);
        let given = terms.and_then(|terms| matrix::cell(terms, &page.ticket.words));
        let matrix_priority = given.map(|cell| cell.priority.clone());
        let clocks = ClockRecord::all(&page, &reading.rules_cache, at);
        let mut record = self.record(cached.ticket.clone())?;
        if record.contact.is_none() {
            record.stranger = opening(&page.history).and_then(asked_by);
        }
        let events = EventRecord::all(reading, &page, &record)?;
        record.whole = Some(Box::new(FullRecord {
            page,
            cached,
            clocks,
            events,
            not_promised,
            exempt_clause,
            matrix_priority,
        }));
        Ok(record)
    }
}

/// The event that opened a ticket.
pub(crate) fn opening(history: &[StoredEvent]) -> Option<&StoredEvent> {
    history
        .iter()
        .find(|told| matches!(told.event.fact, Fact::Opened(_)))
}

/// Whole tickets, in this order.
///
/// # Errors
/// One of them does not exist in that view.
pub(crate) fn whole_tickets(
    reading: &mut Reading<'_>,
    numbers: &[TicketNo],
) -> Result<Vec<TicketRecord>, Failure> {
    let mut names = RecordNames::of(reading.people()?);
    numbers
        .iter()
        .map(|number| names.whole(reading, *number))
        .collect()
}

/// Whole tickets as records; an object when one was meant.
///
/// # Errors
/// One of them does not exist in that view.
pub(crate) fn listing(
    name: &str,
    reading: &mut Reading<'_>,
    numbers: &[TicketNo],
) -> Result<Listing, Failure> {
    let records = whole_tickets(reading, numbers)?;
    let single = records.len() == 1;
    let listing = Listing::of(name, ticket_columns(), records);
    Ok(if single { listing.single() } else { listing })
}

impl TicketRecord {
    fn with<'t, T>(&'t self, value: impl Fn(&'t FullRecord) -> T) -> Option<T> {
        self.whole.as_deref().map(value)
    }

    /// The event that gave the estimate in force, with who was told.
    pub(crate) fn promise(&self) -> Option<&StoredEvent> {
        let promised = self.row.promised?;
        let whole = self.whole.as_deref()?;
        let mut history = whole.page.history.iter();
        history.find(|told| told.event.id == promised)
    }
}
