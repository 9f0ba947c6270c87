//! What is so again of contracts, contacts and people of the desk that an undone entry agreed,
//! added or changed.

use std::collections::BTreeSet;

use super::super::account::Days;
use crate::core::account::{Account, Contract, Staff};
use crate::core::model::ContractId;
use crate::wording::{account, contract, undo};

/// A contract as the record has it with an entry, and without it.
struct BothContracts<'a> {
    with: Option<&'a Contract>,
    without: Option<&'a Contract>,
}

/// What is otherwise of the contracts of an account, a line each.
pub(super) fn contracts(with: &Account, without: &Account, days: &Days) -> Vec<String> {
    let all = with.contracts.iter().chain(&without.contracts);
    let ids: BTreeSet<ContractId> = all.map(|contract| contract.id).collect();
    let line = |id: ContractId| {
        let both = BothContracts {
            with: with.contract(id),
            without: without.contract(id),
        };
        undo::again(&undo::contract(id), &both.changes(days))
    };
    ids.into_iter().filter_map(line).collect()
}

impl BothContracts<'_> {
    fn changes(&self, days: &Days) -> Vec<String> {
        let Some(without) = self.without else {
            return vec![undo::NOT_AGREED.to_owned()];
        };
        let runs = self.with.map(|with| (&with.runs, with.starts));
        let mut says = Vec::new();
        if runs != Some((&without.runs, without.starts)) {
            says.extend(term(without, days));
        }
        let terms = |contract: Option<&Contract>| -> BTreeSet<_> {
            let terms = contract.iter().flat_map(|contract| &contract.terms);
            terms.map(|terms| (terms.from, terms.event)).collect()
        };
        let (before, now) = (terms(self.with), terms(self.without));
        if self.with.is_some() {
            let gone = before.difference(&now).map(|(from, _)| days.day(*from));
            says.extend(gone.map(undo::without_terms_from));
            let back = now.difference(&before).map(|(from, _)| days.day(*from));
            says.extend(back.map(undo::with_terms_from));
        }
        says
    }
}

/// From when to when it is, and whether it goes on by itself.
fn term(of: &Contract, days: &Days) -> Option<String> {
    let run = of.runs.last()?;
    let ends = days.last(run.until.unwrap_or(run.ends));
    Some(contract::term(
        days.day(of.starts),
        ends,
        run.renews.filter(|_| run.until.is_none()),
    ))
}

/// Who is a contact in one of the two alone, a line each.
pub(super) fn contacts(with: &Account, without: &Account) -> Vec<String> {
    let gone = with.contacts.iter();
    let gone = gone.filter(|contact| without.contact(contact.id).is_none());
    let gone = gone.map(|contact| undo::no_contact(contact.label(), &with.customer.key));
    let back = without.contacts.iter();
    let back = back.filter(|contact| with.contact(contact.id).is_none());
    let back = back.map(|contact| undo::contact(contact.label(), &without.customer.key));
    gone.chain(back).collect()
}

/// What is otherwise of the people of the desk, a line each.
pub(super) fn staff(with: &[Staff], without: &[Staff], days: &Days) -> Vec<String> {
    let find = |people: &[Staff], key: &str| people.iter().find(|one| one.key == key).cloned();
    let keys: BTreeSet<&str> = with
        .iter()
        .chain(without)
        .map(|one| one.key.as_str())
        .collect();
    let line = |key: &str| {
        let changes = match (find(with, key), find(without, key)) {
            (_, None) => vec![undo::NOT_OF_THE_DESK.to_owned()],
            (None, Some(_)) => vec![undo::OF_THE_DESK.to_owned()],
            (Some(before), Some(now)) => person(&before, &now, days),
        };
        undo::again(key, &changes)
    };
    keys.into_iter().filter_map(line).collect()
}

fn person(before: &Staff, now: &Staff, days: &Days) -> Vec<String> {
    let mut says = Vec::new();
    if before.name != now.name {
        says.push(account::value("name", now.name.as_deref()));
    }
    if before.email != now.email {
        says.push(account::value("address", now.email.as_deref()));
    }
    if before.lines != now.lines {
        says.push(undo::on_lines(&now.lines));
    }
    if before.until != now.until {
        let last = now.until.and_then(|until| days.last(until));
        says.push(last.map_or_else(|| undo::NO_LAST_DAY.to_owned(), account::there_until));
    }
    says
}
