//! `export FILTER`: the record of some customers, as a record of its own.

use std::collections::BTreeSet;

use super::{lines, only_lines};
use crate::commands::account::{AccountReader, customer};
use crate::commands::args::Read;
use crate::commands::customer::KEYS;
use crate::context::Context;
use crate::core::account::Account;
use crate::core::filter::{Filter, FilterTest, Sought};
use crate::core::model::CustomerId;
use crate::core::text::{folded, nearest};
use crate::failure::{Failure, Noun};
use crate::render::{Cell, Outcome, Progress};
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
        subject: words::SUBJECT_ELSEWHERE,
    };
    let store = Store::open(context.store()?.path(), Access::Read)?;
    let (record, left_out) = RecordLines::of_customers(store, asked)?;
    let progress = Progress::new(&context.settings);
    let mut outcome = lines(record, progress).say(words::of_customers(&keys));
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

/// Those that fit the filter, which is that of their list. Nobody leaves by a part of a name: words
/// without a key are all of it.
fn chosen<'a>(
    context: &Context,
    filter: &[String],
    looking: &mut AccountReader<'_>,
    accounts: &'a [Account],
) -> Result<Vec<Chosen<'a>>, Failure> {
    if filter.iter().any(|word| word.trim().is_empty()) {
        // a variable of a script that nobody set
        return Err(Failure::usage(words::BLANK_WORD).hint(words::SAY_WHICH));
    }
    let filter = context.list_filter(filter, KEYS)?;
    let name = bare_words(&filter)?;
    let listing = customer::listing(words::NAME_OF_CUSTOMERS, looking, accounts);
    let listing = listing.passing(filter, KEYS, context, Some(looking.directory()?))?;
    let mut fitting = BTreeSet::new();
    for row in listing.rows(&[0]) {
        if let [Cell::Code(key)] = &row?[..] {
            fitting.insert(key.to_string());
        }
    }
    let fits = |account: &&Account| fitting.contains(&account.customer.key);
    let fitting: Vec<&Account> = accounts.iter().filter(fits).collect();
    let chosen = match name {
        Some(name) => called(&name, &fitting, accounts)?,
        None => fitting,
    };
    let chosen = chosen.into_iter().map(|account| Chosen {
        id: account.customer.id,
        key: &account.customer.key,
    });
    Ok(chosen.collect())
}

/// The words that stand without a key, typed or in a saved filter, as one name, which stands alone.
fn bare_words(filter: &Filter) -> Result<Option<String>, Failure> {
    let terms = &filter.terms;
    let bare = terms.iter().filter_map(|term| match &term.test {
        FilterTest::Text(any) if term.bare && !term.negated => {
            let any: Vec<&str> = any.iter().map(Sought::text).collect();
            Some(any.join(" "))
        }
        _ => None,
    });
    let bare: Vec<String> = bare.collect();
    match bare.len() {
        0 => Ok(None),
        all if all == terms.len() => Ok(Some(bare.join(" "))),
        _ => Err(Failure::usage(words::NAME_ALONE).hint(words::SAY_WHICH)),
    }
}

/// Whoever has that key, name or domain. Who is only like it is asked for.
fn called<'a>(
    name: &str,
    fitting: &[&'a Account],
    accounts: &'a [Account],
) -> Result<Vec<&'a Account>, Failure> {
    let wanted = folded(name);
    let is_called = |account: &Account| {
        let customer = &account.customer;
        [&customer.key, &customer.name].map(|known| folded(known) == wanted) != [false, false]
    };
    let has_domain = |account: &Account| {
        let mut contacts = account.contacts.iter();
        contacts.any(|contact| {
            let domain = contact
                .email
                .as_deref()
                .and_then(|email| email.rsplit_once('@'));
            domain.is_some_and(|(_, domain)| folded(domain) == wanted)
        })
    };
    let by_name: Vec<&Account> = accounts.iter().filter(|one| is_called(one)).collect();
    let by_domain = || {
        accounts
            .iter()
            .filter(|one| has_domain(one))
            .collect::<Vec<_>>()
    };
    let found = match by_name.is_empty() {
        true => by_domain(),
        false => by_name,
    };
    let like = match (&found[..], fitting) {
        ([_], _) => return Ok(found),
        ([], []) => {
            let near = nearest(name, accounts.iter().map(|one| one.customer.key.as_str()));
            return Err(Failure::no_such(Noun::Customer, name).meant(near));
        }
        ([], like) => like,
        (several, _) => several,
    };
    let said = Failure::usage(words::nobody_called(name)).kind("ambiguous");
    let like = like
        .iter()
        .map(|one| words::called(&one.customer.key, &one.customer.name));
    Err(like.fold(said, Failure::fact).hint(words::SAY_WHICH))
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
