//! Events beside tickets, asked by the same filter: the customer, contact or contract of which one
//! speaks is its own. What else is asked of a ticket no such event has.

use crate::core::model::{CustomerId, Event, Stream};
use crate::failure::Failure;
use crate::store::{Condition, Tables, TicketTest};

/// Whether a condition can be told of events beside tickets.
pub(super) fn covers_account_events(condition: &Condition) -> bool {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().all(covers_account_events),
        Condition::Not(inner) => covers_account_events(inner),
        Condition::Is(
            TicketTest::Customer(_) | TicketTest::Contact(_) | TicketTest::Contract(_),
        ) => true,
        // neither a contact nor a contract
        Condition::Is(TicketTest::Text(field, words)) => {
            matches!(field.key, "contact" | "contract") && words.iter().all(Option::is_none)
        }
        Condition::Is(_) => false,
    }
}

/// Whether such an event fits a condition that can be told of it.
pub(super) fn fits(condition: &Condition, event: &Event) -> bool {
    let customer = match event.stream {
        Stream::Customer(id) if id != CustomerId::DESK => Some(id),
        _ => None,
    };
    let (contact, contract) = (event.fact.person(), event.fact.agreement());
    match condition {
        Condition::All(all) => all.iter().all(|one| fits(one, event)),
        Condition::Any(any) => any.iter().any(|one| fits(one, event)),
        Condition::Not(inner) => !fits(inner, event),
        Condition::Is(TicketTest::Customer(ids)) => customer.is_some_and(|id| ids.contains(&id)),
        Condition::Is(TicketTest::Contact(ids)) => contact.is_some_and(|id| ids.contains(&id)),
        Condition::Is(TicketTest::Contract(ids)) => contract.is_some_and(|id| ids.contains(&id)),
        Condition::Is(TicketTest::Text(field, _)) => match field.key {
            "contact" => contact.is_none(),
            _ => contract.is_none(),
        },
        Condition::Is(_) => false,
    }
}

/// The customers in whose streams all that fits stands; none: in any.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn streams(
    condition: &Condition,
    tables: Tables<'_>,
) -> Result<Option<Vec<CustomerId>>, Failure> {
    Ok(match condition {
        Condition::Is(TicketTest::Customer(ids)) => Some(ids.clone()),
        Condition::Is(TicketTest::Contact(ids)) => {
            let mut of = Vec::new();
            for id in ids {
                of.extend(tables.contact(*id)?.map(|contact| contact.row.customer));
            }
            Some(of)
        }
        Condition::Is(TicketTest::Contract(ids)) => {
            let mut of = Vec::new();
            for id in ids {
                of.extend(tables.contract(*id)?.map(|contract| contract.customer));
            }
            Some(of)
        }
        Condition::All(all) => {
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
        Condition::Any(any) => {
            let mut found = Some(Vec::new());
            for one in any {
                let of = streams(one, tables)?;
                found = found.zip(of).map(|(found, of)| [found, of].concat());
            }
            found
        }
        Condition::Not(_) | Condition::Is(_) => None,
    })
}

/// Whether all that stands in those streams fits.
pub(super) fn is_of_streams(condition: &Condition) -> bool {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().all(is_of_streams),
        Condition::Is(TicketTest::Customer(_)) => true,
        Condition::Not(_) | Condition::Is(_) => false,
    }
}
