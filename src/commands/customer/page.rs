//! A customer's page: who it is, what is agreed, who may ask.

use super::super::account::{self, AccountReader};
use crate::core::account::Account;
use crate::failure::Failure;
use crate::render::{Cell, Doc};

/// # Errors
/// The desk's file cannot be read.
pub(super) fn page(looking: &mut AccountReader<'_>, account: &Account) -> Result<Doc, Failure> {
    let customer = &account.customer;
    let facts = [
        ("customer", Cell::code(customer.key.clone())),
        (
            "account manager",
            Cell::code_if(customer.account_manager.clone()),
        ),
        ("engineer", Cell::code_if(customer.engineer.clone())),
        ("language", Cell::code_if(customer.language.clone())),
        ("zone", Cell::code_if(customer.zone.clone())),
        (
            "open tickets",
            Cell::from(looking.open_tickets_of(customer.id)),
        ),
    ];
    let mut page = Doc::new(&customer.name).facts(facts).heading("Contracts");
    page = match account.contracts.is_empty() {
        true => page.text("none yet"),
        false => {
            let contracts = account.contracts.iter().map(|contract| (account, contract));
            page.records(account::contract::listing(
                "contract list",
                looking,
                contracts,
            )?)?
        }
    };
    for sentence in uncovered(looking, account)? {
        page = page.text(sentence);
    }
    page = page.heading("Contacts");
    if account.contacts.is_empty() {
        return Ok(page.text("nobody is authorised yet"));
    }
    let contacts = account.contacts.iter().map(|contact| (account, contact));
    page.records(account::contact::listing(
        "contact list",
        looking,
        contacts,
    )?)
}

/// Days between contracts that none covers, and days that two cover.
fn uncovered(looking: &mut AccountReader<'_>, account: &Account) -> Result<Vec<String>, Failure> {
    let days = looking.days_of(account)?;
    let mut sentences = Vec::new();
    for gap in account.gaps() {
        let last = days.last(gap.to).unwrap_or_else(|| days.day(gap.to));
        sentences.push(format!(
            "no contract covers {} to {last}",
            days.day(gap.from)
        ));
    }
    for overlap in account.overlaps() {
        let contracts: Vec<String> = overlap.contracts.iter().map(ToString::to_string).collect();
        let from = days.day(overlap.from);
        let until = match overlap.to.and_then(|to| days.last(to)) {
            Some(last) => format!("{from} to {last}"),
            None => format!("from {from} on"),
        };
        sentences.push(format!(
            "contracts {} cover the same days: {until}",
            contracts.join(" and ")
        ));
    }
    Ok(sentences)
}
