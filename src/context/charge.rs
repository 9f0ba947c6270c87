//! What a ticket uses of its contract's allowances: a case at its opening, hours by the work on it.

use super::allowance::case_allowance;
use super::refusal;
use super::session::Session;
use super::write_state::Charged;
use crate::core::entitlement::{AllowanceUnit, BookedWork, allowance_for, charged, given_back};
use crate::core::model::{
    ContractId, CustomerId, Event, EventId, Fact, TicketNo, TicketWord, WorkPart, Worked,
};
use crate::core::sla::{Rulebook, Ticket, effective_events};
use crate::core::terms::{Terms, WhenUsedUp};
use crate::core::time::Instant;
use crate::failure::Failure;

impl Session<'_> {
    /// The allowance whose case a ticket uses when it is about that topic.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn case_allowance(
        &mut self,
        number: TicketNo,
        topic: &str,
    ) -> Result<Option<String>, Failure> {
        match self.ticket(number)?.now.terms {
            Some(terms) => self.case_allowance_under(terms, Some(topic)),
            None => Ok(None),
        }
    }

    /// The same under terms that the ticket does not live under yet.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn case_allowance_under(
        &mut self,
        terms: EventId,
        topic: Option<&str>,
    ) -> Result<Option<String>, Failure> {
        let terms = self.rules_cache.load_terms(&self.writer, terms)?;
        let allowance = terms.and_then(|terms| case_allowance(terms, topic));
        Ok(allowance.map(|allowance| allowance.id.clone()))
    }

    /// Refuses a case that an allowance no longer has in the period of a ticket's opening, where
    /// its plan refuses then.
    ///
    /// # Errors
    /// None is left.
    pub(crate) fn case_left(
        &mut self,
        (customer, contract): (CustomerId, ContractId),
        terms: EventId,
        allowance: &str,
        opened: Instant,
    ) -> Result<(), Failure> {
        let account = self.account(customer)?.clone();
        let Some(contract) = account.contract(contract) else {
            return Ok(());
        };
        let read = self.allowances(&account, contract)?;
        let said: Option<&Terms> = self.rules_cache.load_terms(&self.writer, terms)?;
        let said = said.and_then(|terms| terms.allowances.iter().find(|a| a.id == allowance));
        let Some(said) = said.filter(|said| said.when_used_up == WhenUsedUp::Refuse) else {
            return Ok(());
        };
        let balance = read.ask(|usage| usage.balance_near(allowance, opened));
        let Some((left, balance)) = balance.and_then(|balance| Some((balance.left()?, balance)))
        else {
            return Ok(());
        };
        if left > 0 {
            return Ok(());
        }
        let all = balance.unit.shown(balance.available().unwrap_or_default());
        let id = contract.id;
        let failure = Failure::refused(format!("{allowance}: none of {all} left in contract {id}"));
        let failure = match &said.source.clause {
            Some(clause) => failure.clause(clause),
            None => failure,
        };
        Err(failure.hint(format!(
            "`sladesk contract adjust {id} {allowance} +1` adds to it"
        )))
    }

    /// A booking of time on a ticket: what was spent, and what is charged to its contract's hours
    /// by the rules of its terms (`charge` says another amount). Time taken back gives back what
    /// the entries that it shortens were charged too much.
    ///
    /// # Errors
    /// There is no such ticket.
    pub(crate) fn booking(
        &mut self,
        number: TicketNo,
        spent: i64,
        charge: Option<i64>,
    ) -> Result<Worked, Failure> {
        let at = self.at();
        let booked = self.ticket(number)?.now.worked;
        if spent < 0 && booked + spent < 0 {
            return Err(refusal::more_than_worked(number, booked, -spent));
        }
        let events = self.ticket(number)?.events();
        let known: Vec<Event> = events.iter().filter(|e| e.at <= at).cloned().collect();
        let ticket: Ticket = match known.is_empty() {
            true => self.ticket(number)?.now.clone(),
            false => self.fold(&known, number)?,
        };
        let terms = ticket.terms.and_then(|id| self.rules_cache.terms(id));
        let hours = terms.and_then(|t| {
            allowance_for(t, AllowanceUnit::Hours, ticket.words.get(TicketWord::Topic))
        });
        let charged = match (hours, charge) {
            (None, None) => 0,
            (None, Some(_)) => return Err(refusal::nothing_to_charge(number)),
            (Some(_), Some(charge)) if spent >= 0 => charge,
            (Some(hours), Some(charge)) => {
                let entries = work_entries(&events, &hours.id);
                let booked = entries.iter().map(|entry| entry.charged).sum();
                if charge > booked {
                    return Err(refusal::more_than_charged(number, booked, charge));
                }
                -charge
            }
            (Some(hours), None) if spent >= 0 => charged(hours, spent),
            (Some(hours), None) => -given_back(hours, &work_entries(&events, &hours.id), -spent),
        };
        let pot = hours.map(|hours| hours.id.clone());
        let parts = match pot {
            Some(pot) => vec![WorkPart {
                period: self.period_of(&ticket, &pot, at)?,
                pot,
                spent,
                charged,
            }],
            None => Vec::new(),
        };
        Ok(Worked {
            spent,
            charged,
            parts,
        })
    }

    /// The beginning of the period of an allowance that holds an instant.
    fn period_of(
        &mut self,
        ticket: &Ticket,
        allowance: &str,
        at: Instant,
    ) -> Result<Option<Instant>, Failure> {
        let account = self.account(ticket.customer)?.clone();
        let Some(contract) = ticket.contract.and_then(|id| account.contract(id)) else {
            return Ok(None);
        };
        let read = self.allowances(&account, contract)?;
        let balance = read.ask(|usage| usage.balance_near(allowance, at));
        Ok(balance.map(|balance| balance.from))
    }

    /// What the work of this write is charged.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn charges(&mut self, changed: &[TicketNo]) -> Result<Vec<Charged>, Failure> {
        let entry = self.writer.entry_id();
        let mut charges = Vec::new();
        for number in changed {
            let touched = self.ticket(*number)?;
            let ticket = touched.now.clone();
            let events = touched.events();
            for event in events.iter().filter(|event| event.entry == entry) {
                if let Fact::Worked(worked) = &event.fact {
                    for part in &worked.parts {
                        charges.extend(self.charge(*number, &ticket, event.id, &part.pot)?);
                    }
                }
            }
        }
        Ok(charges)
    }

    fn charge(
        &mut self,
        number: TicketNo,
        ticket: &Ticket,
        event: EventId,
        allowance: &str,
    ) -> Result<Option<Charged>, Failure> {
        let Some(contract) = ticket.contract else {
            return Ok(None);
        };
        let account = self.account(ticket.customer)?.clone();
        let Some(contract) = account.contract(contract) else {
            return Ok(None);
        };
        let read = self.allowances(&account, contract)?;
        let found = read.ask(|usage| usage.charge(allowance, event));
        let (at, now) = (self.at(), self.now());
        let balance = match &found {
            Some(charge) => Some(charge.balance.clone()),
            None => read.ask(|usage| usage.balance_near(allowance, at)),
        };
        Ok(Some(Charged {
            ticket: number,
            allowance: allowance.to_owned(),
            amount: found.as_ref().map_or(0, |charge| charge.amount),
            overage: found.as_ref().map_or(0, |charge| charge.overage),
            left: balance.and_then(|balance| read.left(&balance, now)),
        }))
    }
}

/// The entries of work that were charged to an allowance, in the order of happening.
fn work_entries(events: &[Event], allowance: &str) -> Vec<BookedWork> {
    let stands = effective_events(events);
    let parts = stands.iter().flat_map(|event| match &event.fact {
        Fact::Worked(worked) => worked.parts.as_slice(),
        _ => &[],
    });
    let own = parts.filter(|part| part.pot == allowance);
    own.map(|part| BookedWork {
        spent: part.spent,
        charged: part.charged,
    })
    .collect()
}
