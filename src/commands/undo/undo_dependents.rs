//! What rests on an entry that is to be taken back: no ticket, contract or seat loses the ground
//! that it stands on, and with it its breaches the reports.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::account::seating;
use super::super::contract::tickets;
use crate::context::Session;
use crate::core::account::{Account, Contact, Contract, TermsFrom};
use crate::core::model::{
    ContactId, ContractId, CustomerId, EventId, Fact, State, Stream, TicketNo, undone_entries,
};
use crate::failure::Failure;
use crate::store::{AsOf, Condition, TicketOrder, TicketQuery, TicketRow, TicketTest};
use crate::wording::undo::{self, GoesWithIt, Gone, Resting};

/// A customer's account with an entry in it, to be compared with the account without.
pub(super) struct AccountBefore {
    customer: CustomerId,
    account: Account,
}

impl AccountBefore {
    /// As things stand; none of a customer who does not exist before the entry is taken back.
    ///
    /// # Errors
    /// The desk's file cannot be read, or the customer would come back under a key that another
    /// has taken.
    pub(super) fn read(
        session: &mut Session<'_>,
        customer: CustomerId,
    ) -> Result<Option<AccountBefore>, Failure> {
        if let Some(account) = session.account_if_any(customer)?.cloned() {
            return Ok(Some(AccountBefore { customer, account }));
        }
        let key = session.writer.customer(customer)?.map(|row| row.key);
        let Some(key) = key else { return Ok(None) };
        match session.writer.customer_of_key(&key)? {
            None => Ok(None),
            Some(_) => Err(Failure::not_possible(undo::key_taken(&key)).kind("exists")),
        }
    }

    /// Refuses when something that stands lost what it rests on; `streams` are those that the
    /// entry wrote to.
    ///
    /// # Errors
    /// What rests on the entry, or that there are not seats enough without it.
    pub(super) fn nothing_rests(
        &self,
        session: &mut Session<'_>,
        streams: &[Stream],
    ) -> Result<(), Failure> {
        let without = session.account_if_any(self.customer)?.cloned();
        let lost = LostFacts {
            with: &self.account,
            events_not_undone: events_not_undone(session, Stream::Customer(self.customer))?,
            tickets: tickets_not_undone(session, &self.account, streams)?,
            booked: self.booked(session, without.as_ref())?,
        };
        let Some(without) = &without else {
            return lost.customer();
        };
        for contract in &self.account.contracts {
            match without.contract(contract.id) {
                None => lost.contract(contract)?,
                Some(left) => lost.terms(contract, left)?,
            }
        }
        for contact in &self.account.contacts {
            lost.contact(contact, without.contact(contact.id))?;
        }
        self.seats(session, without)
    }

    /// The tickets that used something of a contract which is gone without the entry, whoever's
    /// they are by now.
    fn booked(
        &self,
        session: &Session<'_>,
        without: Option<&Account>,
    ) -> Result<HashMap<ContractId, Vec<TicketNo>>, Failure> {
        let gone = |contract: &&Contract| without.is_none_or(|a| a.contract(contract.id).is_none());
        let mut booked = HashMap::new();
        for contract in self.account.contracts.iter().filter(gone) {
            let mut tickets = Vec::new();
            for number in session.writer.tickets_on_ledger(contract.id)? {
                if opening_not_undone(session, Stream::Ticket(number))? {
                    tickets.push(number);
                }
            }
            booked.insert(contract.id, tickets);
        }
        Ok(booked)
    }

    /// Who was revoked comes back to a seat only if nobody has taken it.
    fn seats(&self, session: &mut Session<'_>, without: &Account) -> Result<(), Failure> {
        for contract in &without.contracts {
            let from = session.now().max(contract.starts);
            let Some(said) = contract.terms_at(from) else {
                continue;
            };
            let Some(terms) = session
                .rules_cache
                .load_terms(&session.writer, said.event)?
                .cloned()
            else {
                continue;
            };
            let enough = |session: &mut Session<'_>, account: &Account| {
                seating::enough_for(session, account, contract.id, &terms, from)
            };
            if enough(session, &self.account).is_ok() {
                enough(session, without)?;
            }
        }
        Ok(())
    }
}

/// Refuses to bring back what would rest on nothing: a ticket without its customer, contract or
/// contact, or what was agreed with a customer who is not there.
///
/// # Errors
/// What was undone since.
pub(super) fn refuse_orphans(session: &mut Session<'_>, streams: &[Stream]) -> Result<(), Failure> {
    for stream in streams {
        match *stream {
            Stream::Ticket(number) if opening_not_undone(session, *stream)? => {
                refuse_orphan_ticket(session, number)?;
            }
            Stream::Customer(id) if id != CustomerId::DESK => {
                let nobody = session.account_if_any(id)?.is_none();
                if nobody && !events_not_undone(session, *stream)?.is_empty() {
                    return Err(gone(Gone::ItsCustomer));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn refuse_orphan_ticket(session: &mut Session<'_>, number: TicketNo) -> Result<(), Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let Some(account) = session.account_if_any(ticket.customer)? else {
        return Err(gone(Gone::CustomerOf(number)));
    };
    if let Some(id) = ticket.contract.filter(|id| account.contract(*id).is_none()) {
        return Err(gone(Gone::ContractOf(id, number)));
    }
    match ticket.contact {
        Some(contact) if !is_authorised(session, contact)? => Err(gone(Gone::ContactOf(number))),
        _ => Ok(()),
    }
}

/// Whether a contact's authorisation was not undone. It is asked of the contact's own customer: a
/// ticket that was moved keeps the contact that it was opened for.
fn is_authorised(session: &mut Session<'_>, contact: ContactId) -> Result<bool, Failure> {
    let Some(found) = session.writer.present().contact(contact)? else {
        return Ok(false);
    };
    let account = session.account_if_any(found.row.customer)?;
    Ok(account.is_some_and(|account| account.contact(contact).is_some()))
}

fn gone(what: Gone) -> Failure {
    let (message, hint) = undo::undone_since(what);
    Failure::not_possible(message).kind("rests").hint(hint)
}

/// The events of a stream that were not undone, undoing itself aside.
fn events_not_undone(session: &Session<'_>, stream: Stream) -> Result<HashSet<EventId>, Failure> {
    let events = session.writer.events(stream, AsOf::All)?;
    let undone = undone_entries(events.iter());
    let stand = events
        .iter()
        .filter(|event| !undone.contains(&event.entry) && !matches!(event.fact, Fact::Undone(_)));
    Ok(stand.map(|event| event.id).collect())
}

/// The tickets of a customer, or of one of its contacts, of which the opening was not undone; a
/// refused request that is kept is one.
fn tickets_not_undone(
    session: &Session<'_>,
    account: &Account,
    streams: &[Stream],
) -> Result<Vec<TicketRow>, Failure> {
    let contacts = account.contacts.iter().map(|contact| contact.id).collect();
    let query = TicketQuery {
        order: TicketOrder::Number,
        ..TicketQuery::of(Condition::Any(vec![
            TicketTest::Customer(vec![account.customer.id]).into(),
            TicketTest::Contact(contacts).into(),
        ]))
    };
    let mut tickets = Vec::new();
    for row in session.writer.present().tickets(&query)? {
        let stream = Stream::Ticket(row.number);
        let stands = if row.state == State::Void || streams.contains(&stream) {
            opening_not_undone(session, stream)?
        } else {
            true
        };
        if stands {
            tickets.push(row);
        }
    }
    Ok(tickets)
}

/// What stands that was written on tickets of these of which the opening was taken back, a line; none:
/// there is nothing.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn silenced(
    session: &Session<'_>,
    streams: &[Stream],
) -> Result<Option<String>, Failure> {
    let (mut on, mut events) = (Vec::new(), 0);
    for stream in streams {
        let Stream::Ticket(number) = *stream else {
            continue;
        };
        let since = events_not_undone(session, *stream)?.len();
        if since > 0 && !opening_not_undone(session, *stream)? {
            on.push(number);
            events += since;
        }
    }
    Ok((events > 0).then(|| undo::silenced(&tickets(&on), events)))
}

fn opening_not_undone(session: &Session<'_>, ticket: Stream) -> Result<bool, Failure> {
    let events = session.writer.events(ticket, AsOf::All)?;
    let undone = undone_entries(events.iter());
    let mut openings = events
        .iter()
        .filter(|event| matches!(event.fact, Fact::Opened(_)));
    Ok(openings.any(|opening| !undone.contains(&opening.entry)))
}

/// What an account loses with an entry, and what may rest on that.
struct LostFacts<'a> {
    with: &'a Account,
    /// The events of the customer that stand without the entry.
    events_not_undone: HashSet<EventId>,
    tickets: Vec<TicketRow>,
    /// The tickets that used something of a contract that is lost.
    booked: HashMap<ContractId, Vec<TicketNo>>,
}

impl LostFacts<'_> {
    fn customer(&self) -> Result<(), Failure> {
        let contracts = self.with.contracts.iter();
        let contracts = contracts
            .filter(|contract| self.events_not_undone.contains(&contract.signed))
            .map(|contract| Resting::Contract(contract.id));
        let contacts = self.with.contacts.iter();
        let contacts = contacts
            .filter(|contact| self.events_not_undone.contains(&contact.event))
            .map(|contact| Resting::Contact(contact.label().to_owned()));
        let tickets = self.tickets_where(|_| true);
        let key = self.with.customer.key.clone();
        let resting = contracts.chain(contacts).chain(tickets).collect();
        refuse(&GoesWithIt::Customer(key), resting)
    }

    fn contract(&self, contract: &Contract) -> Result<(), Failure> {
        let since = contract.terms.iter().map(|said| said.event);
        let since = since
            .chain(contract.adjustments.iter().map(|more| more.event))
            .filter(|event| self.events_not_undone.contains(event));
        let agreed = match since.count() {
            0 => None,
            1 => Some(Resting::AgreedSince),
            _ => Some(Resting::AllAgreedSince),
        };
        let bound = self.with.contacts.iter().filter(|contact| {
            let on_it = |seat: &crate::core::account::Seat| {
                seat.contract == Some(contract.id) && self.events_not_undone.contains(&seat.event)
            };
            contact.seats.iter().any(on_it)
        });
        let bound = bound.map(|contact| Resting::Contact(contact.label().to_owned()));
        let under = self.numbers(|row| row.contract == Some(contract.id));
        let booked = self.booked.get(&contract.id).into_iter().flatten();
        let tickets: BTreeSet<TicketNo> = under.into_iter().chain(booked.copied()).collect();
        let tickets = resting_tickets(tickets.into_iter().collect());
        let resting = agreed.into_iter().chain(bound).chain(tickets).collect();
        refuse(&GoesWithIt::Contract(contract.id), resting)
    }

    /// Terms of a contract that stays.
    fn terms(&self, with: &Contract, without: &Contract) -> Result<(), Failure> {
        let gone = |said: &&TermsFrom| without.terms_of(said.event).is_none();
        for said in with.terms.iter().filter(gone) {
            let laid_over = with.terms.iter().any(|later| {
                later.event > said.event
                    && later.from >= said.from
                    && self.events_not_undone.contains(&later.event)
            });
            let agreed = laid_over.then_some(Resting::AgreedSince);
            let tickets = self.tickets_where(|row| row.terms == Some(said.event));
            let resting = agreed.into_iter().chain(tickets).collect();
            refuse(&GoesWithIt::Terms(with.id), resting)?;
        }
        Ok(())
    }

    /// A person, or the seat that a ticket was opened from.
    fn contact(&self, with: &Contact, without: Option<&Contact>) -> Result<(), Failure> {
        let who = with.label();
        let tickets = self.tickets_where(|row| {
            let seated = |contact: &Contact| contact.seat_at(row.opened).is_some();
            let lost = without.is_none() || (seated(with) && !without.is_some_and(seated));
            row.contact == Some(with.id) && lost
        });
        refuse(
            &GoesWithIt::Seat(who.to_owned()),
            tickets.into_iter().collect(),
        )
    }

    fn tickets_where(&self, rests: impl Fn(&TicketRow) -> bool) -> Option<Resting> {
        resting_tickets(self.numbers(rests))
    }

    fn numbers(&self, rests: impl Fn(&TicketRow) -> bool) -> Vec<TicketNo> {
        let resting = self.tickets.iter().filter(|row| rests(row));
        resting.map(|row| row.number).collect()
    }
}

fn resting_tickets(numbers: Vec<TicketNo>) -> Option<Resting> {
    (!numbers.is_empty()).then(|| Resting::Tickets(tickets(&numbers), numbers.len() > 1))
}

fn refuse(goes: &GoesWithIt, resting: Vec<Resting>) -> Result<(), Failure> {
    if resting.is_empty() {
        return Ok(());
    }
    Err(Failure::not_possible(undo::rests(goes, &resting))
        .kind("rests")
        .hint(undo::instead(goes)))
}
