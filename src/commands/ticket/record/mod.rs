//! A ticket as a record: what lists, `show` and every write with `-f` have of it.

mod clock;
mod event;
mod marks;
mod not_promised;
mod ruling;

use std::collections::HashMap;
use std::rc::Rc;

pub(crate) use clock::{CLOCK, ClockRecord};
pub(crate) use event::{EVENT, EventRecord};
pub(crate) use marks::{EventMarks, UndoneBy, undone_by};
pub(crate) use not_promised::NotPromised;
pub(crate) use ruling::{asked_by, parameters, rulings};

use crate::context::{Page, Reading};
use crate::core::model::{ContactId, CustomerId, Fact, Stream, TicketNo};
use crate::core::sla::Rulebook;
use crate::core::text::WordList;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, record};
use crate::store::{AsOf, Cached, Contact, CustomerRow, Store, StoredEvent, TicketRow, TicketSave};
use clock::CLOCK_KEYS;
use not_promised::NOT_PROMISED_KEYS;
use ruling::{RULING_KEYS, rulings_cell};

/// What only a folded ticket tells.
#[derive(Clone, Debug)]
pub(crate) struct Whole {
    pub page: Page,
    pub cached: Cached,
    pub clocks: Vec<ClockRecord>,
    pub events: Vec<EventRecord>,
    /// What its terms do not promise at its priority.
    pub not_promised: Vec<NotPromised>,
    /// Of the exemption.
    pub exempt_clause: Option<String>,
}

/// A ticket with the names of who is involved.
#[derive(Clone, Debug)]
pub(crate) struct TicketRecord {
    pub row: TicketRow,
    pub customer: Rc<CustomerRow>,
    pub contact: Option<Rc<Contact>>,
    pub account_manager_email: Option<String>,
    /// The address of who asked, when it is nobody known.
    pub stranger: Option<String>,
    /// Absent in lists that do not ask for it.
    pub whole: Option<Box<Whole>>,
}

/// Customers and contacts, read once each.
#[derive(Default)]
pub(crate) struct Names {
    customers: HashMap<CustomerId, Rc<CustomerRow>>,
    contacts: HashMap<ContactId, Rc<Contact>>,
    managers: HashMap<String, Option<String>>,
}

impl Names {
    /// A record of a row as the tables have it.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn record(
        &mut self,
        store: &Store,
        row: TicketRow,
    ) -> Result<TicketRecord, Failure> {
        let customer = self.customer(store, row.customer)?;
        let stranger = match row.contact {
            None if row.refused => {
                opening(&store.history(Stream::Ticket(row.number), AsOf::All)?).and_then(asked_by)
            }
            _ => None,
        };
        Ok(TicketRecord {
            contact: self.contact(store, row.contact)?,
            stranger,
            account_manager_email: self.manager_email(store, &customer)?,
            row,
            customer,
            whole: None,
        })
    }

    /// A contact.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn contact(
        &mut self,
        store: &Store,
        id: Option<ContactId>,
    ) -> Result<Option<Rc<Contact>>, Failure> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.contacts.get(&id) {
            return Ok(Some(known.clone()));
        }
        let found = store.contact(id)?.map(Rc::new);
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
        store: &Store,
        customer: &CustomerRow,
    ) -> Result<Option<String>, Failure> {
        match &customer.account_manager {
            Some(key) => self.email(store, key),
            None => Ok(None),
        }
    }

    /// A customer.
    ///
    /// # Errors
    /// The desk's file cannot be read, or names a customer that it does not hold.
    pub(crate) fn customer(
        &mut self,
        store: &Store,
        id: CustomerId,
    ) -> Result<Rc<CustomerRow>, Failure> {
        if let Some(known) = self.customers.get(&id) {
            return Ok(known.clone());
        }
        let row = store.customer(id)?.ok_or_else(|| {
            Failure::desk_file(format!(
                "the record names customer {id} and does not hold it"
            ))
        })?;
        let row = Rc::new(row);
        self.customers.insert(id, row.clone());
        Ok(row)
    }

    fn email(&mut self, store: &Store, key: &str) -> Result<Option<String>, Failure> {
        if !self.managers.contains_key(key) {
            let email = store.staff_of_key(key)?.and_then(|staff| staff.row.email);
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
        let terms = page.ticket.terms.and_then(|id| reading.book.terms(id));
        let cached = TicketSave {
            number,
            ticket: &page.ticket,
            subject: page.subject(),
            terms,
            words: None,
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
        let clocks = ClockRecord::all(&page, &reading.book, at);
        let mut record = self.record(reading.store, cached.ticket.clone())?;
        if record.contact.is_none() {
            record.stranger = opening(&page.history).and_then(asked_by);
        }
        let events = EventRecord::all(reading.store, &page, &record)?;
        record.whole = Some(Box::new(Whole {
            page,
            cached,
            clocks,
            events,
            not_promised,
            exempt_clause,
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
    let mut names = Names::default();
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
    let listing = Listing::of(name, TICKET, records);
    Ok(if single { listing.single() } else { listing })
}

impl TicketRecord {
    fn with<'t, T>(&'t self, value: impl Fn(&'t Whole) -> T) -> Option<T> {
        self.whole.as_deref().map(value)
    }

    /// The event that gave the estimate in force, with who was told.
    pub(crate) fn promise(&self) -> Option<&StoredEvent> {
        let promised = self.row.promised?;
        let whole = self.whole.as_deref()?;
        let mut history = whole.page.history.iter();
        history.find(|told| told.event.id == promised)
    }

    /// For whom it waits, when it waits.
    fn waiting_for(&self) -> Option<&'static str> {
        self.row.state.word().strip_prefix("waiting-")
    }
}

fn side(side: crate::core::model::Side) -> Cell {
    match side {
        crate::core::model::Side::Desk => Cell::code("desk"),
        crate::core::model::Side::Customer => Cell::code("customer"),
    }
}

type C = Column<TicketRecord>;

macro_rules! keys {
    ($($more:expr),*) => {
        &[
    C::shown("ticket", |t| Cell::from(t.row.number)).names(),
    C::shown("opened", |t| Cell::from(t.row.opened)),
    C::shown("state", |t| Cell::from(t.row.state)),
    C::shown("priority", |t| Cell::code_if(t.row.priority.clone())),
    C::shown("customer", |t| Cell::code(t.customer.key.clone())),
    C::shown("contact", |t| {
        let known = t.contact.as_ref().map(|c| c.row.email.clone());
        Cell::text_if(known.or_else(|| t.stranger.clone()))
    }),
    C::shown("assignee", |t| Cell::code_if(t.row.assignee.clone())),
    C::shown("subject", |t| Cell::text(t.row.subject.clone())).last(),
    C::more("priority_rank", |t| Cell::from(t.row.rank)),
    C::more("contract", |t| Cell::from(t.row.contract)),
    C::more("plan", |t| Cell::code_if(t.row.plan.clone())),
    C::more("terms", |t| Cell::from(t.row.terms)),
    C::more("channel", |t| Cell::code_if(t.row.channel.clone())),
    C::more("topic", |t| Cell::code_if(t.row.topic.clone())),
    C::more("environment", |t| Cell::code_if(t.row.environment.clone())),
    C::more("component", |t| Cell::code_if(t.row.component.clone())),
    C::more("version", |t| Cell::text_if(t.row.version.clone())),
    C::more("line", |t| Cell::text_if(t.row.line.clone())),
    C::more("tags", |t| {
        Cell::from(t.with(|w| Cell::codes(w.cached.tags.clone())))
    }),
    C::more("account_manager", |t| {
        Cell::code_if(t.customer.account_manager.clone())
    }),
    C::more("account_manager_email", |t| {
        Cell::text_if(t.account_manager_email.clone())
    }),
    C::more("contact_name", |t| {
        Cell::text_if(t.contact.as_ref().map(|c| c.row.name.clone()))
    }),
    C::more("opened_by", |t| Cell::code(t.row.opened_by.clone())),
    C::more("responded", |t| Cell::from(t.row.responded)),
    C::more("resolved", |t| Cell::from(t.row.resolved)),
    C::more("closed", |t| Cell::from(t.row.closed)),
    C::more("updated", |t| Cell::from(t.row.updated)),
    C::more("follow_up", |t| Cell::from(t.row.follow_up)),
    C::more("waiting_for", |t| Cell::code_if(t.waiting_for())),
    C::more("spoke_last", |t| side(t.row.spoke_last)),
    C::more("eta", eta).holds(&["at", "told", "told_at"]),
    C::more("worked_seconds", |t| Cell::Seconds(t.row.worked)),
    C::more("courtesy", |t| Cell::from(t.row.courtesy)),
    C::more("refused", |t| Cell::from(t.row.refused)),
    C::more("exempt", exempt).holds(&["ground", "clause"]),
    C::more("merged_into", |t| Cell::from(t.row.merged_into)),
    C::more("closed_as", |t| match t.row.closed_as {
        Some(closed) => Cell::code(closed.word()),
        None => Cell::Absent,
    }),
    C::more("links", links),
    C::more("last_event", |t| Cell::from(t.row.last)),
    C::more("clocks", |t| {
        Cell::from(t.with(|w| Cell::List(w.clocks.iter().map(|c| record(CLOCK, c)).collect())))
    })
    .keyed("milestone", CLOCK_KEYS),
    C::more("not_promised", |t| {
        Cell::from(t.with(|w| Cell::List(w.not_promised.iter().map(NotPromised::object).collect())))
    })
    .keyed("milestone", NOT_PROMISED_KEYS),
    C::more("rulings", |t| {
        Cell::from(t.with(|w| opening(&w.page.history).map(rulings_cell)).flatten())
    })
    .keyed("rule", RULING_KEYS),
    C::more("override_reason", |t| {
        let why = t.with(|w| opening(&w.page.history).and_then(|told| told.prose.why.clone()));
        Cell::text_if(why.flatten())
    }),
            $($more),*
        ]
    };
}

/// The keys of a ticket in lists and writes, the default ones first.
pub(crate) const TICKET: &[C] = keys!();

/// `show` has its events too.
pub(crate) const SHOWN: &[C] = keys!(C::more("events", |t| {
    Cell::from(t.with(|w| Cell::List(w.events.iter().map(|e| record(EVENT, e)).collect())))
}));

fn eta(t: &TicketRecord) -> Cell {
    let Some(at) = t.row.eta else {
        return Cell::Absent;
    };
    let told = t.promise();
    Cell::object([
        ("at", Cell::from(at)),
        (
            "told",
            Cell::text_if(told.and_then(|told| told.prose.told.clone())),
        ),
        ("told_at", Cell::from(told.map(|told| told.event.at))),
    ])
}

fn exempt(t: &TicketRecord) -> Cell {
    let Some(ground) = &t.row.exempt else {
        return Cell::Absent;
    };
    let clause = t.with(|whole| whole.exempt_clause.clone()).flatten();
    Cell::object([
        ("ground", Cell::code(ground.clone())),
        ("clause", Cell::code_if(clause)),
    ])
}

fn links(t: &TicketRecord) -> Cell {
    let link = |link: &crate::store::Link| {
        Cell::object([
            ("ticket", Cell::from(link.to)),
            ("kind", Cell::code(link.kind.clone())),
        ])
    };
    Cell::from(t.with(|w| Cell::List(w.cached.links.iter().map(link).collect())))
}
