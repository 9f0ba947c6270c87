//! The one thing that a word begins.

use crate::core::account::{Account, Contact};
use crate::core::text::{folded, nearest, nearest_person, visible_line};
use crate::failure::{Exit, Failure, FailureCode, Noun};
use crate::settings::Abbreviations;

/// More names than these are not listed.
const MOST: usize = 12;

/// A name that begins as typed, and what says whose it is.
pub(super) struct Begun<T> {
    pub name: String,
    pub says: String,
    pub meant: T,
}

/// Whether a name begins as typed, whatever the case and the accents.
pub(super) fn begins(name: &str, typed: &str) -> bool {
    folded(name).starts_with(&folded(typed))
}

/// A word that can be several: these, each with what says whose it is.
pub(crate) fn several(
    word: &str,
    candidates: impl IntoIterator<Item = (String, String)>,
) -> Failure {
    let all: Vec<(String, String)> = candidates.into_iter().collect();
    let code = FailureCode::SeveralBegin {
        word: word.to_owned(),
        more: all.len().checked_sub(MOST).filter(|more| *more > 0),
    };
    let failure = Failure::coded(Exit::Usage, code).kind("ambiguous");
    let listed = all.into_iter().take(MOST);
    let each = listed.map(|(name, says)| match says.is_empty() {
        true => name,
        false => format!("{name} ({})", visible_line(&says)),
    });
    each.fold(failure, Failure::fact)
}

impl Abbreviations {
    /// The one thing that a word begins; where it begins several, they are listed.
    ///
    /// # Errors
    /// `unknown`, where nothing is looked for or found; several things begin so.
    pub(super) fn only<T>(
        self,
        word: &str,
        unknown: Failure,
        begun: impl FnOnce() -> Result<Vec<Begun<T>>, Failure>,
    ) -> Result<T, Failure> {
        let names_nothing = matches!(unknown.exit(), Exit::NotFound | Exit::Usage);
        if self == Abbreviations::Refused || !names_nothing || word.is_empty() {
            return Err(unknown);
        }
        let mut found = begun()?;
        match found.len() {
            0 => Err(unknown),
            1 => Ok(found.remove(0).meant),
            _ => Err(several(
                word,
                found.into_iter().map(|one| (one.name, one.says)),
            )),
        }
    }

    /// The id of somebody of the desk, of these ids and names.
    ///
    /// # Errors
    /// Nobody of them is called so.
    pub(crate) fn staff<'p>(
        self,
        people: impl Iterator<Item = (&'p str, &'p str)> + Clone,
        word: &str,
    ) -> Result<String, Failure> {
        let wanted = folded(word);
        let mut ids = people.clone().map(|(id, _)| id);
        if let Some(id) = ids.find(|id| *id == word || folded(id) == wanted) {
            return Ok(id.to_owned());
        }
        let near = nearest(word, people.clone().map(|(id, _)| id));
        let unknown = Failure::no_such(Noun::Person, word).meant(near);
        self.only(word, unknown, || {
            let begun = people.filter(|(id, _)| begins(id, word));
            let begun = begun.map(|(id, name)| Begun {
                name: id.to_owned(),
                says: name.to_owned(),
                meant: id.to_owned(),
            });
            Ok(begun.collect())
        })
    }

    /// A contact of an account by address.
    ///
    /// # Errors
    /// Nobody there has it.
    pub(crate) fn contact_of<'a>(
        self,
        account: &'a Account,
        word: &str,
    ) -> Result<&'a Contact, Failure> {
        if let Some(contact) = account.contact_by_email(word) {
            return Ok(contact);
        }
        let people = account.contacts.iter();
        let people = people.map(|c| (c.label(), c.name.as_deref().unwrap_or_default()));
        let unknown = Failure::no_such_of(&account.customer.key, Noun::Contact, word)
            .meant(nearest_person(word, people));
        self.only(word, unknown, || Ok(begun_in(account, word)))
    }

    /// The address of whoever is meant where a stranger may be: a contact of the account, else the
    /// word as it is. A whole address is never taken for the beginning of another.
    ///
    /// # Errors
    /// Several contacts begin so.
    pub(crate) fn person_of(self, account: &Account, word: &str) -> Result<String, Failure> {
        let whole = |(_, domain): (&str, &str)| domain.contains('.');
        let known = account.contact_by_email(word).is_some();
        if known || word.split_once('@').is_some_and(whole) {
            return Ok(word.to_owned());
        }
        match self.contact_of(account, word) {
            Ok(contact) => Ok(contact.label().to_owned()),
            Err(unknown) if unknown.exit() == Exit::NotFound => Ok(word.to_owned()),
            Err(ambiguous) => Err(ambiguous),
        }
    }
}

/// The contacts of an account whose address begins so.
fn begun_in<'a>(account: &'a Account, word: &str) -> Vec<Begun<&'a Contact>> {
    let known = account.contacts.iter();
    let known = known.filter_map(|contact| Some((contact.email.as_deref()?, contact)));
    let begun = known.filter(|(email, _)| begins(email, word));
    let begun = begun.map(|(email, contact)| Begun {
        name: email.to_owned(),
        says: contact.name.clone().unwrap_or_default(),
        meant: contact,
    });
    begun.collect()
}
