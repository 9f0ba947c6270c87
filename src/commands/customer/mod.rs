//! Customers.

mod options;
mod page;
mod write;

pub(crate) use options::{AddCustomer, EditCustomer, ListCustomers, ShowCustomer};
pub(crate) use write::{add, edit};
pub(super) use write::{proper_key, proper_language};

use super::account::{Looking, customer::listing, listed};
use crate::context::Context;
use crate::core::filter::{FilterKey, Kind};
use crate::failure::Failure;
use crate::render::{Outcome, Prefer};

const KEYS: &[FilterKey] = &[
    FilterKey::new("customer", Kind::Word, "its key"),
    FilterKey::new("name", Kind::Word, "its name"),
    FilterKey::new("plan", Kind::Word, "a plan in force"),
    FilterKey::new("contacts", Kind::Number, "how many may ask"),
    FilterKey::new("open-tickets", Kind::Number, "how many are not done"),
    FilterKey::new("account-manager", Kind::Word, "who looks after it"),
    FilterKey::new("language", Kind::Word, "of its reports"),
    FilterKey::new("engineer", Kind::Word, "the engineer named for it"),
    FilterKey::new("contracts", Kind::Number, "a contract's number"),
    FilterKey::new("zone", Kind::Word, "where it is"),
    FilterKey::new("text", Kind::Text, "words in any of these"),
];

/// `customer list`.
///
/// # Errors
/// A filter or field that is none, or the desk's file cannot be read.
pub(crate) fn list(context: &mut Context, options: &ListCustomers) -> Result<Outcome, Failure> {
    let mut looking = Looking::new(context, options.list.read.as_of.as_deref())?;
    let accounts = looking.accounts()?;
    let listing = listing("customer list", &looking, &accounts);
    listed(
        listing.if_empty("no customer fits"),
        &options.list,
        KEYS,
        context,
    )
}

/// `customer show`.
///
/// # Errors
/// No such customer, or the desk's file cannot be read.
pub(crate) fn show(context: &mut Context, options: &ShowCustomer) -> Result<Outcome, Failure> {
    let row = context.customer(&options.customer)?;
    let mut looking = Looking::new(context, options.read.as_of.as_deref())?;
    let Some(account) = looking.account(row.id)? else {
        return Err(Failure::not_found(format!(
            "no customer `{}` then",
            row.key
        )));
    };
    let page = page::page(&mut looking, &account)?;
    let listing = listing("customer show", &looking, std::slice::from_ref(&account));
    Ok(Outcome::listing(listing.single().page(Prefer::Page, page)))
}
