//! What adding and editing a contact check alike.

use super::super::account::Days;
use crate::core::account::{Account, Contact};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::settings::Abbreviations;
use crate::wording::account as words;

/// The person whose seat is taken over on that day.
///
/// # Errors
/// Nobody is called so, or holds a seat then.
pub(super) fn in_place_of<'a>(
    account: &'a Account,
    (word, abbreviations): (&str, Abbreviations),
    from: Instant,
    days: &Days,
) -> Result<&'a Contact, Failure> {
    let contact = abbreviations
        .contact_of(account, word)
        .map_err(|unknown| unknown.hint(words::lists_contacts(&account.customer.key)))?;
    if contact.seat_at(from).is_some() {
        return Ok(contact);
    }
    let (message, hint) = words::holds_none_on(contact.label(), days.day(from));
    Err(Failure::not_possible(message).hint(hint))
}
