//! Events beside tickets, asked by the same filter: the customer, contact or contract of which one
//! speaks is its own. What else is asked of a ticket no such event has.

use crate::core::model::{CustomerId, Event, Stream};
use crate::failure::Failure;
use crate::store::{Tables, Test, Where};

/// Whether a condition can be told of events beside tickets.
pub(super) fn is_told_of_them(condition: &Where) -> bool {
    match condition {
        Where::All(all) | Where::Any(all) => all.iter().all(is_told_of_them),
        Where::Not(inner) => is_told_of_them(inner),
        Where::Is(Test::Customer(_) | Test::Contact(_) | Test::Contract(_)) => true,
        // neither a contact nor a contract
        Where::Is(Test::Text(field, words)) => {
            matches!(field.key, "contact" | "contract") && words.iter().all(Option::is_none)
        }
        Where::Is(_) => false,
    }
}

/// Whether such an event fits a condition that can be told of it.
pub(super) fn fits(condition: &Where, event: &Event) -> bool {
    let customer = match event.stream {
        Stream::Customer(id) if id != CustomerId::DESK => Some(id),
        _ => None,
    };
    let (contact, contract) = (event.fact.person(), event.fact.agreement());
    match condition {
        Where::All(all) => all.iter().all(|one| fits(one, event)),
        Where::Any(any) => any.iter().any(|one| fits(one, event)),
        Where::Not(inner) => !fits(inner, event),
        Where::Is(Test::Customer(ids)) => customer.is_some_and(|id| ids.contains(&id)),
        Where::Is(Test::Contact(ids)) => contact.is_some_and(|id| ids.contains(&id)),
        Where::Is(Test::Contract(ids)) => contract.is_some_and(|id| ids.contains(&id)),
        Where::Is(Test::Text(field, _)) => match field.key {
            "contact" => contact.is_none(),
            _ => contract.is_none(),
        },
        Where::Is(_) => false,
    }
}

/// The customers in whose streams all that fits stands; none: in any.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn streams(
    condition: &Where,
    tables: Tables<'_>,
) -> Result<Option<Vec<CustomerId>>, Failure> {
    Ok(match condition {
        Where::Is(Test::Customer(ids)) => Some(ids.clone()),
        Where::Is(Test::Contact(ids)) => {
            let mut of = Vec::new();
            for id in ids {
                of.extend(tables.contact(*id)?.map(|contact| contact.row.customer));
            }
            Some(of)
        }
        Where::Is(Test::Contract(ids)) => {
            let mut of = Vec::new();
            for id in ids {
                of.extend(tables.contract(*id)?.map(|contract| contract.customer));
            }
            Some(of)
        }
        Where::All(all) => {
            let mut found: Option<Vec<CustomerId>> = None;
            for one in all {
                let of = streams(one, tables)?;
                found = match (found, of) {
                    (Some(found), Some(of)) => {
                        Some(found.into_iter().filter(|id| of.contains(id)).collect())
                    }
                    (found, of) => found.or(of),
                };
            }
            found
        }
        Where::Any(any) => {
            let mut found = Some(Vec::new());
            for one in any {
                let of = streams(one, tables)?;
                found = found.zip(of).map(|(found, of)| [found, of].concat());
            }
            found
        }
        Where::Not(_) | Where::Is(_) => None,
    })
}

/// Whether all that stands in those streams fits.
pub(super) fn is_of_streams(condition: &Where) -> bool {
    match condition {
        Where::All(all) | Where::Any(all) => all.iter().all(is_of_streams),
        Where::Is(Test::Customer(_)) => true,
        Where::Not(_) | Where::Is(_) => false,
    }
}
