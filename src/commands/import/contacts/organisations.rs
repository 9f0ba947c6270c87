//! Whose the people of a table are that names customers by name.

use std::collections::{BTreeMap, BTreeSet};

use super::table::{PeopleTable, PersonRow};
use crate::context::Context;
use crate::core::text::{folded, nearest, shortened};
use crate::failure::Failure;
use crate::store::CustomerRow;
use crate::wording::import::contacts as words;

/// What a name in the table says of whose somebody is.
enum Whose {
    This,
    /// Another customer's, by its key.
    Other(String),
    Nobody,
}

/// The table with the people of one customer alone, which is called there as it is here or as `called`
/// says. Who is another's is left out and told. In such a table is often everybody whom somebody knows:
/// who has no organisation there, or one that is no customer, is taken only where it is a contact
/// already.
///
/// # Errors
/// The desk's file cannot be read; the table has no such name.
pub(super) fn of_customer(
    context: &Context,
    customer: &CustomerRow,
    called: &[String],
    mut table: PeopleTable,
) -> Result<PeopleTable, Failure> {
    let named = |person: &PersonRow| person.organisation.as_deref().map(folded);
    let named: BTreeSet<String> = table.people.iter().filter_map(named).collect();
    if let Some(unused) = called.iter().find(|name| !named.contains(&folded(name))) {
        let there = table
            .people
            .iter()
            .filter_map(|p| p.organisation.as_deref());
        let there: BTreeSet<&str> = there.collect();
        let failure = Failure::bad_file(words::no_such_organisation(&shortened(unused)));
        return Err(failure.meant(nearest(unused, there)));
    }
    if named.is_empty() {
        return Ok(table);
    }
    let keys = keys_by_name(context)?;
    let called: BTreeSet<String> = called.iter().map(|name| folded(name)).collect();
    let words_of = table.mapping.as_ref().map(|mapping| &mapping.organisation);
    let whose = |name: &str| {
        let word = words_of.and_then(|words| words.of(name)).unwrap_or(name);
        match keys.get(&folded(word)) {
            _ if called.contains(&folded(name)) => Whose::This,
            Some(theirs) if theirs.contains(&customer.key) => Whose::This,
            Some(theirs) => Whose::Other(theirs.first().cloned().unwrap_or_default()),
            None => Whose::Nobody,
        }
    };
    let account = context.account(customer.id)?;
    let mut people = Vec::new();
    for person in std::mem::take(&mut table.people) {
        let is_contact = || account.contact_by_email(&person.email).is_some();
        let name = person.organisation.as_deref();
        let left_out = match name.map(&whose) {
            Some(Whose::This) => None,
            Some(Whose::Other(other)) => Some(words::of_another(&other)),
            _ if is_contact() => None,
            None => Some(words::NO_ORGANISATION.to_owned()),
            Some(Whose::Nobody) => {
                table.has_strangers = true;
                let name = shortened(name.unwrap_or_default());
                Some(words::unknown_organisation(&name))
            }
        };
        match left_out {
            Some(says) => table.left_out.push((person.line, says)),
            None => people.push(person),
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
