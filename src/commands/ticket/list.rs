//! Tickets, newest first.
use std::cmp::Reverse;

use super::super::options::List;
use super::record::{Names, TICKET};
use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Listing, Outcome};
use crate::store::{AsOf, TicketQuery};

/// `list`: all states; words search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListTickets {
    pub list: List,
}

/// Tickets that fit a filter, newest first; words search.
///
/// # Errors
/// A word of the filter cannot be read.
pub(crate) fn list(context: &mut Context, options: &ListTickets) -> Result<Outcome, Failure> {
    let context = &*context;
    let list = &options.list;
    let mut reading = context.reading(list.read.as_of.as_deref())?;
    let filter = context.select_at(&list.filter, reading.at())?;
    let sorted = list.sort.is_some();
    let query = TicketQuery {
        limit: list
            .limit
            .filter(|_| !sorted)
            .and_then(|limit| u32::try_from(limit).ok()),
        ..TicketQuery::of(filter)
    };
    let store = reading.store;
    let mut names = Names::default();
    let mut records = Vec::new();
    let in_the_past = reading.view.known != AsOf::All;
    if in_the_past || needs_whole(context) {
        let numbers = match in_the_past {
            true => reading.numbers(&query.filter)?,
            false => store.numbers(&query)?,
        };
        for number in numbers {
            records.push(names.whole(&mut reading, number)?);
        }
        if in_the_past {
            records.sort_by_key(|record| Reverse((record.row.opened, record.row.number)));
        }
    } else {
        for row in store.tickets(&query)? {
            records.push(names.record(store, row)?);
        }
    }
    let listing = Listing::of("list", TICKET, records)
        .if_empty("no ticket fits")
        .sorted(list.sort.as_deref())?
        .limited(list.limit)?;
    Ok(Outcome::listing(listing))
}

/// What stands in a ticket's row needs no folding.
fn needs_whole(context: &Context) -> bool {
    let settings = &context.settings;
    let beyond = |field: &String| {
        [
            "tags",
            "links",
            "clocks",
            "eta",
            "exempt",
            "not_promised",
            "rulings",
            "override_reason",
        ]
        .contains(&field.as_str())
            || field.contains('.')
    };
    settings.format.is_some_and(|format| format.is_json())
        || settings.fields.iter().flatten().any(beyond)
}
