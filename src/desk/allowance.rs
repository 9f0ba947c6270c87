//! Allowances of a contract: what is left of each, and the hours that a write uses up or brings
//! back.

use super::book::Book;
use super::save::ticket_ledger;
use super::session::Session;
use crate::core::account::{Account, Contract};
use crate::core::calendar::ZoneRules;
use crate::core::entitlement::{Balance, Booking, Move, Unit, Usage, allowance_for, charged};
use crate::core::model::{
    ContractId, Event, EventId, Fact, Instant, Lapsed, Prose, Restored, TicketNo, Worked,
};
use crate::core::sla::{Rulebook, standing};
use crate::core::terms::{Allowance, Terms, WhenUsedUp};
use crate::failure::Failure;
use crate::store::{Known, LedgerKind, LedgerRow, Store};

/// A contract's terms and bookings through time, read once.
#[derive(Clone, Debug)]
pub struct Allowances {
    contract: Contract,
    zone: ZoneRules,
    terms: Vec<(Instant, Terms)>,
    bookings: Vec<(String, Booking)>,
}

impl Allowances {
    /// Reads what the allowances of a contract rest on.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub fn of(
        store: &Store,
        book: &mut Book,
        contract: &Contract,
        zone: &ZoneRules,
    ) -> Result<Allowances, Failure> {
        let mut terms = Vec::new();
        for from in &contract.terms {
            let known = book.learn_terms(store, from.event)?.cloned();
            terms.extend(known.map(|terms| (from.from, terms)));
        }
        let mut ids: Vec<&str> = terms
            .iter()
            .flat_map(|(_, terms)| terms.allowances.iter().map(|a| a.id.as_str()))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let mut bookings = Vec::new();
        for id in ids {
            let rows = store.ledger(contract.id, id, Instant::MIN, Instant::MAX)?;
            bookings.extend(rows.iter().map(|row| (id.to_owned(), booking(row))));
        }
        Ok(Allowances {
            contract: contract.clone(),
            zone: zone.clone(),
            terms,
            bookings,
        })
    }

    /// Without what was booked later than an instant, or is not known in this view.
    #[must_use]
    pub fn booked_by(mut self, at: Instant, known: Known) -> Allowances {
        self.bookings
            .retain(|(_, booking)| booking.at <= at && booking.event <= known.last());
        self
    }

    /// Asks the account that all this comes to.
    pub fn ask<R>(&self, question: impl FnOnce(Usage<'_>) -> R) -> R {
        let terms: Vec<(Instant, &Terms)> = self
            .terms
            .iter()
            .map(|(from, terms)| (*from, terms))
            .collect();
        question(Usage {
            contract: &self.contract,
            zone: &self.zone,
            terms: &terms,
            bookings: &self.bookings,
        })
    }

    /// The same by what was booked until then and is known in this view.
    pub fn balances_known(&self, at: Instant, known: Known) -> Vec<(Allowance, Balance)> {
        let booked = self.bookings.iter();
        let booked =
            booked.filter(|(_, booking)| booking.at <= at && booking.event <= known.last());
        let booked: Vec<(String, Booking)> = booked.cloned().collect();
        let terms: Vec<(Instant, &Terms)> = self
            .terms
            .iter()
            .map(|(from, terms)| (*from, terms))
            .collect();
        let usage = Usage {
            contract: &self.contract,
            zone: &self.zone,
            terms: &terms,
            bookings: &booked,
        };
        let balances = usage.balances(at).into_iter();
        balances
            .map(|(allowance, balance)| (allowance.clone(), balance))
            .collect()
    }

    /// How each allowance of the terms in force at `at` stands.
    pub fn balances(&self, at: Instant) -> Vec<(Allowance, Balance)> {
        self.ask(|usage| {
            let balances = usage.balances(at).into_iter();
            balances
                .map(|(allowance, balance)| (allowance.clone(), balance))
                .collect()
        })
    }
}

fn booking(row: &LedgerRow) -> Booking {
    Booking {
        at: row.at,
        kind: match row.kind {
            LedgerKind::Used => Move::Used,
            LedgerKind::GivenBack => Move::GivenBack,
            LedgerKind::Adjusted => Move::Adjusted,
        },
        amount: row.amount,
        event: row.event,
        ticket: row.ticket,
    }
}

/// The allowance of which a ticket about that topic uses a case.
pub fn case_allowance<'t>(terms: &'t Terms, topic: Option<&str>) -> Option<&'t Allowance> {
    allowance_for(terms, Unit::Cases, topic)
}

fn hour_allowance<'t>(terms: &'t Terms, topic: Option<&str>) -> Option<&'t Allowance> {
    allowance_for(terms, Unit::Hours, topic)
}

impl Session<'_> {
    /// The rules of the zone of a contract's days.
    ///
    /// # Errors
    /// The record lacks the zone.
    pub fn contract_zone(
        &mut self,
        account: &Account,
        contract: &Contract,
    ) -> Result<ZoneRules, Failure> {
        let own = self.book.desk_zone().to_owned();
        let name = account.zone_of(contract).unwrap_or(&own).to_owned();
        self.book.zone_rules(&self.writer, &name)
    }

    /// The allowance whose case a ticket uses when it is about that topic.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub fn case_allowance(
        &mut self,
        number: TicketNo,
        topic: &str,
    ) -> Result<Option<String>, Failure> {
        match self.ticket(number)?.now.terms {
            Some(terms) => self.case_allowance_under(terms, topic),
            None => Ok(None),
        }
    }

    /// The same under terms that the ticket does not live under yet.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub fn case_allowance_under(
        &mut self,
        terms: EventId,
        topic: &str,
    ) -> Result<Option<String>, Failure> {
        let terms = self.book.learn_terms(&self.writer, terms)?;
        let allowance = terms.and_then(|terms| case_allowance(terms, Some(topic)));
        Ok(allowance.map(|allowance| allowance.id.clone()))
    }

    /// A booking of time on a ticket: what was spent, and what is charged to its contract's hours
    /// by the rounding of its terms (`charge` says another amount).
    ///
    /// # Errors
    /// There is no such ticket.
    pub fn booking(
        &mut self,
        number: TicketNo,
        spent: i64,
        charge: Option<i64>,
    ) -> Result<Worked, Failure> {
        let ticket = self.ticket(number)?.now.clone();
        let terms = ticket.terms.and_then(|id| self.book.terms(id));
        let allowance = terms.and_then(|terms| hour_allowance(terms, ticket.topic.as_deref()));
        Ok(Worked {
            spent,
            charged: allowance.map_or(0, |hours| charge.unwrap_or_else(|| charged(hours, spent))),
            allowance: allowance.map(|hours| hours.id.clone()),
        })
    }

    /// After hours were booked on a ticket: what its contract's terms tie to used-up hours stands
    /// still, or goes on, on every open ticket of the contract, from this moment and not before.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub fn settle_hours(&mut self, number: TicketNo) -> Result<(), Failure> {
        let touched = self.ticket(number)?;
        let ticket = touched.now.clone();
        let events = touched.events();
        let Some(contract) = ticket.contract else {
            return Ok(());
        };
        let ledger = ticket_ledger(number, &events, &ticket);
        self.writer.save_ticket_ledger(number, &ledger)?;
        self.settle_contract(ticket.customer, contract, Some(number))
    }

    /// The same for all open tickets of a contract, after its hours were adjusted. A ticket that
    /// this write opened is named, since no table has it yet.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub fn settle_contract(
        &mut self,
        customer: crate::core::model::CustomerId,
        contract: ContractId,
        besides: Option<TicketNo>,
    ) -> Result<(), Failure> {
        let at = self.at();
        let account = self.account(customer)?.clone();
        let Some(contract) = account.contract(contract) else {
            return Ok(());
        };
        let zone = self.contract_zone(&account, contract)?;
        let read = Allowances::of(&self.writer, &mut self.book, contract, &zone)?;
        let now = read.balances(at);
        let mut open = self.writer.open_under(contract.id)?;
        open.extend(besides.filter(|number| !open.contains(number)));
        for number in open {
            self.settle(number, &now)?;
        }
        Ok(())
    }

    fn settle(&mut self, number: TicketNo, now: &[(Allowance, Balance)]) -> Result<(), Failure> {
        let touched = self.ticket(number)?;
        if !touched.now.state.is_active() {
            return Ok(());
        }
        let events = touched.events();
        let terms = touched.now.terms;
        let terms = terms.and_then(|id| self.book.terms(id)).cloned();
        let lapses =
            |allowance: &&Allowance| matches!(allowance.when_used_up, WhenUsedUp::Lapses(_));
        let tied: Vec<Allowance> = terms.map_or_else(Vec::new, |terms| {
            terms.allowances.iter().filter(lapses).cloned().collect()
        });
        for allowance in tied {
            let balance = now.iter().find(|(known, _)| known.id == allowance.id);
            let left = balance.and_then(|(_, balance)| balance.left());
            let used_up = left.is_some_and(|left| left <= 0);
            let fact = match (used_up, has_lapsed(&events, &allowance.id)) {
                (true, false) => Fact::from(Lapsed {
                    allowance: allowance.id.clone(),
                    until: None,
                    clause: allowance.source.clause.clone(),
                }),
                (false, true) => Fact::from(Restored {
                    allowance: allowance.id.clone(),
                }),
                _ => continue,
            };
            self.append(number, self.at(), fact, Prose::default())?;
        }
        Ok(())
    }
}

/// Whether the ticket was told last that the allowance is used up.
fn has_lapsed(events: &[Event], allowance: &str) -> bool {
    let mut lapsed = false;
    for event in standing(events) {
        match &event.fact {
            Fact::Lapsed(told) if told.allowance == allowance => lapsed = true,
            Fact::Restored(told) if told.allowance == allowance => lapsed = false,
            _ => {}
        }
    }
    lapsed
}
