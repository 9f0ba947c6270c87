//! Which values of a field a word of a filter means, out of those that a view of the record knows:
//! the terms that were signed, what stands on tickets, the people of the desk. Another is an error.

use super::begun::{Begun, begins};
use super::names::{Directory, contract_of_number};
use crate::core::filter::{FilterKey, FilterValue, KeyKind, as_typed, named};
use crate::core::model::{ContractId, TicketField};
use crate::core::text::{folded, nearest};
use crate::failure::{Failure, Noun};
use crate::store::{Condition, StoredContact, Tables, TicketTest};

/// More values than these are not listed in a message.
const MANY: usize = 12;

/// The word that a value is.
pub(super) fn word(value: &FilterValue) -> Option<String> {
    match value {
        FilterValue::Word(word) => Some(word.clone()),
        _ => None,
    }
}

/// Whose values are known: by the name in the record, and as filters call it.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownField {
    pub key: &'static str,
    pub typed: &'static str,
}

impl From<&TicketField> for KnownField {
    fn from(field: &TicketField) -> KnownField {
        KnownField {
            key: field.key,
            typed: field.typed,
        }
    }
}

/// The values of a field that a word means: one at least.
///
/// # Errors
/// The view knows none.
pub(super) fn meant(
    tables: Tables<'_>,
    field: impl Into<KnownField>,
    word: &str,
) -> Result<Vec<String>, Failure> {
    let field = field.into();
    let all = tables.known_words(field.key)?;
    let meant: Vec<String> = all
        .iter()
        .filter(|known| named(known, word))
        .cloned()
        .collect();
    match meant.is_empty() {
        true => Err(unknown(field.typed, word, &all)),
        false => Ok(meant),
    }
}

/// The same for the values of a filter's word; what has none is asked for as it is.
///
/// # Errors
/// As [`meant`].
pub(super) fn all_meant(
    tables: Tables<'_>,
    field: impl Into<KnownField>,
    any: impl Iterator<Item = Option<String>>,
) -> Result<Vec<Option<String>>, Failure> {
    let field = field.into();
    let mut all = Vec::new();
    for word in any {
        match word {
            Some(word) => all.extend(meant(tables, field, &word)?.into_iter().map(Some)),
            None => all.push(None),
        }
    }
    Ok(all)
}

/// The values of a field of anyone's words that a filter's word is written like, whatever its case
/// and accents; one that nobody used is asked for as it is.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn written_like(
    tables: Tables<'_>,
    key: &str,
    any: impl Iterator<Item = Option<String>>,
) -> Result<Vec<Option<String>>, Failure> {
    let used = tables.known_words(key)?;
    let mut all = Vec::new();
    for word in any {
        let like = used.iter().filter(|used| {
            let word = word.as_deref();
            word.is_some_and(|word| folded(used) == folded(word))
        });
        let before = all.len();
        all.extend(like.cloned().map(Some));
        if all.len() == before {
            all.push(word);
        }
    }
    Ok(all)
}

/// A priority by what its plan calls it, its other names included; `p1` to `p9` also by rank: `p1`
/// is the highest of every plan.
///
/// # Errors
/// No plan calls one so, or has so many.
pub(super) fn priority(
    tables: Tables<'_>,
    any: impl Iterator<Item = Option<String>>,
) -> Result<Condition, Failure> {
    let field = TicketField::row("priority");
    let mut conditions = Vec::new();
    for word in any {
        let before = conditions.len();
        if let Some(rank) = word.as_deref().and_then(rank)
            && tables
                .known_words("priority_rank")?
                .contains(&rank.to_string())
        {
            conditions.push(TicketTest::Rank(vec![rank]).into());
        }
        let aliased = match &word {
            Some(word) => aliased(tables, "priority_alias", word)?,
            None => Vec::new(),
        };
        if !aliased.is_empty() {
            conditions.push(TicketTest::Text(field, aliased).into());
        }
        match all_meant(tables, field, std::iter::once(word)) {
            Ok(called) => conditions.push(TicketTest::Text(field, called).into()),
            Err(unknown) if conditions.len() == before => return Err(unknown),
            Err(_) => {}
        }
    }
    Ok(Condition::Any(conditions))
}

/// A version by what anybody wrote, or by its title or another name in some terms.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn version(
    tables: Tables<'_>,
    any: impl Iterator<Item = Option<String>>,
) -> Result<Vec<Option<String>>, Failure> {
    let mut all = Vec::new();
    for word in any {
        if let Some(word) = &word {
            all.extend(aliased(tables, "version_alias", word)?);
        }
        all.extend(written_like(tables, "version", std::iter::once(word))?);
    }
    Ok(all)
}

/// What a word is another name of in some terms: each pair of that key is `ID=NAME`.
fn aliased(tables: Tables<'_>, key: &str, word: &str) -> Result<Vec<Option<String>>, Failure> {
    let known = tables.known_words(key)?;
    let pairs = known.iter().filter_map(|pair| pair.split_once('='));
    let meant = pairs.filter(|(_, alias)| named(alias, word));
    Ok(meant.map(|(id, _)| Some(id.to_owned())).collect())
}

/// `p1` is 1, `p9` is 9.
fn rank(word: &str) -> Option<u32> {
    let digit = word.strip_prefix(['p', 'P'])?;
    digit.parse().ok().filter(|rank| (1..=9).contains(rank))
}

/// A support line by its title, or by its place among those of the terms: 2 is the second.
///
/// # Errors
/// No terms have it.
pub(super) fn line(
    tables: Tables<'_>,
    any: impl Iterator<Item = Option<String>>,
) -> Result<Condition, Failure> {
    let field = TicketField::row("line");
    let mut conditions = Vec::new();
    for word in any {
        let number = word.as_deref().and_then(|word| word.parse::<u32>().ok());
        let Some(number) = number else {
            let titles = all_meant(tables, field, std::iter::once(word))?;
            conditions.push(TicketTest::Text(field, titles).into());
            continue;
        };
        let known = tables.known_words("line_number")?;
        if !known.contains(&number.to_string()) {
            return Err(unknown(field.typed, &number.to_string(), &known));
        }
        conditions.push(TicketTest::Line(vec![number]).into());
    }
    Ok(Condition::Any(conditions))
}

/// Somebody of the desk by id: whom the record names, or, of what was done, who did it. None: it is
/// nobody.
///
/// # Errors
/// The view knows nobody of that name.
pub(super) fn people(
    directory: Directory<'_>,
    key: &'static str,
    any: impl Iterator<Item = Option<String>>,
    listed: &[String],
    asker: &str,
) -> Result<Vec<Option<String>>, Failure> {
    let tables = directory.tables;
    let mut known = listed.to_vec();
    for field in ["assignee", "account_manager", "actor"] {
        if field != "actor" || key == "actor" {
            known.extend(tables.known_words(field)?);
        }
    }
    known.sort();
    known.dedup();
    let mut all = Vec::new();
    for word in any {
        let word = match word {
            Some(me) if me == "me" => Some(asker.to_owned()),
            other => other,
        };
        let Some(word) = word else {
            all.push(None);
            continue;
        };
        let mut meant = known.iter().filter(|known| named(known, &word)).peekable();
        match meant.peek() {
            Some(_) => all.extend(meant.cloned().map(Some)),
            // who asks is somebody
            None if word == asker => all.push(Some(word)),
            None => {
                let begun = || {
                    let asker = (!known.iter().any(|id| id == asker)).then(|| asker.to_owned());
                    let anybody: Vec<String> = known.iter().cloned().chain(asker).collect();
                    people_beginning(tables, &anybody, &word)
                };
                let unknown = unknown(key, &word, &known);
                all.push(Some(directory.abbreviations.only(&word, unknown, begun)?));
            }
        }
    }
    Ok(all)
}

/// Those of them whose id begins so, each with the name that the desk has for it.
fn people_beginning(
    tables: Tables<'_>,
    known: &[String],
    word: &str,
) -> Result<Vec<Begun<String>>, Failure> {
    let staff = tables.staff()?;
    let name = |id: &str| {
        let mut of = staff.iter().filter(|one| one.row.key == id);
        of.next().map(|one| one.row.name.clone())
    };
    let begun = known.iter().filter(|id| begins(id, word));
    let begun = begun.map(|id| Begun {
        name: id.clone(),
        says: name(id).unwrap_or_default(),
        meant: id.clone(),
    });
    Ok(begun.collect())
}

/// The plans that words mean, out of those that were signed.
///
/// # Errors
/// The view knows none of that name.
pub(super) fn plans(
    directory: Directory<'_>,
    any: impl Iterator<Item = Option<String>>,
) -> Result<Vec<Option<String>>, Failure> {
    let field = TicketField::row("plan");
    let signed = directory.tables.known_words(field.key)?;
    let mut all = Vec::new();
    for word in any {
        match word {
            None => all.push(None),
            Some(word) => {
                let meant = signed.iter().filter(|plan| named(plan, &word));
                let before = all.len();
                all.extend(meant.cloned().map(Some));
                if all.len() == before {
                    let word = begun_word(directory, field.typed, &word, &signed)?;
                    all.push(Some(word));
                }
            }
        }
    }
    Ok(all)
}

/// The one of these words that begins so.
fn begun_word(
    directory: Directory<'_>,
    key: &'static str,
    word: &str,
    known: &[String],
) -> Result<String, Failure> {
    let unknown = unknown(key, word, known);
    directory.abbreviations.only(word, unknown, || {
        let begun = known.iter().filter(|known| begins(known, word));
        let begun = begun.map(|known| Begun {
            name: known.clone(),
            says: String::new(),
            meant: known.clone(),
        });
        Ok(begun.collect())
    })
}

/// The contracts that are meant: by number, by a range of numbers, or by the customer that has one
/// in force. What is `none` is left out.
///
/// # Errors
/// There is no such contract, or that customer has none or several in force.
pub(super) fn contracts(
    directory: Directory<'_>,
    any: &[FilterValue],
) -> Result<Vec<ContractId>, Failure> {
    let mut ids = Vec::new();
    for value in any {
        match value {
            FilterValue::Number { from, to } if from == to => {
                ids.push(contract_of_number(directory.tables, *from)?.id);
            }
            FilterValue::Number { from, to } => {
                let (from, to) = (ContractId(*from), ContractId(*to));
                let between = directory.tables.contracts_between(from, to)?.into_iter();
                ids.extend(between.map(|row| row.id));
            }
            FilterValue::Word(word) => ids.push(directory.contract(word, directory.at)?.1),
            _ => {}
        }
    }
    Ok(ids)
}

/// What the values of a key mean in a list that is no table of tickets: those of keys that have a
/// list of values are found in the list, or among what the record knows of the field of tickets of
/// that meaning.
///
/// # Errors
/// Neither knows it.
pub(crate) fn meant_in_list(
    directory: Option<Directory<'_>>,
    key: &FilterKey,
    any: Vec<FilterValue>,
    listed: &[String],
    asker: &str,
) -> Result<Vec<FilterValue>, Failure> {
    match (key.kind, directory) {
        (KeyKind::Contract, Some(directory)) => {
            let ids = contracts(directory, &any)?.into_iter();
            let numbers = ids.map(|id| FilterValue::Number {
                from: id.0,
                to: id.0,
            });
            let absent = any
                .contains(&FilterValue::Absent)
                .then_some(FilterValue::Absent);
            Ok(numbers.chain(absent).collect())
        }
        (KeyKind::Person, Some(directory)) => {
            let words = any.iter().map(word);
            let people = people(directory, key.name, words, listed, asker)?;
            let value = |who: Option<String>| who.map_or(FilterValue::Absent, FilterValue::Word);
            Ok(people.into_iter().map(value).collect())
        }
        (KeyKind::Known, _) => {
            let meant = any.into_iter().map(|value| match value {
                FilterValue::Word(word) => {
                    known_in_list(directory, key.name, word, listed).map(FilterValue::Word)
                }
                other => Ok(other),
            });
            meant.collect()
        }
        _ => Ok(any),
    }
}

/// The word as the list or the record has it.
fn known_in_list(
    directory: Option<Directory<'_>>,
    key: &'static str,
    word: String,
    listed: &[String],
) -> Result<String, Failure> {
    if listed.iter().any(|known| named(known, &word)) {
        return Ok(word);
    }
    let mut known = listed.to_vec();
    if let Some(directory) = directory {
        match key {
            "customer" => return Ok(directory.customer(&word)?.key),
            "contact" | "email" => {
                let one = |contacts: Vec<StoredContact>| contacts.into_iter().next();
                let contact = one(directory.contacts(&word)?);
                return Ok(contact.map_or(word, |contact| contact.row.email));
            }
            _ => {}
        }
        let fields: &[&str] = match key {
            "lines" => &["line", "line_number"],
            key => &[key],
        };
        for field in fields {
            known.extend(directory.tables.known_words(field)?);
        }
    }
    known.sort();
    known.dedup();
    match directory {
        _ if known.iter().any(|known| named(known, &word)) => Ok(word),
        Some(directory) if ["plan", "staff"].contains(&key) => {
            begun_word(directory, key, &word, &known)
        }
        _ => Err(unknown(key, &word, &known)),
    }
}

fn unknown(key: &'static str, word: &str, known: &[String]) -> Failure {
    let known = || known.iter().map(String::as_str);
    let failure = Failure::no_such(Noun::of_key(key), word);
    match nearest(word, known()) {
        Some(near) => failure.meant(Some(&as_typed(key, near))),
        None if known().count() == 0 => failure.hint("this record knows none yet"),
        None if known().count() > MANY => failure,
        None => failure.hint(format!(
            "it can be {}",
            known().collect::<Vec<_>>().join(", ")
        )),
    }
}
