//! Customers, their contacts and contracts, plans and the desk's own people.

use super::line::TypedLine;
use super::offer::{MOST, Offer};
use crate::context::Context;
use crate::core::filter::TicketName;
use crate::core::model::{ContractId, CustomerId};
use crate::core::text::{ERASED, visible_line};
use crate::failure::Failure;
use crate::store::{CustomerRow, TicketRow};

/// The ticket that a line is about, where it is one.
pub(super) fn ticket(context: &Context, line: &TypedLine) -> Result<Option<TicketRow>, Failure> {
    let Some(name) = line.word("tickets").and_then(TicketName::of) else {
        return Ok(None);
    };
    match context.one_named(&name) {
        Ok(number) => Ok(context.store()?.ticket(number)?),
        Err(_) => Ok(None),
    }
}

/// The customer that a line is about: that of its ticket, or of whoever is named in it.
pub(super) fn customer_of(
    context: &Context,
    line: &TypedLine,
) -> Result<Option<CustomerId>, Failure> {
    if let Some(ticket) = ticket(context, line)? {
        return Ok(Some(ticket.customer));
    }
    let mut named = ["customer", "contract", "who", "whose", "contact"].into_iter();
    let Some(word) = named.find_map(|argument| line.word(argument)) else {
        return Ok(None);
    };
    let tables = context.store()?.present();
    if let Ok(number) = word.parse() {
        let contract = tables.contract(ContractId(number))?;
        return Ok(contract.map(|row| row.customer));
    }
    let exact = match word.contains('@') {
        true => {
            let contacts = tables.contacts_of_email(word)?;
            contacts.first().map(|contact| contact.row.customer)
        }
        false => tables.customer_of_key(word)?.map(|row| row.id),
    };
    match exact {
        Some(customer) => Ok(Some(customer)),
        // the beginning of a name is enough to whoever types
        None => Ok(context
            .directory()?
            .who(word)
            .ok()
            .map(|who| who.customer.id)),
    }
}

/// Whether what was answered names something of that kind.
///
/// # Errors
/// It does not, or several things.
pub(super) fn named(context: &Context, kind: &str, word: &str) -> Result<(), Failure> {
    let is_number = word.parse::<i64>().is_ok();
    match kind {
        // whoever is no contact may ask, and a contract is asked by its number
        "who" if !word.contains('@') && !is_number => context.directory()?.who(word).map(|_| ()),
        "customer" if !is_number => context.customer(word).map(|_| ()),
        "contract" => context.contract(word, context.now()).map(|_| ()),
        "staff" => context.staff(word).map(|_| ()),
        _ => Ok(()),
    }
}

pub(super) fn customers(context: &Context, with: &str) -> Result<Vec<Offer>, Failure> {
    let found = context.store()?.present().customers_beginning(with, MOST)?;
    let offer = |row: CustomerRow| Offer::new(row.key, visible_line(&row.name));
    Ok(found.into_iter().map(offer).collect())
}

/// The contacts whose address begins so: those of the customer that the line is about.
pub(super) fn contacts(
    context: &Context,
    line: &TypedLine,
    with: &str,
) -> Result<Vec<Offer>, Failure> {
    let tables = context.store()?.present();
    let found = match customer_of(context, line)? {
        Some(customer) => tables.contacts_of(customer)?,
        None => tables.contacts_beginning(with, MOST)?,
    };
    let known = found
        .into_iter()
        .filter(|contact| contact.row.email != ERASED);
    let offers = known.map(|contact| {
        let name = visible_line(&contact.row.name).into_owned();
        Offer::new(contact.row.email, name)
    });
    Ok(offers.collect())
}

/// The contracts of the customer that the line is about, by number; else of the customers whose
/// key begins so, by that key.
pub(super) fn contracts(
    context: &Context,
    line: &TypedLine,
    with: &str,
) -> Result<Vec<Offer>, Failure> {
    let tables = context.store()?.present();
    if let Some(customer) = customer_of(context, line)? {
        let contracts = tables.contracts_of(customer)?.into_iter();
        let contracts = contracts.filter(|row| !row.void);
        return Ok(contracts
            .map(|row| Offer::new(row.id.to_string(), row.plan))
            .collect());
    }
    if let Ok(number) = with.parse() {
        let found = tables.contract(ContractId(number))?;
        let offer = found.map(|row| Offer::new(row.id.to_string(), row.plan));
        return Ok(offer.into_iter().collect());
    }
    let mut offers = Vec::new();
    for customer in tables.customers_beginning(with, MOST)? {
        let contracts = tables.contracts_of(customer.id)?;
        let plans: Vec<String> = contracts.iter().map(|row| row.plan.clone()).collect();
        if !plans.is_empty() {
            offers.push(Offer::new(customer.key, plans.join(", ")));
        }
    }
    Ok(offers)
}

pub(super) fn staff(context: &Context) -> Result<Vec<Offer>, Failure> {
    let found = context.store()?.present().staff()?.into_iter();
    let offer = found.map(|one| {
        let name = visible_line(&one.row.name).into_owned();
        Offer::new(one.row.key, name)
    });
    Ok(offer.collect())
}

pub(super) fn plans(context: &Context) -> Result<Vec<Offer>, Failure> {
    let catalogue = context.catalogue()?;
    let mut offers = Vec::new();
    for vendor in catalogue.vendors() {
        for found in catalogue.find_all(vendor).unwrap_or_default() {
            offers.push(Offer::new(&found.called, found.terms().title));
        }
    }
    Ok(offers)
}

/// What has terms: customers with a contract, and plans. There are plans without a desk too.
pub(super) fn with_terms(context: &Context, with: &str) -> Result<Vec<Offer>, Failure> {
    let customers = contracts(context, &TypedLine::default(), with).unwrap_or_default();
    Ok([customers, plans(context)?].concat())
}
