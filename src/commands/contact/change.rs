//! What adding and editing a contact check alike.

use super::super::account::Days;
use crate::core::account::{Account, Contact};
use crate::core::model::ContactId;
use crate::core::text::nearest_person;
use crate::core::time::Instant;
use crate::failure::{Failure, Noun};
use crate::wording::account as words;

/// A contact of an account by address.
///
/// # Errors
/// Nobody there has it.
pub(super) fn contact_of<'a>(account: &'a Account, word: &str) -> Result<&'a Contact, Failure> {
    account.contact_by_email(word).ok_or_else(|| {
        let people = account.contacts.iter();
        let people = people.map(|c| (c.label(), c.name.as_deref().unwrap_or_default()));
        let key = &account.customer.key;
        Failure::no_such_of(key, Noun::Contact, word)
            .meant(nearest_person(word, people))
            .hint(words::lists_contacts(key))
    })
}

/// The person whose seat is taken over on that day.
///
/// # Errors
/// Nobody is called so, or holds a seat then.
pub(super) fn in_place_of(
    account: &Account,
    word: &str,
    from: Instant,
    days: &Days,
) -> Result<ContactId, Failure> {
    let contact = contact_of(account, word)?;
    if contact.seat_at(from).is_some() {
        return Ok(contact.id);
    }
    let (message, hint) = words::holds_none_on(contact.label(), days.day(from));
    Err(Failure::not_possible(message).hint(hint))
}
