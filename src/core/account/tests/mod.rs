//! The account by worked cases and against a slow oracle. Days are counted from 1970-01-01.

mod contracts;
mod desk;
mod oracle;
mod seats;

use super::Account;
use crate::core::model::{
    ContactAuthorised, ContactId, ContractId, ContractSigned, CustomerAdded, CustomerId, EntryId,
    Event, EventId, EventText, Fact, Stream,
};
use crate::core::time::Instant;
use crate::core::time::{Fixed, first_instant};

/// A history in the writing: each act is an entry of its own, numbered from 1.
#[derive(Default)]
struct History(Vec<(Event, Option<EventText>)>);

impl History {
    /// The customer `acme`, added on the first day.
    fn new() -> History {
        let mut history = History::default();
        history.on(
            "1970-01-01",
            CustomerAdded {
                key: "acme".to_owned(),
                zone: None,
                language: None,
                account_manager: None,
                engineer: None,
            },
        );
        history
    }

    /// What happened at the beginning of that day, and the event's id.
    fn on(&mut self, date: &str, fact: impl Into<Fact>) -> EventId {
        self.with(date, fact, None)
    }

    fn with(&mut self, date: &str, fact: impl Into<Fact>, prose: Option<EventText>) -> EventId {
        let id = i64::try_from(self.0.len()).expect("a short history") + 1;
        let event = Event {
            id: EventId(id),
            entry: EntryId(id),
            stream: Stream::Customer(CustomerId(1)),
            at: day(date),
            recorded: day(date),
            present: day(date),
            actor: "minh".to_owned(),
            fact: fact.into(),
            corrects: false,
        };
        self.0.push((event, prose));
        EventId(id)
    }

    fn account(&self) -> Account {
        Account::of(&self.0).expect("the customer was added")
    }
}

/// The beginning of a day in UTC.
fn day(date: &str) -> Instant {
    first_instant(date.parse().expect("a date"), &utc())
}

fn utc() -> Fixed {
    Fixed::hours(0)
}

fn signed(starts: &str, ends: &str, months: u32, renews: Option<u32>) -> ContractSigned {
    ContractSigned {
        contract: ContractId(1),
        plan: "creatio/business".to_owned(),
        terms: "signed".to_owned(),
        starts: day(starts),
        ends: day(ends),
        months,
        renews,
        zone: None,
        region: None,
        set: Vec::new(),
        left_open: Vec::new(),
    }
}

fn authorised(contact: i64) -> ContactAuthorised {
    ContactAuthorised {
        contact: ContactId(contact),
        from: None,
        contract: None,
        qualified: Vec::new(),
        until: None,
        replaces: None,
        language: None,
    }
}

fn person(email: &str, name: &str) -> Option<EventText> {
    Some(EventText {
        name: Some(name.to_owned()),
        email: Some(email.to_owned()),
        ..EventText::default()
    })
}
