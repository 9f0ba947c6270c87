//! Contacts: the people whom a contract authorises.

mod add;
mod change;
mod edit;
mod options;
mod page;
mod qualification;
mod revoke;

pub(crate) use add::add;
pub(super) use add::add_to;
pub(crate) use edit::edit;
pub(super) use edit::edit_of;
pub(crate) use options::{AddContact, EditContact, ListContacts, RevokeContact, ShowContact};
pub(crate) use revoke::revoke;

use super::account::{Looking, contact::listing, listed};
use crate::context::{CommitSummary, Context};
use crate::core::account::{Account, Contact};
use crate::core::filter::{FilterKey, Kind};
use crate::core::time::Direction;
use crate::failure::Failure;
use crate::render::{Outcome, Prefer};

const KEYS: &[FilterKey] = &[
    FilterKey::new("contact", Kind::Word, "the address he or she asks from"),
    FilterKey::new("customer", Kind::Word, "for whom"),
    FilterKey::new("name", Kind::Word, "his or her name"),
    FilterKey::new("email", Kind::Word, "the same as contact"),
    FilterKey::new("phone", Kind::Word, "where to call"),
    FilterKey::new(
        "start",
        Kind::Time(Direction::Either),
        "the first day of the seat",
    ),
    FilterKey::new(
        "end",
        Kind::Time(Direction::Either),
        "the last day of the seat",
    ),
    FilterKey::new("language", Kind::Word, "the language to write in"),
    FilterKey::new("seat", Kind::Word, "held, coming or ended"),
    FilterKey::new("qualifications", Kind::Word, "what he or she may do"),
    FilterKey::new("open-tickets", Kind::Number, "how many are not done"),
    FilterKey::new("text", Kind::Text, "words in any of these"),
];

/// `contact list`.
///
/// # Errors
/// A filter or field that is none, or the desk's file cannot be read.
pub(crate) fn list(context: &mut Context, options: &ListContacts) -> Result<Outcome, Failure> {
    let mut looking = Looking::new(context, options.list.read.as_of.as_deref())?;
    let accounts = looking.accounts()?;
    let people = accounts.iter().flat_map(of_account);
    let listing = listing("contact list", &mut looking, people)?;
    listed(
        listing.if_empty("no contact fits"),
        &options.list,
        KEYS,
        context,
    )
}

fn of_account(account: &Account) -> impl Iterator<Item = (&Account, &Contact)> {
    account
        .contacts
        .iter()
        .map(move |contact| (account, contact))
}

/// `contact show`.
///
/// # Errors
/// No such contact, or the desk's file cannot be read.
pub(crate) fn show(context: &mut Context, options: &ShowContact) -> Result<Outcome, Failure> {
    let found = context.contact(&options.contact)?;
    let mut looking = Looking::new(context, options.read.as_of.as_deref())?;
    let account = looking.account(found.row.customer)?;
    let known = account
        .as_ref()
        .and_then(|a| Some((a, a.contact(found.row.id)?)));
    let Some((account, contact)) = known else {
        return Err(Failure::not_found(format!(
            "no contact `{}` then",
            options.contact
        )));
    };
    let page = page::page(&mut looking, account, contact)?;
    let listing = listing("contact show", &mut looking, [(account, contact)])?;
    Ok(Outcome::listing(listing.single().page(Prefer::Page, page)))
}

/// The outcome of a write about one contact.
fn after(
    context: &Context,
    name: &str,
    written: &CommitSummary,
    outcome: crate::render::WriteOutcome,
    who: (
        crate::core::model::CustomerId,
        crate::core::model::ContactId,
    ),
) -> Result<Outcome, Failure> {
    if written.entry.is_none() {
        return Ok(Outcome::written(outcome));
    }
    let mut looking = Looking::new(context, None)?;
    let account = looking.account(who.0)?;
    let known = account.as_ref().and_then(|a| Some((a, a.contact(who.1)?)));
    let listing = listing(name, &mut looking, known)?;
    Ok(Outcome::written(outcome.after(listing.single())))
}
