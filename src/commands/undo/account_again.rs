//! What is so again of the accounts that an undone entry wrote about.

use std::collections::BTreeSet;

use super::super::account::Days;
use crate::context::Session;
use crate::core::account::{Account, Adjustment, Contact, Contract, ContractState, Customer};
use crate::core::model::{ContractId, CustomerId, Fact, Stream, TicketNo};
use crate::failure::Failure;
use crate::store::StoredEvent;
use crate::wording::{account, contract, undo};

/// The accounts as they are before an entry is taken back, and the hours that its work used.
pub(super) struct AccountsWithEntry {
    accounts: Vec<Account>,
    worked: BTreeSet<(CustomerId, ContractId, String)>,
    tickets: BTreeSet<TicketNo>,
}

impl AccountsWithEntry {
    /// Those that these events are about.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn read<'e>(
        session: &mut Session<'_>,
        events: impl Iterator<Item = &'e StoredEvent>,
    ) -> Result<AccountsWithEntry, Failure> {
        let mut customers = BTreeSet::new();
        let mut worked = BTreeSet::new();
        let mut tickets = BTreeSet::new();
        for told in events {
            match told.event.stream {
                Stream::Customer(id) if id != CustomerId::DESK => {
                    customers.insert(id);
                }
                Stream::Customer(_) => {}
                Stream::Ticket(number) => {
                    let Fact::Worked(work) = &told.event.fact else {
                        continue;
                    };
                    let ticket = &session.ticket(number)?.now;
                    if let Some(contract) = ticket.contract {
                        tickets.insert(number);
                        let parts = work.parts.iter();
                        worked.extend(
                            parts.map(|part| (ticket.customer, contract, part.pot.clone())),
                        );
                    }
                }
            }
        }
        let mut accounts = Vec::new();
        for id in customers {
            accounts.extend(session.account_if_any(id)?.cloned());
        }
        Ok(AccountsWithEntry {
            accounts,
            worked,
            tickets,
        })
    }

    /// What is otherwise without the entry, a line each.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn again(&self, session: &mut Session<'_>) -> Result<Vec<String>, Failure> {
        let mut says = Vec::new();
        let mut allowances = self.worked.clone();
        for with in &self.accounts {
            let id = with.customer.id;
            let Some(without) = session.account_if_any(id)?.cloned() else {
                continue;
            };
            let changes = of_customer(&with.customer, &without.customer);
            says.extend(undo::again(&without.customer.key, &changes));
            let now = session.now();
            let days = Days::of_account(&mut session.rules_cache, &session.writer, &without, now)?;
            for contact in &without.contacts {
                let Some(before) = with.contact(contact.id) else {
                    continue;
                };
                let mut changes = of_contact(before, contact);
                changes.extend(seat_and_qualifications(before, contact, &days, session));
                says.extend(undo::again(contact.label(), &changes));
            }
            for contract in &without.contracts {
                let before = with.contract(contract.id);
                let adjusted = before.map_or_else(BTreeSet::new, |with| adjusted(with, contract));
                allowances.extend(adjusted.into_iter().map(|name| (id, contract.id, name)));
            }
        }
        // what is left is read from the ledger, which still has the work that was taken back
        session.save_ledgers(self.tickets.iter().copied())?;
        for (customer, contract, allowance) in &allowances {
            says.extend(left(session, (*customer, *contract), allowance)?);
        }
        Ok(says)
    }
}

fn of_customer(with: &Customer, without: &Customer) -> Vec<String> {
    let name = |customer: &Customer| Some(customer.name.clone());
    changed([
        ("name", &name(with), &name(without)),
        ("zone", &with.zone, &without.zone),
        ("language", &with.language, &without.language),
        (
            "account_manager",
            &with.account_manager,
            &without.account_manager,
        ),
        ("engineer", &with.engineer, &without.engineer),
    ])
}

fn of_contact(with: &Contact, without: &Contact) -> Vec<String> {
    changed([
        ("name", &with.name, &without.name),
        ("address", &with.email, &without.email),
        ("phone", &with.phone, &without.phone),
        ("language", &with.language, &without.language),
    ])
}

type Pair<'p> = (&'static str, &'p Option<String>, &'p Option<String>);

fn changed<const N: usize>(pairs: [Pair<'_>; N]) -> Vec<String> {
    let changed = pairs
        .into_iter()
        .filter(|(_, with, without)| with != without);
    let says = changed.map(|(what, _, without)| undo::value(what, without.as_deref()));
    says.collect()
}

fn seat_and_qualifications(
    with: &Contact,
    without: &Contact,
    days: &Days,
    session: &Session<'_>,
) -> Vec<String> {
    let now = session.now();
    let mut says = Vec::new();
    let held = without.named_at(now);
    if held != with.named_at(now) {
        let held: Vec<&str> = held.iter().map(|held| held.what.as_str()).collect();
        says.push(account::qualified_for(&held));
    }
    let end = |contact: &Contact| contact.seat_near(now).and_then(|seat| seat.until);
    if end(with) != end(without) {
        says.push(undo::seat_until(
            end(without).and_then(|until| days.last(until)),
        ));
    }
    says
}

/// The allowances of which more or less was agreed with the entry than without.
fn adjusted(with: &Contract, without: &Contract) -> BTreeSet<String> {
    let one = &with.adjustments;
    let other = &without.adjustments;
    let only = |these: &[Adjustment], those: &[Adjustment]| -> Vec<String> {
        let only = these.iter().filter(|one| !those.contains(one));
        only.map(|one| one.allowance.clone()).collect()
    };
    only(one, other)
        .into_iter()
        .chain(only(other, one))
        .collect()
}

/// What is left of an allowance; none while that is not agreed.
fn left(
    session: &mut Session<'_>,
    (customer, id): (CustomerId, ContractId),
    allowance: &str,
) -> Result<Option<String>, Failure> {
    let Some(account) = session.account_if_any(customer)?.cloned() else {
        return Ok(None);
    };
    let now = session.now();
    let in_force = |contract: &&Contract| contract.state_at(now) == ContractState::InForce;
    let Some(of) = account.contract(id).filter(in_force) else {
        return Ok(None);
    };
    let usage = session.allowances(&account, of)?;
    let balance = usage.ask(|usage| usage.balance_near(allowance, now));
    Ok(balance.and_then(|balance| {
        let left = contract::left(balance.unit, balance.left()?, balance.overage());
        Some(undo::left_again(allowance, id, &left))
    }))
}
