//! Which values of a field a word of a filter means, out of those that a view of the record knows:
//! the terms that were signed, what stands on tickets, the people of the desk. Another is an error.

use super::names::{Directory, contacts, customer_of_key};
use crate::core::filter::{as_typed, named};
use crate::core::model::TicketField;
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::store::{Condition, Tables, TicketTest};

/// More values than these are not listed in a message.
const MANY: usize = 12;

/// The values of a field that a word means: one at least.
///
/// # Errors
/// The view knows none.
pub(super) fn meant(
    tables: Tables<'_>,
    field: &TicketField,
    word: &str,
) -> Result<Vec<String>, Failure> {
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
    field: &TicketField,
    any: impl Iterator<Item = Option<String>>,
) -> Result<Vec<Option<String>>, Failure> {
    let mut all = Vec::new();
    for word in any {
        match word {
            Some(word) => all.extend(meant(tables, field, &word)?.into_iter().map(Some)),
            None => all.push(None),
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
            Some(word) => aliased(tables, word)?,
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

/// The priorities of which a word is another name in some terms.
fn aliased(tables: Tables<'_>, word: &str) -> Result<Vec<Option<String>>, Failure> {
    let known = tables.known_words("priority_alias")?;
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

/// Whether a word is a value of a key of a list that is no table of tickets: what stands in the
/// list, or what the record knows of the field of tickets of that meaning.
///
/// # Errors
/// Neither knows it.
pub(crate) fn known_in_list(
    directory: Option<Directory<'_>>,
    key: &'static str,
    word: &str,
    listed: &[String],
) -> Result<(), Failure> {
    if listed.iter().any(|known| named(known, word)) {
        return Ok(());
    }
    let mut known = listed.to_vec();
    if let Some(tables) = directory.map(|directory| directory.tables) {
        match key {
            "customer" => return customer_of_key(tables, word).map(drop),
            "contact" | "email" => return contacts(tables, word).map(drop),
            _ => {}
        }
        let fields: &[&str] = match key {
            "staff" | "engineer" => &["assignee"],
            "account-manager" => &["account_manager"],
            "lines" => &["line", "line_number"],
            key => &[key],
        };
        for field in fields {
            known.extend(tables.known_words(field)?);
        }
    }
    match known.iter().any(|known| named(known, word)) {
        true => Ok(()),
        false => Err(unknown(key, word, &known)),
    }
}

fn unknown(typed: &str, word: &str, known: &[String]) -> Failure {
    let known = || known.iter().map(String::as_str);
    let name = typed.replace('-', " ");
    let failure = Failure::not_found(format!("no {name} `{word}`")).kind("unknown-value");
    match nearest(word, known()) {
        Some(near) => failure.meant(Some(&as_typed(typed, near))),
        None if known().count() == 0 => failure.hint(format!("this record knows no {name} yet")),
        None if known().count() > MANY => failure,
        None => failure.hint(format!(
            "it can be {}",
            known().collect::<Vec<_>>().join(", ")
        )),
    }
}
