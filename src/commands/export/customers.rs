//! `export FILTER`: the record of some customers, as a record of its own.

use std::collections::BTreeSet;

use super::{lines, only_lines};
use crate::commands::account::{AccountReader, customer};
use crate::commands::args::Read;
use crate::commands::customer::KEYS;
use crate::context::Context;
use crate::core::account::Account;
use crate::core::model::CustomerId;
use crate::failure::Failure;
use crate::render::{Cell, Outcome};
use crate::store::{Access, PartAsked, RecordLines, Store};
use crate::wording::export as words;

/// The record of the customers that fit, line by line, and what it leaves out.
///
/// # Errors
/// No customer fits, a filter that is none, or the desk's file cannot be read.
pub(super) fn customers(context: &Context, filter: &[String]) -> Result<Outcome, Failure> {
    only_lines(context)?;
    let mut looking = AccountReader::new(context, &Read::default())?;
    let accounts = looking.accounts()?;
    let chosen = chosen(context, filter, &mut looking, &accounts)?;
    if chosen.is_empty() {
        return Err(Failure::not_found(words::NO_CUSTOMER).hint(words::ALL_CUSTOMERS));
    }
    let others = free_key(&accounts);
    let keys: Vec<&str> = chosen.iter().map(|customer| customer.key).collect();
    let asked = PartAsked {
        customers: chosen.iter().map(|customer| customer.id).collect(),
        others: (others.clone(), words::OTHERS),
    };
    let store = Store::open(context.store()?.path(), Access::Read)?;
    let (record, left_out) = RecordLines::of_customers(store, asked)?;
    let mut outcome = lines(record).say(words::of_customers(&keys));
    if left_out.links > 0 {
        outcome = outcome.say(words::links_left_out(left_out.links));
    }
    if !left_out.shared.is_empty() {
        let shared: Vec<_> = left_out.shared.into_iter().collect();
        outcome = outcome.say(words::shared(&shared, &others));
    }
    Ok(outcome)
}

/// A customer that was chosen.
struct Chosen<'a> {
    id: CustomerId,
    key: &'a str,
}

/// Those that fit the filter, which is that of their list.
fn chosen<'a>(
    context: &Context,
    filter: &[String],
    looking: &mut AccountReader<'_>,
    accounts: &'a [Account],
) -> Result<Vec<Chosen<'a>>, Failure> {
    let listing = customer::listing(words::NAME_OF_CUSTOMERS, looking, accounts);
    let listing = listing.matching(filter, KEYS, context, Some(looking.directory()?))?;
    let mut fitting = BTreeSet::new();
    for row in listing.rows(&[0]) {
        if let [Cell::Code(key)] = &row?[..] {
            fitting.insert(key.to_string());
        }
    }
    let all = accounts.iter().map(|account| Chosen {
        id: account.customer.id,
        key: &account.customer.key,
    });
    Ok(all.filter(|one| fitting.contains(one.key)).collect())
}

/// A key that no customer has.
fn free_key(accounts: &[Account]) -> String {
    let taken = |key: &str| accounts.iter().any(|account| account.customer.key == key);
    let mut key = words::OTHERS_KEY.to_owned();
    let mut next = 2;
    while taken(&key) {
        key = format!("{}-{next}", words::OTHERS_KEY);
        next += 1;
    }
    key
}
