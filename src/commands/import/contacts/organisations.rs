//! Whose the people of a table are that names customers by name.

use std::collections::{BTreeMap, BTreeSet};

use super::table::{PeopleTable, PersonRow};
use crate::context::Context;
use crate::core::text::{folded, shortened};
use crate::failure::Failure;
use crate::store::CustomerRow;
use crate::wording::import::contacts as words;

/// The table with the people of one customer alone: who is another's is left out and told. Where the
/// table names one organisation alone, it is that customer, whatever it is called there.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn of_customer(
    context: &Context,
    customer: &CustomerRow,
    mut table: PeopleTable,
) -> Result<PeopleTable, Failure> {
    let organisation = |person: &PersonRow| person.organisation.as_deref().map(folded);
    let named: BTreeSet<String> = table.people.iter().filter_map(organisation).collect();
    if named.is_empty() {
        return Ok(table);
    }
    let keys = keys_by_name(context)?;
    let words_of = table.mapping.as_ref().map(|mapping| &mapping.organisation);
    let account = context.account(customer.id)?;
    let mut people = Vec::new();
    for person in std::mem::take(&mut table.people) {
        let Some(name) = person.organisation.as_deref() else {
            match named.len() {
                1 => people.push(person),
                // who is a contact already needs no other word of whose
                _ if account.contact_by_email(&person.email).is_some() => people.push(person),
                _ => table
                    .left_out
                    .push((person.line, words::NO_ORGANISATION.to_owned())),
            }
            continue;
        };
        let word = words_of.and_then(|words| words.of(name)).unwrap_or(name);
        match keys.get(&folded(word)) {
            Some(theirs) if theirs.contains(&customer.key) => people.push(person),
            Some(theirs) => {
                let other = theirs.first().map_or("", String::as_str);
                let says = words::of_another(other);
                table.left_out.push((person.line, says));
            }
            None if named.len() == 1 => people.push(person),
            None => {
                let failure = Failure::bad_file(words::unknown_organisation(&shortened(name)));
                let failure = failure.hint(words::SAY_ORGANISATION);
                let email = person.email.clone();
                table.mistakes.collect(person.line, &email, failure)?;
            }
        }
    }
    table.people = people;
    Ok(table)
}

/// The keys of customers by their names and keys, folded.
fn keys_by_name(context: &Context) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in context.store()?.customers()? {
        for name in [&row.key, &row.name] {
            let of_name = keys.entry(folded(name)).or_default();
            if !of_name.contains(&row.key) {
                of_name.push(row.key.clone());
            }
        }
    }
    Ok(keys)
}
