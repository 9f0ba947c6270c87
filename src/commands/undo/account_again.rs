//! What is so again of the accounts that an undone entry wrote about.

use std::collections::{BTreeMap, BTreeSet};

use super::super::account::Days;
use super::super::staff::known;
use super::contracts_again::{contacts, contracts, staff};
use super::rules_again::RulesInUse;
use crate::context::Session;
use crate::core::account::{
    Account, AccountField, Adjustment, Contact, Contract, Staff, changed_fields,
};
use crate::core::calendar::ZoneRules;
use crate::core::model::{ContractId, CustomerId, Stream, TicketNo};
use crate::core::sla::{UseKind, uses};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::store::StoredEvent;
use crate::wording::{account, contract, undo};

/// What a ticket uses of the allowances of contracts in the periods of these instants.
type UsedByTicket = BTreeMap<(ContractId, String, Instant), i64>;

/// The accounts as they are before an entry is taken back, and what its tickets use.
pub(super) struct AccountsWithEntry {
    accounts: Vec<Account>,
    /// Those of them that there are not with the entry.
    absent: Vec<CustomerId>,
    /// What is of the desk itself, where the entry is about that.
    desk: Option<DeskWithEntry>,
    tickets: BTreeMap<TicketNo, UsedByTicket>,
}

/// The people of the desk, and the rules that it reckons with.
struct DeskWithEntry {
    staff: Vec<Staff>,
    rules: RulesInUse,
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
        let (mut customers, mut tickets) = (BTreeSet::new(), BTreeMap::new());
        let mut desk = None;
        for told in events {
            match told.event.stream {
                Stream::Customer(id) if id != CustomerId::DESK => {
                    customers.insert(id);
                }
                Stream::Customer(_) => {
                    let with = match desk.take() {
                        Some(with) => with,
                        None => DeskWithEntry {
                            staff: known(session)?,
                            rules: RulesInUse::of(&session.rules_cache),
                        },
                    };
                    desk = Some(DeskWithEntry {
                        rules: with.rules.and_taken_up_by(&told.event.fact),
                        ..with
                    });
                }
                Stream::Ticket(number) => {
                    tickets.insert(number, used_by(session, number)?);
                }
            }
        }
        let (mut accounts, mut absent) = (Vec::new(), Vec::new());
        for id in customers {
            match session.account_if_any(id)?.cloned() {
                Some(account) => accounts.push(account),
                None => absent.push(id),
            }
        }
        Ok(AccountsWithEntry {
            accounts,
            absent,
            desk,
            tickets,
        })
    }

    /// What is otherwise without the entry, a line each.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn again(
        &self,
        session: &mut Session<'_>,
        desk: &ZoneRules,
    ) -> Result<Vec<String>, Failure> {
        let mut says = Vec::new();
        let mut allowances = BTreeSet::new();
        for with in &self.accounts {
            let id = with.customer.id;
            let Some(without) = session.account_if_any(id)?.cloned() else {
                says.push(undo::no_customer(&with.customer.key));
                continue;
            };
            let changes = changed(with.customer.fields(), without.customer.fields());
            says.extend(undo::again(&without.customer.key, &changes));
            let now = session.now();
            let days = Days::of_account(&mut session.rules_cache, &session.writer, &without, now)?;
            for contact in &without.contacts {
                let Some(before) = with.contact(contact.id) else {
                    continue;
                };
                let mut changes = changed(before.fields(), contact.fields());
                changes.extend(seat_and_qualifications(before, contact, &days, session));
                says.extend(undo::again(contact.label(), &changes));
            }
            says.extend(contacts(with, &without));
            says.extend(contracts(with, &without, &days));
            for contract in &without.contracts {
                let before = with.contract(contract.id);
                let adjusted = before.map_or_else(BTreeSet::new, |with| adjusted(with, contract));
                allowances.extend(adjusted.into_iter().map(|name| (contract.id, name)));
            }
        }
        for id in &self.absent {
            let back = session.account_if_any(*id)?;
            says.extend(back.map(|account| undo::customer(&account.customer.key)));
        }
        if let Some(with) = &self.desk {
            let without = known(session)?;
            let zone = desk.clone();
            says.extend(staff(&with.staff, &without, &Days { zone }));
            says.extend(with.rules.again(session)?);
        }
        allowances.extend(self.used_otherwise(session)?);
        for (contract, allowance) in &allowances {
            says.extend(left(session, *contract, allowance)?);
        }
        Ok(says)
    }

    /// The allowances of which the tickets use more or less without the entry than with it. Their
    /// ledgers are saved: what is left is read from there.
    fn used_otherwise(
        &self,
        session: &mut Session<'_>,
    ) -> Result<BTreeSet<(ContractId, String)>, Failure> {
        let mut allowances = BTreeSet::new();
        for (number, with) in &self.tickets {
            let without = used_by(session, *number)?;
            let places = with.keys().chain(without.keys());
            let otherwise = places.filter(|place| with.get(place) != without.get(place));
            let otherwise = otherwise.map(|(contract, name, _)| (*contract, name.clone()));
            allowances.extend(otherwise);
        }
        session.save_ledgers(self.tickets.keys().copied())?;
        Ok(allowances)
    }
}

/// What a ticket uses as it stands, where that is not nothing.
fn used_by(session: &mut Session<'_>, number: TicketNo) -> Result<UsedByTicket, Failure> {
    let ticket = session.ticket(number)?;
    let mut used = UsedByTicket::new();
    for line in uses(&ticket.events(), &ticket.now) {
        let amount = match line.kind {
            UseKind::Used => line.amount,
            UseKind::GivenBack => -line.amount,
        };
        let place = (line.contract, line.allowance, line.at);
        *used.entry(place).or_default() += amount;
    }
    used.retain(|_, amount| *amount != 0);
    Ok(used)
}

fn changed<const N: usize>(
    with: [AccountField<'_>; N],
    without: [AccountField<'_>; N],
) -> Vec<String> {
    let changes = changed_fields(with, without).into_iter();
    changes
        .map(|change| account::value(change.key, change.after))
        .collect()
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
        let last = end(without).and_then(|until| days.last(until));
        says.push(last.map_or_else(|| undo::NO_LAST_DAY.to_owned(), account::until));
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
    id: ContractId,
    allowance: &str,
) -> Result<Option<String>, Failure> {
    let Some(row) = session.writer.present().contract(id)? else {
        return Ok(None);
    };
    let Some(account) = session.account_if_any(row.customer)?.cloned() else {
        return Ok(None);
    };
    let Some(of) = account.contract(id) else {
        return Ok(None);
    };
    let now = session.now();
    let read = session.allowances(&account, of)?;
    let balance = read.ask(|usage| usage.balance_near(allowance, now));
    Ok(balance.and_then(|balance| {
        let left = contract::left(balance.unit, read.left(&balance, now)?, balance.overage());
        Some(undo::left_again(allowance, id, &left))
    }))
}
