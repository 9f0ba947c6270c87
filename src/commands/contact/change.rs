//! What adding and editing a contact check alike.

use super::super::account::Days;
use crate::core::account::{Account, Contact};
use crate::core::model::ContactId;
use crate::core::text::nearest_person;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::wording::account as words;

/// The value parser of an e-mail address, by its form: it is what a request is known by.
///
/// # Errors
/// What is missing.
pub(in crate::commands) fn proper_email(word: &str) -> Result<String, Failure> {
    let word = word.trim();
    let wrong = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\"\\".contains(c);
    let fits = word.split_once('@').is_some_and(|(name, domain)| {
        let dots = domain.split('.').all(|part| !part.is_empty());
        !name.is_empty() && !domain.contains('@') && dots
    });
    if fits && !word.contains(wrong) && word.chars().count() <= LONGEST {
        return Ok(word.to_owned());
    }
    let (message, hint) = words::no_address(word);
    Err(Failure::usage(message).hint(hint))
}

/// Longer addresses cannot be delivered to.
const LONGEST: usize = 254;

/// A contact of an account by address.
///
/// # Errors
/// Nobody there has it.
pub(super) fn contact_of<'a>(account: &'a Account, word: &str) -> Result<&'a Contact, Failure> {
    account.contact_by_email(word).ok_or_else(|| {
        let people = account.contacts.iter();
        let people = people.map(|c| (c.label(), c.name.as_deref().unwrap_or_default()));
        let (message, hint) = words::no_contact_of(&account.customer.key, word);
        Failure::not_found(message)
            .kind("no-contact")
            .meant(nearest_person(word, people))
            .hint(hint)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_place() {
        for word in ["dana@acme.example", "d.r+x@a-b.co", " dana@localhost "] {
            assert_eq!(proper_email(word).as_deref(), Ok(word.trim()));
        }
        for word in [
            "dana",
            "@acme.example",
            "dana@",
            "a@b@c",
            "a b@c.d",
            "<a@b.c>",
            "a@b..c",
            "a@.b",
            "a,b@c.d",
            "a\u{7}@b.c",
        ] {
            assert!(proper_email(word).is_err(), "{word}");
        }
    }
}
