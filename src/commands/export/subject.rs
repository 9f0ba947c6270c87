//! Whom `export --about` is about, and which events are its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::log::LogFilter;
use crate::commands::ticket::record::EventRecord;
use crate::context::{Context, Reading};
use crate::core::model::{ContactId, CustomerId, Stream, TicketNo};
use crate::failure::{Exit, Failure};
use crate::store::{Condition, StoredContact, TicketTest, names};

/// Whom a page is about.
pub(super) enum Subject {
    /// Whoever has an address: the contact, or several where a person stands for several customers,
    /// each with whose it is.
    Person(Vec<(ContactId, CustomerId)>, String),
    /// An address that is no contact's (any more), and may stand in what was written.
    Address(String),
    Customer(CustomerId, String),
}

impl Subject {
    /// A contact by address, else a customer, else the bare address.
    pub(super) fn named(context: &Context, word: &str) -> Result<Subject, Failure> {
        match context.contacts(word) {
            Ok(found) => {
                let label = found.first().map_or(word, |contact| &contact.row.email);
                let of = |contact: &StoredContact| (contact.row.id, contact.row.customer);
                let contacts = found.iter().map(of).collect();
                Ok(Subject::Person(contacts, label.to_owned()))
            }
            Err(unknown) if unknown.exit() == Exit::NotFound => match context.customer(word) {
                Ok(customer) => Ok(Subject::Customer(customer.id, customer.key)),
                Err(_) if word.contains('@') => Ok(Subject::Address(word.trim().to_owned())),
                Err(no_customer) => Err(no_customer),
            },
            Err(failure) => Err(failure),
        }
    }

    pub(super) fn label(&self) -> &str {
        match self {
            Subject::Person(_, label) | Subject::Address(label) | Subject::Customer(_, label) => {
                label
            }
        }
    }

    /// Whose it is.
    pub(super) fn customers(&self) -> Vec<CustomerId> {
        match self {
            Subject::Person(contacts, _) => {
                contacts.iter().map(|(_, customer)| *customer).collect()
            }
            Subject::Address(_) => Vec::new(),
            Subject::Customer(customer, _) => vec![*customer],
        }
    }

    /// The events among which its own are.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn events(
        &self,
        moved: &BTreeSet<TicketNo>,
        reading: &mut Reading<'_>,
    ) -> Result<LogFilter, Failure> {
        if let Subject::Address(address) = self {
            return Ok(LogFilter::naming(address));
        }
        let theirs = Condition::Is(TicketTest::Customer(self.customers()));
        if moved.is_empty() {
            return LogFilter::of_people(theirs, reading);
        }
        let moved = moved.iter().map(|number| (*number, *number)).collect();
        let moved = Condition::Is(TicketTest::Numbers(moved));
        LogFilter::of_people(Condition::Any(vec![theirs, moved]), reading)
    }

    /// Whether a contact may be named to it: of a person, only itself.
    pub(super) fn may_name(&self, contact: &StoredContact) -> bool {
        match self {
            Subject::Person(contacts, _) => {
                let mut known = contacts.iter();
                known.any(|(known, _)| *known == contact.row.id)
            }
            Subject::Address(_) => false,
            Subject::Customer(customer, _) => contact.row.customer == *customer,
        }
    }

    /// Whether an event is about it: of a contact, its account's and all of its tickets, and what
    /// was said in its name on others.
    pub(super) fn has(&self, record: &EventRecord, asked: &BTreeMap<TicketNo, ContactId>) -> bool {
        let (contacts, address) = match self {
            Subject::Person(contacts, address) => (&contacts[..], address),
            Subject::Address(address) => return names(&record.told.prose, address),
            Subject::Customer(..) => return true,
        };
        let is_theirs = |contact: ContactId| contacts.iter().any(|(known, _)| *known == contact);
        let fact = &record.told.event.fact;
        let asks = ticket_of(record).and_then(|ticket| asked.get(&ticket));
        let mut said = [fact.person(), fact.asks(), asks.copied()].into_iter();
        names(&record.told.prose, address) || said.any(|contact| contact.is_some_and(is_theirs))
    }
}

/// The ticket on which something happened.
pub(super) fn ticket_of(record: &EventRecord) -> Option<TicketNo> {
    match record.told.event.stream {
        Stream::Ticket(number) => Some(number),
        Stream::Customer(_) => None,
    }
}
