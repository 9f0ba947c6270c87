//! A customer is added, and what is said of it is changed.

use super::super::account::{Looking, customer::listing, done, outcome};
use super::options::{AddCustomer, EditCustomer};
use crate::context::{CommitSummary, Context, Session};
use crate::core::account::Customer;
use crate::core::model::{CustomerAdded, CustomerEdited, CustomerId, EventText};
use crate::failure::Failure;
use crate::render::{Cell, Outcome};

/// `customer add`.
///
/// # Errors
/// A key that is none or is taken, an unknown zone or member of the staff, no name.
pub(crate) fn add(context: &mut Context, options: &AddCustomer) -> Result<Outcome, Failure> {
    let key = proper_key("customer", &options.id)?;
    let said = Said::of(
        context,
        options.language.as_deref(),
        options.account_manager.as_deref(),
        options.engineer.as_deref(),
    )?;
    let Some(name) = &options.name else {
        let missing = format!("`customer add {key}` needs a name");
        return Err(Failure::missing(missing, "--name", Vec::new()));
    };
    let intent = options.write.intent(context)?;
    let (id, written) = context.write(&intent, |session| {
        if let Some(there) = session.writer.customer_of_key(&key)? {
            return Err(taken(&key, &there.name));
        }
        let zone = adopted(session, options.zone.as_deref())?;
        let id = session.writer.next_customer()?;
        let added = CustomerAdded {
            key: key.clone(),
            zone,
            language: said.language,
            account_manager: said.account_manager,
            engineer: said.engineer,
        };
        session.account_fact(id, added.into(), named(Some(name)))?;
        Ok(id)
    })?;
    let sentence = done(written.earnest, &format!("{key} ({name})"), "added");
    let outcome = outcome(&written, vec![sentence], Some(Cell::code(key)));
    after(context, "customer add", id, &written, outcome)
}

/// `customer edit`.
///
/// # Errors
/// No such customer, nothing to change, an unknown zone or member of the staff.
pub(crate) fn edit(context: &mut Context, options: &EditCustomer) -> Result<Outcome, Failure> {
    let row = context.customer(&options.customer)?;
    let said = Said::of(
        context,
        options.language.as_deref(),
        options.account_manager.as_deref(),
        options.engineer.as_deref(),
    )?;
    let intent = options.write.intent(context)?;
    let (changes, written) = context.write(&intent, |session| {
        let before = session.account(row.id)?.customer.clone();
        let zone = adopted(session, options.zone.as_deref())?;
        let edited = CustomerEdited {
            zone: unless_same(zone, &before.zone),
            language: unless_same(said.language, &before.language),
            account_manager: unless_same(said.account_manager, &before.account_manager),
            engineer: unless_same(said.engineer, &before.engineer),
        };
        let name = options.name.as_ref().filter(|name| **name != before.name);
        let changes = changes(&before, &edited, name);
        if !changes.is_empty() {
            session.account_fact(row.id, edited.into(), named(name))?;
        }
        Ok(changes)
    })?;
    if changes.is_empty() {
        return Ok(Outcome::only_said(format!(
            "{} has all that already",
            row.key
        )));
    }
    let sentence = done(written.earnest, &row.key, "changed");
    let sentence = format!("{sentence}: {}", changes.join("; "));
    let outcome = outcome(&written, vec![sentence], None);
    after(context, "customer edit", row.id, &written, outcome)
}

/// What both say of a customer besides its name and zone.
struct Said {
    language: Option<String>,
    account_manager: Option<String>,
    engineer: Option<String>,
}

impl Said {
    fn of(
        context: &Context,
        language: Option<&str>,
        account_manager: Option<&str>,
        engineer: Option<&str>,
    ) -> Result<Said, Failure> {
        Ok(Said {
            language: language.map(proper_language).transpose()?,
            account_manager: account_manager.map(|who| context.staff(who)).transpose()?,
            engineer: engineer.map(|who| context.staff(who)).transpose()?,
        })
    }
}

/// A zone as the record names it; its rules are taken up if it does not hold them yet.
fn adopted(session: &mut Session<'_>, zone: Option<&str>) -> Result<Option<String>, Failure> {
    zone.map(|zone| session.adopt_zone_named(zone)).transpose()
}

fn unless_same(new: Option<String>, old: &Option<String>) -> Option<String> {
    new.filter(|new| old.as_ref() != Some(new))
}

fn changes(before: &Customer, edited: &CustomerEdited, name: Option<&String>) -> Vec<String> {
    let old_name = Some(before.name.clone());
    let pairs = [
        ("name", &old_name, &name.cloned()),
        ("zone", &before.zone, &edited.zone),
        ("language", &before.language, &edited.language),
        (
            "account manager",
            &before.account_manager,
            &edited.account_manager,
        ),
        ("engineer", &before.engineer, &edited.engineer),
    ];
    let changed = pairs.into_iter().filter_map(|(what, old, new)| {
        let new = new.as_ref()?;
        Some(match old {
            Some(old) => format!("{what} {new} (was {old})"),
            None => format!("{what} {new}"),
        })
    });
    changed.collect()
}

fn named(name: Option<&String>) -> EventText {
    EventText {
        name: name.cloned(),
        ..EventText::default()
    }
}

fn taken(key: &str, name: &str) -> Failure {
    Failure::not_possible(format!("there is a customer `{key}` already: {name}"))
        .kind("exists")
        .hint(format!(
            "`sladesk customer edit {key}` changes what is said of it"
        ))
}

fn after(
    context: &Context,
    name: &str,
    customer: CustomerId,
    written: &CommitSummary,
    outcome: crate::render::WriteOutcome,
) -> Result<Outcome, Failure> {
    if written.entry.is_none() {
        return Ok(Outcome::written(outcome));
    }
    let mut looking = Looking::new(context, None)?;
    let account = looking.account(customer)?;
    let listing = listing(name, &looking, account.as_slice());
    Ok(Outcome::written(outcome.after(listing.single())))
}

/// A key as people type it ever after: it must not look like a number, an address, a filter or a
/// flag.
///
/// # Errors
/// What is wrong with it, and one that would do.
pub(in crate::commands) fn proper_key(what: &str, word: &str) -> Result<String, Failure> {
    let fits = |c: char| c.is_alphanumeric() && !c.is_uppercase() || "-_.".contains(c);
    let begins = word.starts_with(|c: char| c.is_alphanumeric());
    let number = word.chars().all(|c| c.is_ascii_digit());
    if begins && !number && word.chars().all(fits) && word.chars().count() <= LONGEST_KEY {
        return Ok(word.to_owned());
    }
    let kept: String = word
        .to_lowercase()
        .chars()
        .map(|c| if fits(c) { c } else { '-' })
        .take(LONGEST_KEY)
        .collect();
    let better = kept.trim_matches(['-', '_', '.']);
    let hint = match better.chars().all(|c| c.is_ascii_digit()) {
        true => "write small letters, digits and hyphens, not digits alone: `acme-2`".to_owned(),
        false => format!("write small letters, digits and hyphens: `{better}`"),
    };
    Err(Failure::usage(format!("`{word}` is no {what} id")).hint(hint))
}

/// It is typed all day.
const LONGEST_KEY: usize = 64;

/// A language by its code.
///
/// # Errors
/// It has not the form of a code.
pub(in crate::commands) fn proper_language(word: &str) -> Result<String, Failure> {
    let mut parts = word.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric());
    let rest = parts.all(|part| (2..=8).contains(&part.len()) && letters(part));
    if matches!(first.len(), 2 | 3) && first.chars().all(|c| c.is_ascii_lowercase()) && rest {
        return Ok(word.to_owned());
    }
    Err(Failure::usage(format!("`{word}` is no code of a language"))
        .hint("write `en`, `vi`, `ru`, `es` or `ar`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_can_be_typed_and_mistaken_for_nothing_else() {
        for word in ["acme", "acme-2", "công-ty", "7eleven", "a.b_c"] {
            assert_eq!(proper_key("customer", word).as_deref(), Ok(word));
        }
        for word in [
            "", "Acme", "42", "a b", "x@y", "a:b", "@mine", "-x", "a,b", "..", "é\u{7}",
        ] {
            assert!(proper_key("customer", word).is_err(), "{word}");
        }
        let long = "x".repeat(65);
        assert!(proper_key("customer", &long).is_err());
    }

    #[test]
    fn a_language_is_its_code() {
        for word in ["en", "vi", "pt-BR", "fil"] {
            assert!(proper_language(word).is_ok(), "{word}");
        }
        for word in ["English", "", "e", "EN", "en-", "en_GB"] {
            assert!(proper_language(word).is_err(), "{word}");
        }
    }
}
