//! `export --about`: all that the record has of a contact or a customer, with what a redaction would
//! take out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::subject::{Subject, ticket_of};
use crate::commands::log::records;
use crate::commands::ticket::record::{EVENT, EventRecord};
use crate::context::{Context, Reading};
use crate::core::model::{
    ContactId, CustomerId, Event, EventId, EventText, Fact, Stream, TicketNo, undone_entries,
    written_elsewhere,
};
use crate::core::time::LocalNow;
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Listing, Outcome, PagePreference};
use crate::wording::export as words;

/// What is left of an event when it is redacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Redaction {
    /// `db redact CONTACT` takes out who somebody is.
    Who,
    /// `db redact EVENT` takes out what was written.
    Text,
    /// It was taken out.
    Erased,
    /// Nothing of a person stands in it.
    None,
}

impl Redaction {
    fn of(record: &EventRecord) -> Redaction {
        let told = &record.told;
        match (told.redacted, told.prose.is_empty()) {
            (true, _) => Redaction::Erased,
            (false, true) => Redaction::None,
            (false, false) if told.event.fact.person().is_some() => Redaction::Who,
            (false, false) => Redaction::Text,
        }
    }

    fn word(self) -> Option<&'static str> {
        match self {
            Redaction::Who => Some("who"),
            Redaction::Text => Some("text"),
            Redaction::Erased => Some("erased"),
            Redaction::None => None,
        }
    }
}

type C = Column<EventRecord>;

fn columns() -> &'static [C] {
    static COLUMNS: LazyLock<Vec<C>> = LazyLock::new(|| {
        let same: fn(&EventRecord) -> &EventRecord = |record| record;
        let of_events = EVENT.iter().map(|column| column.within(same));
        let redaction = C::shown("redaction", |record| {
            Cell::from(Redaction::of(record).word().map(Cell::code))
        });
        let language = C::more("language", |record| seated(record, "language"));
        let from = C::more("from", |record| seated(record, "from"));
        let until = C::more("until", |record| seated(record, "until"));
        of_events
            .chain([redaction, language, from, until])
            .collect()
    });
    &COLUMNS
}

/// All that the record has of whoever is called so.
///
/// # Errors
/// Nobody is called so, or the desk's file cannot be read.
pub(super) fn about(context: &Context, who: &str) -> Result<Outcome, Failure> {
    let subject = Subject::named(context, who)?;
    let mut reading = context.reading(None)?;
    let here = LocalNow::new(reading.at(), context.here()?.zone);
    let events = of_subject(context, &subject, &mut reading, here)?;
    if let (Subject::Address(address), true) = (&subject, events.is_empty()) {
        // nobody is called so, and it stands nowhere
        context.contacts(address)?;
    }
    let page = page(&subject, &events, here);
    let listing = Listing::of(words::NAME, columns(), events)
        .if_empty(words::NOTHING)
        .page(PagePreference::Page, page);
    Ok(Outcome::listing(listing))
}

/// The events of whoever has an address that have words, which are not taken out with who it is:
/// once that is gone, nothing tells whose they were.
///
/// # Errors
/// Nobody has it, or the desk's file cannot be read.
pub(in crate::commands) fn words_of(
    context: &Context,
    address: &str,
) -> Result<Vec<EventId>, Failure> {
    let subject = Subject::named(context, address)?;
    let mut reading = context.reading(None)?;
    let here = LocalNow::new(reading.at(), context.here()?.zone);
    let events = of_subject(context, &subject, &mut reading, here)?;
    let mut texts: Vec<EventId> = events
        .iter()
        .filter(|record| Redaction::of(record) == Redaction::Text)
        .map(|record| record.told.event.id)
        .collect();
    texts.sort_unstable();
    Ok(texts)
}

/// What the record has of a subject, without what is another's.
fn of_subject(
    context: &Context,
    subject: &Subject,
    reading: &mut Reading<'_>,
    here: LocalNow<'_>,
) -> Result<Vec<EventRecord>, Failure> {
    // also what was written on a ticket before it went to somebody else
    let moved = context.store()?.moved_after(EventId(0))?;
    let found = subject.events(&moved, reading)?.find(reading, None)?;
    if let Subject::Address(_) = subject {
        let mut events = records(reading, found, here)?;
        for record in &mut events {
            // whose it was nobody knows: nothing but the event itself
            (record.subject, record.contact, record.customer) = (None, None, None);
        }
        return Ok(events);
    }
    let mut events = records(reading, found, here)?;
    let customers = subject.customers();
    events.retain(|record| match record.told.event.stream {
        Stream::Customer(id) => customers.contains(&id),
        Stream::Ticket(_) => true,
    });
    // what a ticket says of another customer is not theirs to read
    let others = of_others(&events, &moved, &customers);
    events.retain(|record| !others.contains(&record.told.event.id));
    let tickets = by_ticket(&events);
    let called = called_last(&tickets);
    let asked = asked_last(&tickets);
    events.retain(|record| subject.has(record, &asked));
    for record in &mut events {
        // nor who of others asked, whose it is now, and what others call it
        let ticket = ticket_of(record);
        record.subject = ticket.and_then(|ticket| called.get(&ticket).cloned());
        let asks = record.contact.take();
        record.contact = asks.filter(|contact| subject.may_name(contact));
        let owner = record.customer.take();
        record.customer = owner.filter(|owner| customers.contains(&owner.id));
    }
    Ok(events)
}

fn page(subject: &Subject, events: &[EventRecord], here: LocalNow<'_>) -> Doc {
    let label = subject.label();
    let beside = |record: &&EventRecord| ticket_of(record).is_none();
    let mut page = Doc::new(words::title(label)).text(words::says(events.len()));
    let mut of_account = events.iter().filter(beside).peekable();
    if of_account.peek().is_some() {
        page = page.heading(words::ACCOUNT);
    }
    for record in of_account {
        page = one(page, record, here);
    }
    for (ticket, of_ticket) in by_ticket(events) {
        let mut of_it = of_ticket.iter();
        let subject = of_it.find_map(|record| record.subject.as_deref());
        page = page.heading(words::ticket(ticket, subject));
        for record in of_ticket {
            page = one(page, record, here);
        }
    }
    redactions(page, subject, events)
}

type ByTicket<'e> = BTreeMap<TicketNo, Vec<&'e EventRecord>>;

fn by_ticket(events: &[EventRecord]) -> ByTicket<'_> {
    let mut tickets = ByTicket::new();
    for record in events {
        if let Some(ticket) = ticket_of(record) {
            tickets.entry(ticket).or_default().push(record);
        }
    }
    tickets
}

/// The events of tickets that were moved, written while these were another customer's.
fn of_others(
    events: &[EventRecord],
    moved: &BTreeSet<TicketNo>,
    customers: &[CustomerId],
) -> BTreeSet<EventId> {
    let mut told: BTreeMap<TicketNo, Vec<Event>> = BTreeMap::new();
    for record in events {
        if let Some(ticket) = ticket_of(record).filter(|ticket| moved.contains(ticket)) {
            let of_ticket = told.entry(ticket).or_default();
            of_ticket.push(record.told.event.clone());
        }
    }
    let mut others = BTreeSet::new();
    for mut told in told.into_values() {
        told.sort_unstable_by_key(|event| event.id);
        others.extend(written_elsewhere(&told, |of| customers.contains(&of)));
    }
    others
}

/// What each ticket was called last by these events.
fn called_last(tickets: &ByTicket<'_>) -> BTreeMap<TicketNo, String> {
    last_said(tickets, |record| record.told.prose.subject.clone())
}

/// Who asked last on each ticket by these events.
fn asked_last(tickets: &ByTicket<'_>) -> BTreeMap<TicketNo, ContactId> {
    last_said(tickets, |record| match &record.told.event.fact {
        Fact::Opened(opened) => opened.contact,
        Fact::Edited(edited) => edited.contact,
        _ => None,
    })
}

/// What each ticket's events say last of something, those that were taken back left out.
fn last_said<T>(
    tickets: &ByTicket<'_>,
    says: impl Fn(&EventRecord) -> Option<T>,
) -> BTreeMap<TicketNo, T> {
    let mut last = BTreeMap::new();
    for (ticket, of_ticket) in tickets {
        let undone = undone_entries(of_ticket.iter().map(|record| &record.told.event));
        let stands = |record: &&&EventRecord| !undone.contains(&record.told.event.entry);
        let mut said: Vec<_> = of_ticket
            .iter()
            .filter(stands)
            .filter_map(|record| {
                let event = &record.told.event;
                Some(((event.at, event.id), says(record)?))
            })
            .collect();
        said.sort_by_key(|(place, _)| *place);
        last.extend(said.pop().map(|(_, said)| (*ticket, said)));
    }
    last
}

/// An event with all that is personal in it.
fn one(page: Doc, record: &EventRecord, here: LocalNow<'_>) -> Doc {
    let page = record.line(page, here);
    let EventText {
        text,
        subject,
        name,
        email,
        phone,
        told,
        corrects,
        people,
        why,
    } = &record.told.prose;
    let people = (!people.is_empty()).then(|| people.join(", "));
    let said = [
        ("name", name.as_ref()),
        ("e-mail", email.as_ref()),
        ("phone", phone.as_ref()),
        ("subject", subject.as_ref()),
        (words::TOLD_TO, told.as_ref()),
        ("people", people.as_ref()),
        ("why", why.as_ref()),
        ("corrects", corrects.as_ref()),
    ];
    let said = said.into_iter();
    let said = said.filter_map(|(label, value)| Some((label, Cell::text(value?.as_str()))));
    let said: Vec<_> = said.chain(seat(record)).collect();
    let page = match said.is_empty() {
        true => page,
        false => page.facts(said),
    };
    match text {
        Some(text) => page.quote(text.as_str()),
        None => page,
    }
}

/// What an event says of the seat of a contact: the language, from when on it holds and until when.
fn seat(record: &EventRecord) -> Vec<(&'static str, Cell)> {
    let (language, from, until) = match &record.told.event.fact {
        Fact::ContactAuthorised(seat) => (&seat.language, seat.from, seat.until),
        Fact::ContactEdited(seat) => (&seat.language, None, seat.until),
        Fact::ContactRevoked(seat) => (&None, seat.from, None),
        _ => return Vec::new(),
    };
    let said = [
        ("language", Cell::code_if(language.clone())),
        ("from", Cell::from(from)),
        ("until", Cell::from(until)),
    ];
    said.into_iter()
        .filter(|(_, cell)| *cell != Cell::Absent)
        .collect()
}

fn seated(record: &EventRecord, label: &str) -> Cell {
    let mut said = seat(record).into_iter();
    let found = said.find(|(known, _)| *known == label);
    found.map_or(Cell::Absent, |(_, cell)| cell)
}

/// The commands that take out what is told above.
fn redactions(page: Doc, subject: &Subject, events: &[EventRecord]) -> Doc {
    let page = page.heading(words::REDACTIONS);
    let of = |wanted: Redaction| {
        let events = events
            .iter()
            .filter(move |record| Redaction::of(record) == wanted);
        events
            .map(|record| record.told.event.id.to_string())
            .collect::<Vec<String>>()
    };
    let (who, text, erased) = (
        of(Redaction::Who),
        of(Redaction::Text),
        of(Redaction::Erased),
    );
    if who.is_empty() && text.is_empty() {
        return page.text(words::NOTHING_LEFT);
    }
    let mut page = page.text(words::KEPT);
    if !who.is_empty() {
        page = match subject {
            Subject::Person(_, label) => page.text(words::takes_out_who(label, &who)),
            Subject::Address(_) | Subject::Customer(..) => {
                page.text(words::takes_out_everybody(&who))
            }
        };
    }
    if !text.is_empty() {
        page = page.text(words::takes_out_text(&text));
    }
    match erased.is_empty() {
        true => page,
        false => page.text(words::erased(erased.len())),
    }
}
